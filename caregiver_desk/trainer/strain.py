"""What was decided about support, what was arranged for a while, and how people look after themselves."""

from __future__ import annotations

from caregiver_desk.acts.act import named
from caregiver_desk.trainer.calendar import LAST
from caregiver_desk.trainer.story import Telling, Told, caregivers, told

_ACTS = {"words": "decide_support", "parts": "arrange_part", "care": "plan_self_care"}
_DAYS = ("until", "review_on")


def tell_week(telling: Telling, week: int) -> None:
    """What the two decided in this week, in this order; the supervisor's own plan is told in the north."""
    teams = {each["given_names"]: each["team"] for each in caregivers()}
    for sort, act in _ACTS.items():
        for each in telling.of_week(told("strain")[sort], week):
            book, whom = telling.desk(teams[each["who"]], week), telling.people[each["who"]]
            named(act)(book, caregiver=whom, **_fields(telling, sort, each))
    own = told("strain")["own"]
    if min(own["day"][0], LAST) == week:
        named("record_own_care")(telling.books.north, one=own["one"], review_on=telling.calendar.day(own["review_on"]))


def _fields(telling: Telling, sort: str, each: Told) -> dict[str, object]:
    day = telling.calendar.day
    said = {name: value for name, value in each.items() if name not in ("who", "day", *_DAYS)}
    said |= {name: day(each[name]) for name in _DAYS if name in each}
    begins = {"words": {"day": day(each["day"])}, "parts": {"since": day(each["day"])}}
    return said | begins.get(sort, {})
