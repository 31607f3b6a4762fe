"""What somebody does with others for the programme: a forum, a clinic, a school, and what they bring to it.

Decision. An item of a portfolio is held by a person and lives where that person does. Which body, in which role and
since when is open, so that whoever looks for a way to that body finds whom to ask; what somebody brings to it is words.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register


class PartnershipItemDraft(Draft):
    person: Annotated[str, Shown("Who", why="Whom to ask about this partner.", audience=Audience.OPEN, refers="person")]
    body: Annotated[str, Shown("With whom", why="So that others know we are there.", audience=Audience.OPEN)] = Column(
        max_length=80
    )
    role: Annotated[
        str | None, Shown("In which role", why="A guest and a chair are asked differently.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=80)
    since: Annotated[date, Shown("Since", why="What was learned there has a length.", audience=Audience.OPEN)]
    until: Annotated[date | None, Shown("Until", why="Then somebody else takes the seat.", audience=Audience.OPEN)] = (
        None
    )
    contribution: Annotated[
        str | None,
        Shown("What they bring", why="It counts in the record of their growth.", audience=Audience.WORDS, long=True),
    ] = Column(default=None, max_length=280)


class PartnershipItem(PartnershipItemDraft, Record, table=True):
    """One item of a portfolio of partnerships."""


PARTNERSHIP_ITEM = register(
    Kind(
        "partnership_item",
        "partnership",
        "partnerships",
        PartnershipItemDraft,
        PartnershipItem,
        home="person",
        named=("body",),
        when="since",
        about="person",
    )
)
