"""Whether this laptop's clock can be believed, judged by what the book remembers.

Context. A flat battery sets a laptop's clock to 2015; a wrong year typed by somebody sets it to 2035. Lines written
under such a clock would mislead whoever reads them, and lists would be full of what seems years overdue.

Decision. When a book opens, the clock is held against the newest time that the book knows of: the time at which it was
last closed, and of the saves since then the newest that no later save contradicts. A clock more than 26 hours behind it
*went back* (a day and the widest change of time zone are no fault); one more than 120 days ahead *leapt*, or the laptop
lay in a drawer, and nobody can tell which. Then the clock is in doubt until somebody says what day it is.

Her answer is kept as a *correction*. It holds on later openings while the machine's clock goes on from where it was; a
clock that went back once more is asked about again, and one that is right by itself needs none. What she answers is
also the newest time from then on, so a year in which the clock was ahead is forgotten.

Consequences. What is remembered is local and never travels. Losing it (a disk that is full when the book closes) costs
a question at most, since the saves are looked at as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from caregiver_desk import clock
from caregiver_desk.errors import Blocked, NotUnderstood
from caregiver_desk.records.folding import FIRST_RELEASE, PLAUSIBLE_LEAD
from caregiver_desk.store import notes
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.store.book import Book, Cursor

BACK = 26 * 3600  # seconds by which a clock may be behind what is known
LEAP = 120 * 24 * 3600  # seconds after which nobody can tell a leap from a drawer
CENTURY = timedelta(days=36_525)
NAME = "clock"  # in `about`


class Seen(msgspec.Struct, frozen=True):
    """What a book remembers of time."""

    newest: int = 0  # the last time that was believed
    saves: int = 0  # the number of the last save by then
    machine: int = 0  # what the machine's own clock said then
    correction: int = 0  # seconds by which that was wrong


def believable(moment: int, newest: int) -> bool:
    """Whether it can be this time now, where the newest time known is another one (0 for none)."""
    if newest:
        return max(FIRST_RELEASE, newest - BACK) <= moment <= newest + LEAP
    return moment >= FIRST_RELEASE


def correction_for(machine: int, seen: Seen) -> int | None:
    """By how many seconds the machine's clock must be put right to be believed; None if it cannot be."""
    if believable(machine, seen.newest):
        return 0
    goes_on = seen.correction and machine >= seen.machine
    return seen.correction if goes_on and believable(machine + seen.correction, seen.newest) else None


def newest_of(moments: Iterable[int]) -> int:
    """The newest of these times, given last first, that no later one contradicts; 0 if there is none."""
    newest, earliest_since = 0, 0
    for moment in moments:
        if moment >= FIRST_RELEASE:
            if not earliest_since or moment <= earliest_since + PLAUSIBLE_LEAD:
                newest = max(newest, moment)
            earliest_since = min(earliest_since or moment, moment)
    return newest


def look(book: Book) -> None:
    """Believe the clock of this laptop, or doubt it, by what this book remembers."""
    with book.reading() as cursor:
        seen = _seen(cursor)
    correction = correction_for(clock.machine(), seen)
    if correction is None:
        clock.doubt(clock.day_of(seen.newest or FIRST_RELEASE))
    else:
        clock.trust(timedelta(seconds=correction))


def is_possible(today: date) -> bool:
    """Whether it can be this day at all: since there is this program, and within a lifetime."""
    first = clock.day_of(FIRST_RELEASE)
    return first <= today < first + CENTURY


def answer(book: Book, today: date) -> None:
    """Somebody says what day it is: believe her, now and later. Raises NotUnderstood for a day that cannot be."""
    if not is_possible(today):
        first = clock.day_of(FIRST_RELEASE)
        raise NotUnderstood(field=say("Today’s date"), reason=say("a day from {year} on, please", year=first.year))
    clock.trust(today - clock.day_of(clock.machine()))
    _remember(book)


def remember(book: Book) -> None:
    """Before a book closes: keep what time it is, unless nobody knows."""
    if not clock.in_doubt():
        with suppress(Blocked):
            _remember(book)


def _remember(book: Book) -> None:
    now, machine = clock.now(), clock.machine()
    with book.writing() as cursor:
        cursor.execute("SELECT coalesce(max(n), 0) FROM saved")
        (saves,) = cursor.fetchone() or (0,)
        notes.OWN.write(cursor, NAME, msgspec.json.encode(Seen(now, saves, machine, now - machine)).decode())


def _seen(cursor: Cursor) -> Seen:
    """What the book remembers, with the newest time of the saves since."""
    seen = msgspec.json.decode(notes.OWN.read(cursor, NAME) or "{}", type=Seen)
    cursor.execute("SELECT at FROM saved WHERE n > ? ORDER BY n DESC", (seen.saves,))
    since = newest_of(row[0] for row in cursor.fetchall())
    return msgspec.structs.replace(seen, newest=max(seen.newest, since))
