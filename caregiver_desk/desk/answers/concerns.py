"""Concerns as a list that may be seen by anybody in the room, numbers to ring, and one of them when it is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.concerns import next_chase, rules_of, steps_of
from caregiver_desk.desk.answers.days import as_day, due
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.practice import concerns as practice
from caregiver_desk.practice import services
from caregiver_desk.practice.concerns import OVER, Duty
from caregiver_desk.records.concerns import ConcernSort, ConcernState, StepSort, Unsure, Whom
from caregiver_desk.records.people import Role
from caregiver_desk.records.referrals import ServiceKind
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, say

RUNG = (
    ServiceKind.POLICE,
    ServiceKind.CHILD_PROTECTION,
    ServiceKind.SOCIAL_WORK,
    ServiceKind.AFTER_VIOLENCE,
    ServiceKind.CLINIC,
)  # in this order


@dataclass(frozen=True)
class Number:
    """Whom to ring. `old` where nobody has verified it for long."""

    name: str
    phone: str
    old: bool


@dataclass(frozen=True)
class Told:
    """One concern at a glance: number, clock, what to ask next. Never a name or a word of what was seen.

    Its kind is not for who looks over a supervisor's shoulder; a coordinator is told nothing else of it.
    """

    id: str
    number: str
    sort: str
    state: str
    glance: str
    clock: str
    red: bool
    over: bool
    ask: str
    ask_on: date | None

    def waits(self, today: date) -> bool:
        """Whether it must not wait: nobody was told yet, or an answer is due."""
        return not self.over and (self.state == say(ConcernState.NOTICED) or bool(self.ask_on and self.ask_on <= today))

    @property
    def next(self) -> str:
        return joined(self.ask, due(self.ask_on, clock.today())) if self.ask_on else ""


@dataclass(frozen=True)
class Concerns:
    open: tuple[Told, ...]
    over: tuple[Told, ...]
    numbers: tuple[Number, ...]
    rules: Mapping[str, Duty]


@dataclass(frozen=True)
class Opened:
    """One concern, whole, for whoever opened it."""

    told: Told
    facts: tuple[tuple[str, str], ...]
    rules: tuple[Duty, ...]
    steps: tuple[tuple[str, str], ...]
    leads: tuple[str, ...]


def concerns(book: Book) -> Concerns:
    rules = rules_of(book)
    told = sorted((_told(book, each, rules) for each in questions.listing(book, "concern", limit=EVERY)), key=_order)
    still = tuple(each for each in told if not each.over)
    return Concerns(still, tuple(each for each in told if each.over), numbers(book), rules)


def must_not_wait(book: Book) -> tuple[Told, ...]:
    """The concerns that Today shows before all else."""
    today = clock.today()
    return tuple(each for each in concerns(book).open if each.waits(today))


def how_many_wait(book: Book) -> int:
    return len(must_not_wait(book))


def numbers(book: Book | None) -> tuple[Number, ...]:
    """Those of the directory that help at once, and the ones that the whole country shares, each once."""
    entered = questions.listing(book, "service", limit=EVERY) if book else []
    own = [
        {name: each[name] for name in ("name", "phone", "sort")} | {"verified": as_day(each["verified"])}
        for each in entered
    ]
    found: dict[str, Number] = {}
    for each in sorted((*own, *services.national()), key=_rung):
        phone = str(each["phone"] or "")
        if phone and each["sort"] in RUNG:
            digits = "".join(sign for sign in phone if sign.isdigit())
            found.setdefault(digits, Number(each["name"], phone, services.to_check(each["verified"], clock.today())))
    return tuple(found.values())


def _rung(told: Mapping[str, object]) -> int:
    return RUNG.index(ServiceKind(str(told["sort"]))) if told["sort"] in RUNG else len(RUNG)


def _told(book: Book, leaf: Leaf, rules: Mapping[str, Duty]) -> Told:
    state = ConcernState(leaf["state"] or ConcernState.NOTICED)
    noticed = as_day(leaf["noticed"]) or clock.today()
    minutes = practice.minutes_since(noticed, leaf["at"], clock.now())
    asked, sort = None if state in OVER else next_chase(book, leaf.id, rules), say(leaf["sort"] or ConcernSort.OTHER)
    return Told(
        leaf.id,
        str(leaf["number"] or say("Concern")),
        sort,
        say(state),
        say("{sort} · {state}", sort=sort, state=say(state)) if book.role == Role.COORDINATOR else say(state),
        practice.age(minutes),
        practice.is_red(minutes, state, rules),
        state in OVER,
        asked[1] if asked else "",
        asked[0] if asked else None,
    )


def _order(told: Told) -> tuple[bool, bool, str]:
    return not told.red, told.state != say(ConcernState.NOTICED), told.number


def opened(book: Book, concern: str) -> Opened:
    leaf, rules = questions.get(book, "concern", concern), rules_of(book)
    leads = [each.name for each in partners.known(book) if each.role == Role.PROTECTION_LEAD and not each.parted]
    steps = tuple((_done(each), _details(each)) for each in steps_of(book, concern))
    return Opened(_told(book, leaf, rules), _facts(leaf), _applying(leaf, rules), steps, tuple(leads))


def _facts(leaf: Leaf) -> tuple[tuple[str, str], ...]:
    """What was seen, and beside it, as something else, why it worries us."""
    fields = questions.kind_named("concern").fields
    shown = ("about", "place", "seen", "worry", "worker")
    return tuple((say(fields[name].label), str(leaf[name])) for name in shown if leaf[name])


def _applying(leaf: Leaf, rules: Mapping[str, Duty]) -> tuple[Duty, ...]:
    """The rules that speak of it; where this book was not told whom it is about, those that hold of all."""
    danger, peers, worker = Unsure(leaf["danger"] or Unsure.NO), bool(leaf["peers"]), bool(leaf["worker"])
    sort, whom = ConcernSort(leaf["sort"] or ConcernSort.OTHER), Whom(leaf["whom"] or Whom.ADULT)
    return tuple(rules[code] for code in practice.applying(sort, whom, danger=danger, peers=peers, worker=worker))


def _done(step: Leaf) -> str:
    day = as_day(step["day"])
    return joined(say(step["sort"] or StepSort.ASKED), full_day(day) if day else "")


def _details(step: Leaf) -> str:
    return joined(*_filled(step[name] for name in ("told_to", "reference", "done_by", "second", "reason", "proof")))


def _filled(values: Iterable[object]) -> list[str]:
    return [str(each) for each in values if each]
