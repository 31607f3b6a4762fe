"""The questions of short surveys, and what of their answers may be told.

The words stand in `resources/practice/surveys.toml`, by version.

Context. The answers to a question share out those who answered it, so what is told of one tells of the rest: of
twelve, "between five and nine seldom" and silence about "often" would mean that three or four said often.

Decision. A scale is told by its upper half alone, and of any other question the last answer is never told. The others
are told by the rule of the monthly return (`practice/sharing/returns.py: told`): in steps of five, never as all who
answered. Whatever is told or not, none or five and more then remains possible for every answer, and for all that are
kept back.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.practice.sharing.returns import told
from caregiver_desk.records.fairness.surveys import SurveySort
from caregiver_desk.records.sharing.returns import LEAST
from caregiver_desk.wording import RESOURCES, say

UPPER, LOWER = "upper", "lower"  # the two halves of a scale, in which its answers are told
NOT_SAID = ""  # rather not say
Sheet = Mapping[str, str]  # question: answer, as one person gave them


class Question(NamedTuple):
    """A question and its answers, each a code and its words."""

    code: str
    words: str
    answers: Mapping[str, str]


class Asked(NamedTuple):
    """A survey in one version. `halves` are what its answers are told as; empty where each is told by itself."""

    sort: SurveySort
    version: str
    label: str
    says: str
    questions: tuple[Question, ...]
    upper: frozenset[str]
    halves: Mapping[str, str]

    def told_as(self, answer: str) -> str:
        """The code under which this answer is told."""
        if not self.halves:
            return answer
        return UPPER if answer in self.upper else LOWER

    def tellable(self, question: Question) -> Mapping[str, str]:
        """What may ever be told of a question, by code, in words."""
        *told, _ = (self.halves or question.answers).items()
        return dict(told)


Figure = tuple[str, str, int]  # question, answer or half, people in steps of five


def survey(sort: SurveySort, version: str = "") -> Asked:
    """A survey as it was asked in this version; without one, or with one that is not known here, as it is asked now."""
    versions = _told()["versions"]
    name = version if version in versions else str(_told()["current"])
    told = versions[name][sort.name.lower()]
    shared, own = told.get("answers", {}), told.get("own_answers", {})
    questions = tuple(
        Question(code, say(words), {each: say(called) for each, called in (own.get(code) or shared).items()})
        for code, words in told["items"].items()
    )
    halves = {UPPER: say(told["upper_says"]), LOWER: say(told["lower_says"])} if "upper" in told else {}
    return Asked(sort, name, say(told["label"]), say(told["says"]), questions, frozenset(told.get("upper", ())), halves)


def is_sound(asked: Asked, sheet: Sheet) -> bool:
    """Whether a sheet answers only what is asked, by the answers there are."""
    known = {question.code: question.answers for question in asked.questions}
    return all(code in known and (answer == NOT_SAID or answer in known[code]) for code, answer in sheet.items())


def figures(asked: Asked, sheets: Iterable[Sheet]) -> list[Figure]:
    """What may be told of these sheets. Fewer than five sheets tell nothing."""
    held = list(sheets)
    return [each for question in asked.questions for each in _of_question(asked, question, held)]


def _of_question(asked: Asked, question: Question, sheets: Iterable[Sheet]) -> Iterator[Figure]:
    answers = [answer for sheet in sheets if (answer := sheet.get(question.code, NOT_SAID)) != NOT_SAID]
    said = Counter(asked.told_as(each) for each in answers)
    for code in asked.tellable(question):
        if (step := told(said[code], len(answers))) is not None:
            yield question.code, code, step


def as_text(found: Iterable[Figure]) -> str:
    """The figures as a record holds them."""
    return "\n".join(f"{question} {code} {people}" for question, code, people in found)


def read(asked: Asked, text: str) -> dict[tuple[str, str], int]:
    """The figures of a record, without what this survey does not ask and what fewer than five would have said."""
    known = {(question.code, code) for question in asked.questions for code in asked.tellable(question)}
    lines = (line.split(" ") for line in text.splitlines() if line.count(" ") == 2)  # noqa: PLR2004 - of three words
    found = {(question, code): _number(people) for question, code, people in lines}
    return {place: people for place, people in found.items() if place in known and people >= LEAST}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(LEAST)) + 3 else 0


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "surveys.toml").read_text(encoding="utf-8"))
