"""Courses, the unit standards they lead to, and which course a role asks for.

Context. A caregiver whose learning is recognised can take it to another employer. What is recognised hangs on numbers
and dates of others: who taught, under which accreditation, at which level, and until when a standard may be achieved.

Decision. All of it is open, for it is about courses and about nobody. A course is known by a short name of its own, so
that what somebody learned in one team is found again in every other; a site that calls another course as good says
whose place it takes. A standard is known by its number at the qualifications authority. Titles and numbers stay with
whoever learned (see training), so that a paper from years ago says what held then.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Draft, Kind, Record, Shown, complete, register

LONGEST_TITLE = 140
HIGHEST_LEVEL = 10
MOST_CREDITS = 600


class Track(StrEnum):
    """Where a course leads: deeper into practice, towards leading others, or both."""

    PRACTICE = "practice"
    LEADERSHIP = "leadership"
    BOTH = "both"


class CourseDraft(Draft):
    title: Annotated[str, Shown("Title", why="As it stands on the certificate.", audience=Audience.OPEN)] = Column(
        max_length=LONGEST_TITLE
    )
    code: Annotated[
        str, Shown("Short name", why="By it one course is the same in every team.", audience=Audience.OPEN)
    ] = Column(max_length=24)
    track: Annotated[
        Track, Shown("Track", why="To deepen practice is as good a road as to lead.", audience=Audience.OPEN)
    ] = Track.PRACTICE
    meant_for: Annotated[
        Role | None,
        Shown("Meant for", why="Only they are missed where they have not done it.", audience=Audience.OPEN),
    ] = None
    provider: Annotated[
        str | None, Shown("Provider", why="Another employer asks who taught it.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=120)
    accreditation: Annotated[
        str | None,
        Shown("Accreditation number", why="It shows that the provider may certify.", audience=Audience.OPEN),
    ] = Column(default=None, max_length=60)
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
    counts_as: Annotated[
        str | None,
        Shown("Counts as", why="The short name of a course that need not be done as well.", audience=Audience.OPEN),
    ] = Column(default=None, max_length=24)


class Course(CourseDraft, Record, table=True):
    """Something that is taught, as a site knows it."""


class UnitStandardDraft(Draft):
    number: Annotated[
        str, Shown("Number", why="Under it the authority lists the standard.", audience=Audience.OPEN)
    ] = Column(max_length=20)
    title: Annotated[
        str | None, Shown("Title", why="A number alone tells nobody what was learned.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=LONGEST_TITLE)
    level: Annotated[
        int | None, Shown("NQF level", why="It says how far the learning goes.", audience=Audience.OPEN)
    ] = Column(default=None, ge=1, le=HIGHEST_LEVEL)
    credits: Annotated[
        int | None, Shown("Credits", why="Credits add up towards a qualification.", audience=Audience.OPEN)
    ] = Column(default=None, ge=0, le=MOST_CREDITS)
    registration_end: Annotated[
        date | None, Shown("Registered until", why="After it no new course is built on it.", audience=Audience.OPEN)
    ] = None
    last_enrolment: Annotated[
        date | None, Shown("Last day to enrol", why="Who begins later gets nothing for it.", audience=Audience.OPEN)
    ] = None
    last_achievement: Annotated[
        date | None, Shown("Last day to achieve", why="Who ends later gets nothing for it.", audience=Audience.OPEN)
    ] = None


class UnitStandard(UnitStandardDraft, Record, table=True):
    """A part of a qualification, and until when it counts."""


OfRole = Annotated[Role, Shown("Role", why="Who may harm by not knowing should know.", audience=Audience.OPEN)]


class RoleAskedDraft(Draft):
    """What is asked where somebody says it: the course itself, of which its short name is kept."""

    role: OfRole = Role.PROTECTION_LEAD
    course: Annotated[
        str,
        Shown("Course", why="What somebody in this role has done.", audience=Audience.OPEN, refers="course"),
    ]


class RoleCourseDraft(Draft):
    role: OfRole = Role.PROTECTION_LEAD
    code: Annotated[
        str, Shown("Short name of the course", why="What somebody in this role has done.", audience=Audience.OPEN)
    ] = Column(max_length=24)
    day: Annotated[date, Shown("Said on", why="Of two the newer holds.", audience=Audience.OPEN)]


class RoleCourse(RoleCourseDraft, Record, table=True):
    """A site asks for a course in a role."""


COURSE = register(Kind("course", "course", "courses", CourseDraft, Course, home=Kind.SITE, named=("title",)))
UNIT_STANDARD = register(
    Kind(
        "unit_standard",
        "unit standard",
        "unit standards",
        UnitStandardDraft,
        UnitStandard,
        home=Kind.SITE,
        named=("number", "title"),
    )
)
ROLE_COURSE = register(
    Kind("role_course", "course of a role", "courses of roles", RoleCourseDraft, RoleCourse, home=Kind.SITE)
)
ROLE_ASKED = complete(
    Kind("role_asked", "course of a role", "courses of roles", RoleAskedDraft, RoleCourse, home=Kind.SITE)
)
