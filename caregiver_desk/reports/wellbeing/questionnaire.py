"""A questionnaire on paper: empty, to be filled in by hand, or as it was answered, for the two who were there.

Licence and caution stand on the first page of both. What was answered holds no sum of anybody but the one who answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.practice.wellbeing.conditions import Answers
from caregiver_desk.practice.wellbeing.questionnaire import CHOSEN, Question, Questionnaire, Sort
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.wording import say

ROOM = "." * 60
LINES = 3  # to write on, for words


def empty_form(told: Questionnaire, language: str = "") -> Document:
    """All it asks, in one language."""
    groups = groupby(told.questions, key=lambda each: told.said(each.group, language))
    asked = tuple(
        Section(title or say("Questions"), tuple(line for each in inside for line in _asked(told, each, language)))
        for title, inside in groups
    )
    free = say("You may leave out any question, and stop at any time.")
    return Document(told.title, (named(told), free), (about(told), *asked))


def answered_form(told: Questionnaire, answers: Answers, under: tuple[str, ...], language: str = "") -> Document:
    """What was answered, and what the form says of it."""
    found = [Line(each.label, with_sum(each)) for each in answering.results(told, answers, language)]
    read = [Section(say("What the form says of it"), tuple(found))] if found else []
    said = Section(say("What was answered"), tuple(Line("", f"{q} {a}") for q, a in _said(told, answers, language)))
    return Document(told.title, (*under, named(told)), (about(told), *read, said))


def named(told: Questionnaire) -> str:
    """Its version and whose it is."""
    version = say("version {version}", version=told.version) if told.version else ""
    return say(" · ").join(filter(None, (version, told.owner)))


def about(told: Questionnaire) -> Section:
    return Section(say("Before you read it"), (Line(say("Caution"), told.caution), Line(say("Licence"), told.licence)))


def with_sum(found: answering.Result) -> str:
    """The words first; the number stands behind them."""
    return say("{words} (sum {sum})", words=found.words, sum=found.sum) if found.sum else found.words


def _said(told: Questionnaire, answers: Answers, language: str) -> Iterator[tuple[str, str]]:
    return ((f"{question} –", answer) for question, answer in answering.said(told, answers, language))


def _asked(told: Questionnaire, question: Question, language: str) -> Iterator[Line]:
    words, hint = told.said(question.label, language), told.said(question.hint, language)
    if question.sort is Sort.NOTE:
        yield Line("", words)
        return
    yield Line(words, "")
    fits = say("Only if it fits what you said before.") if question.when else ""
    yield from (Line("", each) for each in (fits, hint) if each)
    if question.sort in CHOSEN:
        boxes = (f"(  ) {told.said(each.label, language)}" for each in told.offered(question))
        yield Line("", "     ".join(boxes))
    else:
        yield from (Line("", ROOM) for _ in range(LINES if question.sort is Sort.TEXT else 1))
