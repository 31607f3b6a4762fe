"""The monthly return: what of a team may be known as a count although the lines it comes from may not.

It holds a month, how many were heard in it, and steps of five. Nothing in it names anybody, and what would stand for
fewer is not written at all. Why so, and what is counted, stands at the head of `practice/sharing/returns.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register
from caregiver_desk.records.shapes import GREATEST_NUMBER

LEAST = 5  # caregivers: nothing that fewer said is written
MOST = 1_000  # more than any team has


def _counted(label: str, why: str) -> Shown:
    return Shown(label, why=why, audience=Audience.OPEN, unit="caregivers, in steps of five")


def _step() -> Any:
    """Empty where it was kept back."""
    return Column(default=None, ge=LEAST, le=MOST)


class MonthlyReturnDraft(Draft):
    team: Annotated[
        str,
        Shown("Team", why="Each team is looked at against itself.", audience=Audience.OPEN, refers="team"),
    ]
    month: Annotated[
        date,
        Shown(
            "Month", why="Any day of a month that is over. A count needs its time.", audience=Audience.OPEN, past=True
        ),
    ]
    made: Annotated[
        date,
        Shown("Made on", why="What came in later is not in it.", audience=Audience.OPEN, past=True),
    ]
    height: Annotated[
        int,
        Shown("How far the book stood", why="Two returns can be told apart by age.", audience=Audience.OPEN),
    ] = Column(ge=0, le=GREATEST_NUMBER)
    heard: Annotated[
        int,
        Shown("Heard", why="Five of six is not five of twenty.", audience=Audience.OPEN, unit="caregivers"),
    ] = Column(ge=1, le=MOST)
    weighs_workload: Annotated[int | None, _counted("Workload", "Homes and days can be shared out anew.")] = _step()
    weighs_organisation: Annotated[
        int | None, _counted("Organisation", "What we do late or badly, only we can mend.")
    ] = _step()
    weighs_community: Annotated[
        int | None, _counted("Community and stigma", "Leaders can be met, and doors opened.")
    ] = _step()
    weighs_personal: Annotated[int | None, _counted("Personal", "Time and days can be given more freely.")] = _step()
    weighs_skills: Annotated[int | None, _counted("Skills and knowledge", "A course for many is soon arranged.")] = (
        _step()
    )
    weighs_boundaries: Annotated[int | None, _counted("Boundaries", "The agreement may have to be spoken of.")] = (
        _step()
    )
    weighs_safety: Annotated[int | None, _counted("Safety", "Ways and times can be made safer for all.")] = _step()
    weighs_grief: Annotated[int | None, _counted("Grief", "A team that mourns needs time and company.")] = _step()
    eased_workload: Annotated[int | None, _counted("Eased: workload", "Whether what was asked of us helped.")] = _step()
    eased_organisation: Annotated[
        int | None, _counted("Eased: organisation", "Whether what was asked of us helped.")
    ] = _step()
    eased_safety: Annotated[int | None, _counted("Eased: safety", "Whether what was asked of us helped.")] = _step()


class MonthlyReturn(MonthlyReturnDraft, Record, table=True):
    """What one laptop could say of one team's month."""


MONTHLY_RETURN = register(
    Kind("monthly_return", "monthly return", "monthly returns", MonthlyReturnDraft, MonthlyReturn, home="team")
)
