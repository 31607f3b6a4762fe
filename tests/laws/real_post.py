"""How bundles of real books are made and opened where a script loses lines out of the middle of a stream.

Then a bundle is made of many short runs: its authors sign a tip for every line, which they may. All else is what the
program does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from worlds import left_out

from caregiver_desk.store import arrivals, ledger, partners, sending, streams
from caregiver_desk.store.book import Book
from caregiver_desk.store.taking import Arrival
from caregiver_desk.sync import bundle, exchange, lines, making
from caregiver_desk.sync.bundle import Tip
from caregiver_desk.sync.opener import Opener

if TYPE_CHECKING:
    from real_player import RealPlayer


def make(player: RealPlayer, sender: str, receiver: str, cut: int) -> bytes:
    book, partner = player.books[sender], player.partner(receiver)
    with book.writing() as cursor:
        stretches = list(sending.stretches(cursor, partner, lambda stream: player.may_read(receiver, stream)))
        packed = lines.pack([run for stretch in stretches for run in runs(player, cursor, stretch, cut)])
        manifest = making._manifest(book, cursor, partner, lambda stream: player.may_read(receiver, stream))
    return bundle.seal_bundle(packed, manifest, seed=book.vault.keys.signing)


def runs(player: RealPlayer, cursor: Any, stretch: sending.Stretch, cut: int) -> Iterator[tuple[Tip, Iterator[bytes]]]:
    """What is left of a stretch when a cut has taken some of its lines: as many runs as that makes."""
    numbers = range(stretch.low, stretch.span.high + 1)
    kept = [n for n in numbers if not (cut and left_out(cut, player.name(stretch.stream, n)))]
    for _, group in groupby(enumerate(kept), key=lambda pair: pair[1] - pair[0]):
        together = [number for _, number in group]
        low, high = together[0], together[-1]
        ahead, running = (streams.running_at(cursor, stretch.s, number) for number in (low - 1, high))
        laptop, scope, audience = stretch.stream
        piece = stretch._replace(low=low, span=stretch.span._replace(high=high))
        bodies = list(making._bodies(cursor, piece))
        yield Tip(laptop, scope, str(audience), low, high, ahead, running, player.tips[running]), iter(bodies)


def take(book: Book, opener: Opener, path: Path) -> None:
    """As the program opens it, but also from one who was locked out: a law asks what her lines do."""
    if arrivals.opened_before(book, exchange._seal_of(path)):
        return
    with opener.open(path, book.vault.keys.reading) as opened:
        manifest = opened.inside.manifest
        told = [each.told for each in manifest.received]
        arrival = Arrival(manifest.bundle, opened.inside.seal, manifest.laptop, manifest.made, told, manifest.yours)
        ledger.receive(book, arrival, opened.runs())
    sender = next(each for each in partners.known(book) if each.key == opened.inside.key)
    with book.writing() as cursor:
        partners.hear(cursor, sender, manifest.laptop, told, manifest.height)
