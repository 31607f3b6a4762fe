"""Whether words name somebody: as somebody who is let in, or as somebody who may be meant.

Context. Names are typed by hand, and two people may share one or two of them. Who is let in by a name must be the one
who bears it; who may be meant by a complaint must not be the one who decides about it.

Decision. Two questions, and each errs to its own safe side. *Called* is whoever bears all the names that were written,
and no others. *Meant* may be whoever bears one of them, unless another name beside it says that somebody else is.
Titles, and what people are to each other, are no names.
"""

from __future__ import annotations

import re

from caregiver_desk.wording import fold

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sr", "prof", "rev", "pastor", "nurse", "madam", "sir"})
_KIN = frozenset({"mama", "ma", "mme", "ntate", "gogo", "tata", "bhuti", "sisi", "sister", "brother", "aunt", "auntie"})
_AT_WORK = frozenset({"supervisor", "manager", "coordinator", "boss", "leader", "lead", "chief"})
_NO_NAMES = _TITLES | _KIN | _AT_WORK | {"my", "our", "your", "the", "her", "his", "their", "this", "uncle"}


def names_in(words: str) -> list[str]:
    """The words that may be names, as they were written."""
    return [each for each in re.findall(r"[^\W\d_]+", words) if fold(each) not in _NO_NAMES]


def is_whole_in(name: str, words: str) -> bool:
    """Whether all the names of somebody stand in these words."""
    hers = _folded(name)
    return bool(hers) and hers <= _folded(words)


def is_called(name: str, words: str) -> bool:
    """Whether these words are the whole name of somebody: nothing is left out, and no other name is added."""
    return is_whole_in(name, words) and is_whole_in(words, name)


def may_mean(name: str, words: str) -> bool:
    """Whether these words may mean somebody of this name: by all of it, or by a part beside which no other name stands.

    A name that is written small is told from no other word, so it is no other name.
    """
    hers, told = _folded(name), re.findall(r"[^\W\d_]+", words)
    shared = [place for place, each in enumerate(told) if fold(each) in hers]
    return bool(shared) and (hers <= {fold(each) for each in told} or not any(_others(told, hers, shared)))


def _others(told: list[str], hers: set[str], shared: list[int]) -> list[str]:
    """The names of somebody else that stand right beside one of theirs."""
    beside = {place + step for place in shared for step in (-1, 1)} - set(shared)
    near = [told[place] for place in sorted(beside) if 0 <= place < len(told)]
    return [each for each in near if each[:1].isupper() and fold(each) not in hers | _NO_NAMES]


def _folded(words: str) -> set[str]:
    return {fold(each) for each in names_in(words)}
