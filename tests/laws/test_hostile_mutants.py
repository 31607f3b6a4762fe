"""Thousands of altered bundles, drawn from a seed that is printed: none of them harms a book.

`LAWS_OUTER=95000 LAWS_INNER=5000` is the size before a release; `LAWS_FIRST` draws others. A failing mutant is named by
its number, and `hostile.mutants` draws it again from that alone.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable

import pytest
from hostile import mutants
from hostile.meeting import Before, Ended, Meeting, rows_of
from hostile.mutants import Mutant

OUTER, INNER = int(os.environ.get("LAWS_OUTER", "300")), int(os.environ.get("LAWS_INNER", "150"))
FIRST = int(os.environ.get("LAWS_FIRST", "0"))
Draw = Callable[[Meeting, random.Random], Mutant]


def found(
    met: Meeting, before: Before, honest: dict[str, Ended], draw: Draw, number: int, ends: Counter[str]
) -> list[str]:
    """What is wrong with how one mutant ends."""
    mutant = draw(met, random.Random(number))  # noqa: S311 -- a mutant must come again from its number
    ended = met.tried(mutant.sealed)
    ends[ended.code or "taken in"] += 1
    wrong = list(mutants.complaints(mutant, ended, before, honest[mutant.origin].state))
    if (
        not ended.code
        and mutant.sealed != met.seeds[mutant.origin]
        and not mutants.as_it_was_spelt(met.hand, mutant.sealed)
    ):
        wrong.append("taken in, though it is spelt otherwise than it is written")
    if rows_of(met.reader) != before.rows:
        wrong.append("the book is not what it was")
    return [f"mutant {number}: {each}" for each in wrong]


@pytest.mark.parametrize(("draw", "many"), [(mutants.outer, OUTER), (mutants.inner, INNER)], ids=["outer", "inner"])
def test_no_mutant_harms_a_book(draw: Draw, many: int, met: Meeting, before: Before, honest: dict[str, Ended]):
    ends = Counter[str]()

    wrong = [each for number in range(FIRST, FIRST + many) for each in found(met, before, honest, draw, number, ends)]

    print(f"seed {FIRST} to {FIRST + many - 1}: {dict(ends.most_common())}")  # noqa: T201 -- for who asks with -s
    assert wrong == []
