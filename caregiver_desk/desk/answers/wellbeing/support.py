"""Support that is under way, on whom something weighs, and how much of it is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.people.placing import gone_of
from caregiver_desk.desk.answers.choices import HEARD, Choices, choices
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.telling import joined, tell
from caregiver_desk.practice.due import CARRIED, UNDER_WAY
from caregiver_desk.records.wellbeing.wellbeing import StressorState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, say


@dataclass(frozen=True)
class Step:
    """One piece of support under way: whose, what comes next, and when."""

    id: str
    caregiver: str
    name: str
    what: str
    due: date | None


@dataclass(frozen=True)
class Weighs:
    """On whom something weighs: how many things, and of these how many are being worked on."""

    caregiver: str
    name: str
    things: int
    worked_on: int

    @property
    def words(self) -> str:
        things = count("{number} thing", "{number} things", self.things)
        return joined(things, say("{number} being worked on", number=self.worked_on) if self.worked_on else "")


@dataclass(frozen=True)
class Support:
    """Of the steps the first are told; `under_way` is how many there are, and `late` of how many the day has come."""

    caregivers: Choices | None
    services: Choices | None
    steps: tuple[Step, ...]
    weighs: tuple[Weighs, ...]
    under_way: int = 0
    late: int = 0


class _UnderWay(NamedTuple):
    """A step that was offered and is not over, of somebody who is here."""

    id: str
    caregiver: str
    due: date | None

    @property
    def late(self) -> bool:
        return self.due is not None and self.due <= clock.today()


def support(book: Book, told: int = EVERY) -> Support:
    """As many steps are told of as are `told`, what is due first before the others."""
    steps = sorted(_under_way(book), key=lambda each: each.due or date.max)
    first, weighs = steps[:told], _carried(book)
    names = questions.names_of(book, list({each.caregiver for each in first} | {whose for whose, _ in weighs}))
    return Support(
        choices(book, HEARD), choices(book, "service"), _told(book, first, names), _by_person(weighs, names),
        len(steps), sum(each.late for each in steps),
    )  # fmt: skip


def late_steps(book: Book) -> int:
    """How many steps are due by today."""
    return sum(each.late for each in _under_way(book))


def _under_way(book: Book) -> list[_UnderWay]:
    found = questions.facts(book, "follow_up", ["caregiver", "due"], {"state": UNDER_WAY})
    steps = [_UnderWay(step, str(whose), as_day(due)) for step, whose, due in found]
    gone = gone_of(book, {each.caregiver for each in steps})
    return [each for each in steps if each.caregiver not in gone]


def _carried(book: Book) -> list[tuple[str, str]]:
    """On whom something weighs, of those who are here, and how it stands."""
    found = questions.facts(book, "stressor", ["caregiver", "state"], {"state": CARRIED})
    things = [(str(whose), str(state)) for _, whose, state in found]
    gone = gone_of(book, {whose for whose, _ in things})
    return [(whose, state) for whose, state in things if whose not in gone]


def _told(book: Book, first: Sequence[_UnderWay], names: dict[str, str]) -> tuple[Step, ...]:
    leaves = questions.listing(book, "follow_up", {"id": [each.id for each in first]}, limit=EVERY) if first else []
    steps = {leaf.id: _step(leaf, names) for leaf in leaves}
    return tuple(steps[each.id] for each in first)


def _step(leaf: Leaf, names: dict[str, str]) -> Step:
    told = tell(leaf, names)
    somebody = str(leaf["caregiver"])
    return Step(leaf.id, somebody, names.get(somebody, ""), joined(told.title, told.tags[0][0]), as_day(leaf["due"]))


def _by_person(carried: Sequence[tuple[str, str]], names: dict[str, str]) -> tuple[Weighs, ...]:
    """Of each thing that weighs, on whom, and how it stands."""
    things = Counter(whose for whose, _ in carried)
    worked_on = Counter(whose for whose, state in carried if state == StressorState.WORKED_ON.value)
    told = [Weighs(each, names.get(each, ""), number, worked_on[each]) for each, number in things.items()]
    return tuple(sorted(told, key=lambda each: each.name))
