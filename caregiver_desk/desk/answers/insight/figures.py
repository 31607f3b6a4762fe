"""What the page of figures shows: a set of them over some days, and one of them opened.

Decision. Whoever listens to the people of a place sees its figures as they are; a coordinator sees them as they may be
told, for a figure of a few is a figure about a person. Nobody is named, nothing is put in order by how high it is: the
figures stand in the order of their set, process and outcome apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.insight.areas import NO_AREAS, areas_of, called_with_level
from caregiver_desk.acts.insight.figures import Figure, exact, sees_only_told, told
from caregiver_desk.acts.insight.own import USUAL, chosen, sets
from caregiver_desk.acts.insight.planning import plans_of
from caregiver_desk.acts.insight.saying import in_words, split_words
from caregiver_desk.desk.answers.insight.waits import Waits, waits
from caregiver_desk.desk.answers.whose import mine
from caregiver_desk.practice import spans
from caregiver_desk.practice.insight.indicators import Indicator, Sort
from caregiver_desk.practice.spans import Grain, Span
from caregiver_desk.records.people.people import Role
from caregiver_desk.reports.document import Point
from caregiver_desk.reports.insight.before_after import Two, before_and_after
from caregiver_desk.reports.insight.over_time import points_of
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

MONTHS_BACK, QUARTERS_BACK, YEARS_BACK = 12, 4, 2
SYSTEM = "system"  # the set that a coordinator sees first: the system, not the people in it


@dataclass(frozen=True)
class Asked:
    """What somebody looks at: days (as they are named), a place, a set of figures, and the one that is open.

    The place is a team, or for a coordinator an area. `before` are other days, beside which the open one is laid.
    """

    period: str = ""
    place: str = ""
    chosen: str = ""
    code: str = ""
    before: str = ""
    area: str = ""


@dataclass(frozen=True)
class Row:
    """One figure in its list."""

    code: str
    title: str
    words: str
    days: str
    sort: Sort
    told: bool


@dataclass(frozen=True)
class Opened:
    """One figure with everything that belongs to it."""

    row: Row
    indicator: Indicator
    points: tuple[Point, ...]
    groups: tuple[tuple[str, str], ...]
    areas: tuple[tuple[str, str], ...]  # one step down, by name
    beside: tuple[tuple[str, str], ...]
    may_list: bool
    span: Span
    two: Two | None

    @property
    def sentence(self) -> str:
        """The chart, said."""
        told = "; ".join(f"{each.label}: {each.words}" for each in self.points)
        return say("{title}, over time: {told}", title=self.row.title, told=told)


@dataclass(frozen=True)
class Figures:
    """Everything on the page."""

    asked: Asked
    rows: tuple[Row, ...]
    opened: Opened | None
    plans: tuple[Leaf, ...]
    periods: Mapping[str, str]
    places: Mapping[str, str]
    sets: Mapping[str, str]
    as_of: str
    waits: tuple[Waits, ...] | None  # for a coordinator
    areas: Mapping[str, str]  # likewise
    begun: bool = True  # whether there is anybody yet whose work is counted

    @property
    def several(self) -> bool:
        """Whether there is more than one team to choose from; one is all of them."""
        return sum(bool(each) for each in self.places) > 1


def figures(book: Book, asked: Asked) -> Figures:
    asked = _filled(book, asked)
    span, held = spans.named(asked.period) or _last_month(), sets(book)
    found, only_told = chosen(book, asked.chosen), sees_only_told(book)
    areas = areas_of(book) if only_told else NO_AREAS
    asked = replace(asked, area=asked.area if asked.area in areas else "")
    called = {each.id: each.name for each in areas.within(asked.area)}
    places = [asked.area, *called]
    all_seen = told(book, found, span, places) if only_told else exact(book, found, span, asked.place)
    seen = [each for each in all_seen if each.place not in called]
    rows = tuple(_row(found[each.code], each, span) for each in seen if not each.split)
    apart = [(called[each.place], each) for each in all_seen if each.place in called]
    return Figures(
        asked,
        rows,
        _opened(book, asked, found, seen, rows, apart),
        tuple(plans_of(book, asked.place)),
        _periods(clock.today()),
        {"": say("All teams"), **_places(book)},
        {name: say(each.title) for name, each in held.items()},
        _as_of(only_told=only_told),
        waits(book, span) if only_told else None,
        {each.id: called_with_level(each) for _, each in areas.below() if each.is_area},
        only_told or bool(questions.listing(book, "engagement", {"role": Role.CAREGIVER.value}, limit=1)),
    )


def _filled(book: Book, asked: Asked) -> Asked:
    usual = SYSTEM if sees_only_told(book) else USUAL
    name = asked.chosen if asked.chosen in sets(book) else usual
    codes = sets(book)[name].codes
    code = asked.code if asked.code in codes else codes[0]
    return replace(asked, period=asked.period or spans.called(_last_month()), chosen=name, code=code)


def _last_month() -> Span:
    return spans.before(Grain.MONTH, clock.today())


def _periods(today: date) -> dict[str, str]:
    """The days that one may choose: this month and those before, then quarters, then years."""
    lengths = (Grain.MONTH, MONTHS_BACK), (Grain.QUARTER, QUARTERS_BACK), (Grain.YEAR, YEARS_BACK)
    found = [span for grain, number in lengths for span in spans.latest(grain, today, number)]
    return {spans.called(span): spans.said(span) for span in found}


def _places(book: Book) -> dict[str, str]:
    """The teams that one may look at by themselves: a supervisor's own. A coordinator looks at the whole."""
    own = mine(book, clock.today()).teams if not sees_only_told(book) else frozenset()
    return {each.id: str(each["name"]) for each in questions.in_order(book, "team", limit=EVERY) if each.id in own}


def _row(indicator: Indicator, figure: Figure, span: Span) -> Row:
    days = "" if figure.span == span else spans.said(figure.span)
    words = in_words(indicator, figure)
    return Row(figure.code, say(indicator.title), words, days, indicator.sort, figure.why is None)


def _opened(
    book: Book,
    asked: Asked,
    found: Mapping[str, Indicator],
    seen: list[Figure],
    rows: tuple[Row, ...],
    apart: list[tuple[str, Figure]],
) -> Opened | None:
    row = next((each for each in rows if each.code == asked.code), None)
    if row is None:
        return None
    indicator, known = found[asked.code], chosen(book, "all")
    whole = next(each for each in seen if each.code == asked.code and not each.split)
    groups = [each for each in seen if each.code == asked.code and each.split]
    return Opened(
        row,
        indicator,
        points_of(book, indicator, whole.span, asked.place or asked.area, told=sees_only_told(book)),
        tuple((split_words(each), in_words(indicator, each)) for each in groups),
        tuple((name, in_words(indicator, each)) for name, each in apart if each.code == asked.code and each.tells),
        tuple((code, say(known[code].title)) for code in indicator.beside if code in known),
        may_list=not sees_only_told(book),
        span=whole.span,
        two=_two(book, asked, indicator),
    )


def _two(book: Book, asked: Asked, indicator: Indicator) -> Two | None:
    before, after = spans.named(asked.before), spans.named(asked.period)
    if before is None or after is None:
        return None
    return next(before_and_after(book, {asked.code: indicator}, before, after, asked.place or asked.area))


def _as_of(*, only_told: bool) -> str:
    if only_told:
        return say("From the bundles that came. Small numbers are told in words.")
    return say("From this book, as of today. A report shows less.")
