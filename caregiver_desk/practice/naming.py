"""How somebody is named in what is written, however it is written: what masks a name and what refuses one use this.

A name is its words in their order, whatever stands between them or nothing at all: Blue Gate is Bluegate, and HH-031 is
hh 31. A phone number is its last nine digits: 082 555 0101 is +27 82 555 0101.
"""

from __future__ import annotations

import re

from caregiver_desk.wording import fold

WORD = re.compile(r"[^\W_]+")
PHONE = re.compile(r"\+?\d(?:[ /-]?\d){8,14}")
SHORTEST = 2  # letters; an initial alone names nobody
_PART = re.compile(r"[^\W\d_]+|\d+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\W_]+(?=\d)")


def words_of(*names: str) -> list[str]:
    """The words of these names that may name somebody, as words are compared."""
    return [fold(word) for name in names for word in WORD.findall(name) if len(word) >= SHORTEST]


def digits(number: str) -> str:
    """What tells one phone number from another, at home and abroad."""
    return re.sub(r"\D", "", number)[-9:]


def however_written(name: str) -> re.Pattern[str]:
    """What finds this name in words, however its parts are set apart."""
    between = r"[\W_]*".join(map(_part, _PART.findall(name)))
    return re.compile(rf"(?<![^\W_]){between}(?![^\W_])", re.IGNORECASE)


def _part(text: str) -> str:
    return f"0*{text.lstrip('0')}" if text.isdigit() else re.escape(text)


def stands_in(name: str, words: str) -> bool:
    """Whether somebody of this name, or something so called, is named in these words."""
    parts = "".join(_PART.findall(name))
    return len(parts) >= SHORTEST and however_written(fold(name)).search(fold(words)) is not None


def is_dialled(number: str, words: str) -> bool:
    """Whether a phone number stands in these words."""
    wanted = digits(number)
    return bool(wanted) and wanted in _BETWEEN_DIGITS.sub("", words)
