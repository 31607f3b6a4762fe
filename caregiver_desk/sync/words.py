"""Words for the ear: eight to compare two cards by voice, and a few for a passphrase that can be remembered.

`resources/words.txt` holds 2,048 words, so a word carries eleven bits. Eight of them carry 88 bits of a digest: nobody
can make a second card that sounds alike. They were chosen by theme for people who read them to each other, maybe in
their third language, over a bad line: short, concrete, friendly, at home in Southern Africa, no two alike even where
five vowels are heard, none that frightens, shames, sells or preaches.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Collection, Sequence
from functools import cache

from caregiver_desk.wording import RESOURCES

_BITS = 11
_SPOKEN = 8


@cache
def every_word() -> tuple[str, ...]:
    """All 2,048 words, sorted."""
    return tuple((RESOURCES / "words.txt").read_text(encoding="ascii").split())


def eight_words(data: bytes) -> tuple[str, ...]:
    """What two people read to each other: the first 88 bits of the SHA-256 of `data`."""
    digest = int.from_bytes(hashlib.sha256(data).digest()[: _BITS * _SPOKEN // 8])
    places = (digest >> _BITS * place for place in reversed(range(_SPOKEN)))
    return tuple(every_word()[place % (1 << _BITS)] for place in places)


def same_words(heard: str, words: Sequence[str]) -> bool:
    """Whether these are the words that were heard. Commas, full stops and capitals are nobody's difference."""
    return re.findall(r"\w+", heard.lower()) == list(words)


def propose_sign(taken: Collection[str] = ()) -> str:
    """A random word by which a book may be known, and not one of those that are taken."""
    free = [word for word in every_word() if word not in taken]
    return secrets.choice(free)


def propose_passphrase(words: int = 5) -> str:
    """So many random words, with spaces between. Five of them are one of 36 thousand million million."""
    return " ".join(secrets.choice(every_word()) for _ in range(words))
