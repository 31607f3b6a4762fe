"""What stands on Today: what was promised, what to ask after, who is due to be heard, what came in.

Questions of a book, answered in words of the desk. When something is due is decided in `practice/due.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.desk.parts.words import ago, as_day
from caregiver_desk.desk.telling import referred
from caregiver_desk.practice.due import WAITING, Work, answer, look_at_plan, talk
from caregiver_desk.records.households import HouseholdState
from caregiver_desk.records.people import EngagementState, Role
from caregiver_desk.records.referrals import ReferralState
from caregiver_desk.store import arrivals, partners, questions, upkeep
from caregiver_desk.store.arrivals import Opened
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say

ALL, AHEAD = 2000, 7
TOO_LONG = timedelta(days=7)  # without a backup


@dataclass(frozen=True)
class Owed:
    """A promise that is due."""

    id: str
    what: str
    whose: str
    due: date


@dataclass(frozen=True)
class Waiting:
    """Somebody who is due to be heard."""

    caregiver: str
    name: str
    last: str
    due: date


@dataclass(frozen=True)
class ToAsk:
    """A support plan to look at together, or a service to ask what came of a referral."""

    kind: str
    id: str
    what: str
    whose: str
    due: date


@dataclass(frozen=True)
class Day:
    owed: tuple[Owed, ...]
    after: tuple[ToAsk, ...]
    waiting: tuple[Waiting, ...]
    arrived: tuple[tuple[str, Opened], ...]
    week: tuple[tuple[str, int], ...]
    needs_you: int
    people: int
    backed_up_on: date | None  # where that is too long ago


def day(book: Book) -> Day:
    today = clock.today()
    told = talks(book, today)
    names = questions.names_of(book, [each.caregiver for each in told])
    senders = {each.laptop: each.name for each in partners.known(book)}
    came = tuple((senders.get(each.laptop, ""), each) for each in arrivals.opened(book)[:2])
    monday = (today - timedelta(today.weekday())).isoformat()
    return Day(
        _owed(book, names, today),
        tuple(sorted((*_plans(book, names, today), *_referrals(book, today)), key=lambda each: each.due)),
        _waiting(told, names, today),
        came,
        (
            (say("Check-ins held"), questions.count(book, "check_in", {"state": "held"}, since=monday)),
            (say("Visits"), questions.count(book, "visit", since=monday)),
        ),
        len([each for each in questions.disputed(book) if each.quarrels]),
        len(told),
        _backed_up_too_long_ago(book, today),
    )


def _backed_up_too_long_ago(book: Book, today: date) -> date | None:
    last = upkeep.backed_up_on(book, today)
    return last if last and today - last >= TOO_LONG else None


def _owed(book: Book, names: dict[str, str], today: date) -> tuple[Owed, ...]:
    until = (today + timedelta(AHEAD)).isoformat()
    promised = questions.listing(book, "promise", {"state": "open"}, limit=ALL)
    soon = sorted((each for each in promised if each["due"] and each["due"] <= until), key=lambda each: each["due"])
    return tuple(_owing(each, names) for each in soon)


def _owing(leaf: Leaf, names: dict[str, str]) -> Owed:
    name = names.get(str(leaf["caregiver"]), say("somebody"))
    hers = leaf["owner"] == "caregiver"
    whose = say("{name} promised", name=name) if hers else say("promised to {name}", name=name)
    return Owed(leaf.id, leaf["what"] or say("A promise"), whose, date.fromisoformat(leaf["due"]))


def _with_a_plan(book: Book) -> frozenset[str]:
    plans = questions.listing(book, "support_plan", limit=ALL)
    return frozenset(str(each["caregiver"]) for each in plans if not each["ended"])


def _plans(book: Book, names: dict[str, str], today: date) -> Iterator[ToAsk]:
    """The support plans that the two should look at again."""
    for each in questions.listing(book, "support_plan", limit=ALL):
        look = look_at_plan(as_day(each["opened"]) or today, as_day(each["reviewed"]), as_day(each["ended"]))
        if look and look <= today + timedelta(AHEAD):
            whose = names.get(str(each["caregiver"]), say("somebody"))
            yield ToAsk(each.kind, each.id, say("Look at the support plan together"), whose, look)


def _referrals(book: Book, today: date) -> Iterator[ToAsk]:
    """The services to be asked what came of a referral; nobody asks for a household that is paused."""
    waiting = [each for state in WAITING for each in questions.listing(book, "referral", {"state": state}, limit=ALL)]
    due = {each.id: _answer_due(book, each, today) for each in waiting}
    soon = [each for each in waiting if (due[each.id] or date.max) <= today + timedelta(AHEAD)]
    names = questions.names_of(book, referred(soon))
    for each in soon:
        whose = names.get(str(each["household"]), say("a household"))
        words = say("Ask {service} what came of it", service=names.get(str(each["service"]), say("a service")))
        yield ToAsk(each.kind, each.id, words, whose, due[each.id] or today)


def _answer_due(book: Book, referral: Leaf, today: date) -> date | None:
    home = questions.find_one(book, "household", str(referral["household"]))
    state = HouseholdState((home and home["state"]) or HouseholdState.ACTIVE)
    return answer(ReferralState(referral["state"]), as_day(referral["day"]) or today, state)


@dataclass(frozen=True)
class Talk:
    """When somebody of the team was last heard, and is due to be heard again; `due` is empty where she is not."""

    engaged: Leaf
    heard: date | None
    due: date | None

    @property
    def caregiver(self) -> str:
        return str(self.engaged["person"])

    @property
    def gone(self) -> bool:
        return self.engaged["state"] in {EngagementState.LEFT.value, EngagementState.DECEASED.value}


def talks(book: Book, today: date) -> list[Talk]:
    """Every caregiver this book knows, with the talks that were held with her."""
    engaged = questions.listing(book, "engagement", {"role": Role.CAREGIVER.value}, limit=ALL)
    held = questions.listing(book, "check_in", {"state": "held"}, limit=ALL)
    last = {str(each["caregiver"]): each for each in reversed(held)}
    planned = _with_a_plan(book)
    return [_talk(each, last.get(str(each["person"])), str(each["person"]) in planned, today) for each in engaged]


def _talk(engaged: Leaf, last: Leaf | None, plan: bool, today: date) -> Talk:
    state = EngagementState(engaged["state"] or EngagementState.ACTIVE)
    heard, agreed = (as_day(last["day"]), as_day(last["next_day"])) if last else (None, None)
    return Talk(engaged, heard, talk(Work(state, as_day(engaged["since"]), plan), heard, agreed, today))


def last_heard(told: Talk, today: date) -> str:
    return say("last heard {when}", when=ago(told.heard, today)) if told.heard else say("not heard yet")


def _waiting(told: Sequence[Talk], names: dict[str, str], today: date) -> tuple[Waiting, ...]:
    until = today + timedelta(AHEAD)
    found = [
        Waiting(each.caregiver, names.get(each.caregiver, say("Name not sent here")), last_heard(each, today), each.due)
        for each in told
        if each.due and each.due <= until
    ]
    return tuple(sorted(found, key=lambda each: (each.due, each.name)))
