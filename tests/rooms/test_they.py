"""Nothing that a person reads guesses whether somebody is a woman or a man."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import caregiver_desk
from caregiver_desk.practice.spoken import words
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, StressorCode

GUESSES = re.compile(r"\b(she|her|hers|herself|he|his|him|himself)\b", re.IGNORECASE)
VERSIONED = (StressorCode, FollowUpCode)  # as their list says them, version by version
SAYS = frozenset({"say", "later", "count", "act", "Shown"})


def said_in(path: Path) -> Iterator[str]:
    """The words in a module that are said to somebody."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in SAYS:
            yield from (each.value for each in ast.walk(call) if isinstance(each, ast.Constant) if is_text(each.value))


def is_text(value: object) -> bool:
    return isinstance(value, str)


def test_what_is_said_to_a_person_says_they():
    package = Path(caregiver_desk.__file__).parent
    said = [words for path in package.rglob("*.py") for words in said_in(path)]

    assert len(said) > 1_000
    assert [each for each in said if GUESSES.search(each)] == []


def test_a_code_is_read_without_a_guess_whatever_it_was_called_once():
    fields = (field for kind in KINDS.values() for field in kind.fields.values() if field.choices)
    codes: set[StrEnum] = {code for field in fields for code in field.choices or () if not isinstance(code, VERSIONED)}

    assert [read for each in codes if GUESSES.search(read := words(each))] == []
