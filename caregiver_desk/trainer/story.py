"""The story as it stands in `resources/trainer`, and what its telling keeps in mind."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol

from caregiver_desk.acts.act import named
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.trainer import languages, names
from caregiver_desk.trainer.calendar import LAST, Calendar
from caregiver_desk.wording import RESOURCES

Told = Mapping[str, Any]

TEAMS = ("north", "south")
LAPTOPS = (*TEAMS, "coordinator")
AT_WORK = frozenset({"active", "probation", "light duty", "leaving"})
WORKING_DAYS = 5
OPEN = frozenset({"open", "changed", "offered", "accepted", "being worked on", "made", "received"})
_ALL_OF_IT = 20_000


def told(subject: str) -> Told:
    """What the story says of one subject, in the language that is heard and the names that everybody bears now."""
    return _told(subject, names.worn(), languages.heard())


@cache
def _told(subject: str, called: int, language: str) -> Told:
    text = languages.told_in(RESOURCES / "trainer", f"{subject}.toml", language).read_text(encoding="utf-8")
    return tomllib.loads(names.in_other_names(text, called))


def owner(laptop: str) -> str:
    """The given name of who works on a laptop: north, south or coordinator."""
    return str(told("people")["books"][laptop]["name"].split()[0])


def caregivers() -> Sequence[Told]:
    return list(told("people")["caregivers"])


def lasting(spell: Told, week: int) -> bool:
    return bool(spell["from"] <= week <= spell.get("until", week))


def listed(book: Book, kind: str, **where: Any) -> list[Leaf]:
    """All records of a kind, however many."""
    return questions.listing(book, kind, where, limit=_ALL_OF_IT)


@dataclass(frozen=True)
class Books:
    """The three laptops of the story."""

    north: Book
    south: Book
    coordinator: Book

    def each(self) -> tuple[Book, Book, Book]:
        return self.north, self.south, self.coordinator

    def of(self, laptop: str) -> Book:
        """The book on the laptop of the north, the south or the coordinator."""
        return dict(zip(LAPTOPS, self.each(), strict=True))[laptop]

    def close(self) -> None:
        """All of them, also where one does not close as it should."""
        with ExitStack() as closes:
            for book in self.each():
                closes.callback(book.close)


class Happening(Protocol):
    """What comes of something later in the story."""

    def happen(self) -> None: ...


@dataclass(frozen=True)
class Settling:
    """A record that gets these values later in the story, if it is still open then, or is never closed."""

    book: Book
    kind: str
    record: str
    fields: dict[str, Any]

    def happen(self) -> None:
        if questions.get(self.book, self.kind, self.record).values.get("state", "open") not in OPEN:
            return
        if (self.kind, self.fields) == ("promise", {"state": "done"}):
            named("keep_promise")(self.book, id=self.record)
        else:
            named(f"change_{self.kind}")(self.book, id=self.record, fields=self.fields)


@dataclass(frozen=True)
class AskingAfter:
    """What was offered by itself after something was done is done in its turn."""

    book: Book
    where: dict[str, str]
    fields: dict[str, Any]

    def happen(self) -> None:
        for each in listed(self.book, "follow_up", code="F3", state="offered", **self.where):
            named("change_follow_up")(self.book, id=each.id, fields=self.fields)


@dataclass(frozen=True)
class Telling:
    """What every chapter needs: the books, the days, and who or which home is meant by a name."""

    books: Books
    calendar: Calendar
    seed: int
    people: dict[str, str] = field(default_factory=dict)  # given names: id
    homes: dict[str, str] = field(default_factory=dict)  # code: id
    services: dict[str, str] = field(default_factory=dict)  # name: id
    concerns: dict[str, str] = field(default_factory=dict)  # whom they are about: id
    circles: dict[str, str] = field(default_factory=dict)  # name of a group: id
    cohorts: dict[str, str] = field(default_factory=dict)  # name of a course group: id
    _ahead: dict[int, list[Happening]] = field(default_factory=dict)  # by week

    def chance(self, *about: object) -> random.Random:
        """Dice for one matter of one week, so that telling fewer weeks does not change the others."""
        return random.Random("/".join(map(str, (self.seed, *about))))  # noqa: S311 - a rehearsal, not a secret

    def desk(self, team: str, week: int) -> Book:
        """The book in which this team is kept in this week."""
        taken_over = week >= told("sharing")["take_over"]["week"]
        return self.books.north if team == "north" or taken_over else self.books.south

    def of_week(self, events: Iterable[Told], week: int) -> Iterator[Told]:
        """The events that are told in this week; what lies ahead of us is told in the last of all, and in no other."""
        return (each for each in events if min(each["day"][0], LAST) == week and self._is_told(each["day"]))

    def later(self, day: Sequence[int], settling: Happening) -> None:
        """What is settled by the end of that week, once its day has come."""
        if self._is_told(day):
            self._ahead.setdefault(day[0], []).append(settling)

    def _is_told(self, day: Sequence[int]) -> bool:
        return self.calendar.last == LAST or self.calendar.has_come(day)

    def settle(self, week: int) -> None:
        """What was to be settled in this week, is."""
        for each in self._ahead.pop(week, []):
            each.happen()
