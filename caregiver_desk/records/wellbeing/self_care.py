"""What somebody does for themselves: one to three things in their own words, looked at again on a day.

A caregiver's plan is kept between the two of a pair, and the next check-in asks about it. A supervisor has one as well.
That is theirs alone: it goes into no bundle but one for their own other laptop.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import WithinPair


def _thing(label: str, audience: Audience) -> Shown:
    return Shown(label, why="What helps is known best by who does it.", audience=audience)


def _review(audience: Audience) -> Shown:
    return Shown("Look again on", why="What is never asked after is soon forgotten.", audience=audience)


class SelfCareDraft(WithinPair):
    one: Annotated[str, _thing("One thing", Audience.PAIR)] = Column(max_length=140)
    two: Annotated[str | None, _thing("Another", Audience.PAIR)] = Column(default=None, max_length=140)
    three: Annotated[str | None, _thing("And another", Audience.PAIR)] = Column(default=None, max_length=140)
    review_on: Annotated[date | None, _review(Audience.PAIR)] = None


class SelfCare(SelfCareDraft, Record, table=True):
    """A caregiver's plan to look after themselves."""


class OwnCareDraft(Draft):
    one: Annotated[str, _thing("One thing", Audience.SELF)] = Column(max_length=140)
    two: Annotated[str | None, _thing("Another", Audience.SELF)] = Column(default=None, max_length=140)
    three: Annotated[str | None, _thing("And another", Audience.SELF)] = Column(default=None, max_length=140)
    review_on: Annotated[date | None, _review(Audience.SELF)] = None


class OwnCare(OwnCareDraft, Record, table=True):
    """The plan of whoever owns the book, seen by nobody else."""


SELF_CARE = register(
    Kind(
        "self_care",
        "self-care plan",
        "self-care plans",
        SelfCareDraft,
        SelfCare,
        home="supervision",
        when="review_on",
        about="caregiver",
    )
)
OWN_CARE = register(
    Kind("own_care", "own self-care plan", "own self-care plans", OwnCareDraft, OwnCare, home=Kind.SITE)
)
