"""Who is out alone and should be back, what waits after a hard event, and what a sheet about either begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.acts.people.placing import gone_of
from caregiver_desk.acts.visits.safety import USUAL, last_plan
from caregiver_desk.desk.answers.choices import HEARD, Choices, choices
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.practice.due import UNDER_WAY
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.visits.rounds import Out, stands
from caregiver_desk.practice.visits.services import Number
from caregiver_desk.records.visits.referrals import ServiceKind
from caregiver_desk.reports.concerns.ringing import numbers
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

URGENT = (ServiceKind.COUNSELLING, ServiceKind.CLINIC, ServiceKind.AFTER_VIOLENCE, ServiceKind.POLICE)
YESTERDAY = timedelta(1)  # a round that nobody ended yesterday is still asked after
AHEAD = timedelta(7)


@dataclass(frozen=True)
class Round:
    """Somebody who went alone and is not marked back."""

    plan: str
    caregiver: str
    name: str
    back_by: str
    act_by: str
    day: date
    out: Out


@dataclass(frozen=True)
class Safety:
    """What Today says of both. Of hard events it says how many, and when; who it was stands where it is opened."""

    out: tuple[Round, ...]
    to_ask: int
    next: date | None


@dataclass(frozen=True)
class Event:
    """What the sheet of a hard event begins with."""

    caregiver: str
    name: str
    people: Choices | None
    me: str
    norms: Norms
    urgent: tuple[Number, ...]
    closed: tuple[Period, ...] = ()


def safety(book: Book) -> Safety:
    until = clock.today() + AHEAD
    due = [day for day in _asked_again(book).values() if day <= until]
    return Safety(_out(book), len(due), min(due, default=None))


def event(book: Book, caregiver: str = "") -> Event:
    people = choices(book, HEARD)
    name = questions.names_of(book, [caregiver]).get(caregiver, "") if caregiver else ""
    return Event(caregiver, name, people, book.person, norms_of(book), numbers(book, URGENT), closed_in(book))


def usual_plan(book: Book, caregiver: str) -> tuple[Leaf | None, dict[str, Any]]:
    """The plan of today if there is one; else what a new one begins with, which is what the last one said."""
    last = last_plan(book, caregiver)
    if last and last["day"] == clock.today().isoformat():
        return last, {}
    usual = {name: last[name] for name in USUAL if last[name]} if last else {}
    return None, {"caregiver": caregiver, "day": clock.today(), **usual}


def _out(book: Book) -> tuple[Round, ...]:
    """Whoever should be back soonest first."""
    now = datetime.fromtimestamp(clock.now(), tz=UTC).astimezone().replace(tzinfo=None)
    today = clock.today()
    plans = questions.listing(book, "lone_visit_plan", limit=EVERY)
    days = {(today - YESTERDAY).isoformat(), today.isoformat()}
    still = [each for each in plans if not each["back"] and each["day"] in days]
    gone = gone_of(book, {str(each["caregiver"]) for each in still})
    names = questions.names_of(book, [str(each["caregiver"]) for each in still])
    rounds = [_round(each, names, now) for each in still if each["caregiver"] not in gone]
    return tuple(sorted(rounds, key=lambda each: (each.day, each.back_by, each.name)))


def _round(leaf: Leaf, names: dict[str, str], now: datetime) -> Round:
    day, back_by, act_by = as_day(leaf["day"]) or now.date(), str(leaf["back_by"] or ""), str(leaf["act_by"] or "")
    her = str(leaf["caregiver"])
    out = Out.EXPECTED if clock.in_doubt() else stands(day, back_by, act_by, now)
    return Round(leaf.id, her, names.get(her, say("Name not sent here")), back_by, act_by, day, out)


def _asked_again(book: Book) -> dict[str, date]:
    """The day on which each is asked again next, of those who work here."""
    asked = questions.facts(book, "follow_up", ["caregiver", "asks", "due"], {"state": UNDER_WAY})
    waiting = [(str(her), as_day(due)) for _, her, asks, due in asked if asks]
    gone = gone_of(book, {her for her, _ in waiting})
    days: dict[str, date] = {}
    for her, due in waiting:
        if due and her not in gone:
            days[her] = min(due, days.get(her, due))
    return days
