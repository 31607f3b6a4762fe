"""A caregiver's list: each of their homes now, by its number with the check digit, as it goes onto paper.

Codes and landmarks stand on it, never who lives there. What to know before somebody knocks is for the screen alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.acts.visits.households import standing
from caregiver_desk.practice.visits.weeks import length_on, written
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import count, fold, say


@dataclass(frozen=True)
class OnList:
    """One home: its number (empty where it has none), its code, and how it is found."""

    number: str
    code: str
    nickname: str
    village: str
    mark: str = ""

    @property
    def found_by(self) -> str:
        return say(" · ").join(filter(None, (self.code, self.nickname, self.village)))


@dataclass(frozen=True)
class NumberList:
    caregiver: str
    name: str
    homes: tuple[OnList, ...]

    @property
    def without(self) -> int:
        """How many homes have no number."""
        return sum(not each.number for each in self.homes)

    @property
    def how_many(self) -> str:
        return count("{number} home", "{number} homes", len(self.homes))


@dataclass(frozen=True)
class NumberLists:
    """Lists for paper, a page each."""

    lists: tuple[NumberList, ...]

    def in_words(self) -> Document:
        return Document(say("Household list"), (), tuple(map(section_of, self.lists)))


def section_of(told: NumberList) -> Section:
    """The list in words."""
    lines = tuple(Line(each.number or "–", each.found_by or "–") for each in told.homes)
    return Section(say("{name} · {homes}", name=told.name, homes=told.how_many), lines)


def number_list(book: Book, caregiver: str, marks: Mapping[str, str] | None = None) -> NumberList:
    """Their homes in the order of their numbers; those that have none come last. `marks` are said of homes, by id."""
    hers = standing(book, caregiver, clock.today())
    length = length_on(each["short_number"] or 0 for each in hers)
    told = [(each["short_number"] or 0, _on_list(book, each, length, marks or {})) for each in hers]
    order = sorted(told, key=lambda each: (not each[0], each[0], each[1].code))
    name = questions.names_of(book, [caregiver]).get(caregiver, say("Name not sent here"))
    return NumberList(caregiver, name, tuple(home for _, home in order))


def every_list(book: Book) -> list[NumberList]:
    """The lists of everybody who has one, in the order of the week sheet."""
    having = {str(caregiver) for _, caregiver in questions.facts(book, "assignment", ["caregiver"]) if caregiver}
    told = [number_list(book, caregiver) for caregiver in sorted(having)]
    return sorted((each for each in told if each.homes), key=lambda each: fold(each.name))


def _on_list(book: Book, assignment: Leaf, length: int, marks: Mapping[str, str]) -> OnList:
    home = questions.find_one(book, "household", str(assignment["household"]))
    number = written(assignment["short_number"], length) if assignment["short_number"] else ""
    code, nickname, village = (str((home and home[name]) or "") for name in ("code", "nickname", "village"))
    return OnList(number, code, nickname, village, marks.get(str(assignment["household"]), ""))
