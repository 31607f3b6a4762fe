"""Support that is under way, on whom something weighs, and how much of it is due."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

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
    caregivers: Choices | None
    services: Choices | None
    steps: tuple[Step, ...]
    weighs: tuple[Weighs, ...]


def support(book: Book) -> Support:
    caregivers = choices(book, HEARD)
    offered = questions.listing(book, "follow_up", {"state": UNDER_WAY}, limit=EVERY)
    carried = questions.listing(book, "stressor", {"state": CARRIED}, limit=EVERY)
    gone = gone_of(book, {str(each["caregiver"]) for each in (*offered, *carried)})
    offered, carried = ([each for each in some if each["caregiver"] not in gone] for some in (offered, carried))
    names = questions.names_of(book, list({str(each["caregiver"]) for each in (*offered, *carried)}))
    steps = sorted((_step(each, names) for each in offered), key=lambda step: step.due or date.max)
    return Support(caregivers, choices(book, "service"), tuple(steps), _by_person(carried, names))


def late_steps(book: Book) -> int:
    """How many steps are due by today."""
    until = (questions.FIRST_DAY, clock.today().isoformat())
    whose = [
        str(each) for _, each in questions.facts(book, "follow_up", ["caregiver"], {"state": UNDER_WAY}, days=until)
    ]
    gone = gone_of(book, set(whose))
    return sum(each not in gone for each in whose)


def _step(leaf: Leaf, names: dict[str, str]) -> Step:
    told = tell(leaf, names)
    somebody = str(leaf["caregiver"])
    return Step(leaf.id, somebody, names.get(somebody, ""), joined(told.title, told.tags[0][0]), as_day(leaf["due"]))


def _by_person(carried: list[Leaf], names: dict[str, str]) -> tuple[Weighs, ...]:
    things = Counter(str(each["caregiver"]) for each in carried)
    worked_on = Counter(str(each["caregiver"]) for each in carried if each["state"] == StressorState.WORKED_ON.value)
    told = [Weighs(each, names.get(each, ""), number, worked_on[each]) for each, number in things.items()]
    return tuple(sorted(told, key=lambda each: each.name))
