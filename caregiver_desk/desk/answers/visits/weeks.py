"""The sheets of a week as the book has them, and what is done when a cell of one is left.

A question of a book, answered in one piece: whoever goes on to the next caregiver waits for nothing. What a number
means is decided in `practice/visits/weeks.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.visits.households import listed
from caregiver_desk.desk.answers.days import as_day, short_day
from caregiver_desk.desk.answers.visits.heavy import heavy_from
from caregiver_desk.desk.answers.visits.homes import marks_of
from caregiver_desk.practice.periods import Period, meet
from caregiver_desk.practice.visits import numbers
from caregiver_desk.practice.visits.numbers import Listed
from caregiver_desk.practice.visits.weeks import Entry, Homes, length_on, week_of, written
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.reported import Source
from caregiver_desk.records.visits.visits import Outcome as VisitOutcome
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import fold, say

WORKING_DAYS, _SEVEN = 5, timedelta(7)
TEAM = 20  # sheets that are seen side by side


@dataclass(frozen=True)
class Home:
    """How a home is known."""

    code: str
    nickname: str
    village: str
    mark: str  # what to know before somebody knocks

    @property
    def called(self) -> str:
        return self.nickname or self.code


@dataclass(frozen=True)
class Sheet:
    """One caregiver's week: the numbers on her list, now and formerly, and her visits day by day."""

    caregiver: str
    name: str
    listed: tuple[Listed, ...]
    visits: Mapping[date, tuple[Entry, ...]]
    heavy_from: int  # visits done, from which a day of hers is heavy

    @property
    def length(self) -> int:
        return length_on(each.number for each in self.listed)

    def homes(self, day: date) -> Homes:
        """The numbers on her list of a day, and what they mean."""
        known = {each.number: numbers.meant(self.listed, self.caregiver, each.number, day) for each in self.listed}
        return {number: homes for number, homes in known.items() if homes}


@dataclass(frozen=True)
class Week:
    """Everyone who has a sheet in a week, by name; the sheets of some of them, and the homes on these."""

    days: tuple[date, ...]
    today: date
    names: Mapping[str, str]
    begun: frozenset[str]  # who was at a door in this week
    sheets: Mapping[str, Sheet]
    homes: Mapping[str, Home]
    late: int = 0  # sheets of the week before that are not in, while none of this one is

    def sheet(self, caregiver: str) -> Sheet | None:
        return self.sheets.get(caregiver)

    def called(self, household: str) -> str:
        """How her people call a home."""
        home = self.homes.get(household)
        return home.called if home else ""

    def short(self, caregiver: str) -> str:
        """A caregiver's first name, if nobody else here bears it."""
        name = self.names[caregiver]
        return first if self._bearing[first := _first(name)] == 1 else name

    def beside(self, caregiver: str) -> Sequence[str]:
        """Whose sheets are seen beside hers."""
        return round_about(list(self.names), caregiver)

    def after(self, caregiver: str) -> str:
        """Whose sheet is next; empty after the last."""
        order = list(self.names)
        return next(iter(order[order.index(caregiver) + 1 :]), "") if caregiver in order else ""

    @cached_property
    def _bearing(self) -> Counter[str]:
        return Counter(map(_first, self.names.values()))


def _first(name: str) -> str:
    return name.partition(" ")[0]


def span(days: Sequence[date], seen: int = WORKING_DAYS) -> str:
    """As many days of a week as are seen: 23 – 27 Feb, with a month for each of the two where it needs them."""
    first, last = days[0], days[seen - 1]
    start = str(first.day) if first.month == last.month else short_day(first)
    return say("{first} – {last}", first=start, last=short_day(last))


def week(book: Book, day: date, whose: str = "") -> Week:
    """The week of a day: who worked in it or was at somebody's door, and some of the sheets.

    They are those that are seen beside one caregiver's, and as many after them: whoever goes on waits for nothing.
    """
    days = week_of(day)
    span = (days[0].isoformat(), days[-1].isoformat())
    begun = frozenset(each.caregiver for each in questions.rounds(book, span))
    names = _names(book, _at_work(book, days) | begun)
    order = list(names)
    start = order.index(round_about(order, whose)[0]) if order else 0
    some = order[start : start + 2 * TEAM]
    visits = questions.listing(book, "visit", {"caregiver": some}, limit=EVERY, days=span)
    given = [each for each in questions.pointing_at(book, "assignment", "caregiver", some) if each["short_number"]]
    homes, heavy = _homes(book, {str(each["household"]) for each in (*visits, *given)}), heavy_from(book, some)
    sheets = {
        each: _sheet(
            each,
            names[each],
            [listed(leaf) for leaf in given if leaf["caregiver"] == each],
            [leaf for leaf in reversed(visits) if leaf["caregiver"] == each],
            homes,
            heavy[each],
        )
        for each in some
    }
    late = 0 if begun or clock.today() not in days else _not_in(book, days[0] - _SEVEN)
    return Week(days, clock.today(), names, begun, sheets, homes, late)


