"""Concerns as a list that may be seen by anybody in the room, numbers to ring, and one of them when it is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.concerns.how_it_stands import (
    concern_of,
    concerns_in,
    named_lead,
    next_chase,
    rules_of,
    state_of,
    states_said,
    steps_of,
)
from caregiver_desk.desk.answers.days import as_day, due
from caregiver_desk.desk.answers.people.her_record import Written
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.practice.concerns import concerns as practice
from caregiver_desk.practice.concerns.concerns import OVER, Duty
from caregiver_desk.practice.spoken import value
from caregiver_desk.practice.visits.services import Number
from caregiver_desk.records.concerns.concerns import ConcernSort, ConcernState, StepSort, Unsure, Whom
from caregiver_desk.records.people.people import Role
from caregiver_desk.reports.concerns.ringing import numbers
from caregiver_desk.store import histories, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import full_day, say

SHOWN = (
    "worker", "about", "place", "seen", "worry", "danger", "at_home", "family", "others", "done", "noticed_by",
)  # fmt: skip
THEIRS = ("noticed", "at", "seen", "place", "about", "done", "noticed_by")


@dataclass(frozen=True)
class Told:
    """One concern at a glance: number, clock, what to ask next. Never a name or a word of what was seen.

    Its kind stands where it is opened: it is not for who looks over somebody's shoulder.
    """

    id: str
    number: str
    sort: str
    stands: ConcernState
    since: tuple[date, str | None]
    hours: int  # after which it is red
    odd: str  # what does not go together, in words
    ask: str
    ask_on: date | None

    @property
    def state(self) -> str:
        return say(self.stands)

    @property
    def over(self) -> bool:
        return self.stands in OVER

    @property
    def clock(self) -> str:
        """As it is at this moment."""
        return practice.age(practice.minutes_since(*self.since, clock.now()))

    @property
    def red(self) -> bool:
        minutes = practice.minutes_since(*self.since, clock.now())
        return self.stands in practice.UNTOLD and (minutes is None or minutes >= self.hours * 60)

    def waits(self, today: date) -> bool:
        """Whether it must not wait: nobody was told yet, or an answer is due."""
        return not self.over and (self.stands in practice.UNTOLD or bool(self.ask_on and self.ask_on <= today))

    @property
    def next(self) -> str:
        return joined(self.ask, due(self.ask_on, clock.today())) if self.ask_on else ""


@dataclass(frozen=True)
class Concerns:
    open: tuple[Told, ...]
    over: tuple[Told, ...]
    numbers: tuple[Number, ...]
    rules: Mapping[str, Duty]
    lead: tuple[str, ...]  # what to know of a concern about a worker


@dataclass(frozen=True)
class Opened:
    """One concern, whole, for whoever opened it."""

    told: Told
    facts: tuple[tuple[str, str], ...]
    rules: tuple[Duty, ...]
    steps: tuple[tuple[str, str], ...]
    leads: tuple[str, ...]
    kind: str
    written: tuple[str, ...]  # by whom, on behalf of whom, and how late
    lead: tuple[str, ...]  # of a concern about a worker: where it goes
    may_rest: bool  # whether two may decide to leave it unreported
    sides: tuple[ConcernState, ...]  # how far it is, where laptops say it differently
    home: str  # which home it was matched to; empty where it was not


def concerns(book: Book) -> Concerns:
    rules = rules_of(book)
    told = sorted((_told(book, each, rules) for each in concerns_in(book)), key=_order)
    still = tuple(each for each in told if not each.over)
    return Concerns(still, tuple(each for each in told if each.over), numbers(book), rules, lead_in_words(book))


def lead_in_words(book: Book) -> tuple[str, ...]:
    """Where a concern about a worker goes, and what can be done where the lead is the one meant."""
    named = named_lead(book)
    if named is None:
        alone = say(
            "It goes to the safeguarding lead alone, and nobody is named as that yet: Settings has a place for it."
        )
        return alone, say("Until then ring a social worker or the police, 10111. Nobody has to agree first.")
    alone = say(
        "It goes to {name}, {phone}, alone: nothing of it to your coordinator, and nothing to the one it is about.",
        name=named["name"],
        phone=named["phone"],
    )
    other = joined(*_filled((named["instead"], named["instead_phone"]))) or say("a social worker")
    meant = "If it is about {name}: tell {other}, or the police, 10111. Nobody has to agree first."
    return alone, say(meant, name=named["name"], other=other)


def must_not_wait(book: Book) -> tuple[Told, ...]:
    """The concerns that Today shows before all else."""
    today = clock.today()
    return tuple(each for each in concerns(book).open if each.waits(today))


def how_many_wait(book: Book) -> int:
    return len(must_not_wait(book))


def _told(book: Book, leaf: Leaf, rules: Mapping[str, Duty]) -> Told:
    state, said = state_of(book, leaf), states_said(book, leaf)
    noticed = as_day(leaf["noticed"]) or clock.today()
    resting = state in OVER or state in practice.DECIDED
    asked, sort = None if resting else next_chase(book, leaf.id, rules), say(leaf["sort"] or ConcernSort.OTHER)
    return Told(
        leaf.id,
        str(leaf["number"] or say("Concern")),
        sort,
        state,
        (noticed, leaf["at"]),
        rules["CP2"].within,
        _odd(said, state),
        asked[1] if asked else "",
        asked[0] if asked else None,
    )


def _odd(said: Sequence[ConcernState], state: ConcernState) -> str:
    """What does not go together after a merge; it counts as open until somebody settles it."""
    if len(said) > 1:
        told = say(", ").join(say("“{words}”", words=say(each)) for each in said)
        words = "Laptops say differently how far it is: {told}. It counts as open until somebody settles it."
        return say(words, told=told)
    if said[0] in OVER and state not in OVER:
        return say("It was closed without a report or two named people. It counts as open.")
    return ""


def _order(told: Told) -> tuple[bool, bool, str]:
    return not told.red, told.stands not in practice.UNTOLD, told.number


def opened(book: Book, concern: str) -> Opened:
    leaf, rules = concern_of(book, concern), rules_of(book)
    leads = [each.name for each in partners.known(book) if each.role == Role.PROTECTION_LEAD and not each.parted]
    steps = tuple((_done(each), _details(each)) for each in steps_of(book, concern))
    danger, sort = Unsure(leaf["danger"] or Unsure.UNSURE), ConcernSort(leaf["sort"] or ConcernSort.OTHER)
    return Opened(
        _told(book, leaf, rules),
        _facts(leaf),
        _applying(leaf, rules),
        steps,
        tuple(leads),
        leaf.kind,
        _written(book, leaf),
        lead_in_words(book) if leaf["worker"] else (),
        danger is Unsure.NO and sort is not ConcernSort.SEXUAL,
        tuple(said) if len(said := states_said(book, leaf)) > 1 else (),
        str(leaf.values.get("household") or ""),
    )


def _written(book: Book, leaf: Leaf) -> tuple[str, ...]:
    """Who wrote it down and for whom, and after how long where that was late; of what this book was sent."""
    if not leaf["seen"]:
        return ()
    first = histories.history(book, leaf.kind, leaf.id)[0]
    called = questions.names_of(book, [first.by]) | {each.person: each.name for each in partners.known(book)}
    writer = called.get(first.by, say("somebody"))
    by = say("Written down by {writer}", writer=writer)
    if leaf["behalf"]:
        by = say("Written down by {writer}, on behalf of {whom}", writer=writer, whom=leaf["behalf"])
    late = practice.written_late(as_day(leaf["noticed"]) or clock.today(), leaf["at"], first.at)
    if late is None:
        return (by,)
    why = leaf["late"] or say("nobody said why")
    return by, say("Written down {span} after it was noticed: {why}", span=practice.span(late), why=why)


def for_who_noticed(book: Book, concern: str) -> tuple[Written, ...]:
    """Their own entry and how it stands, to be read by whoever noticed it: what others think of it is not there."""
    leaf = concern_of(book, concern)
    told, kind = _told(book, leaf, rules_of(book)), questions.kind_named(leaf.kind)
    entry = tuple(
        (say(kind.fields[name].label), value(kind.fields[name], leaf[name], {})) for name in THEIRS if leaf[name]
    )
    offices = tuple(_office(each) for each in reversed(steps_of(book, concern)) if _is_open(each))
    mine = say("You may report it yourself, at any time. Nobody has to agree first.")
    stands = ((say("How far it is"), told.state), *offices, (say("What you can do"), mine))
    return Written(None, say("How it stands"), stands), Written(None, say("What you noticed"), entry)


def _office(step: Leaf) -> tuple[str, str]:
    """When, and what was done under which number; no names."""
    day = as_day(step["day"])
    when = joined(full_day(day) if day else "", str(step["at"] or ""))
    return when, joined(say(step["sort"] or StepSort.ASKED), str(step["reference"] or ""))


def _is_open(step: Leaf) -> bool:
    return StepSort(step["sort"]) in practice.REPORTS | {*practice.CHASED.values(), StepSort.SUPERVISOR}


def _facts(leaf: Leaf) -> tuple[tuple[str, str], ...]:
    """What was seen, and beside it, as something else, why it worries us."""
    fields = questions.kind_named(leaf.kind).fields
    return tuple((say(fields[name].label), value(fields[name], leaf[name], {})) for name in SHOWN if leaf[name])


def _applying(leaf: Leaf, rules: Mapping[str, Duty]) -> tuple[Duty, ...]:
    """The rules that speak of it; where this book was not told whom it is about, those that hold of all."""
    danger, peers, worker = Unsure(leaf["danger"] or Unsure.NO), bool(leaf["peers"]), bool(leaf["worker"])
    sort, whom = ConcernSort(leaf["sort"] or ConcernSort.OTHER), Whom(leaf["whom"] or Whom.ADULT)
    return tuple(rules[code] for code in practice.applying(sort, whom, danger=danger, peers=peers, worker=worker))


def _done(step: Leaf) -> str:
    day = as_day(step["day"])
    return joined(say(step["sort"] or StepSort.ASKED), full_day(day) if day else "", str(step["at"] or ""))


def _details(step: Leaf) -> str:
    return joined(*_filled(step[name] for name in ("told_to", "reference", "done_by", "second", "reason", "proof")))


def _filled(values: Iterable[object]) -> list[str]:
    return [str(each) for each in values if each]
