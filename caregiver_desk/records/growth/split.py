"""How the time of a role is meant to be shared: practice, supervising, learning; a hundred together.

Decision. The plan is open. What is set beside it is counted in days from what is recorded anyway, for the eyes of whose
role it is (acts/growth/split); nobody's time is measured.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register

PARTS = ("practice", "supervising", "learning")


def _part(label: str, why: str) -> Shown:
    return Shown(label, why=why, audience=Audience.OPEN, unit="of a hundred")


class RoleSplitDraft(Draft):
    person: Annotated[
        str, Shown("Who", why="It stands with the person whose role it is.", audience=Audience.OPEN, refers="person")
    ]
    title: Annotated[str | None, Shown("Role", why="What the role is called here.", audience=Audience.TEAM)] = Column(
        default=None, max_length=80
    )
    practice: Annotated[int, _part("Practice", "Who leads practice goes on with it.")] = Column(ge=0, le=100)
    supervising: Annotated[int, _part("Supervising", "Others need time of theirs.")] = Column(ge=0, le=100)
    learning: Annotated[int, _part("Learning", "It is the first thing that is lost.")] = Column(ge=0, le=100)
    since: Annotated[date, Shown("From", why="From when it is meant so.", audience=Audience.OPEN)]
    until: Annotated[date | None, Shown("Until", why="Until when it was meant so.", audience=Audience.OPEN)] = None


class RoleSplit(RoleSplitDraft, Record, table=True):
    """How somebody's time is meant to be shared."""


ROLE_SPLIT = register(
    Kind(
        "role_split", "time of a role", "times of roles", RoleSplitDraft, RoleSplit,
        home="person", when="since", about="person",
    )
)  # fmt: skip
