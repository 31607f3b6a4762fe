"""How a load is told: sentences about homes, days of visits and what is arranged, and no figure for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from caregiver_desk.desk.answers.days import told_day
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.spoken import words as of_code
from caregiver_desk.practice.visits import load
from caregiver_desk.practice.visits.load import Arranged, Home, Why
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.wording import capital, count, say

DOORS = 2  # that are told of one home


def homes_of(number: int) -> str:
    return count("{number} home", "{number} homes", number)


def by_need(levels: Sequence[int | None]) -> str:
    """How many homes of each need."""
    parts = [
        say("{number} {rhythm}", number=number, rhythm=load.rhythm_words(level)) for level, number in load.mix(levels)
    ]
    whole = homes_of(len(levels))
    return say("{whole}: {parts}", whole=whole, parts=", ".join(parts)) if parts else whole


def heavy_days(days: Sequence[int], begins: int, norms: Norms) -> str:
    heavy = load.heavy_days(days, begins, norms)
    return count("{number} heavy day", "{number} heavy days", heavy) if heavy else say("no heavy day")


def of_days(days: Sequence[int], begins: int, norms: Norms) -> str:
    """Of the last days of visits: how many were heavy, and what a usual one holds."""
    if not days:
        return say("No day of visits in the last weeks.")
    one = "{heavy} in the last day of visits; a day is heavy from {begins} visits."
    many = "{heavy} in the last {number} days of visits; a day is heavy from {begins} visits."
    words = count(one, many, len(load.recent(days, norms)), heavy=heavy_days(days, begins, norms), begins=begins)
    usual = load.usual_day(days, norms)
    told = [say("A usual day has {visits}.", visits=_visits(usual))] if usual is not None else []
    return " ".join([capital(words), *told])


def _visits(usual: float) -> str:
    """The middle of some days, which may lie between two numbers."""
    whole = int(usual)
    if usual == whole:
        return count("{number} visit", "{number} visits", whole)
    return say("{number} to {more} visits", number=whole, more=whole + 1)


def why_heavy(why: Iterable[Why]) -> str:
    reasons = ", ".join(say(str(each)) for each in why)
    return say("This load is heavy: {reasons}.", reasons=reasons) if reasons else ""


def when_seen(home: Home, today: date) -> str:
    """When a home was seen; where that is too long ago, what was found at its door since."""
    late = load.late(home, today) is not None
    day = told_day(home.seen, today) if home.seen else ""
    words = say("not seen since {day}", day=day) if late else say("seen {day}", day=day)
    doors = home.doors[:DOORS] if late or not home.seen else ()
    return joined(words if home.seen else say("not seen yet"), *(_at_door(*each, today) for each in doors))


def _at_door(day: date, outcome: Outcome, today: date) -> str:
    return say("{what} {day}", what=of_code(outcome), day=told_day(day, today))


def of_hard_things(unsafe: int, closed: int, days: int) -> Iterator[str]:
    """What open records tell of violence and of death around a list: how often, and nothing of whom."""
    if unsafe:
        one = "{number} door was not safe in the last {days} days."
        yield count(one, "{number} doors were not safe in the last {days} days.", unsafe, days=days)
    if closed:
        one = "{number} home was closed in the last {days} days; ask how they are."
        yield count(one, "{number} homes were closed in the last {days} days; ask how they are.", closed, days=days)


def kept_free(plan: Arranged, hours: int | None) -> Iterator[str]:
    """What is arranged for now; `hours` are those of a week, of which it takes some."""
    if plan.hours and hours and hours > plan.hours:
        told = "{kept} of {hours} hours a week are kept free for now; {left} are left for homes."
        yield say(told, kept=plan.hours, hours=hours, left=hours - plan.hours)
    elif plan.hours:
        one = "{number} hour a week is kept free for now."
        yield count(one, "{number} hours a week are kept free for now.", plan.hours)
    if plan.homes is not None:
        yield count("At most {number} home for now.", "At most {number} homes for now.", plan.homes)
