"""How people grow: what was provided, goals and the looks at them, specialisms, appraisals, views, a framework."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from caregiver_desk.acts.act import named
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import Telling, Told, caregivers, told
from caregiver_desk.wording import RESOURCES

_DAYS = ("day", "until", "review_on", "target", "since")
_BEGINS = {"items": "plan_development", "goals": "set_goal", "specialisms": "note_specialism"}
_SINCE = frozenset({"items", "specialisms"})  # stand under the day on which they begin


@dataclass(frozen=True)
class Looking:
    """Two people look at a goal."""

    book: Book
    fields: Mapping[str, Any]

    def happen(self) -> None:
        named("review_goal")(self.book, **self.fields)


def tell_week(telling: Telling, week: int) -> None:
    story = told("development")
    if week == story["framework"]["week"]:
        path = RESOURCES / "trainer" / story["framework"]["file"]
        named("load_framework")(telling.books.coordinator, path=path, whom=story["framework"]["whom"])
    for sort in _BEGINS:
        for each in telling.of_week(story[sort], week):
            _begin(telling, week, sort, each)
    for each in telling.of_week(story["appraisals"], week):
        _appraise(telling, week, each)
    for each in telling.of_week(story["views"], week):
        _say_views(telling, week, each)


def _begin(telling: Telling, week: int, sort: str, each: Told) -> None:
    book, fields = _book(telling, week, each), _fields(telling, each)
    if sort in _SINCE:
        fields["since"] = fields.pop("day")
    made = named(_BEGINS[sort])(book, **fields).record
    for look in each.get("looks", ()):
        if telling.calendar.day(look["day"]) <= telling.calendar.today:
            telling.later(look["day"], Looking(book, {"goal": made, **_days(telling, look)}))


def _appraise(telling: Telling, week: int, each: Told) -> None:
    book, fields = _book(telling, week, each), _fields(telling, each)
    released = fields.pop("released", False)
    made = named("hold_appraisal")(book, **fields).record
    if released:
        named("release_interest")(book, id=made)


def _say_views(telling: Telling, week: int, each: Told) -> None:
    whose = {"caregiver": telling.people[each["who"]], "day": telling.calendar.day(each["day"])}
    book = _book(telling, week, each)
    for side in ("own", "seen"):
        named(f"say_{side}_view")(book, **whose, levels=dict(each[side]))


def _book(telling: Telling, week: int, each: Told) -> Book:
    team = next(str(one["team"]) for one in caregivers() if one["given_names"] == each["who"])
    return telling.desk(team, week)


def _fields(telling: Telling, each: Told) -> dict[str, Any]:
    said = {name: value for name, value in each.items() if name not in {"who", "looks"}}
    return {"caregiver": telling.people[each["who"]], **_days(telling, said)}


def _days(telling: Telling, said: Told) -> dict[str, Any]:
    return {name: telling.calendar.day(value) if name in _DAYS else value for name, value in said.items()}
