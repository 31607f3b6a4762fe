"""One hostile file: its name in words, how it is made, and how it must end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .hand import Inside
from .meeting import Before, Ended, Meeting

Make = Callable[[Meeting], bytes]
Alters = Callable[[Inside, Meeting], Inside]


@dataclass(frozen=True)
class Case:
    """What was done, and its end.

    With `refused` codes, one of these is said and the book is what it was. Otherwise it is taken in: then the book says
    what the honest bundle alone says (`honest`) or what it said before, and `says` besides, with `aside` lines at least
    that are named as set aside.
    """

    name: str
    make: Make
    refused: frozenset[str] = frozenset()
    honest: bool = True
    aside: int = 0
    says: Mapping[str, Any] = field(default_factory=dict)


def refused(name: str, make: Make, *codes: str) -> Case:
    return Case(name, make, frozenset(codes))


def later(met: Meeting) -> Inside:
    """The honest bundle that all inner cases begin with: three lines that the reader does not have yet."""
    return met.hand.inside_of(met.seeds["later"])


def altered(alter: Alters) -> Make:
    """Seal the honest bundle again with something else in it."""
    return lambda met: met.hand.sealed(alter(later(met), met))


def complaints(case: Case, ended: Ended, before: Before, honest: Ended) -> Iterable[str]:
    """What was promised of this case, and is not so."""
    if ended.unsound:
        yield f"the book is not sound: {ended.unsound}"
    if case.refused:
        yield from _of_refusal(case, ended, before)
    elif ended.code:
        yield f"refused ({ended.code}), though all that is wrong with it could be set aside"
    else:
        yield from _of_state(case, ended, honest.state if case.honest else before.state)
        if ended.aside < case.aside:
            yield f"{ended.aside} lines set aside, not {case.aside}"


def _of_refusal(case: Case, ended: Ended, before: Before) -> Iterable[str]:
    if ended.code not in case.refused:
        yield f"ended in “{ended.code or 'taken in'}”, not in {sorted(case.refused)}"
    if ended.state != before.state:
        yield "the book says something else than before"
    if ended.code and not is_one_clear_sentence(ended.sentence):
        yield f"not a clear sentence: {ended.sentence}"


def _of_state(case: Case, ended: Ended, expected: Mapping[tuple[str, str], Any]) -> Iterable[str]:
    more = {each: ended.state[each] for each in ended.state.keys() - expected.keys()}
    if any(ended.state.get(each) != row for each, row in expected.items()):
        yield "what it said before, or the honest part, is not what it was"
    said = [row["fields"] for row in more.values()]
    if said != ([dict(case.says)] if case.says else []):
        yield f"it says {said} besides"


def is_one_clear_sentence(sentence: str) -> bool:
    """Whether it says that nothing was changed, with every fact filled in, in few words."""
    return "othing was" in sentence and not set("{}<>\0") & set(sentence) and len(sentence) < 300
