"""A report that was frozen: its figures as they were told on that day, so that a later sheet changes no paper.

Decision. It holds what was told and nothing else, as one text, a line a figure (`acts/insight/kept.py`), for the
indicators are data of a version. So it may go to whoever the paper goes to. It is never changed: frozen again it is
another record, and both can be laid beside what the book says now. That of a team lives in the scope of the team, that
of the whole or of an area in the scope of the site.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register

LONGEST = 20_000
MOST = 10**12  # lines of a journal
PERIOD = Shown("Days", why="The days it is about: 2026-02, 2026-Q1, 2026.", audience=Audience.OPEN)


class FrozenReportDraft(Draft):
    team: Annotated[
        str | None, Shown("Team", why="Without one it is of all of them.", audience=Audience.OPEN, refers="team")
    ] = None
    region: Annotated[
        str | None, Shown("Area", why="Without one it is of all of them.", audience=Audience.OPEN, refers="region")
    ] = None
    period: Annotated[str, PERIOD] = Column(max_length=24)
    made: Annotated[
        date, Shown("Frozen on", why="What came in later is told apart.", audience=Audience.OPEN, past=True)
    ]
    chosen: Annotated[str, Shown("Which figures", why="Funders ask for different ones.", audience=Audience.OPEN)] = (
        Column(max_length=400)
    )
    height: Annotated[
        int, Shown("Height of the journal", why="To find what was written later.", audience=Audience.OPEN)
    ] = Column(ge=0, le=MOST)
    figures: Annotated[
        str, Shown("Figures as told", why="A paper that was handed over stays true.", audience=Audience.OPEN, long=True)
    ] = Column(max_length=LONGEST)
    explained: Annotated[
        str | None,
        Shown("What is to be said with them", why="A number alone says little.", audience=Audience.TEAM, long=True),
    ] = Column(default=None, max_length=2_000)


class FrozenReport(FrozenReportDraft, Record, table=True):
    """Figures of some days as they were told."""


FROZEN_REPORT = register(
    Kind(
        "frozen_report", "frozen report", "frozen reports", FrozenReportDraft, FrozenReport,
        home=Kind.SITE, when="made", about="team",
    )
)  # fmt: skip
