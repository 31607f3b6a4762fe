"""A caregiver's word against what is written of them: of what the two keep, and of visits and homes on their list.

Context. A caregiver may see what is written about them, and say that they see it otherwise. Most of it belongs to two
people. A visit and an assignment belong to a home.

Decision. One field, under one name, on every kind that somebody writes of a caregiver, and one act writes it. Between
two people it is read by the two. Of a visit or a home it is an ordinary word: it goes wherever the note of the visit
goes, and to no coordinator; it is kept also where the family agreed to no more than the least, for it is the
caregiver's and says nothing of the family. What already holds both views side by side (an agreement, a need, a support
plan, a view of a capability) and what is in their own words has no second place for them.

Consequences. It is shown by what shows the entry: its line in a timeline, its history, the record turned round, a print
of it and the caregiver's own pack. Names of others in it are masked where it is handed out. A test names every kind
that has no place for it, and a new one has to say which it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Shown

FIELD = "sees_otherwise"
LONGEST = 280
AT_LENGTH = 2000
THEIR_WORD = Shown(
    "They see it otherwise",
    why="Their word stands beside it wherever it is read.",
    audience=Audience.WORDS,
    long=True,
)


class SeenOtherwise(Draft):
    """What one of two people writes of the other, who may see it otherwise."""

    sees_otherwise: Annotated[str | None, replace(THEIR_WORD, audience=Audience.PAIR)] = Column(
        default=None, max_length=AT_LENGTH
    )
