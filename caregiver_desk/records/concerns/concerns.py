"""A concern about somebody in a household: what was seen or heard, who was told, and how long ago it was noticed.

Context. A concern is no allegation and no finding. What helps is that the right people are told soon; what harms is a
question too many, a name in the wrong book, or a record that disappears.

Decision. Each concern founds a scope of its own, so that it can be given to the protection lead and nothing else with
it. It carries its own copy of whom it is about, for she has none of the household's records; nothing of it points at a
person, so it stands in nobody's timeline, pack or list. Number, kind and clock (noticed when, how far it is) are facts
that a coordinator may know; all else is protected. Facts stand apart from what somebody thinks of them. There is no
field for whether it is true, and none that asks anybody to find out.

Consequences. It stays in sight (`stays`): a withdrawal or a request to erase does not hide it, also not in a merge.
What was a mistake is marked as one by two people. A name in a concern is a copy and is not corrected with its person.
A home is named only where somebody matched it later; no concern waits for that.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import field_validator
from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register

_TIME = re.compile(r"([01]?\d|2[0-3])[:.h]?([0-5]\d)")


def time_of_day(value: str | None) -> str | None:
    """A time of day, as hours and minutes."""
    if not value:
        return None
    found = _TIME.fullmatch(value)
    if found is None:
        message = "no time of day"
        raise ValueError(message)
    return f"{int(found[1]):02}:{found[2]}"


class ConcernSort(StrEnum):
    PHYSICAL = "hurt in body"
    SEXUAL = "sexual"
    EMOTIONAL = "hurt in feelings"
    NEGLECT = "deliberate neglect"
    EXPLOITATION = "exploitation or child labour"
    NO_CARER = "abandoned or no carer"
    CHILD_HEADED = "child-headed home in distress"
    VIOLENCE_AT_HOME = "violence at home"
    HARMFUL_PRACTICE = "harmful practice"
    SELF_HARM = "self-harm"
    OTHER = "other"


class Whom(StrEnum):
    CHILD = "a child"
    OLDER = "an older person"
    DISABILITY = "a person with a disability"
    MENTAL_DISABILITY = "a person with a mental disability"
    ADULT = "another adult"


class Unsure(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "not sure"


class FamilyTold(StrEnum):
    TOLD = "they know"
    NOT_YET = "not yet"
    NOT_SAFE = "not safe to tell them"


class ConcernState(StrEnum):
    NOTICED = "noticed"
    WITH_SUPERVISOR = "with supervisor"
    SCREENED = "screened, to be reported"
    NOT_REPORTED = "not reported, as two decided"
    INFORMATION = "information only, as two decided"
    REPORTED = "reported"
    ACKNOWLEDGED = "they have it"
    FOLLOWING_UP = "following up"
    CLOSED = "closed"
    IN_ERROR = "recorded in error"


class ConcernDraft(Draft):
    """What is asked of any concern. Those about a worker are a kind of their own, see safeguarding."""

    danger: Annotated[
        Unsure,
        Shown(
            "Is anyone in danger now?",
            why="If so, somebody is rung before anything else.",
            audience=Audience.PROTECTION,
        ),
    ]
    sort: Annotated[ConcernSort, Shown("Kind", why="It says whom to tell, and how soon.", audience=Audience.OPEN)]
    whom: Annotated[
        Whom, Shown("Whom it is about", why="The law protects some people more.", audience=Audience.PROTECTION)
    ]
    noticed: Annotated[
        date, Shown("Noticed on", why="The clock runs from here, not from now.", audience=Audience.OPEN, past=True)
    ]
    at: Annotated[
        str | None, Shown("At what time", why="Hours count. Leave it empty if unknown.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=5)
    seen: Annotated[
        str,
        Shown(
            "What was seen or heard",
            why="Facts only. Somebody’s own words in quotes; ask nothing more.",
            audience=Audience.PROTECTION,
            long=True,
        ),
    ]
    worry: Annotated[
        str | None,
        Shown(
            "Why it worries us", why="What we think stands apart from facts.", audience=Audience.PROTECTION, long=True
        ),
    ] = None
    about: Annotated[
        str | None, Shown("Name or initials", why="Who helps has to find them.", audience=Audience.PROTECTION)
    ] = Column(default=None, max_length=120)
    place: Annotated[
        str | None, Shown("Where to find them", why="A visit begins with a place.", audience=Audience.PROTECTION)
    ] = Column(default=None, max_length=200)
    noticed_by: Annotated[
        str | None,
        Shown("Noticed by", why="They may be asked, and are offered support.", audience=Audience.PROTECTION),
    ] = Column(default=None, max_length=120)
    behalf: Annotated[
        str | None,
        Shown(
            "Written down on behalf of",
            why="If somebody else sits at this laptop, both names stand here.",
            audience=Audience.PROTECTION,
        ),
    ] = Column(default=None, max_length=120)
    at_home: Annotated[
        Unsure | None,
        Shown("Is who may have done it in the home?", why="It is part of safety now.", audience=Audience.PROTECTION),
    ] = None
    others: Annotated[
        str | None, Shown("Who else knows", why="So that nobody is told twice.", audience=Audience.PROTECTION)
    ] = Column(default=None, max_length=400)
    done: Annotated[
        str | None, Shown("Done so far", why="So that nothing is done twice.", audience=Audience.PROTECTION)
    ] = Column(default=None, max_length=400)
    family: Annotated[
        FamilyTold | None,
        Shown("Does the family know?", why="To tell them is not always safe.", audience=Audience.PROTECTION),
    ] = None
    peers: Annotated[
        bool,
        Shown(
            "Two young people, about one age?",
            why="Nobody here decides what that is: take advice.",
            audience=Audience.PROTECTION,
        ),
    ] = False
    worker: Annotated[
        str | None,
        Shown(
            "About somebody who works with us",
            why="Such a concern goes to the protection lead alone.",
            audience=Audience.PROTECTION,
        ),
    ] = Column(default=None, max_length=120)
    late: Annotated[
        str | None,
        Shown("Why it is written down later", why="The clock shows its true age.", audience=Audience.PROTECTION),
    ] = Column(default=None, max_length=200)
    household: Annotated[
        str | None,
        Shown(
            "Home, once it is known",
            why="No concern waits for it; matched later, it tells what else may be needed.",
            audience=Audience.PROTECTION,
            refers="household",
        ),
    ] = None
    number: Annotated[str | None, Shown("Number", why="To speak of it without a name.", audience=Audience.OPEN)] = (
        Column(default=None, max_length=16)
    )
    state: Annotated[ConcernState, Shown("State", why="Nothing may be left lying.", audience=Audience.OPEN)] = (
        ConcernState.NOTICED
    )

    @field_validator("at")
    @classmethod
    def _is_a_time(cls, value: str | None) -> str | None:
        return time_of_day(value)


class Concern(ConcernDraft, Record, table=True):
    """What somebody noticed in a home, and why it worries us."""


class StepSort(StrEnum):
    SUPERVISOR = "told the supervisor"
    SCREENED = "screened: it is to be reported"
    LEAD = "talked with the protection lead"
    POLICE = "told the police"
    SOCIAL_WORKER = "told a social worker"
    FORM_22 = "handed in Form 22"
    VIOLENCE_FORM = "handed in the form on domestic violence"
    MEDICAL = "medical care"
    SAFETY = "made safer"
    ACKNOWLEDGED = "they confirmed that they have it"
    ALLOCATED = "they said who has it"
    OUTCOME = "they said what came of it"
    ASKED = "asked again"
    SEALED = "given to the protection lead"
    NOT_REPORTED = "screened: not reported"
    INFORMATION = "information only"
    CLOSED = "closed"
    IN_ERROR = "recorded in error"


class ConcernStepDraft(Draft):
    concern: Annotated[
        str,
        Shown(
            "Concern", why="So that it stands with what it belongs to.", audience=Audience.PROTECTION, refers="concern"
        ),
    ]
    sort: Annotated[StepSort, Shown("What was done", why="So that nothing is lost.", audience=Audience.PROTECTION)]
    day: Annotated[
        date, Shown("On", why="When they were told, they can be asked.", audience=Audience.PROTECTION, past=True)
    ]
    at: Annotated[
        str | None, Shown("At what time", why="Hours count. Leave it empty if unknown.", audience=Audience.PROTECTION)
    ] = Column(default=None, max_length=5)
    done_by: Annotated[str | None, Shown("By whom", why="Who can say what was said.", audience=Audience.PROTECTION)] = (
        Column(default=None, max_length=120)
    )
    told_to: Annotated[
        str | None,
        Shown("To whom", why="A name, an office, a phone to ask again.", audience=Audience.PROTECTION),
    ] = Column(default=None, max_length=200)
    reference: Annotated[
        str | None,
        Shown(
            "Reference number",
            why="The police or the office ask for it when you ring again.",
            audience=Audience.PROTECTION,
        ),
    ] = Column(default=None, max_length=80)
    next_check: Annotated[
        date | None, Shown("Ask again on", why="An answer that is not asked for is late.", audience=Audience.PROTECTION)
    ] = None
    proof: Annotated[
        str | None, Shown("Paper copy kept at", why="So that it can be shown.", audience=Audience.PROTECTION)
    ] = Column(default=None, max_length=120)
    second: Annotated[
        str | None, Shown("With whom", why="Nobody decides this alone.", audience=Audience.PROTECTION)
    ] = Column(default=None, max_length=120)
    reason: Annotated[
        str | None, Shown("Why", why="So that it can be understood later.", audience=Audience.PROTECTION, long=True)
    ] = Column(default=None, max_length=1000)
    believed: Annotated[
        bool,
        Shown(
            "Nobody knows it happened: it was reported as believed",
            why="What somebody knows of goes to the police.",
            audience=Audience.PROTECTION,
        ),
    ] = False

    @field_validator("at")
    @classmethod
    def _is_a_time(cls, value: str | None) -> str | None:
        return time_of_day(value)


class ConcernStep(ConcernStepDraft, Record, table=True):
    """Something that was done about a concern."""


CONCERN = register(
    Kind("concern", "concern", "concerns", ConcernDraft, Concern, home=Kind.OWN, named=("number",), stays=True)
)
CONCERN_STEP = register(
    Kind(
        "concern_step",
        "step of a concern",
        "steps of concerns",
        ConcernStepDraft,
        ConcernStep,
        home="concern",
        stays=True,
        part=True,
    )
)


class DutyCode(StrEnum):
    DANGER = "CP1"
    CLOCK = "CP2"
    SEXUAL = "CP3"
    VIOLENCE = "CP4"
    REPORT = "CP5"
    ANYONE = "CP6"
    CLOSING = "CP7"
    LISTEN = "CP8"
    HAVE_IT = "CP9A"
    WHO_HAS_IT = "CP9B"
    CAME_OF_IT = "CP9C"
    SUPPORT = "CP10"
    WORKER = "CP11"
    ADVICE = "P33"


class DutyReviewDraft(Draft):
    site: Annotated[
        str, Shown("Site", why="Each organisation says it for itself.", audience=Audience.OPEN, refers="site")
    ]
    code: Annotated[DutyCode, Shown("Rule", why="Each is read by itself.", audience=Audience.OPEN)]
    reviewed_by: Annotated[
        str | None, Shown("Read by", why="A rule that nobody has read is only a suggestion.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=80)
    within: Annotated[
        int | None, Shown("Within", why="It may be sooner than we suggest, never later.", audience=Audience.OPEN)
    ] = Column(default=None, ge=1, le=30)
    day: Annotated[date, Shown("On", why="The law changes; it is read again.", audience=Audience.OPEN, past=True)]


class DutyReview(DutyReviewDraft, Record, table=True):
    """Who has read a rule, and how soon a site asks for an answer."""


DUTY_REVIEW = register(
    Kind("duty_review", "reading of a rule", "readings of rules", DutyReviewDraft, DutyReview, home="site")
)
