"""Advice on a hard case, from somebody who knows more of it: what was asked, what was advised, and by whom.

Context. Whoever gives advice is often of another team, and has no right to know which home it is about.

Decision. A consultation lives where its home or its concern does, and all of it is words: it goes to whoever keeps that
home and to nobody who was asked. What they hear is what stands under “What was asked”; where they work outside the
team, that may name neither the home nor anybody in it (acts/growth/consulting).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register


def _asked(audience: Audience) -> Shown:
    return Shown("What was asked", why="This is all that they hear of it.", audience=audience, long=True)


def _advice(audience: Audience) -> Shown:
    return Shown("What was advised", why="So that it helps beyond the day.", audience=audience, long=True)


def _adviser(audience: Audience) -> Shown:
    return Shown("By whom", why="Whoever gave the advice can be asked again.", audience=audience)


def _outside(audience: Audience) -> Shown:
    return Shown("They work outside the team", why="Then they do not learn which home it is.", audience=audience)


def _day(audience: Audience) -> Shown:
    return Shown("On", why="Advice grows old: it is read with its day.", audience=audience, past=True)


class ConsultationDraft(Draft):
    household: Annotated[
        str, Shown("Household", why="Where the advice is used.", audience=Audience.WORDS, refers="household")
    ]
    day: Annotated[date, _day(Audience.WORDS)]
    topic: Annotated[
        str | None, Shown("About what", why="What was learned once helps others.", audience=Audience.WORDS)
    ] = Column(default=None, max_length=80)
    adviser: Annotated[str, _adviser(Audience.WORDS)] = Column(max_length=120)
    outside: Annotated[bool, _outside(Audience.WORDS)] = True
    asked: Annotated[str | None, _asked(Audience.WORDS)] = Column(default=None, max_length=600)
    advice: Annotated[str, _advice(Audience.WORDS)] = Column(max_length=1000)


class Consultation(ConsultationDraft, Record, table=True):
    """Advice that was given on a home."""


class ConcernAdviceDraft(Draft):
    concern: Annotated[
        str,
        Shown(
            "Concern", why="So that it stands with what it belongs to.", audience=Audience.PROTECTION, refers="concern"
        ),
    ]
    day: Annotated[date, _day(Audience.PROTECTION)]
    adviser: Annotated[str, _adviser(Audience.PROTECTION)] = Column(max_length=120)
    outside: Annotated[bool, _outside(Audience.PROTECTION)] = True
    asked: Annotated[str | None, _asked(Audience.PROTECTION)] = Column(default=None, max_length=600)
    advice: Annotated[str, _advice(Audience.PROTECTION)] = Column(max_length=1000)


class ConcernAdvice(ConcernAdviceDraft, Record, table=True):
    """Advice that was given on a concern. It holds up no report."""


CONSULTATION = register(
    Kind(
        "consultation",
        "consultation",
        "consultations",
        ConsultationDraft,
        Consultation,
        home="household",
        when="day",
        about="household",
        part=True,
    )
)
CONCERN_ADVICE = register(
    Kind(
        "concern_advice",
        "advice on a concern",
        "advice on concerns",
        ConcernAdviceDraft,
        ConcernAdvice,
        home="concern",
        stays=True,
        part=True,
    )
)
