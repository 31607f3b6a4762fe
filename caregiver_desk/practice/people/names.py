"""Names of people as they stand on paper: which part is the surname, and which names may be one name.

Two names are *the same* when their letters are, whatever the capitals, accents and signs. They are *alike* when they
sound so or have their parts exchanged: a reason to ask, never to decide, for two people may be called almost the same.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import NamedTuple

_PARTICLES = frozenset({"van", "von", "der", "den", "de", "du", "da", "di", "la", "le", "ten", "ter", "dos"})
_CALLED = re.compile(r"\(([^()]+)\)|[\"“„]([^\"“”„]+)[\"”“]")
_HEARD = str.maketrans("cqgzxvbd", "kkkssfpt", "aeiouyhw")
_CLOSE = 0.75


class Name(NamedTuple):
    given: str
    surname: str
    known_as: str = ""


def split(written: str, *, surname_first: bool = False) -> Name:
    """`Ndaba, Sibongile`, `Sibongile Ndaba` or `Maria (Mimi) van der Merwe` as the parts of a name."""
    called = _CALLED.search(written)
    known_as = (called[1] or called[2]).strip() if called else ""
    plain = " ".join(_CALLED.sub(" ", written).split())
    before, comma, after = plain.partition(",")
    if comma:
        return Name(after.strip(), before.strip(), known_as)
    words = plain.split()
    if surname_first:
        length = _surname_length(words)
        return Name(" ".join(words[length:]), " ".join(words[:length]), known_as)
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return Name(plain, "", known_as) if start < 1 else Name(" ".join(words[:start]), " ".join(words[start:]), known_as)


def _surname_length(words: list[str]) -> int:
    return 1 + next((place for place, word in enumerate(words) if word.casefold() not in _PARTICLES), 0)


def initials(name: str) -> str:
    """The first letters of the first name and the last."""
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)).upper()


def folded(text: str) -> str:
    """Letters and digits only, without capitals and accents, words one space apart."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", plain.casefold()))


def sound(text: str) -> str:
    """What is left of a name when it is only heard: names that are alike have one sound."""
    return " ".join(sorted(_heard(word) for word in folded(text).split()))


def _heard(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word.translate(_HEARD)) or word[:1]


def alike(one: str, other: str) -> bool:
    """Whether two names of one sound are also written closely."""
    first, second = (" ".join(sorted(folded(name).split())) for name in (one, other))
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio() >= _CLOSE
