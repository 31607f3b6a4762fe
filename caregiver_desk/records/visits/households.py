"""Households: the homes that are visited, who lives there, who visits them, and what they agreed to.

They live with the team. Who visits is an assignment with its days, so that a number on a week sheet is read as it was
on that day. A household agrees or refuses, for named purposes, and may take its word back. A refusal is an answer: it
is kept, and stops all but the minimum.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records import otherwise
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Elements, Kind, Record, Shown, register


class HouseholdState(StrEnum):
    REFERRED = "referred"
    ACTIVE = "active"
    PAUSED = "paused"
    GRADUATED = "graduated"
    TRANSFERRED = "transferred"
    EXITED = "exited without graduation"
    MOVED = "moved away"
    CLOSED = "closed"


class HouseholdDraft(Draft):
    team: Annotated[
        str, Shown("Team", why="Who visits and who may read follows the team.", audience=Audience.OPEN, refers="team")
    ]
    code: Annotated[
        str, Shown("Code", why="Paper sheets name households by code, not by family name.", audience=Audience.OPEN)
    ]
    state: Annotated[
        HouseholdState, Shown("State", why="Only active households are due a visit.", audience=Audience.OPEN)
    ] = HouseholdState.ACTIVE
    level: Annotated[
        int | None,
        Shown(
            "Visit need",
            why="Load is read with the mix of needs, never as a bare count.",
            audience=Audience.OPEN,
            unit="1 monthly, 2 every two weeks, 3 weekly, 4 several a week",
        ),
    ] = Column(default=None, ge=1, le=4)
    ward: Annotated[str | None, Shown("Ward", why="Rounds are planned by ward.", audience=Audience.OPEN)] = None
    enrolled: Annotated[
        date | None, Shown("Enrolled on", why="Support is counted from this day.", audience=Audience.OPEN, past=True)
    ] = None
    nickname: Annotated[
        str | None, Shown("Landmark or nickname", why="How the caregiver finds the house.", audience=Audience.CONTACT)
    ] = None
    village: Annotated[
        str | None, Shown("Village or section", why="Long walks are part of the load.", audience=Audience.CONTACT)
    ] = None
    directions: Annotated[
        str | None,
        Shown(
            "Directions", why="Whoever goes there the first time must find it.", audience=Audience.CONTACT, long=True
        ),
    ] = Column(default=None, max_length=280)
    phone: Annotated[
        str | None, Shown("Phone", why="To arrange a visit, so that nobody walks in vain.", audience=Audience.CONTACT)
    ] = None
    language: Annotated[
        str | None, Shown("Language", why="Who visits should be able to speak it.", audience=Audience.CONTACT)
    ] = None
    referred_by: Annotated[
        str | None, Shown("Referred by", why="Whom to tell what came of it.", audience=Audience.CONTACT)
    ] = Column(default=None, max_length=140)
    safety: Annotated[
        str | None,
        Shown(
            "Safety note",
            why="Whoever visits must know of dogs, dark paths or threats.",
            audience=Audience.WORDS,
            long=True,
        ),
    ] = None


class Household(HouseholdDraft, Record, table=True):
    """A home that caregivers visit."""


class Vulnerability(StrEnum):
    ORPHAN = "orphan"
    CHILD_HEADED = "child-headed"
    DISABILITY = "disability"
    CHRONIC_ILLNESS = "chronic illness"
    NO_BIRTH_CERTIFICATE = "no birth certificate"
    NOT_IN_SCHOOL = "not in school"
    OLDER_ALONE = "older person alone"
    PREGNANCY = "pregnancy"
    FOOD_SHORTAGE = "food shortage"
    CLINIC_SUPPORT = "clinic support"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    NOT_SAID = "other or not said"


class MemberDraft(Draft):
    household: Annotated[
        str, Shown("Household", why="Where this person lives.", audience=Audience.OPEN, refers="household")
    ]
    first_name: Annotated[
        str,
        Shown(
            "First name or initial", why="So that the caregiver asks after the right child.", audience=Audience.CONTACT
        ),
    ]
    birth_year: Annotated[
        int | None,
        Shown(
            "Year of birth", why="Whether somebody is a child decides what is owed to them.", audience=Audience.CONTACT
        ),
    ] = Column(default=None, ge=1900, le=2100)
    sex: Annotated[
        Sex | None, Shown("Sex", why="Some help is for girls or for boys only.", audience=Audience.CONTACT)
    ] = None
    relation: Annotated[
        str | None,
        Shown("Relation to the head", why="Who cares for whom in this home.", audience=Audience.CONTACT),
    ] = Column(default=None, max_length=60)
    primary_carer: Annotated[
        bool, Shown("Primary carer", why="The adult at home to speak with first.", audience=Audience.CONTACT)
    ] = False
    vulnerable: Annotated[
        frozenset[Vulnerability],
        Shown("Needs to keep in mind", why="So that help comes before it is asked for.", audience=Audience.CONTACT),
    ] = Column(default=frozenset(), sa_type=Elements)


class Member(MemberDraft, Record, table=True):
    """Somebody who lives in a household. No field holds anybody's HIV status."""


