"""Homes and visits: seen in their rhythm, by whom, with whom, and what came of a referral."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from caregiver_desk.acts.insight.asked.people import caregivers, engaged
from caregiver_desk.acts.insight.asking import Asking, Found, asked
from caregiver_desk.acts.keeping import period
from caregiver_desk.practice.days import is_open, months_after
from caregiver_desk.practice.due import answer
from caregiver_desk.practice.visits.load import heavy_load, looked_back, rhythm
from caregiver_desk.records.people.people import Area, Role
from caregiver_desk.records.visits.households import HouseholdState, Sex
from caregiver_desk.records.visits.referrals import ReferralState
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.store import counting, questions
from caregiver_desk.store.questions import EVERY, Leaf

WEEK, TO_FRIDAY = timedelta(7), timedelta(4)
GROWN = 18
ONE_CAREGIVER = 6  # months with one caregiver


@asked("homes")
def homes(asking: Asking) -> Iterator[Found]:
    """Homes that are visited, by how often they need it."""
    return (_home(asking, each) for each in _visited(asking))


@asked("homes seen in their rhythm")
def in_rhythm(asking: Asking) -> Iterator[Found]:
    """Those with as many visits in these days as their need asks for; a home without a need noted is seen once."""
    seen: Counter[str] = Counter()
    done = counting.Asked("visit", "day", asking.span.days, {"outcome": [Outcome.DONE]})
    for each in counting.counted(asking.book, done, ["household"]):
        seen[asking.shown(each.values[0])] += each.number
    return (_home(asking, each) for each in _visited(asking) if seen[each.id] >= _needed(asking, each))


@asked("homes with one caregiver")
def continuous(asking: Asking) -> Iterator[Found]:
    """Homes on one caregiver's list for six months without a break, to the last day."""
    began = months_after(asking.last, -ONE_CAREGIVER)
    kept = {
        asking.shown(each["household"])
        for each in asking.leaves("assignment")
        if period(each).holds(asking.last) and period(each).holds(began)
    }
    return (_home(asking, each) for each in _visited(asking) if each.id in kept)


@asked("visits to homes with children")
def to_children(asking: Asking) -> Iterator[Found]:
    """Visits that were done at homes of which it is known that children live there."""
    return _at_homes_with_children(asking, {})


@asked("visits at which children were seen")
def children_seen(asking: Asking) -> Iterator[Found]:
    return _at_homes_with_children(asking, {"children_seen": ["1"]})


@asked("caregivers with a heavy load")
def heavy(asking: Asking) -> Iterator[Found]:
    """Caregivers whose load is heavy by the rule of the practice (`practice/visits/load.py`), on the last day."""
    days, levels = _days_of_visits(asking), _levels(asking)
    for each in caregivers(asking):
        area = next((Area(one["area"]) for one in asking.works[each.who] if one["area"]), None)
        if heavy_load(days.get(each.who, []), levels.get(each.who, []), asking.norms, area):
            yield each


@asked("sheets that came")
def sheets(asking: Asking) -> Iterator[Found]:
    """Weeks of caregivers of which there is at least one visit, whatever came of it."""
    first, last = asking.span.first, asking.span.last + WEEK
    came = counting.Asked("visit", "day", (first.isoformat(), last.isoformat()))
    weeks = {
        (asking.shown(who), _monday(date.fromisoformat(day)))
        for each in counting.counted(asking.book, came, ["caregiver", "day"])
        for who, day in [each.values]
        if who and day
    }
    return (each for each in sheets_expected(asking) if (each.who, date.fromisoformat(each.day)) in weeks)


@asked("sheets expected")
def sheets_expected(asking: Asking) -> Iterator[Found]:
    """Weeks that are over, begin in these days, and in which somebody worked as a caregiver and was not on leave.

    Whoever works here on its Friday worked in it; of a week in which the site is closed no sheet is asked for. A week
    that lies in two months is of the first: so months add up to a quarter.
    """
    monday = _monday(asking.first + WEEK - timedelta(1))
    while monday <= asking.last and monday + WEEK <= asking.today:
        there = () if _is_closed(asking, monday) else engaged(asking, Role.CAREGIVER, monday + TO_FRIDAY)
        yield from (each._replace(day=monday.isoformat()) for each in there if not _away(asking, each.who, monday))
        monday += WEEK


@asked("referrals to hear of")
def referrals(asking: Asking) -> Iterator[Found]:
    """Referrals of which something should be known by now, by the kind of service."""
    sorts = {each.id: each["sort"] for each in asking.leaves("service")}
    for each in asking.leaves("referral", day="day"):
        made, state = date.fromisoformat(each["day"]), ReferralState(each["state"] or ReferralState.MADE)
        due = answer(state, made, HouseholdState.ACTIVE, asking.norms)
        if due is None or due <= asking.today:
            yield asking.found(
                each, who=asking.shown(each["household"]), group=sorts.get(asking.shown(each["service"]), "")
            )


