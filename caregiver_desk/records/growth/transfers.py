"""Going to another team or role: an interest, days of shadowing, and the move.

Context. Whoever lets on that they may leave is treated otherwise. A line that was written for others travels.

Decision. An interest is for the eyes of whoever wrote it down with them (SELF, in every field), and goes to no other
person's book. Only with their yes a second record is written that says it to their present team. From then on that one
is what waits for an answer, wherever it came, and the answer stands in it: a coordinator who accepts a move may never
have been sent the wish. Days of shadowing live with the team that is visited, which is where they are of use; the
present team is not sent them.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import ANYTHING, Draft, Kind, Record, Shown, register


class MoveState(StrEnum):
    ASKED = "asked"
    ACCEPTED = "accepted"
    TAKEN_BACK = "taken back"


def _own(label: str, why: str, refers: str = "") -> Shown:
    return Shown(label, why=why, audience=Audience.SELF, refers=refers)


def _who(audience: Audience) -> Shown:
    return Shown("Who", why="It stands with the person whose way it is.", audience=audience, refers="person")


class MoveInterestDraft(Draft):
    person: Annotated[str, _who(Audience.SELF)]
    to_team: Annotated[str | None, _own("To which team", "Whom to ask for days of shadowing.", "team")] = None
    to_role: Annotated[str | None, _own("In which role", "Another role needs other days.")] = Column(
        default=None, max_length=80
    )
    words: Annotated[str | None, _own("In their words", "What draws them there.")] = Column(
        default=None, max_length=280
    )
    day: Annotated[date, _own("Said on", "A wish of long ago is asked for again.")]
    state: Annotated[MoveState, _own("State", "Whoever thinks otherwise takes it back.")] = MoveState.ASKED
    told_team: Annotated[bool, _own("Their team may know", "Without their yes it does not hear of it.")] = False


class MoveInterest(MoveInterestDraft, Record, table=True):
    """Somebody would like to go to another team or role."""


class KnownMoveDraft(Draft):
    person: Annotated[str, _who(Audience.OPEN)]
    team: Annotated[str, Shown("Present team", why="Who may hear of it now.", audience=Audience.OPEN, refers="team")]
    to_team: Annotated[
        str | None, Shown("To which team", why="So that both teams can plan.", audience=Audience.OPEN, refers="team")
    ] = None
    to_role: Annotated[
        str | None, Shown("In which role", why="Another role needs other days.", audience=Audience.TEAM)
    ] = Column(default=None, max_length=80)
    day: Annotated[date, Shown("Said on", why="From this day it was known.", audience=Audience.OPEN)]
    until: Annotated[
        date | None, Shown("Answered on", why="From this day nobody waits for an answer.", audience=Audience.OPEN)
    ] = None


class KnownMove(KnownMoveDraft, Record, table=True):
    """Somebody lets their present team know that they would like to go elsewhere."""


class ShadowDayDraft(Draft):
    person: Annotated[str, _who(Audience.OPEN)]
    team: Annotated[
        str,
        Shown("Team that is visited", why="To see the work before choosing it.", audience=Audience.OPEN, refers="team"),
    ]
    host: Annotated[
        str | None,
        Shown("With whom", why="They may be asked how the day went.", audience=Audience.OPEN, refers="person"),
    ] = None
    day: Annotated[date, Shown("Day", why="Days seen are better than words.", audience=Audience.OPEN)]
    note: Annotated[
        str | None, Shown("What was seen", why="To speak of it afterwards.", audience=Audience.WORDS, long=True)
    ] = Column(default=None, max_length=280)


class ShadowDay(ShadowDayDraft, Record, table=True):
    """Somebody goes along in another team."""


MOVE_INTEREST = register(
    Kind(
        "move_interest", "interest in a move", "interests in a move", MoveInterestDraft, MoveInterest,
        home="person", when="day", about="person",
        over={"state": (MoveState.ACCEPTED, MoveState.TAKEN_BACK), "told_team": ANYTHING},
    )
)  # fmt: skip
KNOWN_MOVE = register(
    Kind(
        "known_move", "interest that is known", "interests that are known", KnownMoveDraft, KnownMove,
        home="team", when="day", about="person",
    )
)  # fmt: skip
SHADOW_DAY = register(
    Kind(
        "shadow_day", "day of shadowing", "days of shadowing", ShadowDayDraft, ShadowDay,
        home="team", when="day", about="person",
    )
)  # fmt: skip
