"""What the words of a value mean in a question: a day, a choice as the desk says it, yes or no, something or nothing.

Words that can mean no value of a field are refused when the exercise is read, for a question that never holds looks
like a learner who never gets there.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from caregiver_desk import clock
from caregiver_desk.practice import spoken
from caregiver_desk.records.record import Field
from caregiver_desk.wording import fold, say

ANY = frozenset({"something", "nothing"})
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}


@lru_cache(maxsize=4096)  # asked of every kind and field for each question
def plain(words: str) -> str:
    """Words as they are compared: capitals, accents, commas, colons and the shape of an apostrophe do not matter."""
    return fold(words.replace(",", "").replace(":", "").replace("’", "'"))


def day(words: str) -> date:
    """A day by its word: of this week, of the days around today, or as a date. Raises ValueError."""
    meant, today = fold(words), clock.today()
    if meant in _WEEKDAYS:
        return today + timedelta(_WEEKDAYS.index(meant) - today.weekday())
    return today + timedelta(_DAYS[meant]) if meant in _DAYS else date.fromisoformat(words)


def is_one(field: Field, value: Any, words: str) -> bool:
    """Whether one stored value of a field, which refers to no other record, is what these words mean."""
    if field.base is date:
        return as_day(value) == day(words)
    if field.base is bool:
        return bool(value) is (fold(words) == "yes")
    if field.base is int:
        return str(value) == words
    if field.choices:
        return plain(words) in _said(field, str(value))
    return fold(words) in fold(str(value))


def _said(field: Field, code: str) -> set[str]:
    """How a choice may be called: by its value, and as a person reads it."""
    told = spoken.value(field, frozenset({code}) if field.many else code, {})
    return {plain(code), plain(told)}


def what_is_wrong(field: Field, words: str, *, ordered: bool) -> str:
    """Why these words mean no value of this field; empty where they do."""
    if fold(words) in ANY and not ordered:
        return ""
    if field.base is date:
        return "" if _is_day(words) else say("“{words}” is no day", words=words)
    if ordered:
        return say("only a day is since or by another; {field} is none", field=say(field.label))
    if field.base is int:
        return "" if words.isdecimal() else say("“{words}” is no figure", words=words)
    known = _choices(field)
    if known and plain(words) not in set().union(*known.values()):
        told = ", ".join(known)
        return say("{field} is never “{words}”. Known: {known}", field=say(field.label), words=words, known=told)
    return ""


def _choices(field: Field) -> dict[str, set[str]]:
    """What a field can be, in the words of the desk, and how else each may be called; empty where words are free."""
    if field.base is bool:
        return {each: {each} for each in ("yes", "no")}
    return {plain(spoken.words(each)): _said(field, str(each)) for each in field.choices or ()}


def _is_day(words: str) -> bool:
    try:
        day(words)
    except ValueError:
        return False
    return True


def excludes(field: Field, one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether no single value is both: two choices, two days, two figures; free words and names may be."""
    if field.many or field.shown.refers or not (field.choices or field.base in (date, bool, int)):
        return False
    return one[0] == other[0] == "is" and one[1] != other[1] and "something" not in (fold(one[1]), fold(other[1]))


def as_day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
