"""Where help can be found, and who was pointed to it.

A referral is of somebody in a household; a caregiver's own is a follow-up between her and her supervisor. It says on
what ground somebody was referred: consent, or a legal duty that needs none. No field gates a report of harm to a child,
and none holds a diagnosis.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register
from caregiver_desk.records.reported import Reported


class ServiceKind(StrEnum):
    SOCIAL_WORK = "social work"
    CHILD_PROTECTION = "child protection organisation"
    POLICE = "police"
    CLINIC = "clinic"
    AFTER_VIOLENCE = "care after violence"
    SCHOOL = "school"
    GRANTS = "grants"
    DOCUMENTS = "identity documents"
    LEGAL_AID = "legal aid"
    FOOD = "food relief"
    COUNSELLING = "counselling"
    FAITH_OR_TRADITION = "faith or tradition"
    OTHER = "other"


class ServiceDraft(Draft):
    name: Annotated[str, Shown("Name", why="So that one knows whom to ask for there.", audience=Audience.OPEN)]
    sort: Annotated[ServiceKind, Shown("Kind", why="To find the right door quickly.", audience=Audience.OPEN)]
    area: Annotated[
        str | None, Shown("Area", why="A service nobody can reach is no service.", audience=Audience.OPEN)
    ] = None
    phone: Annotated[str | None, Shown("Phone", why="To ring before anybody walks there.", audience=Audience.OPEN)] = (
        None
    )
    hours: Annotated[
        str | None, Shown("Hours", why="Nobody should stand before a closed door.", audience=Audience.OPEN)
    ] = None
    languages: Annotated[str | None, Shown("Languages", why="Help has to be understood.", audience=Audience.OPEN)] = (
        None
    )
    cost: Annotated[str | None, Shown("Cost", why="A fee can close a door.", audience=Audience.OPEN)] = None
    partner: Annotated[
        str | None,
        Shown(
            "Whom of us to ask",
            why="Somebody of us sits with them and knows the way in.",
            audience=Audience.OPEN,
            refers="partnership_item",
        ),
    ] = None
    outside: Annotated[
        bool,
        Shown(
            "Outside our community",
            why="Caregivers speak more freely with somebody who is not a neighbour.",
            audience=Audience.OPEN,
        ),
    ] = False
    verified: Annotated[
        date | None,
        Shown("Last verified on", why="Old numbers fail when they are needed.", audience=Audience.OPEN, past=True),
    ] = None


class Service(ServiceDraft, Record, table=True):
    """An office, a line or a person that can help."""


class Way(StrEnum):
    PHONE = "by phone"
    LETTER = "by letter"
    ACCOMPANIED = "went along"


class Ground(StrEnum):
    CONSENT = "consent"
    LEGAL_DUTY = "legal duty"


class ReferralState(StrEnum):
    MADE = "made"
    RECEIVED = "received"
    ATTENDED = "attended"
    COMPLETED = "completed"
    NOT_ATTENDED = "not attended"
    DECLINED = "declined"
    NO_SERVICE = "no service"


class ReferralDraft(Reported):
    household: Annotated[
        str,
        Shown("Household", why="So that the home hears what came of it.", audience=Audience.OPEN, refers="household"),
    ]
    member: Annotated[
        str | None,
        Shown("Who", why="So that the right person is asked after.", audience=Audience.CONTACT, refers="member"),
    ] = None
    service: Annotated[str, Shown("To", why="Whom to ask what came of it.", audience=Audience.OPEN, refers="service")]
    day: Annotated[
        date, Shown("Made on", why="Feedback is asked for from this day.", audience=Audience.OPEN, past=True)
    ]
    way: Annotated[Way, Shown("How", why="Who was accompanied arrives more often.", audience=Audience.OPEN)] = Way.PHONE
    ground: Annotated[
        Ground, Shown("On what ground", why="Consent, or a duty that needs none.", audience=Audience.OPEN)
    ] = Ground.CONSENT
    agreed_by: Annotated[
        str | None, Shown("Who agreed", why="So that the consent can be shown.", audience=Audience.CONTACT)
    ] = None
    state: Annotated[
        ReferralState, Shown("State", why="A referral that nobody asks after is soon lost.", audience=Audience.OPEN)
    ] = ReferralState.MADE
    feedback: Annotated[
        date | None,
        Shown("Feedback on", why="So that it is seen how long the answer took.", audience=Audience.OPEN, past=True),
    ] = None
    note: Annotated[
        str | None, Shown("Note", why="Only what the next step needs.", audience=Audience.WORDS, long=True)
    ] = Column(default=None, max_length=280)


class Referral(ReferralDraft, Record, table=True):
    """Somebody of a household was pointed to a service."""


SERVICE = register(Kind("service", "service", "services", ServiceDraft, Service, home=Kind.SITE, named=("name",)))
REFERRAL = register(
    Kind(
        "referral",
        "referral",
        "referrals",
        ReferralDraft,
        Referral,
        home="household",
        when="day",
        about="household",
        part=True,
    )
)
