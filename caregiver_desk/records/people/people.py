"""People: the site, its teams, who works there, what she was told of her rights, and whether she was vetted.

A site and a team found a scope of their own. A person's identity lives in the site's scope and her engagement in her
team's, so that she can change teams and stay the same person. A notice and a vetting live where the person does.

A vetting says that a check was made and how it ended. It has no field for a reason, and is shown as current, due or
unknown only.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register


class SiteDraft(Draft):
    name: Annotated[
        str,
        Shown("Name of the site", why="Every print and bundle says whose book it comes from.", audience=Audience.OPEN),
    ]
    organisation: Annotated[
        str | None,
        Shown(
            "Responsible organisation", why="Who answers for these records, on every notice.", audience=Audience.OPEN
        ),
    ] = Column(default=None, max_length=200)
    officer: Annotated[
        str | None,
        Shown(
            "Information officer", why="Whom people ask about their records, on every notice.", audience=Audience.OPEN
        ),
    ] = Column(default=None, max_length=200)
    purposes: Annotated[
        str | None,
        Shown("Purposes", why="What records are kept for, on every notice.", audience=Audience.OPEN, long=True),
    ] = Column(default=None, max_length=1000)
    lies_in: Annotated[
        str | None,
        Shown("Lies in", why="The area whose figures count this site.", audience=Audience.OPEN, refers="region"),
    ] = None


class Site(SiteDraft, Record, table=True):
    """An organisation's place of work."""


ANSWERS = ("organisation", "officer", "purposes")  # of who answers for the records


