"""What cannot wait for anything: a caregiver who may harm themselves, is not safe, or was attacked.

It can be said wherever somebody says how a caregiver is. It is kept between the two of them; one more person is told if
the caregiver names one. Whoever says it is shown whom to ring before it is saved, and nothing ever holds the saving up.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Elements, Shown


class Danger(StrEnum):
    HARM = "may harm themselves"
    NOT_SAFE = "is not safe"
    ASSAULT = "was attacked"


class SaidInDanger(Draft):
    """Where a danger to the caregiver can be said, and who else may hear of it."""

    danger: Annotated[
        frozenset[Danger],
        Shown("In danger", why="Then numbers come first and paper second.", audience=Audience.PAIR),
    ] = Column(default=frozenset(), sa_type=Elements)
    only_told: Annotated[
        str | None,
        Shown("Who else may be told", why="Nobody but the person they name.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=140)
