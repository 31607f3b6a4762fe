"""Standing in another's place for a time: acting up in one's own team, or covering for another team.

The record says who, where and until when, for people to read; the right itself is a dated statement of the coordinator
(records/sharing/standing). `until` is the first day on which it holds no longer, as everywhere here. `settled` is the
day on which the coordinator made the end final; until then what is written after it is flagged.

Somebody who is on the way to manage a team may supervise a few people, and is not their line manager: how many is said
with them, or for the whole site (practice/norms).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register


class StandsIn(StrEnum):
    ACTING_UP = "acting up"
    COVER = "cover"


class SteppingInDraft(Draft):
    person: Annotated[
        str, Shown("Who stands in", why="Whom the team turns to meanwhile.", audience=Audience.OPEN, refers="person")
    ]
    team: Annotated[
        str, Shown("Team", why="Who may write and read follows the team.", audience=Audience.OPEN, refers="team")
    ]
    sort: Annotated[StandsIn, Shown("As what", why="To grow by it is not to help out.", audience=Audience.OPEN)] = (
        StandsIn.ACTING_UP
    )
    since: Annotated[date, Shown("From", why="Who was to be turned to on a day.", audience=Audience.OPEN)]
    until: Annotated[date, Shown("Back to normal on", why="On this day it ends by itself.", audience=Audience.OPEN)]
    concerns: Annotated[
        bool,
        Shown("Open concerns go along", why="A clock that nobody sees helps no child.", audience=Audience.OPEN),
    ] = False
    words: Annotated[
        str | None,
        Shown("To know meanwhile", why="Whoever stands in must not begin blind.", audience=Audience.WORDS, long=True),
    ] = Column(default=None, max_length=1000)
    settled: Annotated[
        date | None, Shown("End made final on", why="What came later is set aside.", audience=Audience.OPEN)
    ] = None


class SteppingIn(SteppingInDraft, Record, table=True):
    """Somebody has a team for a time."""


class AspiringDraft(Draft):
    person: Annotated[
        str,
        Shown("Aspiring manager", why="Who supervises a few on the way.", audience=Audience.OPEN, refers="person"),
    ]
    team: Annotated[
        str, Shown("Team", why="Who supports them on the way is there.", audience=Audience.OPEN, refers="team")
    ]
    since: Annotated[date, Shown("From", why="The limit holds from this day.", audience=Audience.OPEN)]
    until: Annotated[date | None, Shown("Until", why="Then the limit holds no longer.", audience=Audience.OPEN)] = None
    most: Annotated[
        int | None,
        Shown(
            "Supervises at most",
            why="Whoever learns it needs time for each.",
            audience=Audience.OPEN,
            unit="people",
        ),
    ] = Column(default=None, ge=1, le=20)


class Aspiring(AspiringDraft, Record, table=True):
    """Somebody supervises a few people on the way to manage a team, and is not their line manager."""


STEPPING_IN = register(
    Kind(
        "stepping_in",
        "time in another’s place",
        "times in another’s place",
        SteppingInDraft,
        SteppingIn,
        home="team",
        when="since",
        about="person",
    )
)
ASPIRING = register(
    Kind(
        "aspiring",
        "aspiring manager",
        "aspiring managers",
        AspiringDraft,
        Aspiring,
        home="team",
        when="since",
        about="person",
    )
)