class TeamDraft(Draft):
    name: Annotated[
        str, Shown("Name of the team", why="A coordinator needs to tell the teams apart.", audience=Audience.OPEN)
    ]
    site: Annotated[
        str | None,
        Shown(
            "Site of the team",
            why="Where it is another than that of who founded the team.",
            audience=Audience.OPEN,
            refers="site",
        ),
    ] = None


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
    phone: Annotated[str | None, Shown("Phone", why="To reach them after a hard day.", audience=Audience.CONTACT)] = (
        None
    )
    second_phone: Annotated[
        str | None, Shown("Second phone", why="For when the first is lost or flat.", audience=Audience.CONTACT)
    ] = None
    language: Annotated[
        str | None, Shown("Home language", why="Read-back and papers are offered in it.", audience=Audience.TEAM)
    ] = None
    staff_number: Annotated[
        str | None,
        Shown("Staff number", why="The pay office knows them by it. Never an ID number.", audience=Audience.TEAM),
    ] = None
    next_of_kin: Annotated[
        str | None,
        Shown("Next of kin", why="Whom to tell if something happens to them.", audience=Audience.CONTACT),
    ] = None
    next_of_kin_phone: Annotated[
        str | None, Shown("Phone of next of kin", why="So that they can be reached.", audience=Audience.CONTACT)
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
    VETTING = "vetting"
    INDUCTION = "induction"
    PROBATION = "probation"
    ACTIVE = "active"
    LIGHT_DUTY = "light duty"
    ON_LEAVE = "on leave"
    LEAVING = "leaving"
    TRANSFERRED = "transferred"
    LEFT = "left"
    DECEASED = "deceased"


class EngagementType(StrEnum):
    VOLUNTEER = "volunteer"
    STIPEND = "stipend"
    PUBLIC_WORKS = "public works programme"
    CONTRACT = "contract"
    EMPLOYEE = "employee"
    LEARNER = "learner"


class Travel(StrEnum):
    FOOT = "on foot"
    TAXI = "taxi"
    BICYCLE = "bicycle"
    OWN_CAR = "own car"
    PROGRAMME_CAR = "programme vehicle"


class Area(StrEnum):
    URBAN = "urban"
    PERI_URBAN = "peri-urban"
    RURAL = "rural"
    DEEP_RURAL = "deep rural"


class Leaving(StrEnum):
    """Why somebody left, if she says so."""

    BETTER_JOB = "better job"
    PAY = "stipend or late pay"
    HEALTH = "health"
    FAMILY = "family care"
    MOVED = "moved"
    UNSAFE = "unsafe"
    CONFLICT = "conflict"
    STUDIES = "studies"
    FUNDING = "end of funding"
    DISMISSED = "dismissed"
    RETIRED = "retired"
    NOT_SAID = "other or not said"


class EngagementDraft(Draft):
    person: Annotated[
        str,
        Shown("Person", why="To keep it on the right person’s page.", audience=Audience.OPEN, refers="person"),
    ]
    team: Annotated[
        str,
        Shown("Team", why="Who supervises and who may read follows the team.", audience=Audience.OPEN, refers="team"),
    ]
    role: Annotated[
        Role, Shown("Role", why="It decides what is asked, and who supports whom.", audience=Audience.OPEN)
    ] = Role.CAREGIVER
    state: Annotated[
        EngagementState,
        Shown("State", why="Reminders stop when somebody is on leave or has left.", audience=Audience.OPEN),
    ] = EngagementState.ACTIVE
    since: Annotated[date | None, Shown("Since", why="Newer workers are heard more often.", audience=Audience.OPEN)] = (
        None
    )
    until: Annotated[
        date | None, Shown("Until", why="What is open is handed on when somebody leaves.", audience=Audience.OPEN)
    ] = None
    field_days: Annotated[
        int | None,
        Shown("Field days a week", why="Load is read against the days worked.", audience=Audience.OPEN, unit="days"),
    ] = Column(default=None, ge=0, le=7)
    hours: Annotated[
        int | None,
        Shown("Hours a week", why="Work is more than visits.", audience=Audience.TEAM, unit="hours"),
    ] = Column(default=None, ge=0, le=80)
    sort: Annotated[
        EngagementType | None,
        Shown("Engaged as", why="What is owed, and may be asked, depends on it.", audience=Audience.TEAM),
    ] = None
    travel: Annotated[
        Travel | None, Shown("How they travel", why="A home on foot is another day’s work.", audience=Audience.TEAM)
    ] = None
    area: Annotated[
        Area | None, Shown("Kind of area", why="Visits take longer where ways are long.", audience=Audience.TEAM)
    ] = None
    leave_from: Annotated[
        date | None, Shown("Planned leave from", why="Their homes need somebody meanwhile.", audience=Audience.TEAM)
    ] = None
    leave_until: Annotated[
        date | None, Shown("Planned leave until", why="From this day they can be heard again.", audience=Audience.TEAM)
    ] = None
    leaving: Annotated[
        Leaving | None,
        Shown("Why they left", why="What drives people away can be changed, if it is known.", audience=Audience.TEAM),
    ] = None
    title: Annotated[
        str | None, Shown("Title of the role", why="What they are called here and on paper.", audience=Audience.TEAM)
    ] = Column(default=None, max_length=80)
    untrained: Annotated[
        str | None,
        Shown(
            "Why without the course",
            why="A role that asks for a course was given knowingly. Nobody waits with a concern for it.",
            audience=Audience.TEAM,
        ),
    ] = Column(default=None, max_length=140)


class Engagement(EngagementDraft, Record, table=True):
    """A person's work in a team, with its dates."""


class NoticeDraft(Draft):
    person: Annotated[str, Shown("Person", why="So that nobody is missed.", audience=Audience.OPEN, refers="person")]
    day: Annotated[
        date, Shown("Given on", why="From this day they know their rights.", audience=Audience.OPEN, past=True)
    ]
    given_by: Annotated[
        str | None, Shown("Given by", why="Whom to ask about it later.", audience=Audience.OPEN, refers="person")
    ] = None
    language: Annotated[
        str | None, Shown("Language", why="A notice counts only if it was understood.", audience=Audience.OPEN)
    ] = None


class Notice(NoticeDraft, Record, table=True):
    """Somebody was told what is kept about her, why, and who sees it."""


class Check(StrEnum):
    """What was asked about her, and of whom."""

    CHILD_REGISTER_EMPLOYER = "child protection register, asked by us"
    CHILD_REGISTER_OWN = "child protection register, asked by her"
    OFFENCES_REGISTER = "register for sex offenders"
    REFERENCES = "references"
    POLICE = "police clearance"


class Result(StrEnum):
    PENDING = "pending"
    CLEARED = "cleared"
    NOT_CLEARED = "not cleared"
    UNKNOWN = "unknown"


class VettingDraft(Draft):
    person: Annotated[
        str, Shown("Person", why="Families must be able to trust who comes.", audience=Audience.OPEN, refers="person")
    ]
    sort: Annotated[Check, Shown("Check", why="Each check answers another question.", audience=Audience.OPEN)]
    submitted: Annotated[
        date, Shown("Submitted on", why="An answer is due from this day.", audience=Audience.OPEN, past=True)
    ]
    result: Annotated[
        Result, Shown("Result", why="Children are visited by who was cleared.", audience=Audience.TEAM)
    ] = Result.PENDING
    seen_by: Annotated[
        str | None,
        Shown("Certificate seen by", why="Who can say that it is so.", audience=Audience.OPEN, refers="person"),
    ] = None
    next_due: Annotated[
        date | None,
        Shown("Next due", why="A clearance grows old; two years are usual.", audience=Audience.TEAM),
    ] = None


class Vetting(VettingDraft, Record, table=True):
    """A check on somebody who works with children. There is no field for the reason of a result."""


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
NOTICE = register(
    Kind("notice", "notice given", "notices given", NoticeDraft, Notice, home="person", when="day", about="person")
)
VETTING = register(
    Kind("vetting", "vetting", "vettings", VettingDraft, Vetting, home="person", when="submitted", about="person")
)
