"""Figures: a year of the fictional programme worked out anew, and whether a figure of visits grows with the visits.

The bare question beside it counts the same visits by caregiver and month, and knows nothing of rhythms, leave, teams or
what may be told: it is what a figure could cost at the least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from statistics import median

from bench import district
from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio, spending, spread
from caregiver_desk import clock
from caregiver_desk.acts.insight.figures import exact
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.practice.spans import Span
from caregiver_desk.store.book import Book

YEAR = timedelta(365)
SECONDS, GROWTH = 1.0, 3.0
"""Days in the field are told apart by sorting, and the pages of a large book do not stay at hand: 2.2 was measured."""
BARE = "SELECT caregiver, substr(day, 1, 7), count(*) FROM visit WHERE gone = 0 GROUP BY 1, 2"
OF_VISITS = "I18 I13"
AT_ONCE = 20  # bare questions, for one is too short to be measured


def figures(scale: Scale) -> Iterator[Figure]:
    yield from _a_year(scale)
    yield from _growth(scale)


def _a_year(scale: Scale) -> Iterator[Figure]:
    book = district.rehearsal().opened()
    try:
        for name in ("usual", "all"):
            taken = in_turns(scale.times, {"figures": _told(book, name), "bare": _bare(book)})
            seconds, beside = median(taken["figures"]), middle_ratio(taken["figures"], taken["bare"])
            what = f"insight: twelve months of the programme, {name}"
            yield Figure(what, seconds, "s cpu", SECONDS, note=f"{beside:.0f} x a bare GROUP BY")
    finally:
        book.close()


def _growth(scale: Scale) -> Iterator[Figure]:
    """What a visit costs among many, beside what it costs among few."""
    few, many = min(scale.listed), max(scale.listed)
    small, large = (district.district(visits).opened() for visits in (few, many))
    try:
        taken = in_turns(scale.times, {"many": _told(large, OF_VISITS), "few": _told(small, OF_VISITS)})
        each = [seconds * few / many for seconds in taken["many"]]
        what = f"insight: figures of {many:,} visits, a visit"
        yield Figure(what, middle_ratio(each, taken["few"]), "x few", GROWTH, note=spread(each, taken["few"]))
    finally:
        small.close()
        large.close()


def _told(book: Book, name: str) -> Callable[[], float]:
    indicators, today = chosen(book, name), clock.today()
    return _seconds(lambda: exact(book, indicators, Span(today - YEAR, today)))


def _bare(book: Book) -> Callable[[], float]:
    ask = _seconds(lambda: [_counted(book) for _ in range(AT_ONCE)])
    return lambda: ask() / AT_ONCE


def _counted(book: Book) -> object:
    with book.reading() as cursor:
        cursor.execute(BARE)
        return cursor.fetchall()


def _seconds(work: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        with spending() as spent:
            work()
        return spent.cpu

    return run
