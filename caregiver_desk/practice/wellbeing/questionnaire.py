"""A questionnaire that an organisation brought: what it asks, in which languages, under whose licence, how it is read.

Nothing of any questionnaire is shipped. What was brought is kept as one text, written in one way, so that whoever
brings the same sees that it is the same: its *digest* is the SHA-256 of that text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import StrEnum

import msgspec

from caregiver_desk.practice.wellbeing.conditions import NotACondition, condition
from caregiver_desk.records.wellbeing.danger import Danger

LONGEST = 20_000  # letters, as a record holds them
Called = Mapping[str, str]  # language: words; without a name where a form has one language only


class Sort(StrEnum):
    """How a question is answered; a note is only read."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    ONE = "select_one"
    SEVERAL = "select_multiple"
    NOTE = "note"


CHOSEN = frozenset({Sort.ONE, Sort.SEVERAL})


class Choice(msgspec.Struct, frozen=True):
    name: str
    label: Called


class Question(msgspec.Struct, frozen=True, omit_defaults=True):
    """One question. `when` are the conditions under which it is asked, its own and those of the groups round it.

    `risk` is the condition under which its answer says `danger`. `required` asks for it; nobody must answer.
    """

    name: str
    sort: Sort
    label: Called
    hint: Called = {}
    group: Called = {}  # what stands above it
    choices: str = ""  # the name of the list it offers
    when: tuple[str, ...] = ()
    constraint: str = ""
    wrong: Called = {}  # what is said where the constraint does not hold
    required: bool = False
    risk: str = ""
    danger: Danger = Danger.HARM


class Band(msgspec.Struct, frozen=True):
    """From one sum to another, both within: what that may mean, in words."""

    least: int
    most: int
    words: Called


class Score(msgspec.Struct, frozen=True):
    """The sum of the questions that it names, and the bands it is read in. It is worked out when it is looked at."""

    name: str
    label: Called
    items: tuple[str, ...]
    bands: tuple[Band, ...]


class Questionnaire(msgspec.Struct, frozen=True):
    title: str
    version: str
    owner: str
    licence: str
    caution: str
    languages: tuple[str, ...]
    questions: tuple[Question, ...]
    choices: Mapping[str, tuple[Choice, ...]]
    scores: tuple[Score, ...] = ()

    @property
    def text(self) -> str:
        """The one way in which it is kept."""
        return msgspec.json.encode(self, order="deterministic").decode()

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def has_risk(self) -> bool:
        return any(each.risk for each in self.questions)

    def offered(self, question: Question) -> tuple[Choice, ...]:
        return self.choices.get(question.choices, ())

    def said(self, called: Called, language: str = "") -> str:
        """In this language, else in the first in which it is said."""
        wanted = (language, *self.languages, *called)
        return next((called[each] for each in wanted if called.get(each)), "")

    def language(self, wanted: str) -> str:
        """The language that is meant, by the beginning of its name; the first where none is."""
        words = wanted.casefold()
        begins = (each for each in self.languages if words and each.casefold().startswith(words))
        return next(begins, self.languages[0])


def read(text: str) -> Questionnaire | None:
    """What a record keeps; None for what is not written as it is here, or has a condition that is not read here."""
    try:
        told = msgspec.json.decode(text, type=Questionnaire)
        for each in told.questions:
            for words in (*each.when, *filter(None, (each.constraint, each.risk))):
                condition(words)
    except (msgspec.MsgspecError, ValueError, NotACondition):
        return None
    return told if told.languages else None
