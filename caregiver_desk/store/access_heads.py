"""What partners said of the ends of their access logs, and whether each goes on from there.

Context. A log that somebody shortens or writes anew fits together again; only who remembers how it ended before can
tell. Bundles come in any order, get lost, and come twice.

Decision. Every bundle says where its maker's log ends, and where it ended when bundles were made for the same partner
before: a *point* is a number and the name of the running hash there. The reader remembers every point. A log does not
go on from what it was if a point has another hash than before, if a head that was told lies among these points and is
not one of them, or if it is shorter in a bundle made later (by how much the maker's book had taken in, never by a
clock alone). That is kept with the day it was noticed, and said; nothing is refused for it. From then on the new points
count, so that it is said once for each time. In a hub each of those who run it remembers what she was told: to each
other ends were named.

Consequences. A book that honestly went back to a backup looks the same: the sentence says so. A laptop's own entries
stay its own; only numbers and hashes travel.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.store import access
from caregiver_desk.store.access import Head, What
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.receipts import name

VERSION = "1"  # the first word of what is told; another one is of a newer program and is passed over
TOLD_AGAIN = 12  # earlier ends
_HASH = "[0-9a-f]{26}"
_SHAPE = re.compile(rf"{VERSION} {_HASH}( [0-9]{{1,15}}:{_HASH}){{1,64}}")


class Told(NamedTuple):
    """What a bundle says of its maker's log: which log, and where it ends or ended, the newest first."""

    log: str
    points: tuple[Head, ...]


class Said(NamedTuple):
    """When the maker said it: how much her book had taken in, and her wall clock."""

    height: int
    made: int


def tell(book: Book, partner: str) -> str:
    """Note that a bundle is made for this partner, and say where the log ends by that.

    Empty where it cannot be noted: a bundle is made all the same, and says nothing of the log.
    """
    access.note(book, What.BUNDLED, partner=partner)
    with book.reading() as cursor:
        cursor.execute(
            "SELECT number, running FROM access WHERE what = ? AND partner = ? ORDER BY number DESC LIMIT ?",
            (What.BUNDLED, partner, TOLD_AGAIN + 1),
        )
        points = [Head(number, name(running)) for number, running in cursor.fetchall()]
        noted = bool(points) and points[0].number == access.head(book, cursor).number
    words = " ".join(f"{number}:{running}" for number, running in points)
    return f"{VERSION} {name(access.beginning(book.id))} {words}" if noted else ""


def read(text: str) -> Told | None:
    """What a manifest says; nothing where it says nothing, or in a way that this program does not know."""
    if not _SHAPE.fullmatch(text):
        return None
    _, log, *points = text.split(" ")
    ends = (point.split(":") for point in points)
    return Told(log, tuple(Head(int(number), running) for number, running in ends))


def hear(book: Book, cursor: Cursor, key: str, text: str, said: Said) -> bool:
    """Remember what a partner's bundle says of her log. Whether it goes on from what she said before."""
    told = read(text)
    if told is None:
        return True
    log = f"{told.log} {book.key}" if book.shared else told.log
    known = _known(cursor, key, log)
    goes_on = _goes_on(known, told.points, said)
    if not goes_on:
        cursor.execute("DELETE FROM access_point WHERE key = ? AND log = ?", (key, log))
        cursor.execute(
            "INSERT INTO access_broken (key, noticed) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET noticed = excluded.noticed",
            (key, clock.now()),
        )
    for place, point in enumerate(told.points):
        cursor.execute(
            "INSERT INTO access_point (key, log, number, running, height, made, head)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (key, log, *point, *said, place == 0),
        )
    return goes_on


class _Point(NamedTuple):
    number: int
    running: str
    height: int
    made: int
    head: int


def _known(cursor: Cursor, key: str, log: str) -> dict[int, _Point]:
    cursor.execute("SELECT number, running, height, made, head FROM access_point WHERE key = ? AND log = ?", (key, log))
    return {row[0]: _Point(*row) for row in cursor.fetchall()}


def _goes_on(known: dict[int, _Point], points: Sequence[Head], said: Said) -> bool:
    now = dict(points)
    first, last = min(now), max(now)
    same = all(known[number].running == running for number, running in points if number in known)
    between = all(number in now for number in known if first <= number < last)
    beyond = [each for each in known.values() if each.head and each.number > last]
    later = any(each.height < said.height for each in beyond)
    unknown = last not in known and any((each.height, each.made) <= said for each in beyond)
    return same and between and not (later or unknown)


def broken(book: Book) -> dict[str, int]:
    """Whose log did not go on from what it was, by key, and when that was noticed last."""
    with book.reading() as cursor:
        cursor.execute("SELECT key, noticed FROM access_broken")
        return dict(cursor.fetchall())