@asked("referrals completed")
def completed(asking: Asking) -> Iterator[Found]:
    done = {each.id for each in asking.leaves("referral", {"state": ReferralState.COMPLETED}, day="day")}
    return (each for each in referrals(asking) if each.id in done)


@asked("children and carers served")
def served(asking: Asking) -> Iterator[Found]:
    """Children and those who care for them in homes with a visit done in these days, by age and sex."""
    done = counting.Asked("visit", "day", asking.span.days, {"outcome": [Outcome.DONE]})
    seen = {asking.shown(each.values[0]) for each in counting.counted(asking.book, done, ["household"])}
    for each in asking.leaves("member"):
        home, group = asking.shown(each["household"]), _group(each, asking.last.year)
        if home in seen and group:
            yield Found(
                "member", each.id, asking.last.isoformat(), each.id, asking.team_of("", asking.last, each.scope), group
            )


def _visited(asking: Asking) -> list[Leaf]:
    """Those that were visited on the last day, and were known by then."""
    return [
        each
        for each in asking.as_they_were("household", "state", "level")
        if (each["state"] or HouseholdState.ACTIVE) == HouseholdState.ACTIVE
        and str(each["enrolled"] or "") <= asking.last.isoformat()
    ]


def _home(asking: Asking, home: Leaf) -> Found:
    """A family stands behind it, so that no figure tells of a few of them."""
    team = asking.team_of("", asking.last, home.scope)
    return Found("household", home.id, asking.last.isoformat(), home.id, team, str(home["level"] or ""))


def _needed(asking: Asking, home: Leaf) -> int:
    enrolled = date.fromisoformat(home["enrolled"]) if home["enrolled"] else asking.first
    days = asking.last - max(asking.first, enrolled) + timedelta(1)
    every = rhythm(home["level"])
    return max(1, days // every) if every and days > timedelta(0) else 1


def _at_homes_with_children(asking: Asking, where: dict[str, list[str]]) -> Iterator[Found]:
    year = asking.last.year
    young = {asking.shown(each["household"]) for each in asking.leaves("member") if _is_child(each, year)}
    done = counting.Asked("visit", "day", asking.span.days, {"outcome": [Outcome.DONE], **where})
    if asking.each:
        visits = counting.pages(asking.book, done, most=EVERY)
        yield from (asking.found(each) for each in visits if asking.shown(each["household"]) in young)
        return
    for each in counting.counted(asking.book, done, ["household"]):
        home = asking.shown(each.values[0])
        if home in young:
            day = max(f"{each.month}-01", asking.span.first.isoformat())
            yield Found("visit", "", day, home, asking.team_of("", asking.last, each.scope), "", each.number)


def _is_child(member: Leaf, year: int) -> bool:
    return member["birth_year"] is not None and year - int(member["birth_year"]) < GROWN


def _group(member: Leaf, year: int) -> str:
    if member["birth_year"] is None and not member["primary_carer"]:
        return ""
    sex = member["sex"] or Sex.NOT_SAID.value
    if _is_child(member, year):
        return f"child {sex}"
    return f"carer {sex}" if member["primary_carer"] else ""


def _days_of_visits(asking: Asking) -> dict[str, list[int]]:
    """How many visits each did on their last days at doors, the newest first."""
    days: dict[str, list[int]] = {}
    since = (asking.last - looked_back(asking.norms)).isoformat(), asking.last.isoformat()
    for each in sorted(questions.rounds(asking.book, since), key=lambda one: one.day, reverse=True):
        if each.doors:
            days.setdefault(asking.shown(each.caregiver), []).append(each.done)
    return days


def _levels(asking: Asking) -> dict[str, list[int | None]]:
    level = {each.id: each["level"] for each in _visited(asking)}
    lists: dict[str, list[int | None]] = {}
    for each in asking.leaves("assignment"):
        home = asking.shown(each["household"])
        if home in level and period(each).holds(asking.last):
            lists.setdefault(asking.shown(each["caregiver"]), []).append(level[home])
    return lists


def _away(asking: Asking, who: str, monday: date) -> bool:
    """On leave on any day of that week: nobody asks for a sheet of it."""
    for each in asking.works[who]:
        first, last = each["leave_from"], each["leave_until"]
        if first and date.fromisoformat(first) < monday + WEEK and (not last or monday < date.fromisoformat(last)):
            return True
    return False


def _is_closed(asking: Asking, monday: date) -> bool:
    return not any(is_open(monday + timedelta(number), asking.closed) for number in range(WEEK.days))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
