"""Records in the order of their course, page by page: what comes next first, and then the newest.

Decision. What goes on and has a day that lies ahead stands first, by that day; all else follows, by the day under which
it stands. What stands under no day comes before what does. The first part is read from an index of what nothing says is
over (see schema), the second from that of its days; neither is ever read whole. A page begins after a `Place`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk.records.course import ENDS, days_ahead, goes_on
from caregiver_desk.records.record import Kind
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.schema import NO_DAY, comes_next, goes_on_still, stands


class Place(NamedTuple):
    """Where a record stands: by the day of it that comes next, empty where none does, by its own day, and by its id."""

    comes: str
    stands: str
    id: str


class Wanted(NamedTuple):
    """Which records of a kind: of these values and this scope, and only what is under way where `going` says so."""

    kind: Kind
    today: date
    where: Mapping[str, Any] = {}
    scope: str = ""
    going: bool = False


class _Part(NamedTuple):
    """Records that stand together: what holds of them, what is bound in it, their order, and what comes next."""

    holds: str
    bound: tuple[Any, ...]
    order: str = ""
    comes: str = "''"


def in_course(book: Book, wanted: Wanted, *, after: Place | None = None, limit: int) -> list[Place]:
    """The places of so many records, in their order, from the one that comes after this."""
    found: list[Place] = []
    for part in _parts(wanted, after):
        if len(found) < limit:
            found += _read(book, wanted, part, limit - len(found))
    return found


def under_way(book: Book, wanted: Wanted) -> int:
    """How many of them are under way."""
    if not goes_on(wanted.kind):
        return 0
    conditions, bound = questions.narrowed(book, wanted.kind, wanted.where, scope=wanted.scope)
    going = _Part(*_going(wanted))
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {wanted.kind.name} WHERE {' AND '.join([*conditions, going.holds])}",
            (*bound, *going.bound),
        )
        return int(cursor.fetchone()[0])  # type: ignore[index]


def _read(book: Book, wanted: Wanted, part: _Part, limit: int) -> list[Place]:
    kind = wanted.kind
    conditions, bound = questions.narrowed(book, kind, wanted.where, scope=wanted.scope)
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT {part.comes}, {kind.when or 'NULL'}, id FROM {kind.name}"
            f" WHERE {' AND '.join([*conditions, part.holds])} ORDER BY {part.order} LIMIT ?",
            (*bound, *part.bound, limit),
        )
        return [Place(comes, day or "", record) for comes, day, record in cursor.fetchall()]


def _parts(wanted: Wanted, after: Place | None) -> Iterator[_Part]:
    """What has a day ahead; then what has none, first what stands under no day at all."""
    kind = wanted.kind
    if goes_on(kind) and days_ahead(kind) and (after is None or after.comes):
        yield _ahead(wanted, after)
    beyond = after if after and not after.comes else None
    if wanted.going and goes_on(kind):
        yield _going_without_day(wanted, beyond)
    elif not wanted.going:
        yield from _rest(wanted, beyond)


def _going(wanted: Wanted) -> tuple[str, tuple[Any, ...]]:
    """What is under way: nothing says that it is over, and the day on which it ends has not come."""
    kind, today = wanted.kind, wanted.today.isoformat()
    if days_ahead(kind) == (ENDS,):
        return f"{goes_on_still(kind)} AND {comes_next(kind)} > ?", (today,)
    if ENDS in kind.fields:
        return f"{goes_on_still(kind)} AND ({ENDS} IS NULL OR {ENDS} > ?)", (today,)
    return goes_on_still(kind), ()


def _ahead(wanted: Wanted, after: Place | None) -> _Part:
    kind, (holds, bound) = wanted.kind, _going(wanted)
    holds, newest = f"{holds} AND {comes_next(kind)} < '{NO_DAY}'", _newest(kind)
    if after:
        later, told = _beyond(kind, after)
        holds = f"{holds} AND {comes_next(kind)} >= ? AND ({comes_next(kind)} > ? OR {later})"
        bound += (after.comes, after.comes, *told)
    return _Part(holds, bound, f"{comes_next(kind)}, {newest}", comes_next(kind))


def _going_without_day(wanted: Wanted, after: Place | None) -> _Part:
    """It stands at the end of the same index: what has no day ahead has none on which it ends."""
    kind = wanted.kind
    holds, bound = goes_on_still(kind), tuple[Any, ...]()
    if days_ahead(kind):
        holds = f"{holds} AND {comes_next(kind)} = '{NO_DAY}'"
    if after:
        later, bound = _beyond(kind, after)
        holds = f"{holds} AND {later}"
    return _Part(holds, bound, _newest(kind))


def _rest(wanted: Wanted, after: Place | None) -> Iterator[_Part]:
    """All that has no day ahead, be it under way or over."""
    kind = wanted.kind
    holds, bound = "1 = 1", tuple[Any, ...]()
    if goes_on(kind) and days_ahead(kind):
        going, bound = _going(wanted)
        holds = f"NOT ({going} AND {comes_next(kind)} < '{NO_DAY}')"
    if after is None or not after.stands:
        undated = [f"{kind.when} IS NULL"] if kind.when else []
        older = [*undated, "id < ?"] if after else undated
        yield _Part(*_with(holds, bound, " AND ".join(older), (after.id,) if after else ()), "id DESC")
    if not kind.when:
        return
    dated = f"({kind.when}, id) < (?, ?)" if after and after.stands else f"{kind.when} IS NOT NULL"
    told = (after.stands, after.id) if after and after.stands else ()
    yield _Part(*_with(holds, bound, dated, told), f"{kind.when} DESC, id DESC")


def _with(holds: str, bound: tuple[Any, ...], more: str, told: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
    return (f"{holds} AND {more}", (*bound, *told)) if more else (holds, bound)


def _newest(kind: Kind) -> str:
    return ", ".join(f"{each} DESC" for each in (stands(kind), "id") if each)


def _beyond(kind: Kind, after: Place) -> tuple[str, tuple[str, ...]]:
    """Of those with the same day ahead, what comes later."""
    if not kind.when:  # it stands before all that has a day of its own
        return ("1 = 0", ()) if after.stands else ("id < ?", (after.id,))
    return f"({stands(kind)}, id) < (?, ?)", (after.stands or NO_DAY, after.id)
