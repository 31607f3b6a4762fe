"""Answering a questionnaire: somebody beside a supervisor, or its owner alone.

Decision. Every question may be left out, and nothing is kept of who says no. An answer that says danger brings whom to
ring before it is saved, wherever it is asked; saving is never held up by it. What such a danger offers is offered with
it, as everywhere. Only answers to what was asked are kept, and no sum of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import keep, new, new_in, tell
from caregiver_desk.acts.supervision.pairs import in_the_pair, pair_with
from caregiver_desk.acts.wellbeing.danger import offered_at_once, ring_said
from caregiver_desk.acts.wellbeing.questionnaires import Brought, of_digest, to_ask
from caregiver_desk.errors import AnswerDoesNotFit, NotFilledIn, UnknownField
from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.records.wellbeing.questionnaires import OWN_ANSWERS, QUESTIONNAIRE_ANSWERS
from caregiver_desk.store import ledger
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say

keep(QUESTIONNAIRE_ANSWERS, "wellbeing", in_the_pair, verbs=("withdraw",))
keep(OWN_ANSWERS, "wellbeing", verbs=("withdraw",))


@act("Ask a questionnaire", subject="wellbeing")
def ask_questionnaire(
    book: Book,
    *,
    questionnaire: str,
    caregiver: str,
    answers: dict[str, str],
    only_told: Annotated[str | None, Field(max_length=140)] = None,
) -> Outcome:
    """What a caregiver answers, by the names of the questions; it stays between the two. What is left out is not said.

    Raises NotToBeAsked, UnknownField, AnswerDoesNotFit, or NotFilledIn where nothing was answered.
    """
    asked = to_ask(book, questionnaire)
    held = _sound(asked, answers)
    dangers = answering.dangers(asked.told, held)
    pair = pair_with(book, caregiver)
    told = {**_told(asked, held), "danger": dangers, "only_told": only_told}
    draft = pair.draft(QUESTIONNAIRE_ANSWERS, told)
    changes = [new_in(pair.scope, QUESTIONNAIRE_ANSWERS, draft), *offered_at_once(book, pair, dangers)]
    said = " ".join(filter(None, (say("Saved, for the two of you only."), ring_first(asked, book, dangers))))
    return pair.save(book, "ask_questionnaire", changes, said)


@act("Answer a questionnaire myself", subject="wellbeing")
def answer_for_myself(book: Book, *, questionnaire: str, answers: dict[str, str]) -> Outcome:
    """What you answer for yourself; nobody else ever reads it. Raises as `ask_questionnaire` does."""
    asked = to_ask(book, questionnaire)
    held = _sound(asked, answers)
    change = new(book, OWN_ANSWERS, understood(OWN_ANSWERS.draft, _told(asked, held)))
    dangers = answering.dangers(asked.told, held)
    said = " ".join(filter(None, (say("Saved, for you only."), ring_first(asked, book, dangers))))
    return tell(ledger.append(book, "answer_for_myself", [change]), said, change.record)


def ring_first(asked: Brought, book: Book, dangers: frozenset[str]) -> str:
    """Whom to ring where an answer says danger: the one who is named for it, then as everywhere."""
    if not dangers:
        return ""
    named = f"{asked.first.name} {asked.first.phone}" if asked.first else ""
    first = say("First {number}; then {name}, who is trained for this.", number=named, name=asked.trained)
    return f"{first} {ring_said(book, dangers)}"


def _told(asked: Brought, held: Mapping[str, str]) -> dict[str, Any]:
    told = asked.told
    named = {"title": told.title, "version": told.version or None, "digest": told.digest}
    return {**named, "day": clock.today(), "answers": answering.as_text(held)}


def _sound(asked: Brought, given: Mapping[str, str]) -> dict[str, str]:
    """The answers that are kept: to questions that were asked, each as it may be."""
    told, known = asked.told, {each.name for each in asked.told.questions}
    if unknown := sorted(given.keys() - known):
        raise UnknownField(field=", ".join(unknown), kind=told.title, known=", ".join(sorted(known)))
    held = answering.kept(told, answering.tidy(told, given))
    for question in answering.asked(told, held):
        if reason := answering.fault(told, question, held):
            raise AnswerDoesNotFit(question=told.said(question.label), reason=reason)
    if not held:
        raise NotFilledIn(fields=say("an answer"))
    return held


def as_read(book: Book, leaf: Leaf) -> Leaf:
    """The record with its answers in the words in which they were given, and with the caution that belongs to them.

    Where what was asked was never brought here, they stand as codes, by the names of the questions.
    """
    told, held = of_digest(book, str(leaf["digest"])), answering.read_answers(str(leaf["answers"] or ""))
    said = [*answering.said(told, held), (say("Caution"), told.caution)] if told else list(held.items())
    words = "\n".join(say("{question}: {answer}", question=name, answer=answer) for name, answer in said)
    return replace(leaf, values={**leaf.values, "digest": None, "answers": words})
