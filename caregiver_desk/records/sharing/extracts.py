"""That an extract was made for a project: what for, when, by whom, of what.

Context. Who studies their own work may take figures out without names. A file leaves no trace where it was made, and
nobody can ask later what it was for.

Decision. An extract is made only together with this record. It is open, like all that is counted, so that a coordinator
sees what was taken out and why; it holds nothing of what went. It stays: no undo brings a file back.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register

LONGEST_PURPOSE = 280
MOST_RECORDS = 100_000_000


class ExtractDraft(Draft):
    team: Annotated[str, Shown("Team", why="Whose work it tells of.", audience=Audience.OPEN, refers="team")]
    purpose: Annotated[
        str, Shown("What for", why="Nothing leaves without a reason.", audience=Audience.OPEN, long=True)
    ] = Column(max_length=LONGEST_PURPOSE)
    day: Annotated[
        date,
        Shown("Made on", why="It says later what had left this laptop by then.", audience=Audience.OPEN, past=True),
    ]
    what: Annotated[str, Shown("Of what", why="Which records it tells of.", audience=Audience.OPEN)] = Column(
        max_length=LONGEST_PURPOSE
    )
    records: Annotated[
        int, Shown("Records", why="It says later how much left this laptop.", audience=Audience.OPEN)
    ] = Column(ge=0, le=MOST_RECORDS)
    made_by: Annotated[
        str | None,
        Shown("Made by", why="Whoever made it can be asked why and for whom.", audience=Audience.OPEN, refers="person"),
    ] = None


class Extract(ExtractDraft, Record, table=True):
    """An extract that was made."""


EXTRACT = register(Kind("extract", "extract", "extracts", ExtractDraft, Extract, "team", when="day", about="team"))
