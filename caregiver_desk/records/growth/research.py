"""A small project of somebody who works here: a question, days for it, and what changed by it.

Decision. Days are counted, granted and used, and nothing shorter. A project holds no extract and nobody's words.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register

MOST_DAYS = 260


class ResearchProjectDraft(Draft):
    person: Annotated[
        str,
        Shown("Owner", why="It stands with the person whose question it is.", audience=Audience.OPEN, refers="person"),
    ]
    question: Annotated[str, Shown("Question", why="Small, and of use here.", audience=Audience.WORDS)] = Column(
        max_length=280
    )
    since: Annotated[date, Shown("From", why="From when they have days for it.", audience=Audience.OPEN)]
    until: Annotated[
        date | None, Shown("Until", why="So that it is known when it is over.", audience=Audience.OPEN)
    ] = None
    granted: Annotated[
        int | None,
        Shown("Study days granted", why="Time that is not given is not there.", audience=Audience.OPEN, unit="days"),
    ] = Column(default=None, ge=0, le=MOST_DAYS)
    used: Annotated[
        int | None,
        Shown("Study days used", why="Days that are not taken are asked after.", audience=Audience.OPEN, unit="days"),
    ] = Column(default=None, ge=0, le=MOST_DAYS)
    ethics: Annotated[
        str | None,
        Shown("Whose yes it needs", why="Nobody is studied without their word.", audience=Audience.WORDS, long=True),
    ] = Column(default=None, max_length=280)
    presented: Annotated[
        date | None, Shown("Presented on", why="What was learned belongs to all.", audience=Audience.OPEN, past=True)
    ] = None
    changed: Annotated[
        str | None,
        Shown("What changed", why="A question is asked for the sake of work.", audience=Audience.WORDS, long=True),
    ] = Column(default=None, max_length=280)


class ResearchProject(ResearchProjectDraft, Record, table=True):
    """A question that somebody looks into."""


RESEARCH_PROJECT = register(
    Kind(
        "research_project", "research project", "research projects", ResearchProjectDraft, ResearchProject,
        home="person", when="since", about="person",
    )
)  # fmt: skip