def _not_in(book: Book, day: date) -> int:
    """Of how many who worked in the week of this day no visit is written; none where no sheet was ever typed before."""
    days = week_of(day)
    first, last = days[0].isoformat(), days[-1].isoformat()
    if not questions.listing(book, "visit", limit=1, days=(questions.FIRST_DAY, last)):
        return 0
    return len(_at_work(book, days) - {each.caregiver for each in questions.rounds(book, (first, last))})


def round_about(order: Sequence[str], whose: str, many: int = TEAM) -> Sequence[str]:
    """As many as a team has, one of them among these."""
    at = order.index(whose) if whose in order else 0
    start = at - at % many
    return order[start : start + many]


def _names(book: Book, people: Collection[str]) -> dict[str, str]:
    """Everyone by name."""
    known = questions.names_of(book, list(people))
    named = {each: known.get(each) or say("Name not sent here") for each in people}
    return dict(sorted(named.items(), key=lambda each: (fold(each[1]), each[0])))


def _at_work(book: Book, days: Sequence[date]) -> set[str]:
    """Whoever is a caregiver in these days."""
    told = questions.facts(book, "engagement", ["person", "since", "until"], {"role": Role.CAREGIVER.value})
    asked = Period(days[0], days[-1])
    return {str(person) for _, person, since, until in told if meet(asked, Period(as_day(since), as_day(until)))}


def _homes(book: Book, ids: Collection[str]) -> dict[str, Home]:
    leaves = questions.pointing_at(book, "household", "id", sorted(ids))
    marked = marks_of(book, leaves)
    return {each.id: _home(each, marked) for each in leaves}


def _home(leaf: Leaf, marked: Mapping[str, str]) -> Home:
    code, nickname, village = (str(leaf[name] or "") for name in ("code", "nickname", "village"))
    return Home(code, nickname, village, marked.get(leaf.id, ""))


def _sheet(
    caregiver: str,
    name: str,
    given: Sequence[Listed],
    visits: Sequence[Leaf],
    homes: Mapping[str, Home],
    heavy: int,
) -> Sheet:
    hers: dict[date, tuple[Entry, ...]] = {}
    for each in visits:
        if day := as_day(each["day"]):
            hers[day] = (*hers.get(day, ()), _entry(each, day, given, homes))
    return Sheet(caregiver, name, tuple(given), hers, heavy)


def _entry(leaf: Leaf, day: date, given: Sequence[Listed], homes: Mapping[str, Home]) -> Entry:
    """A visit as its cell shows it: by the number that its home had on her list that day, else by its code."""
    home = str(leaf["household"])
    had = [each.number for each in given if each.household == home and each.period.holds(day)]
    code = homes[home].code if home in homes else say("not sent here")
    shown = written(had[0], length_on(each.number for each in given)) if had else code
    return Entry(shown, VisitOutcome(leaf["outcome"] or VisitOutcome.DONE), home, leaf.id, lines=leaf.lines)


def save_cell(book: Book, caregiver: str, day: date, before: Entry | None, now: Entry | None) -> Outcome:
    """One act, one undo: a new visit, another home or outcome for one that is there, or one taken out.

    Of a visit that was shown, only what she typed otherwise is written, in place of what she was shown.
    """
    if before is None:
        return _record(book, caregiver, day, now) if now else Outcome("")
    visit = before.visit or _find(book, caregiver, day, before.household)
    with book.as_shown(visit, before.lines) if before.lines else nullcontext():
        if now is None:
            return named("withdraw_visit")(book, id=visit)
        told = {"household": (before.household, now.household), "outcome": (before.outcome, now.outcome)}
        fields = {name: typed for name, (shown, typed) in told.items() if shown != typed}
        return named("change_visit")(book, id=visit, fields=fields)


def _record(book: Book, caregiver: str, day: date, now: Entry) -> Outcome:
    homes, outcomes = [now.household], {now.household: now.outcome}
    act = named("record_round")
    return act(book, caregiver=caregiver, day=day, households=homes, outcomes=outcomes, source=Source.PAPER)


def _find(book: Book, caregiver: str, day: date, household: str) -> str:
    """A visit that was saved a moment ago, before anybody was told its id."""
    where = {"caregiver": caregiver, "household": household}
    return questions.listing(book, "visit", where, limit=1, days=(day.isoformat(), day.isoformat()))[0].id
