"""A figure over time: a team against itself, month by month, quarter by quarter or year by year.

Others are told the course of what adds up alone. Of what stands on a day, such as how many work here, two wholes would
tell how many came or went, and these may be few.
"""

from __future__ import annotations

from caregiver_desk.acts.insight.asking import asking_of
from caregiver_desk.acts.insight.figures import Figure, as_it_is, as_told
from caregiver_desk.practice.insight.indicators import Indicator
from caregiver_desk.practice.spans import Grain, Span, latest
from caregiver_desk.store.book import Book

LENGTH = {Grain.MONTH: 12, Grain.QUARTER: 6, Grain.YEAR: 4}


def series(book: Book, indicator: Indicator, span: Span, place: str, *, told: bool) -> list[Figure]:
    """The last months (quarters, years) of it up to the last day of these, the earliest first; without its groups."""
    if told and not indicator.adds:
        return []
    grain = indicator.grain if told or not indicator.adds else Grain.MONTH
    pieces = latest(grain, span.last, LENGTH[grain])[::-1]
    asking = asking_of(book, Span(pieces[0].first, pieces[-1].last))
    if told:
        return [next(as_told(asking.over(piece), indicator, [place])) for piece in pieces]
    return [next(as_it_is(asking.over(piece), indicator, place)) for piece in pieces]
