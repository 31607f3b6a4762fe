"""A goal with every look at it; which kinds of support somebody had; which goals want a look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.growth.development import goals_to_look_at, looks_at, reviews_of, support_had
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.practice.growth.development import CHANGE_OR_DROP, Had, asks_to_change
from caregiver_desk.records.growth.development import LEARNING_GOAL
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import full_day, say


@dataclass(frozen=True)
class Goal:
    """A goal, whose it is, the looks at it in their order, and whether to ask for a change."""

    leaf: Leaf
    name: str
    looks: tuple[str, ...]
    asks: bool


@dataclass(frozen=True)
class SupportOf:
    """The seven kinds of support, and whose they are."""

    name: str
    told: tuple[Had, ...]


def goal(book: Book, record: str) -> Goal:
    leaf = questions.get(book, LEARNING_GOAL.name, record)
    name = questions.names_of(book, [str(leaf["caregiver"])]).get(str(leaf["caregiver"]), say("Name not sent here"))
    return Goal(
        leaf, name, tuple(map(_look, reviews_of(book, record))), asks_to_change(looks_at(book, record), norms_of(book))
    )


def _look(leaf: Leaf) -> str:
    day = as_day(leaf["day"])
    course = say(str(leaf["course"])) if leaf["course"] else ""
    return joined(full_day(day) if day else "", course, str(leaf["evidence"] or leaf["words"] or ""))


def support_of(book: Book, caregiver: str) -> SupportOf:
    name = questions.names_of(book, [caregiver]).get(caregiver, say("Name not sent here"))
    return SupportOf(name, support_had(book, caregiver, clock.today()))


def goals_to_bring(book: Book, caregiver: str, until: date) -> Iterator[tuple[str, str, date | None]]:
    """What to bring to a talk: goals whose day has come, each with why it stands there."""
    for each in goals_to_look_at(book, caregiver, until):
        words = str(each.goal["goal"] or say("A learning goal"))
        yield words, say(CHANGE_OR_DROP) if each.change_or_drop else say("Look at this goal together"), each.day
