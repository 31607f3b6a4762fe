"""People and places: the site, its teams, the people who work there, and the households they visit.

A site and a team found a scope of their own. A person's identity lives in the site's scope and her engagement in her
team's, so that she can change teams and stay the same person. Households, their members and who visits them (the
assignment, dated) live with the team.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Elements, Kind, Record, Shown, register


class SiteDraft(Draft):
    name: Annotated[
        str,
        Shown("Name of the site", why="Every print and bundle says whose book it comes from.", audience=Audience.OPEN),
    ]


class Site(SiteDraft, Record, table=True):
    """An organisation's place of work."""


class TeamDraft(Draft):
    name: Annotated[
        str, Shown("Name of the team", why="A coordinator needs to tell the teams apart.", audience=Audience.OPEN)
    ]


class Team(TeamDraft, Record, table=True):
    """Caregivers with one supervisor."""


class PersonDraft(Draft):
    given_names: Annotated[str, Shown("Given names", why="To know whom a record is about.", audience=Audience.TEAM)]
    surname: Annotated[
        str | None, Shown("Surname", why="To tell apart people with one given name.", audience=Audience.TEAM)
    ] = None
    known_as: Annotated[
        str | None, Shown("Known as", why="People are found and greeted by the name they use.", audience=Audience.TEAM)
    ] = None
    birth_year: Annotated[
        int | None, Shown("Year of birth", why="Tells apart two people of one name.", audience=Audience.TEAM)
    ] = Column(default=None, ge=1920, le=2020)
    phone: Annotated[str | None, Shown("Phone", why="To reach her after a hard day.", audience=Audience.CONTACT)] = None
    language: Annotated[
        str | None, Shown("Home language", why="Read-back and papers are offered in it.", audience=Audience.TEAM)
    ] = None


class Person(PersonDraft, Record, table=True):
    """Somebody who works here, whatever her role."""


class Role(StrEnum):
    CAREGIVER = "caregiver"
    SUPERVISOR = "supervisor"
    COORDINATOR = "coordinator"
    TRAINER = "trainer"
    PROTECTION_LEAD = "protection lead"


class EngagementState(StrEnum):
    CANDIDATE = "candidate"
    INDUCTION = "induction"
    PROBATION = "probation"
    ACTIVE = "active"
    ON_LEAVE = "on leave"
    LEFT = "left"
    DECEASED = "deceased"


class EngagementDraft(Draft):
    person: Annotated[str, Shown("Person", why="Whose engagement this is.", audience=Audience.OPEN, refers="person")]
    team: Annotated[
        str,
        Shown("Team", why="Who supervises and who may read follows the team.", audience=Audience.OPEN, refers="team"),
    ]
    role: Annotated[Role, Shown("Role", why="What she does here.", audience=Audience.OPEN)] = Role.CAREGIVER
    state: Annotated[
        EngagementState,
        Shown("State", why="Reminders stop when somebody is on leave or has left.", audience=Audience.OPEN),
    ] = EngagementState.ACTIVE
    since: Annotated[date | None, Shown("Since", why="Newer workers are heard more often.", audience=Audience.OPEN)] = (
        None
    )
    until: Annotated[
        date | None, Shown("Until", why="Her open matters are placed when she leaves.", audience=Audience.OPEN)
    ] = None
    field_days: Annotated[
        int | None,
        Shown("Field days a week", why="Load is read against the days she works.", audience=Audience.OPEN, unit="days"),
    ] = Column(default=None, ge=0, le=7)


class Engagement(EngagementDraft, Record, table=True):
    """A person's work in a team, with its dates."""


class HouseholdState(StrEnum):
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
            unit="1 monthly … 4 several a week",
        ),
    ] = Column(default=None, ge=1, le=4)
    ward: Annotated[str | None, Shown("Ward", why="Rounds are planned by ward.", audience=Audience.OPEN)] = None
    enrolled: Annotated[
        date | None, Shown("Enrolled on", why="Support is counted from this day.", audience=Audience.OPEN)
    ] = None
    nickname: Annotated[
        str | None, Shown("Landmark or nickname", why="How the caregiver finds the house.", audience=Audience.CONTACT)
    ] = None
    village: Annotated[
        str | None, Shown("Village or section", why="Long walks are part of the load.", audience=Audience.CONTACT)
    ] = None
    phone: Annotated[str | None, Shown("Phone", why="To arrange a visit.", audience=Audience.CONTACT)] = None
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
            "Year of birth", why="Whether somebody is a child decides what is owed to her.", audience=Audience.CONTACT
        ),
    ] = Column(default=None, ge=1900, le=2100)
    primary_carer: Annotated[
        bool, Shown("Primary carer", why="The adult at home to speak with first.", audience=Audience.CONTACT)
    ] = False
    vulnerable: Annotated[
        frozenset[Vulnerability],
        Shown("Needs to keep in mind", why="What this person may need next.", audience=Audience.CONTACT),
    ] = Column(default=frozenset(), sa_type=Elements)


class Member(MemberDraft, Record, table=True):
    """Somebody who lives in a household. No field holds anybody's HIV status."""


class AssignmentDraft(Draft):
    household: Annotated[
        str, Shown("Household", why="Which home is visited.", audience=Audience.OPEN, refers="household")
    ]
    caregiver: Annotated[str, Shown("Caregiver", why="Who visits it.", audience=Audience.OPEN, refers="person")]
    since: Annotated[date | None, Shown("From", why="Who was responsible on a given day.", audience=Audience.OPEN)] = (
        None
    )
    until: Annotated[date | None, Shown("Until", why="Who was responsible on a given day.", audience=Audience.OPEN)] = (
        None
    )
    short_number: Annotated[
        int | None,
        Shown(
            "Number on her list", why="Three digits on the week sheet instead of a whole code.", audience=Audience.OPEN
        ),
    ] = Column(default=None, ge=1, le=9999)


class Assignment(AssignmentDraft, Record, table=True):
    """Which caregiver visits which household, from when to when."""


SITE = register(Kind("site", "site", "sites", SiteDraft, Site, home=Kind.OWN, named=("name",)))
TEAM = register(Kind("team", "team", "teams", TeamDraft, Team, home=Kind.OWN, named=("name",)))
PERSON = register(
    Kind(
        "person", "person", "people", PersonDraft, Person, home=Kind.SITE, named=("known_as", "given_names", "surname")
    )
)
ENGAGEMENT = register(
    Kind(
        "engagement",
        "engagement",
        "engagements",
        EngagementDraft,
        Engagement,
        home="team",
        when="since",
        about="person",
    )
)
HOUSEHOLD = register(
    Kind("household", "household", "households", HouseholdDraft, Household, home="team", named=("code", "nickname"))
)
MEMBER = register(
    Kind(
        "member", "household member", "household members", MemberDraft, Member, home="household", named=("first_name",)
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
