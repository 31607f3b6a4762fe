"""The sheets of a week as the book has them, and what is done when a cell of one is left.

A question of a book, answered in one piece: whoever goes on to the next caregiver waits for nothing. What a number
means is decided in `practice/weeks.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.households import listed
from caregiver_desk.acts.keeping import period
from caregiver_desk.desk.answers.days import as_day, short_day
from caregiver_desk.desk.answers.homes import marks
from caregiver_desk.practice import numbers
from caregiver_desk.practice.numbers import Listed
from caregiver_desk.practice.periods import Period, meet
from caregiver_desk.practice.weeks import Entry, Homes, length_on, week_of, written
from caregiver_desk.records.people import Role
from caregiver_desk.records.reported import Source
from caregiver_desk.records.visits import Outcome as VisitOutcome
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import fold, say

_FRIDAY = 4


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

    @property
    def length(self) -> int:
        return length_on(each.number for each in self.listed)

    def homes(self, day: date) -> Homes:
        """The numbers on her list of a day, and what they mean."""
        known = {each.number: numbers.meant(self.listed, self.caregiver, each.number, day) for each in self.listed}
        return {number: homes for number, homes in known.items() if homes}


@dataclass(frozen=True)
class Week:
    """Every sheet of a week, by the names of the caregivers."""

    days: tuple[date, ...]
    today: date
    sheets: tuple[Sheet, ...]
    homes: Mapping[str, Home]

    def sheet(self, caregiver: str) -> Sheet | None:
        return self._by_caregiver.get(caregiver)

    def called(self, household: str) -> str:
        """How her people call a home."""
        home = self.homes.get(household)
        return home.called if home else ""

    def short(self, sheet: Sheet) -> str:
        """A caregiver's first name, if nobody else here bears it."""
        first = _first(sheet.name)
        return first if self._bearing[first] == 1 else sheet.name

    @cached_property
    def _by_caregiver(self) -> Mapping[str, Sheet]:
        return {each.caregiver: each for each in self.sheets}

    @cached_property
    def _bearing(self) -> Counter[str]:
        return Counter(_first(each.name) for each in self.sheets)


def _first(name: str) -> str:
    return name.partition(" ")[0]


def span(days: Sequence[date]) -> str:
    """A working week: 23 – 27 Feb, with a month for each day where it needs two."""
    first, last = days[0], days[_FRIDAY]
    start = str(first.day) if first.month == last.month else short_day(first)
    return say("{first} – {last}", first=start, last=short_day(last))


def week(book: Book, day: date) -> Week:
    """The week of a day, with a sheet for everyone who worked in it or was at somebody's door."""
    days = week_of(day)
    visits = [each for on in days for each in reversed(_visits(book, day=on))]
    marked = marks(book)
    homes = {each.id: _home(each, marked) for each in questions.listing(book, "household", limit=EVERY)}
    given: dict[str, list[Listed]] = {}
    for each in questions.listing(book, "assignment", limit=EVERY):
        if each["short_number"]:
            given.setdefault(str(each["caregiver"]), []).append(listed(each))
    people = _at_work(book, days) | {str(each["caregiver"]): None for each in visits}
    names = questions.names_of(book, list(people))
    made: dict[str, list[Leaf]] = {}
    for each in visits:
        made.setdefault(str(each["caregiver"]), []).append(each)
    sheets = [_sheet(each, names.get(each, ""), given.get(each, ()), made.get(each, ()), homes) for each in people]
    return Week(days, clock.today(), tuple(sorted(sheets, key=lambda sheet: fold(sheet.name))), homes)


def _visits(book: Book, *, day: date, **where: str) -> list[Leaf]:
    return questions.listing(book, "visit", {"day": day.isoformat(), **where}, limit=EVERY)


def _at_work(book: Book, days: Sequence[date]) -> dict[str, None]:
    """Whoever is a caregiver in these days."""
    engaged = questions.listing(book, "engagement", {"role": Role.CAREGIVER.value}, limit=EVERY)
    asked = Period(days[0], days[-1])
    return {str(each["person"]): None for each in engaged if meet(asked, period(each))}


def _home(leaf: Leaf, marked: Mapping[str, str]) -> Home:
    code, nickname, village = (str(leaf[name] or "") for name in ("code", "nickname", "village"))
    return Home(code, nickname, village, marked.get(leaf.id, ""))


def _sheet(
    caregiver: str, name: str, given: Sequence[Listed], visits: Sequence[Leaf], homes: Mapping[str, Home]
) -> Sheet:
    hers: dict[date, tuple[Entry, ...]] = {}
    for each in visits:
        if day := as_day(each["day"]):
            hers[day] = (*hers.get(day, ()), _entry(each, day, given, homes))
    return Sheet(caregiver, name or say("Name not sent here"), tuple(given), hers)


def _entry(leaf: Leaf, day: date, given: Sequence[Listed], homes: Mapping[str, Home]) -> Entry:
    """A visit as its cell shows it: by the number that its home had on her list that day, else by its code."""
    home = str(leaf["household"])
    had = [each.number for each in given if each.household == home and each.period.holds(day)]
    code = homes[home].code if home in homes else say("not sent here")
    shown = written(had[0], length_on(each.number for each in given)) if had else code
    return Entry(shown, VisitOutcome(leaf["outcome"] or VisitOutcome.DONE), home, leaf.id)


def save_cell(book: Book, caregiver: str, day: date, before: Entry | None, now: Entry | None) -> Outcome:
    """One act, one undo: a new visit, another home or outcome for one that is there, or one taken out."""
    if before is None:
        return _record(book, caregiver, day, now) if now else Outcome("")
    visit = before.visit or _find(book, caregiver, day, before.household)
    if now is None:
        return named("withdraw_visit")(book, id=visit)
    return named("change_visit")(book, id=visit, fields={"household": now.household, "outcome": now.outcome})


def _record(book: Book, caregiver: str, day: date, now: Entry) -> Outcome:
    homes, outcomes = [now.household], {now.household: now.outcome}
    act = named("record_round")
    return act(book, caregiver=caregiver, day=day, households=homes, outcomes=outcomes, source=Source.PAPER)


def _find(book: Book, caregiver: str, day: date, household: str) -> str:
    """A visit that was saved a moment ago, before anybody was told its id."""
    return _visits(book, day=day, caregiver=caregiver, household=household)[0].id
