"""What was put for a partner lately: the same is put again once something changed, or after some days.

A letter may be lost in a mailbox as anywhere, so nothing counts as delivered that nobody acknowledged. Where not all
parts might pass in one round, the next one goes on with those that are missing. What came from her and was opened, in a
round or by hand, is answered once.
"""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import structs

from caregiver_desk import clock
from caregiver_desk.store import arrivals, notes
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import making
from caregiver_desk.sync.making import Made

AGAIN = 7 * 24 * 3600  # seconds after which what nobody acknowledged is put there again


class Sent(msgspec.Struct, frozen=True):
    """When it was put there, and a name for all that she lacked then, or for each part of it that is there.

    `after` is the number of the last arrival here before it.
    """

    at: int = 0
    whole: str = ""
    parts: tuple[str, ...] = ()
    after: int = 0


def lately(book: Book, partner: Partner) -> Sent:
    """What lies there still, as far as anybody knows."""
    with book.reading() as cursor:
        told = msgspec.json.decode(notes.OWN.read(cursor, _name(partner)) or "{}", type=Sent)
    return told if clock.now() - told.at <= AGAIN else Sent(after=told.after)


def is_due(book: Book, partner: Partner) -> bool:
    """Whether she lacks something that does not lie there. Raises Parted or LockedOut."""
    return bool(making.undelivered(book, partner)) and lately(book, partner).whole != _all(book, partner)


def is_to_answer(book: Book, partner: Partner) -> bool:
    """Whether something of hers was opened since then; a receipt brings nothing, and asks for none."""
    later = arrivals.opened(book, after=lately(book, partner).after)
    return any(clock.speaks_for(each.laptop, partner.key) for each in later if any(each.summary.values()))


def part(made: Made) -> str:
    """A name for what is in it, which is made again as another bundle."""
    return _mark([(each.stream, each.low, each.span.high) for each in made.stretches])


def remember(book: Book, partner: Partner, parts: tuple[str, ...]) -> None:
    """These parts are there."""
    _keep(book, partner, Sent(clock.now(), parts=parts))


def remember_whole(book: Book, partner: Partner) -> None:
    """All is there that she lacks. Raises Parted or LockedOut."""
    _keep(book, partner, Sent(clock.now(), _all(book, partner)))


def _keep(book: Book, partner: Partner, told: Sent) -> None:
    told = structs.replace(told, after=arrivals.last(book))
    with book.writing() as cursor:
        notes.OWN.write(cursor, _name(partner), msgspec.json.encode(told).decode())


def _name(partner: Partner) -> str:
    return f"letters for {partner.key}"


def _all(book: Book, partner: Partner) -> str:
    return _mark(making.owed(book, partner))


def _mark(stretches: object) -> str:
    return hashlib.sha256(repr(stretches).encode()).hexdigest()[:32]
