"""A programme small enough to count by hand: six caregivers, two teams of one supervisor, in April 2026."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from homes import vetted

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.acts.insight.figures import Figure, exact
from caregiver_desk.acts.insight.listing import one_by_one
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice import spans
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

TODAY = date(2026, 4, 15)  # a Wednesday
NORTH, SOUTH = ("Thandeka", "Lindiwe", "Sibongile"), ("Grace", "Maria", "Bongani")
SINCE = "2025-06-02"
MARCH, QUARTER = "2026-03", "2026-Q1"


def go_to(day: date) -> None:
    """The program’s clock stands at this day."""
    clock.shift(timedelta(0))
    clock.shift(day - clock.today())


@dataclass(frozen=True)
class Six:
    """What tests ask of it: acts by their names, people by theirs, and a figure as its two numbers."""

    book: Book
    people: dict[str, str]
    north: str
    south: str

    def __getitem__(self, name: str) -> str:
        return self.people[name]

    def does(self, act: str, **given: Any) -> Outcome:
        return ACTS[act](self.book, **given)

    def home(self, code: str, team: str = "", **more: Any) -> str:
        return self.does("record_household", team=team or self.north, code=code, **more).record

    def visit(self, who: str, home: str, *days: str, **more: Any) -> None:
        for day in days:
            self.does("record_visit", caregiver=self[who], household=home, day=day, **more)

    def works(self, who: str, **fields: Any) -> None:
        """Something else holds of somebody’s work."""
        work = questions.listing(self.book, "engagement", {"person": self[who]})[0]
        self.does("change_engagement", id=work.id, fields=fields)

    def link(self, who: str) -> str:
        return questions.listing(self.book, "supervision", {"caregiver": self[who]})[0].id

    def figures(self, code: str, period: str = MARCH, place: str = "") -> list[Figure]:
        return exact(self.book, chosen(self.book, code), days(period), place)

    def counts(self, code: str, period: str = MARCH, place: str = "") -> tuple[int | None, int | None]:
        """So many of so many; and what is listed one by one is as much."""
        whole = self.figures(code, period, place)[0]
        assert whole.why is None, whole.why
        assert (whole.of or 0, whole.per) == self.listed(code, period, place)
        return whole.of, whole.per

    def listed(self, code: str, period: str, place: str = "") -> tuple[int, int | None]:
        indicator = chosen(self.book, code)[code]
        return tuple(  # type: ignore[return-value]
            sum(each.number for each in one_by_one(self.book, side, days(period), place, most=999, adds=indicator.adds))
            if side
            else None
            for side in (indicator.of, indicator.per)
        )

    def groups(self, code: str, period: str = MARCH, place: str = "") -> dict[str, tuple[int | None, int | None]]:
        return {each.split: (each.of, each.per) for each in self.figures(code, period, place) if each.split}

    def why(self, code: str, period: str = MARCH) -> Why | None:
        return self.figures(code, period)[0].why


def days(period: str) -> spans.Span:
    found = spans.named(period)
    assert found
    return found


def six(book: Book) -> Six:
    begin(book)
    return of(book)


def begin(book: Book) -> None:
    """Everybody, Nomvula too, began in June of the year before; caregivers are cleared. The book begins in January."""
    north, south = own_team(book), ACTS["record_team"](book, name="South").record
    people = dict(_hired(book, NORTH, north)) | dict(_hired(book, SOUTH, south))
    programme = Six(book, people, north, south)
    (own,) = questions.listing(book, "engagement", {"person": book.person})
    programme.does("change_engagement", id=own.id, fields={"since": SINCE})
    began = programme.home("HH-900", enrolled="2026-01-05", level=1)
    programme.visit("Thandeka", began, "2026-01-05")


def of(book: Book) -> Six:
    """As they stand in a book in which they began."""
    people = {str(each["given_names"]): each.id for each in questions.listing(book, "person")}
    north = own_team(book)
    south = next(each.id for each in questions.listing(book, "team") if each.id != north)
    return Six(book, {name: people[name] for name in (*NORTH, *SOUTH)}, north, south)


def _hired(book: Book, names: Iterable[str], team: str) -> Iterable[tuple[str, str]]:
    for name in names:
        person = ACTS["add_caregiver"](book, given_names=name, team=team, since=SINCE).record
        vetted(book, person, "cleared", SINCE)
        yield name, person
