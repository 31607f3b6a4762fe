"""Conditions in a questionnaire: when a question is asked, which answers it takes, which of them say danger.

Context. A form brings its conditions as XPath, a language that can loop, fetch and never end. A file comes from
anywhere.

Decision. A small part of it is read, by hand, and nothing of it is ever carried out as a program: an answer `${name}`,
the answer itself `.`, words and numbers; `= != < <= > >=`; `and`, `or`, `not()`, `selected()`, brackets. Whatever else
stands there is refused with the place where it stands. What was not answered is empty: it equals nothing but the empty
word, and is neither less nor more than anything. Less and more are asked of numbers and of days.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from caregiver_desk.wording import say

LONGEST, DEEPEST = 500, 12  # letters of a condition, brackets in brackets
Answers = Mapping[str, str]
_Holds = Callable[[Answers, str], bool]
_Says = Callable[[Answers, str], str]
_SIGN = re.compile(
    r"\s*(?:(?P<answer>\$\{[^}]*\})|(?P<words>'[^']*'|\"[^\"]*\")|(?P<number>-?[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][\w-]*)|(?P<sign><=|>=|!=|[=<>(),.]))"
)
_COMPARES = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_SAME = frozenset({"=", "!="})
_END = ("", "")


class NotACondition(Exception):  # noqa: N818 - it is a sentence about words in a file
    """Why words are no condition that is read here, in a sentence."""


class Condition(NamedTuple):
    """What it asks: the questions that it names, and whether it holds for all answers and the one it stands beside."""

    names: frozenset[str]
    holds: _Holds


@cache
def condition(text: str) -> Condition:
    """The condition that these words say. Raises NotACondition."""
    if len(text) > LONGEST:
        raise NotACondition(say("it is longer than {number} letters", number=LONGEST))
    return _Reader(text).whole()


def all_hold(texts: tuple[str, ...], answers: Answers, own: str = "") -> bool:
    return all(condition(each).holds(answers, own) for each in texts)


class _Reader:
    """Reads one condition from left to right."""

    def __init__(self, text: str) -> None:
        self._signs = list(_signs(text))
        self._place, self._deep = 0, 0
        self._names: set[str] = set()

    def whole(self) -> Condition:
        holds = self._either()
        if self._next() != _END:
            raise self._stopped()
        return Condition(frozenset(self._names), holds)

    def _either(self) -> _Holds:
        return _any_of(self._joined_by("or", self._both))

    def _both(self) -> _Holds:
        return _all_of(self._joined_by("and", self._one))

    def _joined_by(self, word: str, part: Callable[[], _Holds]) -> list[_Holds]:
        parts = [part()]
        while self._next() == ("name", word):
            self._place += 1
            parts.append(part())
        return parts

    def _one(self) -> _Holds:
        match self._next():
            case ("name", "not"):
                self._place += 1
                return _not(self._in_brackets(self._either))
            case ("name", "selected"):
                self._place += 1
                return self._in_brackets(self._selected)
            case ("sign", "("):
                return self._in_brackets(self._either)
        return self._compared()

    def _in_brackets(self, inside: Callable[[], _Holds]) -> _Holds:
        self._take("(")
        self._deep += 1
        if self._deep > DEEPEST:
            raise NotACondition(say("its brackets stand too deep in each other"))
        holds = inside()
        self._deep -= 1
        self._take(")")
        return holds

    def _selected(self) -> _Holds:
        several = self._value()
        self._take(",")
        one = self._value()
        return lambda answers, own: one(answers, own) in several(answers, own).split()

    def _compared(self) -> _Holds:
        left = self._value()
        kind, sign = self._next()
        if kind != "sign" or sign not in _COMPARES:
            raise self._stopped()
        self._place += 1
        right = self._value()
        return lambda answers, own: _compare(left(answers, own), sign, right(answers, own))

    def _value(self) -> _Says:
        kind, text = self._next()
        if kind not in {"answer", "words", "number"} and text != ".":
            raise self._stopped()
        self._place += 1
        if kind == "answer":
            name = text[2:-1].strip()
            self._names.add(name)
            return lambda answers, _: answers.get(name, "")
        if text == ".":
            return lambda _, own: own
        said = text[1:-1] if kind == "words" else text
        return lambda *_: said

    def _take(self, sign: str) -> None:
        if self._next() != ("sign", sign):
            raise self._stopped()
        self._place += 1

    def _next(self) -> tuple[str, str]:
        return self._signs[self._place] if self._place < len(self._signs) else _END

    def _stopped(self) -> NotACondition:
        _, text = self._next()
        if not text:
            return NotACondition(say("it ends too early"))
        return NotACondition(say("“{words}” is not read there", words=text))


def _signs(text: str) -> Iterator[tuple[str, str]]:
    place, end = 0, len(text.rstrip())
    while place < end:
        found = _SIGN.match(text, place)
        if found is None or found.lastgroup is None:
            raise NotACondition(say("“{words}” is not read there", words=text[place : place + 20].strip()))
        yield found.lastgroup, found[found.lastgroup]
        place = found.end()


def _any_of(parts: list[_Holds]) -> _Holds:
    return parts[0] if len(parts) == 1 else lambda answers, own: any(each(answers, own) for each in parts)


def _all_of(parts: list[_Holds]) -> _Holds:
    return parts[0] if len(parts) == 1 else lambda answers, own: all(each(answers, own) for each in parts)


def _not(inside: _Holds) -> _Holds:
    return lambda answers, own: not inside(answers, own)


def _compare(left: str, sign: str, right: str) -> bool:
    one, other = _in_order(left), _in_order(right)
    if one is None or other is None or one[0] != other[0]:
        return sign in _SAME and (left == right) == (sign == "=")
    return bool(_COMPARES[sign](one[1], other[1]))


def _in_order(text: str) -> tuple[str, Decimal] | None:
    """A number or a day, and which it is; None for what has no order."""
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        return "number", Decimal(text)
    try:
        return "day", Decimal(date.fromisoformat(text).toordinal())
    except ValueError:
        return None
