"""What somebody learned, the practical tasks on the way, and those who learn it together.

Context. Caregivers and supervisors do courses for weeks, with workbooks to finish at home, and somebody who may judge
them. Later one paper has to say all of it, to somebody who knows none of us.

Decision. A training record belongs to its person and lives where the person does, whatever their role, so a supervisor
keeps what a caregiver learned. It holds title, provider and numbers itself. Its practical tasks are records beside it.
Who takes part in a course group is whoever has a training record in it: nobody is listed twice. Days and who came are
those of a group (records/supervision/groups.py), which has its own kind for it: a tick, and nothing else.

Consequences. All of it is open but the name of a course group and where a workbook is kept, so it rises. There is no
field for a note, a mark or a file: real families stand in workbooks, so only that it was handed in, where it lies and
how it was judged are known.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.growth.courses import HIGHEST_LEVEL, LONGEST_TITLE, MOST_CREDITS
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import ANYTHING, Draft, Kind, Record, Shown, register

LONGEST_NAME = 80
LONGEST_NUMBER = 60


class TrainingResult(StrEnum):
    ATTENDED = "attended"
    COMPETENT = "competent"
    NOT_YET = "not yet competent"
    WITHDREW = "withdrew"


class TaskResult(StrEnum):
    COMPETENT = "competent"
    NOT_YET = "not yet competent"


def _registered(label: str) -> Shown:
    return Shown(label, why="The workbook’s cover asks for it.", audience=Audience.OPEN)


def _named(label: str) -> Shown:
    return Shown(label, why="Who taught or judged is named on the papers.", audience=Audience.TEAM)


class CohortDraft(Draft):
    course: Annotated[str, Shown("Course", why="What they learn together.", audience=Audience.OPEN, refers="course")]
    name: Annotated[
        str, Shown("What this group is called", why="To tell two groups apart.", audience=Audience.WORDS)
    ] = Column(max_length=LONGEST_NAME)
    since: Annotated[date, Shown("Begins on", why="Whether a standard may still be begun.", audience=Audience.OPEN)]
    until: Annotated[date | None, Shown("Ends on", why="Until when to plan for it.", audience=Audience.OPEN)] = None
    facilitator: Annotated[str | None, _named("Facilitator")] = Column(default=None, max_length=LONGEST_NAME)
    facilitator_number: Annotated[str | None, _registered("Facilitator’s registration number")] = Column(
        default=None, max_length=LONGEST_NUMBER
    )
    assessor: Annotated[str | None, _named("Assessor")] = Column(default=None, max_length=LONGEST_NAME)
    assessor_number: Annotated[str | None, _registered("Assessor’s registration number")] = Column(
        default=None, max_length=LONGEST_NUMBER
    )
    moderator: Annotated[str | None, _named("Moderator")] = Column(default=None, max_length=LONGEST_NAME)
    moderator_number: Annotated[str | None, _registered("Moderator’s registration number")] = Column(
        default=None, max_length=LONGEST_NUMBER
    )
    completed: Annotated[
        date | None, Shown("Completed on", why="From then on the results hold.", audience=Audience.OPEN, past=True)
    ] = None
    circle: Annotated[
        str | None,
        Shown("Its days", why="Where its days and who came are kept.", audience=Audience.OPEN, refers="circle"),
    ] = None


class Cohort(CohortDraft, Record, table=True):
    """People who do a course together."""


class TrainingDraft(Draft):
    person: Annotated[str, Shown("Who", why="It is theirs to take along.", audience=Audience.OPEN, refers="person")]
    course: Annotated[
        str | None,
        Shown("Course", why="What is known of it need not be typed again.", audience=Audience.OPEN, refers="course"),
    ] = None
    since: Annotated[date, Shown("Began on", why="Whether a standard could still be begun.", audience=Audience.OPEN)]
    until: Annotated[
        date | None, Shown("Ended on", why="Whether a standard was achieved in time.", audience=Audience.OPEN)
    ] = None
    result: Annotated[
        TrainingResult | None,
        Shown("Result", why="To have been there is not yet to be competent.", audience=Audience.OPEN),
    ] = None
    certificate: Annotated[
        str | None, Shown("Certificate number", why="By it another employer can ask.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=LONGEST_NUMBER)
    seen: Annotated[
        bool, Shown("Certificate seen", why="Somebody here can say that it is so.", audience=Audience.OPEN)
    ] = False
    title: Annotated[str | None, Shown("Title", why="As it stands on the certificate.", audience=Audience.OPEN)] = (
        Column(default=None, max_length=LONGEST_TITLE)
    )
    code: Annotated[
        str | None, Shown("Short name of the course", why="By it one course is known.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=24)
    provider: Annotated[
        str | None, Shown("Provider", why="Another employer asks who taught it.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=120)
    accreditation: Annotated[
        str | None,
        Shown("Accreditation number", why="It shows that the provider may certify.", audience=Audience.OPEN),
    ] = Column(default=None, max_length=LONGEST_NUMBER)
    nqf_level: Annotated[
        int | None, Shown("NQF level", why="It says how far the learning goes.", audience=Audience.OPEN)
    ] = Column(default=None, ge=1, le=HIGHEST_LEVEL)
    credits: Annotated[
        int | None, Shown("Credits", why="Credits add up towards a qualification.", audience=Audience.OPEN)
    ] = Column(default=None, ge=0, le=MOST_CREDITS)
    unit_standards: Annotated[
        str | None,
        Shown("Unit standards", why="Their numbers, with commas: their dates are watched.", audience=Audience.OPEN),
    ] = Column(default=None, max_length=200)
    cohort: Annotated[
        str | None,
        Shown("Course group", why="With whom it was learned.", audience=Audience.OPEN, refers="cohort"),
    ] = None


class Training(TrainingDraft, Record, table=True):
    """Somebody does a course, or did."""


class PracticalTaskDraft(Draft):
    training: Annotated[
        str,
        Shown("Training", why="So that it stands with what it belongs to.", audience=Audience.OPEN, refers="training"),
    ]
    person: Annotated[
        str, Shown("Who", why="It stands with the person whose work it is.", audience=Audience.OPEN, refers="person")
    ]
    what: Annotated[str, Shown("Task", why="Such as a workbook; no family is named here.", audience=Audience.OPEN)] = (
        Column(max_length=LONGEST_NAME)
    )
    due: Annotated[date, Shown("Due", why="Six weeks are usual for a workbook.", audience=Audience.OPEN)]
    handed_in: Annotated[
        date | None, Shown("Handed in on", why="From then on it waits for somebody else.", audience=Audience.OPEN)
    ] = None
    assessed: Annotated[
        date | None, Shown("Assessed on", why="Who waits for long is told why.", audience=Audience.OPEN)
    ] = None
    assessor: Annotated[
        str | None, Shown("Assessor", why="Whoever judged it can be asked about it.", audience=Audience.TEAM)
    ] = Column(default=None, max_length=LONGEST_NAME)
    moderator: Annotated[
        str | None, Shown("Moderator", why="Who looked at how it was judged.", audience=Audience.TEAM)
    ] = Column(default=None, max_length=LONGEST_NAME)
    result: Annotated[
        TaskResult | None,
        Shown("Result", why="Not yet is not never: it may be handed in again.", audience=Audience.OPEN),
    ] = None
    kept_at: Annotated[
        str | None,
        Shown("Where it lies", why="Real families may stand in it, so no copy is kept here.", audience=Audience.WORDS),
    ] = Column(default=None, max_length=60)


class PracticalTask(PracticalTaskDraft, Record, table=True):
    """A piece of work that belongs to a training, and how far it is."""


COHORT = register(
    Kind(
        "cohort",
        "course group",
        "course groups",
        CohortDraft,
        Cohort,
        home="circle",
        named=("name",),
        over={"completed": ANYTHING},
    )
)
TRAINING = register(
    Kind(
        "training",
        "training",
        "trainings",
        TrainingDraft,
        Training,
        home="person",
        when="since",
        about="person",
        over={"result": tuple(TrainingResult)},
    )
)
PRACTICAL_TASK = register(
    Kind(
        "practical_task",
        "practical task",
        "practical tasks",
        PracticalTaskDraft,
        PracticalTask,
        home="training",
        when="due",
        about="person",
        part=True,
        over={"result": (TaskResult.COMPETENT,)},
    )
)
