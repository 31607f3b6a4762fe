"""Thanks that somebody said or wrote, kept so that whoever earned it reads it again at the end of a year.

Decision. A small kind of its own, in the scope of the team: who is thanked and on which day is open; from whom and what
for are ordinary words. From whom is said in plain words, such as a family or a colleague, and never by a reference: no
home is named by its number, so that no thanks leads to one. There is no number, no sort and no weight in it, so
nothing can be added up or set beside somebody else's.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register


class ThanksDraft(Draft):
    person: Annotated[
        str, Shown("Who is thanked", why="It is read in the record of their own year.", audience=Audience.OPEN,
                   refers="person"),
    ]  # fmt: skip
    team: Annotated[
        str, Shown("Team", why="The words stay with the team that heard them.", audience=Audience.OPEN, refers="team")
    ]
    what_for: Annotated[
        str,
        Shown("What for", why="As it was said, so that they hear it once more.", audience=Audience.WORDS, long=True),
    ] = Column(max_length=280)
    said_by: Annotated[
        str | None,
        Shown("From whom", why="A family, a colleague, a teacher: in plain words, no name of a home.",
              audience=Audience.WORDS),
    ] = Column(default=None, max_length=80)  # fmt: skip
    day: Annotated[date, Shown("Said on", why="A year is told by its days.", audience=Audience.OPEN, past=True)]


class Thanks(ThanksDraft, Record, table=True):
    """Somebody was thanked."""


THANKS = register(Kind("thanks", "thanks", "thanks", ThanksDraft, Thanks, home="team", when="day", about="person"))
