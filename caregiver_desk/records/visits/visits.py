"""Household visits: nearly free to record, because every minute at the desk is taken from a family.

A visit needs a day, a household, a caregiver and what came of it. Words are never required.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records import otherwise
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Elements, Kind, Record, Shown, register
from caregiver_desk.records.reported import Reported
from caregiver_desk.records.submitted import Submitted


class Outcome(StrEnum):
    DONE = "done"
    NOBODY_HOME = "nobody home"
    LATER = "asked to come another day"
    REFUSED = "refused"
    UNSAFE = "not safe to enter"
    CANCELLED = "cancelled by us"
    PHONE = "phone only"


AT_A_DOOR = frozenset(
    {Outcome.DONE, Outcome.NOBODY_HOME, Outcome.LATER, Outcome.REFUSED, Outcome.UNSAFE}
)  # what makes a day one of visits


class Purpose(StrEnum):
    ROUTINE = "routine"
    FOLLOW_UP = "follow-up"
    REFERRAL = "referral"
    CRISIS = "crisis"
    FIRST = "first visit"
    EXIT = "exit"


class VisitDraft(Reported, Submitted):
    caregiver: Annotated[
        str,
        Shown(
            "Caregiver",
            why="Every caregiver’s day counts, and no day should be too heavy.",
            audience=Audience.OPEN,
            refers="person",
        ),
    ]
    household: Annotated[
        str, Shown("Household", why="So that no home is forgotten.", audience=Audience.OPEN, refers="household")
    ]
    day: Annotated[date, Shown("Day", why="Load is counted by day.", audience=Audience.OPEN, past=True)]
    minutes: Annotated[
        int | None,
        Shown(
            "Length",
            why="Long visits weigh more; leave it empty if nobody looked.",
            audience=Audience.OPEN,
            unit="minutes",
        ),
    ] = Column(default=None, ge=1, le=600)
    outcome: Annotated[
        Outcome, Shown("What came of it", why="A closed door is part of the load too.", audience=Audience.OPEN)
    ] = Outcome.DONE
    purposes: Annotated[
        frozenset[Purpose], Shown("Purpose", why="Crisis visits weigh more than routine ones.", audience=Audience.OPEN)
    ] = Column(default=frozenset(), sa_type=Elements)
    children_seen: Annotated[
        bool | None, Shown("Children seen", why="A child not seen for long is a reason to ask.", audience=Audience.OPEN)
    ] = None
    with_whom: Annotated[
        str | None,
        Shown(
            "Who went along", why="Who goes in pairs is safer; empty if alone.", audience=Audience.OPEN, refers="person"
        ),
    ] = None
    safety_worry: Annotated[
        bool, Shown("Worried about safety", why="Nobody goes back there alone unasked.", audience=Audience.OPEN)
    ] = False
    upset_afterwards: Annotated[
        bool, Shown("Upset afterwards", why="Somebody should ask how they are.", audience=Audience.PAIR)
    ] = False
    note: Annotated[
        str | None, Shown("Note", why="Only what the next visit needs.", audience=Audience.WORDS, long=True)
    ] = Column(default=None, max_length=280)
    sees_otherwise: Annotated[str | None, otherwise.THEIR_WORD] = Column(default=None, max_length=otherwise.LONGEST)


class Visit(VisitDraft, Record, table=True):
    """One knock on one door, on one day."""


VISIT = register(Kind("visit", "visit", "visits", VisitDraft, Visit, home="household", when="day", about="caregiver"))
