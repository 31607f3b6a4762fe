"""What a team plans because of a figure: one thing, by when, with the figure as it was on that day.

A plan of a team names no caregiver: what one person is to do stands in a promise, between two.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.insight.reports import PERIOD
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register


class PlanState(StrEnum):
    OPEN = "open"
    DONE = "done"
    LET_GO = "let go"


class PlanItemDraft(Draft):
    team: Annotated[
        str, Shown("Team", why="So that each team finds its own plan.", audience=Audience.OPEN, refers="team")
    ]
    what: Annotated[
        str, Shown("What we try", why="A figure alone changes nothing.", audience=Audience.TEAM, long=True)
    ] = Column(max_length=280)
    due: Annotated[date, Shown("Look at it on", why="A plan is looked at again.", audience=Audience.OPEN)]
    who: Annotated[
        str | None, Shown("Who sees to it", why="What is everybody’s is nobody’s.", audience=Audience.TEAM)
    ] = Column(default=None, max_length=80)
    day: Annotated[date, Shown("Planned on", why="The figure is of this day.", audience=Audience.OPEN, past=True)]
    code: Annotated[
        str | None, Shown("Because of", why="To lay both beside each other later.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=24)
    period: Annotated[str | None, PERIOD] = Column(default=None, max_length=24)
    figure: Annotated[
        str | None, Shown("The figure then", why="It stays as it was on that day.", audience=Audience.TEAM, long=True)
    ] = Column(default=None, max_length=400)
    state: Annotated[PlanState, Shown("How it stands", why="Who planned may let go.", audience=Audience.OPEN)] = (
        PlanState.OPEN
    )
    came: Annotated[
        str | None, Shown("What came of it", why="Others may learn from it.", audience=Audience.TEAM, long=True)
    ] = Column(default=None, max_length=400)


class PlanItem(PlanItemDraft, Record, table=True):
    """One thing that a team tries."""


PLAN_ITEM = register(
    Kind(
        "plan_item", "plan of a team", "plans of teams", PlanItemDraft, PlanItem,
        home="team", when="due", about="team",
        over={"state": (PlanState.DONE, PlanState.LET_GO)},
    )
)  # fmt: skip
