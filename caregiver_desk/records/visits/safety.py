"""Safety on the way: what happened to a caregiver at work, and what was agreed before a round that she makes alone.

Context. Caregivers are robbed, threatened and followed on their rounds. Somebody has to know where she means to go,
when she should be back, and whom to ring if she is not. And a programme should know how often such things happen.

Decision. Both kinds are the pair's, every field of them. In a team of six a day and the word *robbery* say who it was,
also without a name; so not even these two rise as a line. What rises is what rises already: how many said that safety
weighs on them, at least five of them together, in the monthly return. That a door is not safe stands open with the
visit, for whoever knocks there next.

A plan is written beforehand, and kept by a person: no place is followed, and no hour of a return is kept, only that she
was back (P40). Homes stand in it by their codes in the order of the walk; one paper holds it.

Consequences. A coordinator learns of an incident from the supervisor, in words, or not at all. Who comes after the
supervisor begins with a plan of her own.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.otherwise import SeenOtherwise
from caregiver_desk.records.record import Kind, Record, Shown, register
from caregiver_desk.records.reported import ReportedWithinPair
from caregiver_desk.records.supervision.supervision import WithinPair


class IncidentSort(StrEnum):
    ROBBERY = "robbery"
    ASSAULT = "assault"
    THREAT = "threat"
    HARASSMENT = "sexual harassment"
    DOG = "dog"
    SHOOTING = "shooting or crossfire"
    ROAD = "road"
    ILLNESS = "illness exposure"
    NEAR_MISS = "near miss"
    OTHER = "other"


class SafetyIncidentDraft(WithinPair, SeenOtherwise, ReportedWithinPair):
    sort: Annotated[
        IncidentSort, Shown("What it was", why="So that the way or the hour can be changed.", audience=Audience.PAIR)
    ]
    day: Annotated[
        date, Shown("Day", why="What happens twice in a week is a pattern.", audience=Audience.PAIR, past=True)
    ]
    area: Annotated[
        str | None, Shown("Where", why="A street or a stretch; others may go round it.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=80)
    household: Annotated[
        str | None,
        Shown("At which home", why="Nobody goes back there alone unasked.", audience=Audience.PAIR, refers="household"),
    ] = None
    injured: Annotated[
        bool | None, Shown("Was somebody hurt", why="A clinic comes before any form.", audience=Audience.PAIR)
    ] = None
    police: Annotated[
        str | None,
        Shown("Police reference", why="Without a number nobody follows a case up.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=40)
    support: Annotated[
        str | None,
        Shown("What was done at once", why="So that it need not be asked again.", audience=Audience.PAIR, long=True),
    ] = Column(default=None, max_length=280)


class SafetyIncident(SafetyIncidentDraft, Record, table=True):
    """Something that happened, or nearly did, to a caregiver at work."""


class LoneVisitPlanDraft(WithinPair):
    day: Annotated[date, Shown("Day", why="One plan is one day.", audience=Audience.PAIR)]
    route: Annotated[
        str | None,
        Shown(
            "Homes, in order",
            why="Whoever looks for them begins at the last one reached.",
            audience=Audience.PAIR,
        ),
    ] = Column(default=None, max_length=200)
    back_by: Annotated[
        str, Shown("Expected back by", why="From then on somebody asks.", audience=Audience.PAIR, unit="hour, as 16:00")
    ] = Column(max_length=40)
    act_by: Annotated[
        str | None,
        Shown(
            "Act if no word by",
            why="From then on nobody waits any longer.",
            audience=Audience.PAIR,
            unit="hour, as 17:00",
        ),
    ] = Column(default=None, max_length=40)
    rings: Annotated[
        str | None, Shown("Who is rung", why="One person waits for that call.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=80)
    code_word: Annotated[
        str | None,
        Shown("Code word", why="Said on the phone it means: I cannot speak, send help.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=40)
    actions: Annotated[
        str | None,
        Shown(
            "If there is no word",
            why="Decided beforehand, for nobody thinks well in fear.",
            audience=Audience.PAIR,
            long=True,
        ),
    ] = Column(default=None, max_length=280)
    back: Annotated[
        bool, Shown("Back safe", why="Then nobody looks for them. No hour is kept.", audience=Audience.PAIR)
    ] = False


class LoneVisitPlan(LoneVisitPlanDraft, Record, table=True):
    """Where somebody who goes alone means to be on a day, and what is done if she is not back."""


SAFETY_INCIDENT = register(
    Kind(
        "safety_incident",
        "safety incident",
        "safety incidents",
        SafetyIncidentDraft,
        SafetyIncident,
        home="supervision",
        when="day",
        about="caregiver",
    )
)
LONE_VISIT_PLAN = register(
    Kind(
        "lone_visit_plan",
        "plan for going alone",
        "plans for going alone",
        LoneVisitPlanDraft,
        LoneVisitPlan,
        home="supervision",
        when="day",
        about="caregiver",
    )
)
