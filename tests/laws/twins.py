"""What the tests of copied books share: how two people meet, and what they write."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]
Copy = Callable[[Book], Book]


def introduce(book: Book, other: Book) -> None:
    """Accept a card, the words read aloud; one's own, for a second laptop with the same key."""
    card = trust.my_card(other, "Somebody")
    trust.pair(book, card, heard=" ".join(trust.read_card(card)[1]))


def household(book: Book, code: str) -> str:
    return ACTS["record_household"](book, team=own_team(book), code=code).record
