"""Worlds in which people move, through real encrypted books and real bundles, beside the model (see test_real_books).

`LAWS_REAL_MOVING=300` plays more of them. Each rule of the program that they are to prove is taken out once, in the
smallest world that needs it: then the books and the model must disagree.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import small_worlds
from test_real_books import trouble
from worlds import PEOPLE_MOVE, Scribe

from caregiver_desk.acts.people import handing_over
from caregiver_desk.records.sharing import sameness
from caregiver_desk.records.sharing.sameness import Joined, Verdict
from caregiver_desk.records.sharing.standing import Standing
from caregiver_desk.store import hearing, heeding
from caregiver_desk.sync.opener import Opener

WORLDS = int(os.environ.get("LAWS_REAL_MOVING", "2"))
FIRST = int(os.environ.get("LAWS_FIRST_WORLD", "1"))
LESSONS = (25, 41)  # worlds that once told the model and the books apart


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("seed", sorted({*LESSONS, *range(FIRST, FIRST + WORLDS)}))
def test_real_books_say_what_the_model_says_whoever_moves(seed: int, home: Path, opener: Opener):
    found = next(trouble(Scribe(seed, PEOPLE_MOVE).world(), home, opener), None)

    assert found is None, f"world {seed}: {found}"


def nobody_is_joined(*_: Any) -> Joined:
    return Joined()


def rows_are_left() -> Any:
    return patch.object(heeding, "_regrouped", lambda *_: set())


def same_wins() -> Any:
    said = sameness._said

    def whoever_says_it(*told: Any) -> Verdict | None:
        found = said(*told)
        return Verdict.SAME if found == Verdict.AT_ODDS else found

    return patch.object(sameness, "_said", whoever_says_it)


def chains_are_not_doubted(*doubts: Verdict) -> Any:
    verdicts = sameness._verdicts
    return patch.object(
        sameness, "_verdicts", lambda *told: ((two, said) for two, said in verdicts(*told) if said not in doubts)
    )


def all_is_the_face_s() -> Any:
    restated = handing_over._restated

    def of_the_face(its: Any, leaf: Any, scope: str) -> Iterator[Any]:
        yield from (posting_of(leaf.id, change) for change in restated(its, leaf, scope))

    return patch.object(handing_over, "_restated", of_the_face)


def posting_of(record: str, change: Any) -> Any:
    return type(change)(change.kind, record, change.scope, change.fields, restates=change.restates)


@contextmanager
def nobody_is_out() -> Iterator[None]:
    with patch.object(Standing, "limit", lambda *_: inf):
        yield


TAKEN_OUT = {
    "what is said of two joins them": (
        small_worlds.ONE_WAS_ENTERED_TWICE,
        lambda: patch.object(hearing, "joined", nobody_is_joined),
    ),
    "rows follow what stands together": (small_worlds.ONE_WAS_ENTERED_TWICE, rows_are_left),
    "two who disagree join nothing": (small_worlds.ONE_SAYS_SAME_AND_ONE_SAYS_NOT, same_wins),
    "a chain joins nobody who is another": (
        small_worlds.A_CHAIN_LEADS_TO_ONE_WHO_IS_ANOTHER,
        lambda: chains_are_not_doubted(Verdict.NOT_SAME),
    ),
    "a chain joins nobody of whom two disagree": (
        small_worlds.A_CHAIN_LEADS_TO_ONE_OF_WHOM_TWO_DISAGREE,
        lambda: chains_are_not_doubted(Verdict.AT_ODDS),
    ),
    "only who may write of both speaks of them": (
        small_worlds.A_STRANGER_SAYS_THEY_ARE_ONE,
        lambda: patch.object(sameness, "_may_speak", lambda *_: True),
    ),
    "what moves is said again of its own record": (
        small_worlds.THEY_MOVE_TOGETHER_AND_ARE_PARTED_THERE,
        all_is_the_face_s,
    ),
    "what stands with a record moves with it": (
        small_worlds.THEY_MOVE_TOGETHER_AND_ARE_PARTED_THERE,
        lambda: patch.object(handing_over, "_of_one", lambda _, leaf: (leaf.id,)),
    ),
    "where a record lived in between counts": (
        small_worlds.ONE_RECORD_IS_HANDED_TO_TWO_PLACES,
        lambda: patch.object(Standing, "lived_in", Standing.lives_in),
    ),
    "who is locked out is heard no more": (small_worlds.A_LAPTOP_IS_REPLACED, nobody_is_out),
    "what nobody heard is not replaced": (
        small_worlds.A_WORD_THAT_NOBODY_HEARD_IS_HEARD_AGAIN,
        lambda: patch.object(hearing, "HOLDING", ("",)),
    ),
}


@pytest.mark.parametrize("rule", TAKEN_OUT)
def test_a_rule_that_is_taken_out_of_the_program_is_missed(rule: str, home: Path, opener: Opener):
    """With the rule in it all is well: every smallest world is played in test_real_books."""
    world, without = TAKEN_OUT[rule]

    with without(), pytest.raises(AssertionError):
        assert next(trouble(world, home, opener), None) is None


def test_what_was_withdrawn_as_one_waits_for_nothing_once_it_is_parted(home: Path, opener: Opener):
    """The withdrawal saw lines of both. They are here, but no longer among those of the one that was edited since."""
    world = small_worlds.world(
        {"L1": "S0", "L2": "S0"},
        small_worlds.create("L1", colour="red"),
        small_worlds.another("L1", "r2", colour="blue"),
        small_worlds.send("L1", "L2"),
        small_worlds.edit("L2", "colour", "green"),
        small_worlds.same("L1"),
        small_worlds.do("withdraw", "L1", pick=0),
        small_worlds.do("part", "L1", pick=0),
    )

    found = next(trouble(world, home, opener), None)

    assert found is None, found
