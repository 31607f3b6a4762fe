"""How a caregiver is: four questions of a minute, in the scope of the pair. To prefer not to say is an answer."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Elements, Kind, Record, Shown, Upcast, register
from caregiver_desk.records.reported import ReportedWithinPair
from caregiver_desk.records.supervision.supervision import WithinPair
from caregiver_desk.records.wellbeing.danger import SaidInDanger


class Item(StrEnum):
    """What a wellbeing check asks, for an answer that is none."""

    LOAD = "load"
    ENERGY = "energy"
    SOMEBODY = "somebody to talk to"
    GOOD = "one good thing"


class WellbeingCheckDraft(WithinPair, SaidInDanger, ReportedWithinPair):
    day: Annotated[
        date, Shown("Day", why="One week is compared with their own usual.", audience=Audience.PAIR, past=True)
    ]
    load: Annotated[
        int | None,
        Shown(
            "Load this week", why="Theirs to say, never to count.", audience=Audience.PAIR, unit="0 light … 4 too much"
        ),
    ] = Column(default=None, ge=0, le=4)
    energy: Annotated[
        int | None,
        Shown("Energy and sleep", why="Rest is offered early.", audience=Audience.PAIR, unit="0 worn out … 4 rested"),
    ] = Column(default=None, ge=0, le=4)
    somebody: Annotated[
        bool | None, Shown("Had somebody to talk to", why="Nobody should carry it alone.", audience=Audience.PAIR)
    ] = None
    good: Annotated[
        str | None, Shown("One good thing", why="Good weeks are seldom said aloud.", audience=Audience.PAIR, long=True)
    ] = Column(default=None, max_length=280)
    unsaid: Annotated[
        frozenset[Item],
        Shown("Prefers not to say", why="It is an answer, and never counts as low.", audience=Audience.PAIR),
    ] = Column(default=frozenset(), sa_type=Elements)


class WellbeingCheck(WellbeingCheckDraft, Record, table=True):
    """Four questions she may answer, or not, in a minute."""


WELLBEING_CHECK = register(
    Kind(
        "wellbeing_check",
        "wellbeing check",
        "wellbeing checks",
        WellbeingCheckDraft,
        WellbeingCheck,
        home="supervision",
        when="day",
        about="caregiver",
        upcasts=(Upcast(),),
    )
)
