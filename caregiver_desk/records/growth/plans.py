"""Plans of a road: induction, a first year, becoming a supervisor, a placement. Dated steps, and a decision at the end.

Context. Whoever is new is lost where nobody remembers what was to happen when. A list that ends in nothing is paper.

Decision. One pair of kinds for all roads. A *plan* says whose, on which road, from when to when, who walks along, and
how it ended; a *step* says what is to be done by which day and when it was. Shipped steps are named by a code, in the
words of the plan's own version (`resources/practice/plans.toml`), so that a coordinator, who is sent no words, still
reads what is overdue; what people add in their own words is theirs. There is no mark for how well a step was done.

Consequences. Plans live where the person does, and go along when they move. A plan that is over keeps its open steps as
they were: it was ended by people, not by ticks.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.customs import OfSite, SaidBy, SaidOn
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import ANYTHING, Draft, Kind, Record, Shown, register

LONGEST = 140


class PlanSort(StrEnum):
    INDUCTION = "induction"
    FIRST_YEAR = "first year"
    BECOMING_SUPERVISOR = "becoming a supervisor"
    PLACEMENT = "placement"


class PlanEnd(StrEnum):
    """What people decided at its end. All of them are answers."""

    DONE = "completed"
    STOPPED = "stopped"
    OTHER_WAY = "another way was chosen"


class StepSort(StrEnum):
    MEET = "meet"
    DO = "do"
    LEARN = "learn"
    SUPERVISION = "own supervision"
    REVIEW = "look at it together"


class RoadPlanDraft(Draft):
    person: Annotated[
        str, Shown("Who", why="So that nobody who is new is left alone.", audience=Audience.OPEN, refers="person")
    ]
    sort: Annotated[PlanSort, Shown("Road", why="Each road has its own steps.", audience=Audience.OPEN)]
    version: Annotated[
        str, Shown("Version", why="A plan keeps the words in which it was begun.", audience=Audience.OPEN)
    ] = Column(max_length=40)
    since: Annotated[date, Shown("From", why="Its steps are counted from this day.", audience=Audience.OPEN)]
    until: Annotated[date, Shown("Until", why="On this day somebody decides, and says so.", audience=Audience.OPEN)]
    guide: Annotated[
        str | None,
        Shown("Who walks along", why="Somebody to ask every day.", audience=Audience.OPEN, refers="person"),
    ] = None
    end: Annotated[PlanEnd | None, Shown("How it ended", why="A road ends by a decision.", audience=Audience.OPEN)] = (
        None
    )
    ended_on: Annotated[
        date | None, Shown("Decided on", why="From this day nothing of it is due.", audience=Audience.OPEN, past=True)
    ] = None
    decided_by: Annotated[
        str | None, Shown("Decided by", why="Whom to ask about it.", audience=Audience.OPEN, refers="person")
    ] = None
    why: Annotated[
        str | None,
        Shown("Why", why="Also why it was made longer.", audience=Audience.WORDS, long=True),
    ] = Column(default=None, max_length=280)


class RoadPlan(RoadPlanDraft, Record, table=True):
    """Somebody is on a road, until it is decided how it ended."""


class RoadStepDraft(Draft):
    plan: Annotated[str, Shown("Plan", why="Which road it belongs to.", audience=Audience.OPEN, refers="road_plan")]
    person: Annotated[
        str, Shown("Who", why="It stands with the person whose step it is.", audience=Audience.OPEN, refers="person")
    ]
    sort: Annotated[StepSort, Shown("Kind of step", why="People first, then papers.", audience=Audience.OPEN)]
    code: Annotated[
        str | None, Shown("Shipped step", why="So that it is read in every language.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=40)
    what: Annotated[str | None, Shown("What", why="In your own words.", audience=Audience.WORDS)] = Column(
        default=None, max_length=LONGEST
    )
    whom: Annotated[
        str | None, Shown("With whom", why="So that they know whom to look for.", audience=Audience.WORDS)
    ] = Column(default=None, max_length=LONGEST)
    due: Annotated[date, Shown("By when", why="What has no day is easily lost.", audience=Audience.OPEN)]
    done_on: Annotated[
        date | None, Shown("Done on", why="What is done is not asked again.", audience=Audience.OPEN, past=True)
    ] = None
    note: Annotated[str | None, Shown("Note", why="What to remember of it.", audience=Audience.WORDS, long=True)] = (
        Column(default=None, max_length=280)
    )


class RoadStep(RoadStepDraft, Record, table=True):
    """One thing that is to happen on the way."""


class OwnStepDraft(Draft):
    site: OfSite
    sort: Annotated[PlanSort, Shown("Road", why="On which road it stands.", audience=Audience.OPEN)]
    instead_of: Annotated[
        str | None, Shown("Instead of", why="A shipped step that does not fit here.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=40)
    step: Annotated[StepSort, Shown("Kind of step", why="People first, then papers.", audience=Audience.OPEN)] = (
        StepSort.DO
    )
    what: Annotated[str | None, Shown("What", why="Empty: the shipped step is left out.", audience=Audience.OPEN)] = (
        Column(default=None, max_length=LONGEST)
    )
    days: Annotated[
        int,
        Shown("Days after it begins", why="Each plan gets its day.", audience=Audience.OPEN, unit="days"),
    ] = Column(default=7, ge=0, le=800)
    day: SaidOn
    said_by: SaidBy = None


class OwnStep(OwnStepDraft, Record, table=True):
    """A step that a site adds to a road, or puts in place of a shipped one."""


ROAD_PLAN = register(
    Kind(
        "road_plan",
        "plan",
        "plans",
        RoadPlanDraft,
        RoadPlan,
        home="person",
        when="since",
        about="person",
        over={"ended_on": ANYTHING},
    )
)
ROAD_STEP = register(
    Kind("road_step", "step", "steps", RoadStepDraft, RoadStep, home="plan", about="person", part=True)
)
OWN_STEP = register(Kind("own_step", "step of the site", "steps of the site", OwnStepDraft, OwnStep, home="site"))
