"""In whose words a record was written: the version of the site's words that held then.

Empty means the shipped ones, so a site that says nothing of its own pays nothing. Nobody types it: acts that make such
a record name the version that holds in their book, and whoever shows the record takes its words from there.
"""

from __future__ import annotations

from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Shown

FIELD = "worded"
LONGEST = 40


class Worded(Draft):
    """What is always read in the words it was written in."""

    worded: Annotated[
        str | None,
        Shown(
            "In whose words",
            why="It is always read in the words it was written in.",
            audience=Audience.PAIR,
            typed=False,
        ),
    ] = Column(default=None, max_length=LONGEST)
