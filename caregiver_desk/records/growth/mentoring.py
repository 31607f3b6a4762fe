"""Mentoring and coaching: who walks beside whom, what for, until when; and on which days they met about what.

Decision. The two have a link as everybody has who listens to somebody (a `supervision` of the purpose *mentor*), so
that what they say lives in a scope of theirs and older programs know the link. Whether it is mentoring or coaching,
what it is for and when it is looked at again stands in a record of its own within that scope; no list of an older kind
changes.

A session is its day and its topic. More is kept only where both agree to it, and only by one of the two: the act
refuses it from anybody else, also from a supervisor who keeps the days for them.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import OfPair


class Beside(StrEnum):
    MENTORING = "mentoring"
    COACHING = "coaching"


class MentoringDraft(OfPair):
    mentor: Annotated[
        str,
        Shown("Mentor or coach", why="Somebody to ask who does not judge.", audience=Audience.OPEN, refers="person"),
    ]
    sort: Annotated[
        Beside, Shown("As what", why="A mentor opens doors; a coach looks at one skill.", audience=Audience.OPEN)
    ] = Beside.MENTORING
    purpose: Annotated[
        str | None, Shown("What for", why="So that both want the same of it.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=140)
    since: Annotated[date, Shown("From", why="Who is new should not wait long for it.", audience=Audience.OPEN)]
    review_on: Annotated[
        date | None, Shown("Look at it again on", why="It goes on only while it helps.", audience=Audience.OPEN)
    ] = None
    until: Annotated[date | None, Shown("Until", why="It has an end like all help.", audience=Audience.OPEN)] = None


class Mentoring(MentoringDraft, Record, table=True):
    """Somebody walks beside somebody for a time."""


class MentorSessionDraft(Draft):
    mentoring: Annotated[
        str,
        Shown("With whom", why="It stands with the two whose time it was.", audience=Audience.OPEN, refers="mentoring"),
    ]
    caregiver: Annotated[
        str, Shown("Caregiver", why="So that it stands on their own page.", audience=Audience.OPEN, refers="person")
    ]
    day: Annotated[date, Shown("Day", why="Help that has no days has ended.", audience=Audience.OPEN, past=True)]
    topic: Annotated[str, Shown("Topic", why="To take up the thread next time.", audience=Audience.PAIR)] = Column(
        max_length=80
    )
    both_agree: Annotated[
        bool, Shown("Both agree to keep more", why="Without it there is day and topic only.", audience=Audience.PAIR)
    ] = False
    more: Annotated[
        str | None, Shown("More", why="Only what both want to keep.", audience=Audience.PAIR, long=True)
    ] = Column(default=None, max_length=1000)


class MentorSession(MentorSessionDraft, Record, table=True):
    """The two met."""


MENTORING = register(
    Kind(
        "mentoring", "mentoring or coaching", "mentoring and coaching", MentoringDraft, Mentoring,
        home="supervision", when="since", about="caregiver",
    )
)  # fmt: skip
MENTOR_SESSION = register(
    Kind(
        "mentor_session", "mentor session", "mentor sessions", MentorSessionDraft, MentorSession,
        home="mentoring", when="day", about="caregiver",
    )
)  # fmt: skip
