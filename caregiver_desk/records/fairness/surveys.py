"""What a short survey without names came to: only what five or more said, and never what one did.

Context. People say what is wrong here if nothing of it can come back to them. A line of the journal has an author, a
time and a place in a stream, so an answer must never be one.

Decision. Answers lie in a box outside the journal (`store/boxes.py`). What becomes a record is the result, once, when
the box is opened before the group: how many answered, and of each question in steps of five how many said what
(`practice/fairness/surveys.py`). How it is to work here, and who works here, are open. How somebody is supported is
for the one who supports alone: a figure of a team with one supervisor is a figure about a person, and nobody above
compares two of those. So it is a kind of its own, whose every field is its author's.

Consequences. The figures are one text, a line each (`question answer number`), because the questions are data of a
version. Whoever reads it drops what that version does not ask and every number below five.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register
from caregiver_desk.records.sharing.returns import LEAST, MOST


class SurveySort(StrEnum):
    CLIMATE = "how it is here"
    SUPPORT = "support we get"
    WHO_WE_ARE = "who we are"


def _team(audience: Audience) -> Shown:
    return Shown("Team", why="Each team is looked at against itself.", audience=audience, refers="team")


def _day(audience: Audience) -> Shown:
    return Shown("Opened on", why="To see what became better since.", audience=audience, past=True)


def _version(audience: Audience) -> Shown:
    return Shown("Version", why="A result keeps the words in which it was asked.", audience=audience)


def _answered(audience: Audience) -> Shown:
    return Shown("Answered", why="Five of six is not five of twenty.", audience=audience, unit="people")


def _figures(audience: Audience) -> Shown:
    return Shown("What was said", why="What many say can be mended.", audience=audience, long=True)


def _people() -> Any:
    return Column(ge=LEAST, le=MOST)


class SurveyDraft(Draft):
    team: Annotated[str, _team(Audience.OPEN)]
    sort: Annotated[
        SurveySort,
        Shown("Which survey", why="Each survey asks something else, and is read by itself.", audience=Audience.OPEN),
    ]
    day: Annotated[date, _day(Audience.OPEN)]
    version: Annotated[str, _version(Audience.OPEN)] = Column(max_length=40)
    answered: Annotated[int, _answered(Audience.OPEN)] = _people()
    figures: Annotated[str, _figures(Audience.OPEN)] = Column(default="", max_length=4_000)


class Survey(SurveyDraft, Record, table=True):
    """What a group said of its place of work, or of who it is; no line of it is fewer than five."""


class FeltSupportDraft(Draft):
    team: Annotated[str, _team(Audience.SELF)]
    day: Annotated[date, _day(Audience.SELF)]
    version: Annotated[str, _version(Audience.SELF)] = Column(max_length=40)
    answered: Annotated[int, _answered(Audience.SELF)] = _people()
    figures: Annotated[str, _figures(Audience.SELF)] = Column(default="", max_length=4_000)


class FeltSupport(FeltSupportDraft, Record, table=True):
    """What a group said of the support it gets, for the one who gives it."""


SURVEY = register(Kind("survey", "survey", "surveys", SurveyDraft, Survey, home="team", when="day", about="team"))
FELT_SUPPORT = register(
    Kind(
        "felt_support",
        "what support feels like",
        "what support feels like",
        FeltSupportDraft,
        FeltSupport,
        home="team",
        when="day",
        about="team",
    )
)
