"""A visit to which somebody came along, to see good work and to help it grow.

Decision. That there was such a visit, when, whether the family was asked, and when it was spoken about is open. All
that was seen or said stays with the two of them. Each of ten items has what the caregiver says of it, and what the
other saw, in one of four words or *not seen*; there is no number in such a record, so nobody can add it up, and none
may be declared (a test holds it). The words of the items are data in `resources/practice/observation.toml`; a record
names the version it was written in and is shown in those words for good.

Consequence. The family's own answers are words that the caregiver hears first. They are never counted here.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.otherwise import SeenOtherwise
from caregiver_desk.records.record import Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import OfPair


class Item(StrEnum):
    """What is looked at; what each is called is data."""

    PREPARED = "prepared"
    ARRIVAL = "arrival"
    LISTENING = "listening"
    CHILDREN = "children"
    NOTICING = "noticing"
    INFORMATION = "information"
    TOGETHER = "together"
    BOUNDARIES = "boundaries"
    LINKING = "linking"
    CLOSING = "closing"


class Level(StrEnum):
    NOT_YET = "not yet"
    SOMETIMES = "sometimes"
    MOSTLY = "mostly"
    STRONGLY = "strongly"
    NOT_SEEN = "not seen"


class Asked(StrEnum):
    """How the family was asked whether a second person may come."""

    BEFORE = "said yes beforehand"
    AT_THE_DOOR = "said yes at the door"
    SAID_NO = "said no"
    NOT_ASKED = "not asked"


class ObservationState(StrEnum):
    AGREED = "agreed"
    DONE = "done"
    SPOKEN = "feedback given"
    ANSWERED = "responded"
    NOT_DONE = "not done"


class WhyNot(StrEnum):
    NOT_SAFE = "it was not safe"
    SAID_NO = "the family said no"
    NOBODY_HOME = "nobody home"
    OTHER = "other"


def _own(label: str) -> Shown:
    return Shown(label, why="Their own view comes first.", audience=Audience.PAIR)


def _seen(label: str) -> Shown:
    return Shown(label, why="Said to them in words, never added up.", audience=Audience.PAIR)


def _theirs(label: str) -> Shown:
    return Shown(
        label, why="In the family’s own words. The caregiver hears it first.", audience=Audience.PAIR, long=True
    )


class ObservationDraft(OfPair, SeenOtherwise):
    day: Annotated[date, Shown("Day of the visit", why="Feedback is best on the same day.", audience=Audience.OPEN)]
    state: Annotated[
        ObservationState,
        Shown("State", why="A visit together is done once you have both talked about it.", audience=Audience.OPEN),
    ] = ObservationState.AGREED
    asked: Annotated[
        Asked | None,
        Shown("Was the family asked", why="It is their home: they say who may come in.", audience=Audience.OPEN),
    ] = None
    household: Annotated[
        str | None,
        Shown(
            "Which home", why="So that it is not always the same easy home.", audience=Audience.PAIR, refers="household"
        ),
    ] = None
    why_not: Annotated[
        WhyNot | None,
        Shown("Why it was not done", why="A visit left for safety is good work, not a gap.", audience=Audience.PAIR),
    ] = None
    rubric: Annotated[
        str | None,
        Shown("Words of the items", why="It is always read in the words it was written in.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=20)
    own_prepared: Annotated[Level | None, _own("Prepared and safe: own view")] = None
    own_arrival: Annotated[Level | None, _own("Respectful arrival: own view")] = None
    own_listening: Annotated[Level | None, _own("Listening and warmth: own view")] = None
    own_children: Annotated[Level | None, _own("Seeing the children, or whoever is frail: own view")] = None
    own_noticing: Annotated[Level | None, _own("Noticing need and risk: own view")] = None
    own_information: Annotated[Level | None, _own("Right information, right skill: own view")] = None
    own_together: Annotated[Level | None, _own("Working it out together: own view")] = None
    own_boundaries: Annotated[Level | None, _own("Boundaries: own view")] = None
    own_linking: Annotated[Level | None, _own("Linking to help: own view")] = None
    own_closing: Annotated[Level | None, _own("Closing and recording: own view")] = None
    reflection: Annotated[
        str | None,
        Shown("Their own words first", why="Who did the work speaks of it first.", audience=Audience.PAIR, long=True),
    ] = None
    seen_prepared: Annotated[Level | None, _seen("Prepared and safe: seen")] = None
    seen_arrival: Annotated[Level | None, _seen("Respectful arrival: seen")] = None
    seen_listening: Annotated[Level | None, _seen("Listening and warmth: seen")] = None
    seen_children: Annotated[Level | None, _seen("Seeing the children, or whoever is frail: seen")] = None
    seen_noticing: Annotated[Level | None, _seen("Noticing need and risk: seen")] = None
    seen_information: Annotated[Level | None, _seen("Right information, right skill: seen")] = None
    seen_together: Annotated[Level | None, _seen("Working it out together: seen")] = None
    seen_boundaries: Annotated[Level | None, _seen("Boundaries: seen")] = None
    seen_linking: Annotated[Level | None, _seen("Linking to help: seen")] = None
    seen_closing: Annotated[Level | None, _seen("Closing and recording: seen")] = None
    strength: Annotated[
        str | None, Shown("One strength", why="Good work is seldom said aloud.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=200)
    strength_too: Annotated[
        str | None, Shown("Another strength", why="Two are heard better than one.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=200)
    to_try: Annotated[
        str | None, Shown("One thing to try", why="One thing can be done; five are a burden.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=200)
    spoken_on: Annotated[
        date | None,
        Shown("Feedback given on", why="The same day is kindest.", audience=Audience.OPEN, past=True),
    ] = None
    answer: Annotated[
        str | None,
        Shown("What they say to it", why="Also where they see it otherwise.", audience=Audience.PAIR, long=True),
    ] = None
    family_listened: Annotated[str | None, _theirs("Were you listened to")] = None
    family_useful: Annotated[str | None, _theirs("Was the visit useful")] = None
    family_change: Annotated[str | None, _theirs("What should change")] = None
    family_rather_not: Annotated[
        bool | None,
        Shown(
            "The family would rather not say more", why="They are free to, and nothing follows.", audience=Audience.PAIR
        ),
    ] = None


class Observation(ObservationDraft, Record, table=True):
    """A visit that two people made together, and what was said about it."""


OBSERVATION = register(
    Kind(
        "observation",
        "visit together",
        "visits together",
        ObservationDraft,
        Observation,
        home="supervision",
        when="day",
        about="caregiver",
    )
)
