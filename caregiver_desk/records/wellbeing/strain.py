"""Whether a caregiver needs support now, as the two of them see it.

Context. A rule may suggest that somebody needs support (`practice/wellbeing/strain.py`). It was never tested on people,
and nobody may be judged by a machine alone.

Decision. What is kept is a person's decision with the caregiver's own view, which is never left out. The day and the
state are the whole history: what the rule counted is worked out anew each time and stored nowhere, so it ends with
what it came from.

Consequences. It is read by the two of the pair. No coordinator's book ever holds one.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import WithinPair


class Need(StrEnum):
    STEADY = "steady"
    WATCH = "watch"
    NOW = "needs support now"
    IN_PLAN = "in support plan"
    EASING = "easing"


class SupportNeedDraft(WithinPair):
    day: Annotated[date, Shown("Day", why="Needs change, and old words grow stale.", audience=Audience.PAIR, past=True)]
    state: Annotated[
        Need, Shown("Where they stand", why="A person decides it, never the program.", audience=Audience.PAIR)
    ]
    their_view: Annotated[
        str,
        Shown("How they see it", why="Nothing is decided without their word.", audience=Audience.PAIR, long=True),
    ] = Column(max_length=280)
    dismissed: Annotated[
        str | None,
        Shown("Why not now", why="So that nobody wonders later why it was left.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=140)


class SupportNeed(SupportNeedDraft, Record, table=True):
    """What two people decided about support, with the caregiver's own view."""


SUPPORT_NEED = register(
    Kind(
        "support_need",
        "word on support",
        "words on support",
        SupportNeedDraft,
        SupportNeed,
        home="supervision",
        when="day",
        about="caregiver",
    )
)
