"""A figure over time as points: on the screen, on paper, or said one after the other."""

from __future__ import annotations

from caregiver_desk.acts.insight.figures import Figure
from caregiver_desk.acts.insight.saying import in_words, rate
from caregiver_desk.acts.insight.series import series
from caregiver_desk.practice import spans
from caregiver_desk.practice.insight.indicators import Indicator
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.practice.spans import Grain, Span
from caregiver_desk.reports.document import Point
from caregiver_desk.store.book import Book


def points_of(book: Book, indicator: Indicator, span: Span, place: str, *, told: bool) -> tuple[Point, ...]:
    """Up to the last of these days, the earliest first; `told` as it may be told to others, for the whole site."""
    over = series(book, indicator, span, place, told=told)
    return tuple(_point(indicator, each) for each in _since_begun(over))


def _since_begun(over: list[Figure]) -> list[Figure]:
    """Without what lies before the first that is known, but for half of it: nothing was counted then."""
    first = next((place for place, each in enumerate(over) if each.why is not Why.UNKNOWN), 0)
    return over[min(first, len(over) // 2) :]


def _point(indicator: Indicator, figure: Figure) -> Point:
    """How high it stands: a share, a rate or a number; without a number there is no height."""
    label = (
        spans.said(figure.span).split(" ")[0] if spans.grain_of(figure.span) is Grain.MONTH else spans.said(figure.span)
    )
    whole = None if indicator.per is None or indicator.rate else 1.0
    return Point(label, _height(indicator, figure), in_words(indicator, figure), whole)


def _height(indicator: Indicator, figure: Figure) -> float | None:
    if figure.why or figure.of is None:
        return None
    if figure.per is None:
        return float(figure.of)
    return float(rate(indicator, figure) or 0) if indicator.rate else figure.of / figure.per if figure.per else None
