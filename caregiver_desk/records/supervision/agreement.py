"""What a caregiver and a supervisor agreed about their talks: what each wants, how often, what is written, who sees it.

Decision. That there is an agreement, since when, and when it is looked at again is open, for nobody should be supported
without one; all its words stay with the two. The limits of what can stay between them are four, and each is said aloud
and acknowledged by itself. A new one takes the place of the one before, which stays to be read. That its review is due
is no state of its own: its day says so.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Elements, Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import HowAgreed, OfPair


class Limit(StrEnum):
    """What cannot stay between two people."""

    SELF = "harm to oneself"
    OTHERS = "harm to a child or somebody who cannot defend themselves"
    PRACTICE = "a serious fault in the work"
    LAW = "an order of a court or the law"


class AgreementState(StrEnum):
    DRAFT = "draft"
    AGREED = "agreed"
    SUPERSEDED = "superseded"
    ENDED = "ended"


def _words(label: str, why: str) -> Shown:
    return Shown(label, why=why, audience=Audience.PAIR, long=True)


class AgreementTerms(Draft):
    """All of it but between whom."""

    day: Annotated[
        date, Shown("Written on", why="What was agreed long ago is looked at again.", audience=Audience.OPEN, past=True)
    ]
    state: Annotated[
        AgreementState, Shown("State", why="Nobody should be supported without one.", audience=Audience.OPEN)
    ] = AgreementState.DRAFT
    they_want: Annotated[str | None, _words("What the caregiver wants from it", why="Their wish comes first.")] = (
        Column(default=None, max_length=1000)
    )
    they_bring: Annotated[str | None, _words("What the caregiver will bring", why="It is made by two.")] = Column(
        default=None, max_length=1000
    )
    you_want: Annotated[
        str | None, _words("What the supervisor wants from it", why="So that nothing is expected unsaid.")
    ] = Column(default=None, max_length=1000)
    you_bring: Annotated[str | None, _words("What the supervisor will bring", why="It is made by two.")] = Column(
        default=None, max_length=1000
    )
    how_often: Annotated[str | None, Shown("How often", why="A rhythm is a promise.", audience=Audience.PAIR)] = Column(
        default=None, max_length=80
    )
    length: Annotated[
        int | None, Shown("How long", why="So that both keep the time free.", audience=Audience.PAIR, unit="minutes")
    ] = Column(default=None, ge=5, le=240)
    place: Annotated[
        str | None,
        Shown("Where, and how private", why="Nobody speaks freely where others hear.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=140)
    written: Annotated[
        str | None, _words("What is written down, and who sees it", why="Nothing is kept behind anybody’s back.")
    ] = Column(default=None, max_length=1000)
    limits: Annotated[
        frozenset[Limit],
        Shown(
            "What cannot stay between the two",
            why="Each is said aloud and marked before it is agreed.",
            audience=Audience.PAIR,
        ),
    ] = Column(default=frozenset(), sa_type=Elements)
    disagree: Annotated[
        str | None, _words("How we disagree, and whom we ask", why="It is easier to say before it happens.")
    ] = Column(default=None, max_length=1000)
    cancelling: Annotated[
        str | None, Shown("If one cannot come", why="A new day is named at once.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=140)
    policy: Annotated[
        str | None,
        Shown("Policy of the organisation, with its version", why="Which rules held that day.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=80)
    how_agreed: Annotated[
        HowAgreed | None, Shown("How it was agreed", why="Both said yes to the same words.", audience=Audience.PAIR)
    ] = None
    copy_with: Annotated[
        str | None, Shown("Who keeps the paper", why="So that it is found again.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=80)
    agreed_on: Annotated[
        date | None, Shown("Agreed on", why="From then on it holds.", audience=Audience.OPEN, past=True)
    ] = None
    review_on: Annotated[
        date | None,
        Shown("Looked at again on", why="After three months first, then every year.", audience=Audience.OPEN),
    ] = None


class AgreementDraft(OfPair, AgreementTerms):
    """The same, between two."""


class Agreement(AgreementDraft, Record, table=True):
    """What two people agreed about the time that one gives the other."""


AGREEMENT = register(
    Kind(
        "agreement",
        "supervision agreement",
        "supervision agreements",
        AgreementDraft,
        Agreement,
        home="supervision",
        when="day",
        about="caregiver",
    )
)
