"""Figures in the story: months that are frozen, what a team tries because of one, a funder who asks for others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.insight.planning import plans_of
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice.spans import Grain, before
from caregiver_desk.records.insight.planning import PlanState
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import Telling, told


def tell_week(telling: Telling, week: int) -> None:
    story, north = told("insight"), telling.books.north
    if week in story["frozen"]:
        named("freeze_report")(north, period=_last_month(), team=own_team(north))
    for each in story["planned"]:
        if week == each["week"]:
            _plan(north, each)
    for each, made in _looked_at(telling, week):
        named("change_plan_item")(north, id=made, fields={"state": PlanState.DONE, "came": each["came"]})
    if week == story["funder"]["week"]:
        named("bring_indicators")(telling.books.coordinator, told=story["funder"]["told"])


def _plan(north: Book, each: Mapping[str, Any]) -> None:
    due = clock.today() + timedelta(each["days"])
    given = {name: each[name] for name in ("what", "who", "code")}
    named("plan_from_figure")(north, **given, due=due, period=_last_month(), team=own_team(north))


def _last_month() -> str:
    return f"{before(Grain.MONTH, clock.today()).first:%Y-%m}"


def _looked_at(telling: Telling, week: int) -> Iterator[tuple[Mapping[str, Any], str]]:
    """What was planned so long ago that it is looked at this week, and something is said of it."""
    for each in told("insight")["planned"]:
        if "came" in each and week == each["week"] + each["days"] // 7:
            yield from ((each, leaf.id) for leaf in plans_of(telling.books.north) if leaf["what"] == each["what"])
