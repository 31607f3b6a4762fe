"""A talk with somebody who leaves: why, if they say so, and what they would tell us.

Context. What drives people away can be changed, if it is known; and nobody says it who must fear a word to the next
employer.

Decision. The talk is for whoever held it alone, in each of its fields: no bundle carries it. Why people leave is told
in groups only (`practice/fairness/leaving.py`), unless the leaver says that their reason may be known as theirs; then
it stands with their work, where it always stood (`engagement.leaving`).

Consequence. A coordinator counts the reasons that were said to him and those that may be known, and no others. Few
leave in a year, so often nothing is told; the talk itself is worth more than the figure.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.people.people import Leaving
from caregiver_desk.records.record import Draft, Elements, Kind, Record, Shown, register


def _own(label: str, why: str, refers: str = "") -> Shown:
    return Shown(label, why=why, audience=Audience.SELF, refers=refers)


class ExitTalkDraft(Draft):
    person: Annotated[str, _own("Who leaves", "So that nobody is asked twice.", "person")]
    team: Annotated[str, _own("Team", "So that the team they left can learn from it.", "team")]
    day: Annotated[
        date, Shown("Talked on", why="What was said then may have been mended.", audience=Audience.SELF, past=True)
    ]
    reasons: Annotated[frozenset[Leaving], _own("Why they leave", "If they say so. Several may be true.")] = Column(
        default=frozenset(), sa_type=Elements
    )
    words: Annotated[
        str | None,
        Shown("What they would tell us", why="In their words, if they want to.", audience=Audience.SELF, long=True),
    ] = Column(default=None, max_length=1000)
    known: Annotated[
        bool, _own("Their reason may be known as theirs", "Without their yes it is only counted, among five or more.")
    ] = False


class ExitTalk(ExitTalkDraft, Record, table=True):
    """Somebody who leaves was listened to once more."""


EXIT_TALK = register(
    Kind(
        "exit_talk",
        "talk on leaving",
        "talks on leaving",
        ExitTalkDraft,
        ExitTalk,
        home="team",
        when="day",
        about="person",
    )
)
