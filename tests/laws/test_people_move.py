"""The laws once more, in worlds where people are entered twice, change teams and leave, and laptops are stolen.

`LAWS_MOVING` says how many worlds; one that breaks a law is printed in its shortest form, and `LAWS_FIRST=its seed
LAWS_MOVING=1` looks at it again. Beside the laws of the journal: who is of one stands together, who is doubted alone,
and each keeps its own. Whoever means one of these wrongly must be found out.
"""

from __future__ import annotations

import os

import controls
import pytest
import small_worlds
from books import Book
from laws import LAWS, Trial
from verdicts import Verdict, breaks, verdict_on
from worlds import PEOPLE_MOVE, Scribe, World

FIRST, WORLDS = int(os.environ.get("LAWS_FIRST", "0")), int(os.environ.get("LAWS_MOVING", "20"))


@pytest.fixture(scope="module")
def verdict() -> Verdict:
    return verdict_on(Scribe(seed, PEOPLE_MOVE).world() for seed in range(FIRST, FIRST + WORLDS))


@pytest.mark.parametrize("law", LAWS)
def test_whoever_moves_or_is_entered_twice_every_law_holds(law: str, verdict: Verdict) -> None:
    assert verdict(law) == ""


@pytest.mark.parametrize(
    ("world", "wrong", "law"),
    [
        (small_worlds.ONE_WAS_ENTERED_TWICE, controls.NobodyIsJoined, "joined"),
        (small_worlds.ONE_WAS_ENTERED_TWICE, controls.OnlyTheFaceIsTold, "joined"),
        (small_worlds.ONE_SAYS_SAME_AND_ONE_SAYS_NOT, controls.SameWins, "joined"),
        (small_worlds.A_CHAIN_LEADS_TO_ONE_WHO_IS_ANOTHER, controls.AChainJoinsThemAll, "joined"),
        (small_worlds.A_CHAIN_LEADS_TO_ONE_OF_WHOM_TWO_DISAGREE, controls.AChainJoinsThemAll, "joined"),
        (small_worlds.A_STRANGER_SAYS_THEY_ARE_ONE, controls.AnybodyJoins, "joined"),
        (small_worlds.THEY_MOVE_TOGETHER_AND_ARE_PARTED_THERE, controls.WhatMovesIsTheFaces, "own"),
        (small_worlds.A_SETTLEMENT_OF_TWO_THAT_ARE_ONE_IS_TAKEN_BACK, controls.UndoGoesToTheFace, "own"),
        (small_worlds.A_SETTLEMENT_OF_TWO_THAT_ARE_ONE_IS_TAKEN_BACK, controls.UndoPicksASide, "undone"),
        (small_worlds.ONE_TEAM_IS_HANDED_TO_TWO, controls.TheLastMoverWins, "heard"),
        (small_worlds.ONE_OF_TWO_MOVERS_IS_LOCKED_OUT, controls.HerTimeIsForgotten, "heard"),
        (small_worlds.ONE_RECORD_IS_HANDED_TO_TWO_PLACES, controls.OnlyTheLastHomeCounts, "heard"),
        (small_worlds.A_RIGHT_ENDS_AND_IS_GIVEN_AGAIN, controls.TheFirstWordsAreLost, "heard"),
        (small_worlds.A_LAPTOP_IS_REPLACED, controls.WhomTheStolenKeyLetInIsOut, "heard"),
        (small_worlds.A_LAPTOP_IS_REPLACED, controls.TheThiefWritesOn, "heard"),
    ],
)
def test_the_smallest_world_of_those_that_move_is_good_and_finds_out_who_means_it_wrongly(
    world: World, wrong: type[Book], law: str
) -> None:
    assert Trial(world).complaints == []
    assert breaks(world, law, wrong)


@pytest.mark.parametrize(
    ("wrong", "law"),
    [
        (controls.NobodyIsJoined, "joined"),
        (controls.WhatMovesIsTheFaces, "own"),
        (controls.TheLastMoverWins, "heard"),
        (controls.OnlyTheLastHomeCounts, "heard"),
        (controls.WhomTheStolenKeyLetInIsOut, "heard"),
    ],
)
def test_a_book_that_means_it_wrongly_is_found_out_by_chance_as_well(wrong: type[Book], law: str) -> None:
    assert any(breaks(Scribe(seed, PEOPLE_MOVE).world(), law, wrong) for seed in range(60))
