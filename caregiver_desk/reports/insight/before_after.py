"""One figure over two times: before something was tried, and after. What lies between them is told by nobody.

Two numbers beside each other look like a cause and its effect. So they never stand without the line that says what the
figure cannot tell, and that other things changed meanwhile too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caregiver_desk.acts.insight.figures import Figure, exact, sees_only_told, told
from caregiver_desk.acts.insight.saying import in_words
from caregiver_desk.practice import spans
from caregiver_desk.practice.insight.indicators import Indicator
from caregiver_desk.practice.spans import Span
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Two:
    """The same figure before and after, each of the days that it is told of."""

    indicator: Indicator
    before: Figure
    after: Figure

    @property
    def words(self) -> str:
        return say(
            "{before}; {after}",
            before=_with_days(self.indicator, self.before),
            after=_with_days(self.indicator, self.after),
        )

    @property
    def cannot_tell(self) -> str:
        cannot = say(self.indicator.cannot_tell).rstrip(".")
        return say("It cannot tell {cannot}, nor what else changed between the two.", cannot=cannot)


def before_and_after(
    book: Book,
    indicators: Mapping[str, Indicator],
    before: Span,
    after: Span,
    place: str = "",
    *,
    only_told: bool = False,
) -> Iterator[Two]:
    """Each figure without its groups: told where it may be shown to anybody, else as it is."""
    first, second = (_wholes(book, indicators, span, place, only_told=only_told) for span in (before, after))
    return (Two(each, first[code], second[code]) for code, each in indicators.items())


def _wholes(
    book: Book, indicators: Mapping[str, Indicator], span: Span, place: str, *, only_told: bool
) -> dict[str, Figure]:
    held_back = only_told or sees_only_told(book)
    found = told(book, indicators, span, [place]) if held_back else exact(book, indicators, span, place)
    return {each.code: each for each in found if not each.split}


def _with_days(indicator: Indicator, figure: Figure) -> str:
    return say("{days}: {told}", days=spans.said(figure.span), told=in_words(indicator, figure))
