"""The words that a site uses for the things of this practice, beside those that are shipped.

Context. What weighs on somebody, what can be offered, and what is looked at on a visit together are called otherwise
from place to place. Such words are shown in every list, form and paper, far from any book, as a language is.

Decision. As with a language there is one set in force, said by whoever shows a book: the desk when its window opens,
the command line for one command. What is *written* never hangs on it: an act asks its own book which version it writes
in. A version is named by its words, so two laptops that say the same speak of one version, and one that was never seen
here reads in the shipped words. Before its digest a name may hold the shipped version that it stands upon, which says
what the site does not; of the first one that is left out.

Consequences. A program that shows two books at once would have to say whose words it speaks; this one shows one.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

LONGEST = 140  # letters of what one thing is called
_LETTERS = 8  # of a digest, enough to tell versions of one site apart
_OURS = re.compile(rf"(?:(.+)\.)?([0-9a-f]{{{_LETTERS}}})")

Words = Mapping[str, str]  # by code


class Spoken(NamedTuple):
    """The words of a site: the version of each list that is in force, and every version here, by its digest."""

    current: Mapping[str, str] = {}
    versions: Mapping[str, Words] = {}

    def of(self, catalogue: str) -> Words:
        return self.versions.get(ours_of(self.current.get(catalogue, "")), {})

    def version(self, catalogue: str, base: str) -> str:
        """The version in which a record is written now: the words of the site, upon what is shipped."""
        ours = ours_of(self.current.get(catalogue, "")) if self.of(catalogue) else ""
        return ".".join(filter(None, (base, ours)))


_in_force = Spoken()


def speak(spoken: Spoken) -> bool:
    """Show these words from now on; whether they are others than before."""
    global _in_force
    before, _in_force = _in_force, spoken
    return spoken != before


def called(catalogue: str, code: str) -> str:
    """What the site calls it; empty where it says nothing."""
    return _in_force.of(catalogue).get(code, "")


def called_in(version: str, code: str) -> str:
    """What it was called in this version; empty where that says nothing, or was never seen here."""
    return said_in(version).get(code, "")


def said_in(version: str) -> Words:
    """The words of a version, as far as the site said them; none of one that is not known here."""
    return _in_force.versions.get(ours_of(version), {})


def current(catalogue: str, base: str) -> str:
    """The version that is in force here, upon this one of those that are shipped."""
    return _in_force.version(catalogue, base)


def ours_of(version: str) -> str:
    """The part of a version by which the words of a site are found; empty where it has none of its own."""
    found = _OURS.fullmatch(version)
    return found[2] if found else ""


def base_of(version: str) -> str:
    """The shipped version that it stands upon; empty for the first."""
    found = _OURS.fullmatch(version)
    return (found[1] or "") if found else version


def written(words: Words) -> str:
    """As a record keeps them: a line each, its code and its words."""
    lines = [f"{code} = {json.dumps(said, ensure_ascii=False)}" for code, said in sorted(words.items())]
    return "\n".join(lines or ["# as shipped"])


def read(text: str) -> dict[str, str]:
    """The words that a record keeps. What is not written as we write it says nothing."""
    try:
        told: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}
    return {code: said for code, said in told.items() if isinstance(said, str) and 0 < len(said) <= LONGEST}


def version_of(words: Words, base: str = "") -> str:
    """What a version is called: after its words, and the shipped version that it stands upon."""
    digest = hashlib.sha256(written(words).encode()).hexdigest()[:_LETTERS]
    return f"{base}.{digest}" if base else digest
