"""A caregiver's list: each of her homes now, by its number with the check digit, as it goes onto paper."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.acts.visits.households import standing
from caregiver_desk.desk.answers.supervision.talks import heard
from caregiver_desk.desk.answers.visits.homes import marks
from caregiver_desk.practice.visits.weeks import length_on, written
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import fold, say


@dataclass(frozen=True)
class OnList:
    """One home: its number (empty where it has none), its code, and how it is found."""

    number: str
    code: str
    nickname: str
    village: str
    mark: str


@dataclass(frozen=True)
class NumberList:
    caregiver: str
    name: str
    homes: tuple[OnList, ...]

    @property
    def without(self) -> int:
        """How many homes have no number."""
        return sum(not each.number for each in self.homes)


def number_list(book: Book, caregiver: str) -> NumberList:
    """Her homes in the order of their numbers; those that have none come last."""
    hers = standing(book, caregiver, clock.today())
    length = length_on(each["short_number"] or 0 for each in hers)
    marked = marks(book)
    told = [(each["short_number"] or 0, _on_list(book, each, length, marked)) for each in hers]
    order = sorted(told, key=lambda each: (not each[0], each[0], each[1].code))
    name = questions.names_of(book, [caregiver]).get(caregiver, say("Name not sent here"))
    return NumberList(caregiver, name, tuple(home for _, home in order))


def every_list(book: Book) -> list[NumberList]:
    """The lists of everybody who has one, in the order of the week sheet."""
    told = [number_list(book, caregiver) for caregiver in heard(book)]
    return sorted((each for each in told if each.homes), key=lambda each: fold(each.name))


def _on_list(book: Book, assignment: Leaf, length: int, marked: dict[str, str]) -> OnList:
    home = questions.find_one(book, "household", str(assignment["household"]))
    number = written(assignment["short_number"], length) if assignment["short_number"] else ""
    code, nickname, village = (str((home and home[name]) or "") for name in ("code", "nickname", "village"))
    return OnList(number, code, nickname, village, marked.get(str(assignment["household"]), ""))
