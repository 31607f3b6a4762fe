"""Tips: the author's word for how far a stream of hers goes, and what it says until there.

Decision. In a book of one's own it is given as lines travel: then is soon enough. In a hub it is given with every save,
in the same transaction, for each stream that the save touched: whoever works there may hand these lines on, also when
the laptop that wrote them is lost with its keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caregiver_desk.records.journal import Stream
from caregiver_desk.store import signing, streams

if TYPE_CHECKING:
    from caregiver_desk.store.book import Book, Cursor

NAMESPACE = "tip@caregiver-desk"


def text(stream: Stream, number: int, running: str) -> bytes:
    """What an author signs for the end of a run."""
    return f"caregiver-desk tip 1 {stream.laptop} {stream.scope or '-'} {stream.audience} {number} {running}\n".encode()


def sign(stream: Stream, number: int, running: str, seed: bytes) -> str:
    return signing.blob(signing.sign(text(stream, number, running), seed=seed, namespace=NAMESPACE))


def give(book: Book, cursor: Cursor, touched: Iterable[Stream]) -> None:
    """Sign for the ends of these streams of this laptop, as they stand in this transaction."""
    for stream in touched:
        s = book.stream_number(cursor, stream)
        number, running = streams.last_of(cursor, s, stream)
        streams.keep_tip(cursor, s, number, running, sign(stream, number, running, book.vault.keys.signing))
