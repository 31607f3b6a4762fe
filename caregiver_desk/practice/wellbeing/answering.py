"""Answering a questionnaire: what is asked next, what an answer may be, what says danger, and what it may mean.

An answer is text: words, a number, a day as 2026-03-02, a code, or several codes with a space between. Every question
may be left out, also one that a form asks for. A sum of which a part was left out says nothing: it is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

import msgspec

from caregiver_desk.practice.wellbeing.conditions import Answers, all_hold, condition
from caregiver_desk.practice.wellbeing.questionnaire import CHOSEN, Question, Questionnaire, Score, Sort
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.wording import count, full_day, say

LONGEST_ANSWER = 2_000  # letters
_WHOLE, _NUMBER = re.compile(r"-?[0-9]{1,9}"), re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?")


class Result(NamedTuple):
    """What a score came to: the form's own words for it, and the sum; no sum where an answer was left out."""

    label: str
    words: str
    sum: str


def asked(told: Questionnaire, answers: Answers) -> list[Question]:
    """The questions and notes that these answers lead to, in their order. What is not asked counts as not answered."""
    shown: list[Question] = []
    held: dict[str, str] = {}
    for each in told.questions:
        if all_hold(each.when, held):
            shown.append(each)
            held |= {each.name: answers[each.name]} if answers.get(each.name) else {}
    return shown


def tidy(told: Questionnaire, given: Mapping[str, str]) -> dict[str, str]:
    """What was typed, as it is kept: a comma in a number becomes a point, chosen codes stand as the form has them."""
    sorts = {each.name: each for each in told.questions}
    return {name: _tidy(told, sorts[name], words.strip()) if name in sorts else words for name, words in given.items()}


def _tidy(told: Questionnaire, question: Question, words: str) -> str:
    if question.sort is Sort.DECIMAL:
        return words.replace(",", ".")
    if question.sort is Sort.SEVERAL:
        order = [each.name for each in told.offered(question)]
        return " ".join(sorted(words.split(), key=lambda code: order.index(code) if code in order else len(order)))
    return words


def kept(told: Questionnaire, answers: Answers) -> dict[str, str]:
    """The answers to what was asked; nothing of what was left out."""
    return {each.name: answers[each.name] for each in asked(told, answers) if answers.get(each.name)}


def fault(told: Questionnaire, question: Question, answers: Answers, language: str = "") -> str:
    """Why its answer cannot stand, in a sentence; nothing where it can, or where there is none."""
    own = answers.get(question.name, "")
    if not own:
        return ""
    if wrong := _wrong_sort(told, question, own):
        return wrong
    if question.constraint and not condition(question.constraint).holds(answers, own):
        return told.said(question.wrong, language) or say("This answer does not fit the question.")
    return ""


def _wrong_sort(told: Questionnaire, question: Question, own: str) -> str:
    match question.sort:
        case Sort.INTEGER:
            return "" if _WHOLE.fullmatch(own) else say("A whole number, please.")
        case Sort.DECIMAL:
            return "" if _NUMBER.fullmatch(own) else say("A number, please.")
        case Sort.DATE:
            return "" if _is_day(own) else say("A day such as 2026-03-02, please.")
        case Sort.ONE | Sort.SEVERAL:
            return _not_offered(told, question, own)
        case Sort.NOTE:
            return say("This is only read.")
    over = len(own) - LONGEST_ANSWER
    return count("{number} letter too many.", "{number} letters too many.", over) if over > 0 else ""


def _not_offered(told: Questionnaire, question: Question, own: str) -> str:
    offered = [each.name for each in told.offered(question)]
    chosen = own.split(" ") if question.sort is Sort.SEVERAL else [own]
    if set(chosen) <= set(offered) and len(chosen) == len(set(chosen)):
        return ""
    return say("One of {codes}, please.", codes=", ".join(offered))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def left_out(told: Questionnaire, answers: Answers) -> int:
    """How many of the questions that the form asks for have no answer."""
    return sum(each.required and not answers.get(each.name) for each in asked(told, answers) if each.sort != Sort.NOTE)


def dangers(told: Questionnaire, answers: Answers) -> frozenset[Danger]:
    """What these answers say that cannot wait for anything."""
    held = kept(told, answers)
    at_risk = (each for each in told.questions if each.risk and each.name in held)
    return frozenset(each.danger for each in at_risk if condition(each.risk).holds(held, held[each.name]))


def results(told: Questionnaire, answers: Answers, language: str = "") -> tuple[Result, ...]:
    """What each score came to, in the form's words. Worked out here, every time, and kept nowhere."""
    held = kept(told, answers)
    return tuple(map(partial(_result, told, held, language), told.scores))


def _result(told: Questionnaire, held: Answers, language: str, score: Score) -> Result:
    label = told.said(score.label, language)
    found = [worth(held.get(name, "")) for name in score.items]
    if missing := found.count(None):
        many = "{number} answers were left out, so nothing is said."
        return Result(label, count("{number} answer was left out, so nothing is said.", many, missing), "")
    total = sum((each for each in found if each is not None), Decimal())
    words = next((told.said(each.words, language) for each in score.bands if each.least <= total <= each.most), "")
    return Result(label, words or say("The form has no words for this."), f"{total.normalize():f}")


def worth(answer: str) -> Decimal | None:
    """What an answer adds to a sum: its number, or the number that its code is; None where it is none."""
    return Decimal(answer) if _NUMBER.fullmatch(answer) else None


def in_words(told: Questionnaire, question: Question, answers: Answers, language: str = "") -> str:
    """An answer as it is read: its label, its day, or its own words."""
    own = answers.get(question.name, "")
    if question.sort in CHOSEN:
        labels = {each.name: told.said(each.label, language) for each in told.offered(question)}
        return ", ".join(labels.get(each, each) for each in own.split())
    return full_day(date.fromisoformat(own)) if question.sort is Sort.DATE and _is_day(own) else own


def said(told: Questionnaire, answers: Answers, language: str = "") -> Iterator[tuple[str, str]]:
    """Each question that was asked, and its answer in words; what was left out says so."""
    for each in asked(told, answers):
        if each.sort is not Sort.NOTE:
            yield told.said(each.label, language), in_words(told, each, answers, language) or say("left out")


def as_text(answers: Answers) -> str:
    """The answers as a record holds them."""
    return msgspec.json.encode(dict(answers)).decode()


def read_answers(text: str) -> dict[str, str]:
    """The answers that a record holds; none where it holds something else."""
    try:
        return msgspec.json.decode(text, type=dict[str, str])
    except (msgspec.MsgspecError, ValueError):
        return {}
