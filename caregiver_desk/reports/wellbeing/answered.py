"""What was answered to a questionnaire, with what the form says of it: for the two who were there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from caregiver_desk.acts.wellbeing.questionnaires import of_digest
from caregiver_desk.errors import NoSuchRecord
from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.practice.wellbeing.questionnaire import Questionnaire
from caregiver_desk.records.wellbeing.questionnaires import OWN_ANSWERS, QUESTIONNAIRE_ANSWERS
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.reports.wellbeing.questionnaire import answered_form
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import known_day, later, say

NOT_HERE = later("What was asked was never brought to this book, so the answers stand here as codes.")


class Answered(NamedTuple):
    """As it is read; `told` is None where what was asked was never brought here. `under` says whose it is, and when."""

    kind: str
    record: str
    title: str
    caregiver: str
    under: tuple[str, ...]
    told: Questionnaire | None
    answers: Mapping[str, str]


def answered(book: Book, kind: str, record: str) -> Answered:
    """One that was answered. Raises NoSuchRecord, also for what is no answered questionnaire."""
    if kind not in (QUESTIONNAIRE_ANSWERS.name, OWN_ANSWERS.name):
        raise NoSuchRecord(kind=say(QUESTIONNAIRE_ANSWERS.label), record=record)
    leaf = questions.get(book, kind, record)
    caregiver = str(leaf["caregiver"] or "")
    name = questions.names_of(book, [caregiver]).get(caregiver, "") if caregiver else ""
    day = date.fromisoformat(str(leaf["day"])) if leaf["day"] else None
    under = tuple(filter(None, (name, known_day(day))))
    held = answering.read_answers(str(leaf["answers"] or ""))
    told = of_digest(book, str(leaf["digest"]))
    return Answered(kind, record, str(leaf["title"] or ""), caregiver, under, told, held)


def on_paper(found: Answered, language: str = "") -> Document:
    """In the words in which it was asked; by the names of the questions where those are not here."""
    if found.told:
        return answered_form(found.told, found.answers, found.under, language)
    lines = (Line("", say(NOT_HERE)), *(Line(name, answer) for name, answer in found.answers.items()))
    return Document(found.title, found.under, (Section(say("What was answered"), lines),))
