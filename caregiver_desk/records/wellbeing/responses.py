"""What a support plan arranges for a while: mentoring, a visit together, fewer homes, hours that are kept free.

Each is a dated part of a plan, kept between the two. Fewer homes is a number that whoever gives out homes is reminded
of, and hours kept free are taken off the time for visits; neither ever refuses anything.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.otherwise import SeenOtherwise
from caregiver_desk.records.record import Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import WithinPair


class Response(StrEnum):
    MENTORING = "mentoring"
    TOGETHER = "visit together, told in detail"
    FEWER_HOMES = "fewer homes for a while"
    FREE_HOURS = "hours kept free"


class PlanResponseDraft(WithinPair, SeenOtherwise):
    plan: Annotated[
        str,
        Shown("Part of", why="A plan is looked at as a whole.", audience=Audience.PAIR, refers="support_plan"),
    ]
    response: Annotated[
        Response, Shown("What is arranged", why="What fits one person does not fit another.", audience=Audience.PAIR)
    ]
    since: Annotated[date, Shown("From", why="Everybody knows when it begins.", audience=Audience.PAIR)]
    until: Annotated[date, Shown("Last day", why="It is for a while, and then looked at.", audience=Audience.PAIR)]
    homes: Annotated[
        int | None,
        Shown("At most so many homes", why="Whoever gives out homes is reminded of it.", audience=Audience.PAIR),
    ] = Column(default=None, ge=0, le=200)
    hours: Annotated[
        int | None,
        Shown("Hours a week", why="Time kept free is not time for visits.", audience=Audience.PAIR),
    ] = Column(default=None, ge=1, le=40)


class PlanResponse(PlanResponseDraft, Record, table=True):
    """One thing that is arranged for a caregiver as part of their plan."""


PLAN_RESPONSE = register(
    Kind(
        "plan_response",
        "part of a plan",
        "parts of plans",
        PlanResponseDraft,
        PlanResponse,
        home="supervision",
        when="since",
        about="caregiver",
    )
)
