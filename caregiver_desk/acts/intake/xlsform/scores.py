"""How a form is read: sums of named questions, each in bands with words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

from caregiver_desk.acts.intake.xlsform.asked import Lists
from caregiver_desk.acts.intake.xlsform.rows import LONGEST_LINE, Row
from caregiver_desk.practice.wellbeing.questionnaire import Band, Question, Score, Sort
from caregiver_desk.wording import say

_WHOLE = re.compile(r"-?[0-9]{1,9}")


def scores(rows: list[Row], questions: Mapping[str, Question], lists: Lists) -> tuple[Score, ...]:
    found = [_score(list(bands), questions, lists) for _, bands in groupby(rows, key=lambda row: row["score"])]
    names = [each.name for each in found]
    for row in rows:
        if names.count(row["score"]) > 1:
            raise row.wrong("score", say("the rows of a score stand together"))
    return tuple(found)


def _score(rows: list[Row], questions: Mapping[str, Question], lists: Lists) -> Score:
    first = rows[0]
    items = tuple(first.needs("items").replace(",", " ").split())
    for name in items:
        _counts(first, name, questions.get(name), lists)
    bands = tuple(map(_band, rows))
    for row, one, other in zip(rows[1:], bands, bands[1:], strict=False):
        if other.least <= one.most:
            raise row.wrong("from", say("it begins before the row above it ends"))
    return Score(first.needs("score", LONGEST_LINE), first.called("label") or {"": first["score"]}, items, bands)


def _counts(row: Row, name: str, question: Question | None, lists: Lists) -> None:
    if question is None:
        raise row.wrong("items", say("no question is called “{name}”", name=name))
    numbers = question.sort in {Sort.INTEGER, Sort.DECIMAL}
    codes = question.sort is Sort.ONE and all(_WHOLE.fullmatch(each.name) for each in lists[question.choices])
    if not (numbers or codes):
        reason = say("“{name}” is answered by no number, and none of its codes is one", name=name)
        raise row.wrong("items", reason)


def _band(row: Row) -> Band:
    least, most = (_number(row, title) for title in ("from", "to"))
    if most < least:
        raise row.wrong("to", say("this is less than what stands under “from”"))
    words = row.called("words")
    if not words:
        raise row.wrong("words", say("this must be filled in"))
    return Band(least, most, words)


def _number(row: Row, title: str) -> int:
    if not _WHOLE.fullmatch(row.needs(title)):
        raise row.wrong(title, say("a whole number, please"))
    return int(row[title])
