"""An organisation's own questionnaires, as they were brought to this book, and what was answered.

Context. Questionnaires belong to somebody, and answers to them belong to whoever gave them. A sum by which people could
be put in order would be made from them sooner or later if it stood anywhere.

Decision. What was brought is its author's alone: it travels to an own other laptop and to nobody else, so that a
licence is never handed on with a bundle. Answers are kept between the two of a pair, with the digest of what was asked;
whoever of them has brought the same reads them in its words, and everybody else as codes. Answers of an author about
themselves are theirs alone. All answers are one text. No sum is kept: it is worked out when somebody looks.

Consequences. Nothing of either rises, is exported for others or printed for others. To say no leaves nothing behind.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import ANYTHING, Draft, Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import WithinPair
from caregiver_desk.records.wellbeing.danger import SaidInDanger


def _title(audience: Audience) -> Shown:
    return Shown("Questionnaire", why="So that it is known what was asked.", audience=audience)


def _version(audience: Audience) -> Shown:
    return Shown("Version", why="Answers are read in the words in which they were asked.", audience=audience)


def _digest(audience: Audience) -> Shown:
    return Shown("SHA-256 of what it asks", why="Tells the same from what only looks alike.", audience=audience)


def _day(audience: Audience) -> Shown:
    return Shown("Answered on", why="It says how things were that day.", audience=audience, past=True)


def _answers(audience: Audience) -> Shown:
    return Shown("Answers", why="Theirs to give, one by one, or not.", audience=audience, long=True)


class QuestionnaireDraft(Draft):
    title: Annotated[str, _title(Audience.SELF)] = Column(max_length=200)
    version: Annotated[str | None, _version(Audience.SELF)] = Column(default=None, max_length=40)
    digest: Annotated[str, _digest(Audience.SELF)] = Column(max_length=64)
    licence: Annotated[
        str, Shown("Licence", why="Whoever asks it must be allowed to.", audience=Audience.SELF, long=True)
    ] = Column(max_length=2_000)
    caution: Annotated[
        str, Shown("Caution", why="What it cannot tell stands wherever it is read.", audience=Audience.SELF, long=True)
    ] = Column(max_length=2_000)
    words: Annotated[
        str, Shown("What it asks", why="It is asked as it was written.", audience=Audience.SELF, long=True)
    ]
    brought_by: Annotated[
        str | None, Shown("Brought by", why="Whom to ask about it.", audience=Audience.SELF, refers="person")
    ] = None
    day: Annotated[
        date,
        Shown("Brought on", why="Licences end, and then the form is asked no more.", audience=Audience.SELF, past=True),
    ]
    trained: Annotated[
        str | None,
        Shown("Who is trained to act on it", why="Nobody asks what nobody can answer for.", audience=Audience.SELF),
    ] = Column(default=None, max_length=140)
    route: Annotated[
        str | None,
        Shown(
            "Whom to ring first",
            why="The number stands there before it is needed.",
            audience=Audience.SELF,
            refers="service",
        ),
    ] = None
    stopped: Annotated[
        date | None,
        Shown("Not asked since", why="What was answered can still be read.", audience=Audience.SELF, past=True),
    ] = None


class Questionnaire(QuestionnaireDraft, Record, table=True):
    """A questionnaire that its organisation may use, in the words in which it was brought."""


class QuestionnaireAnswersDraft(WithinPair, SaidInDanger):
    title: Annotated[str, _title(Audience.PAIR)] = Column(max_length=200)
    version: Annotated[str | None, _version(Audience.PAIR)] = Column(default=None, max_length=40)
    digest: Annotated[str, _digest(Audience.PAIR)] = Column(max_length=64)
    day: Annotated[date, _day(Audience.PAIR)]
    answers: Annotated[str, _answers(Audience.PAIR)]


class QuestionnaireAnswers(QuestionnaireAnswersDraft, Record, table=True):
    """What a caregiver answered, between the two of them."""


class OwnAnswersDraft(Draft):
    title: Annotated[str, _title(Audience.SELF)] = Column(max_length=200)
    version: Annotated[str | None, _version(Audience.SELF)] = Column(default=None, max_length=40)
    digest: Annotated[str, _digest(Audience.SELF)] = Column(max_length=64)
    day: Annotated[date, _day(Audience.SELF)]
    answers: Annotated[str, _answers(Audience.SELF)]


class OwnAnswers(OwnAnswersDraft, Record, table=True):
    """What the owner of a book answered for themselves, seen by nobody else."""


QUESTIONNAIRE = register(
    Kind(
        "questionnaire",
        "questionnaire",
        "questionnaires",
        QuestionnaireDraft,
        Questionnaire,
        home=Kind.SITE,
        over={"stopped": ANYTHING},
    )
)
QUESTIONNAIRE_ANSWERS = register(
    Kind(
        "questionnaire_answers",
        "answered questionnaire",
        "answered questionnaires",
        QuestionnaireAnswersDraft,
        QuestionnaireAnswers,
        home="supervision",
        when="day",
        about="caregiver",
    )
)
OWN_ANSWERS = register(
    Kind(
        "own_answers",
        "own answered questionnaire",
        "own answered questionnaires",
        OwnAnswersDraft,
        OwnAnswers,
        home=Kind.SITE,
    )
)
