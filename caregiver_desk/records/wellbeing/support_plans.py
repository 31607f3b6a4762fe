"""A support plan: what two people agreed to try, in the scope of the pair, with each view, also where they disagree."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Kind, Record, Shown, Upcast, register
from caregiver_desk.records.supervision.supervision import WithinPair


class PlanAgreed(StrEnum):
    YES = "yes"
    RESERVATIONS = "with reservations"
    NO = "no"
    DISAGREES = "disagrees"


class PlanEnd(StrEnum):
    EASED = "eased"
    ELSEWHERE = "continuing elsewhere"
    LEFT = "she left"
    ENDED = "she ended it"


class SupportPlanDraft(WithinPair):
    opened: Annotated[
        date, Shown("Opened on", why="It is looked at again every two weeks.", audience=Audience.PAIR, past=True)
    ]
    agreed: Annotated[
        PlanAgreed, Shown("Agreed by the caregiver", why="A plan is theirs, or it is none.", audience=Audience.PAIR)
    ]
    aims: Annotated[
        str | None, Shown("Aims in their own words", why="What they want decides.", audience=Audience.PAIR, long=True)
    ] = None
    their_view: Annotated[
        str | None,
        Shown(
            "How they see it", why="Also where they disagree: it stands on paper.", audience=Audience.PAIR, long=True
        ),
    ] = Column(default=None, max_length=280)
    your_view: Annotated[
        str | None,
        Shown("How you see it", why="Each of you says it for yourself.", audience=Audience.PAIR, long=True),
    ] = Column(default=None, max_length=280)
    you_agree: Annotated[
        PlanAgreed | None, Shown("Agreed by you", why="A plan needs all who carry it.", audience=Audience.PAIR)
    ] = None
    senior: Annotated[
        str | None, Shown("Senior colleague", why="Whom you asked, if you did.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=80)
    senior_view: Annotated[
        str | None,
        Shown("How the senior colleague sees it", why="A third pair of eyes.", audience=Audience.PAIR, long=True),
    ] = Column(default=None, max_length=280)
    senior_agrees: Annotated[
        PlanAgreed | None, Shown("Agreed by the senior colleague", why="They carry it too.", audience=Audience.PAIR)
    ] = None
    reviewed: Annotated[
        date | None, Shown("Last looked at", why="The next look is two weeks later.", audience=Audience.PAIR, past=True)
    ] = None
    ended: Annotated[
        date | None, Shown("Ended on", why="From then on nothing of it is due.", audience=Audience.PAIR, past=True)
    ] = None
    ending: Annotated[
        PlanEnd | None, Shown("Why it ended", why="Whether help goes on elsewhere.", audience=Audience.PAIR)
    ] = None


class SupportPlan(SupportPlanDraft, Record, table=True):
    """What the two of them agreed to try, looked at every two weeks."""


SUPPORT_PLAN = register(
    Kind(
        "support_plan",
        "support plan",
        "support plans",
        SupportPlanDraft,
        SupportPlan,
        home="supervision",
        when="opened",
        about="caregiver",
        upcasts=(Upcast(),),
    )
)
