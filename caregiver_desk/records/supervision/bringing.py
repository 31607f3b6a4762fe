"""What a caregiver asked to bring to the next check-in.

Between two check-ins something comes up: on the path, on the phone, at the end of a visit. It is noted in a line at any
time, stands on the agenda until it was spoken of, and is read by the two only; nobody else knows that there is such
a line.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import WithinPair


class ToBringDraft(WithinPair):
    what: Annotated[
        str,
        Shown("What they asked to bring", why="So that it is not forgotten until you meet.", audience=Audience.PAIR),
    ] = Column(max_length=140)
    day: Annotated[
        date, Shown("Asked on", why="What was asked long ago comes first.", audience=Audience.PAIR, past=True)
    ]
    spoken_on: Annotated[
        date | None,
        Shown("Spoken of on", why="It waits until it was spoken of.", audience=Audience.PAIR, past=True),
    ] = None


class ToBring(ToBringDraft, Record, table=True):
    """One thing that a caregiver wants to speak of."""


TO_BRING = register(
    Kind(
        "to_bring",
        "thing to bring",
        "things to bring",
        ToBringDraft,
        ToBring,
        home="supervision",
        when="day",
        about="caregiver",
    )
)