class Ended(StrEnum):
    """Why a caregiver visits a home no longer."""

    HANDOVER = "handed over"
    LEFT = "she left"
    DIED = "she died"
    SAFETY = "safety"
    FAMILY = "the family asked for it"
    WORKLOAD = "workload"
    CLOSED = "the home is visited no longer"


class AssignmentDraft(Draft):
    household: Annotated[
        str,
        Shown(
            "Household", why="It says which home they are responsible for.", audience=Audience.OPEN, refers="household"
        ),
    ]
    caregiver: Annotated[
        str,
        Shown("Caregiver", why="So that every home has somebody who comes.", audience=Audience.OPEN, refers="person"),
    ]
    since: Annotated[date | None, Shown("From", why="Who was responsible on a given day.", audience=Audience.OPEN)] = (
        None
    )
    until: Annotated[date | None, Shown("Until", why="Who was responsible on a given day.", audience=Audience.OPEN)] = (
        None
    )
    short_number: Annotated[
        int | None,
        Shown(
            "Number on the list", why="Three digits on the week sheet instead of a whole code.", audience=Audience.OPEN
        ),
    ] = Column(default=None, ge=1, le=9999)
    reason: Annotated[
        str | None,
        Shown(
            "Why without clearance",
            why="Who is not cleared visits only for a reason that a coordinator gave.",
            audience=Audience.TEAM,
        ),
    ] = Column(default=None, max_length=280)
    ended: Annotated[
        Ended | None, Shown("Why it ended", why="Homes that change hands often need a look.", audience=Audience.TEAM)
    ] = None
    joint_visit: Annotated[
        date | None,
        Shown("Visited together on", why="A family should meet who comes next.", audience=Audience.OPEN),
    ] = None
    handover: Annotated[
        str | None,
        Shown("To hand on", why="Only what the next caregiver needs to begin.", audience=Audience.WORDS, long=True),
    ] = Column(default=None, max_length=280)
    sees_otherwise: Annotated[str | None, otherwise.THEIR_WORD] = Column(default=None, max_length=otherwise.LONGEST)


class Assignment(AssignmentDraft, Record, table=True):
    """Which caregiver visits which household, from when to when."""


class Answer(StrEnum):
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class How(StrEnum):
    SIGNED = "signed"
    THUMBPRINT = "thumbprint"
    WITNESSED = "said before a witness"


class Purpose(StrEnum):
    """What a household can agree to beyond being visited."""

    RECORDS = "records of visits"
    MEMBERS = "who lives there"
    REFERRALS = "referrals"
    OBSERVED = "a second visitor who observes"


class ConsentDraft(Draft):
    household: Annotated[
        str,
        Shown(
            "Household",
            why="Nobody is visited, or written of, against their word.",
            audience=Audience.OPEN,
            refers="household",
        ),
    ]
    day: Annotated[date, Shown("On", why="The answer holds from this day.", audience=Audience.OPEN, past=True)]
    answer: Annotated[Answer, Shown("Answer", why="A refusal stops all but the minimum.", audience=Audience.OPEN)] = (
        Answer.AGREED
    )
    purposes: Annotated[
        frozenset[Purpose], Shown("To what", why="Nothing is done beyond it.", audience=Audience.OPEN)
    ] = Column(default=frozenset(), sa_type=Elements)
    who: Annotated[str | None, Shown("Who answered", why="An adult who may answer.", audience=Audience.CONTACT)] = None
    how: Annotated[How | None, Shown("How", why="So that the answer can be shown.", audience=Audience.OPEN)] = None


class Consent(ConsentDraft, Record, table=True):
    """What a household answered on a day. The latest answer holds."""


HOUSEHOLD = register(
    Kind("household", "household", "households", HouseholdDraft, Household, home="team", named=("code", "nickname"))
)
MEMBER = register(
    Kind(
        "member",
        "household member",
        "household members",
        MemberDraft,
        Member,
        home="household",
        named=("first_name",),
        part=True,
    )
)
ASSIGNMENT = register(
    Kind(
        "assignment",
        "assignment",
        "assignments",
        AssignmentDraft,
        Assignment,
        home="household",
        when="since",
        about="caregiver",
    )
)
CONSENT = register(
    Kind(
        "consent",
        "answer of a household",
        "answers of households",
        ConsentDraft,
        Consent,
        home="household",
        when="day",
        about="household",
        part=True,
    )
)
