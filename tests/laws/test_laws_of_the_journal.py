"""The laws of the journal, on as many worlds as LAWS_WORLDS says, and the books that must be found out by them.

A world that breaks a law is printed in its shortest form. To look at one again: LAWS_FIRST=its seed LAWS_WORLDS=1.
"""

from __future__ import annotations

import os

import controls
import pytest
import small_worlds
from books import Book
from laws import Trial
from verdicts import Verdict, breaks, verdict_on
from worlds import Scribe, World

FIRST, WORLDS = int(os.environ.get("LAWS_FIRST", "0")), int(os.environ.get("LAWS_WORLDS", "45"))


@pytest.fixture(scope="module")
def verdict() -> Verdict:
    return verdict_on(Scribe(seed).world() for seed in range(FIRST, FIRST + WORLDS))


def test_books_that_hold_the_same_lines_say_the_same(verdict: Verdict) -> None:
    assert verdict("same") == ""


def test_once_everything_has_travelled_nobody_disagrees_about_what_both_may_read(verdict: Verdict) -> None:
    assert verdict("agreed") == ""


def test_nothing_committed_is_unreachable_but_by_erasure(verdict: Verdict) -> None:
    assert verdict("reachable") == ""


def test_nothing_that_was_seen_and_replaced_returns(verdict: Verdict) -> None:
    assert verdict("replaced") == ""


def test_nobody_is_shown_a_quarrel_that_never_was(verdict: Verdict) -> None:
    assert verdict("quarrel") == ""


def test_no_id_of_a_stream_or_scope_that_a_reader_may_not_read_is_in_her_bundles(verdict: Verdict) -> None:
    assert verdict("foreign") == ""


def test_an_erased_word_is_in_no_book_and_no_new_bundle_and_no_later_backup(verdict: Verdict) -> None:
    assert verdict("erased") == ""


def test_nobody_is_heard_who_may_not_write_there_or_was_locked_out_and_everybody_else_is(verdict: Verdict) -> None:
    assert verdict("heard") == ""


def test_nothing_is_sent_again_that_its_reader_has_said_she_holds(verdict: Verdict) -> None:
    assert verdict("again") == ""


def test_an_undo_brings_back_what_the_undone_line_stood_in_the_place_of(verdict: Verdict) -> None:
    assert verdict("undone") == ""


@pytest.mark.in_turns(6)
@pytest.mark.parametrize(
    ("wrong", "law"),
    [
        (controls.TheLastToArriveIsShown, "same"),
        (controls.LatestClockWins, "replaced"),
        (controls.LatestClockWins, "reachable"),
        (controls.WholeViewIsNamed, "quarrel"),
        (controls.OldIdIsReused, "agreed"),
        (controls.HighestNumberIsEnough, "agreed"),
        (controls.ErasureIsRevocable, "erased"),
        (controls.ReceiptsNameEverything, "foreign"),
        (controls.OnlyTheLaptopIsLockedOut, "heard"),
        (controls.AnybodyIsHeard, "heard"),
        (controls.OnlyTheLaptopIsEnrolled, "heard"),
        (controls.AFounderStaysForEver, "heard"),
        (controls.TheFirstWordsAreLost, "heard"),
        (controls.StrangersAreDropped, "agreed"),
        (controls.AKeyAcknowledges, "agreed"),
        (controls.TheLastReceiptStands, "again"),
        (controls.ANumberAcknowledges, "agreed"),
        (controls.ATwinIsNotNoticed, "heard"),
    ],
)
def test_a_book_that_means_it_wrongly_is_found_out_within_three_hundred_worlds(wrong: type[Book], law: str) -> None:
    assert any(breaks(Scribe(seed).world(), law, wrong) for seed in range(300))


@pytest.mark.parametrize(
    ("world", "wrong", "law"),
    [
        (small_worlds.A_PRIVATE_NOTE_MOVES_TWICE, controls.HearsayIsForgotten, "quarrel"),
        (small_worlds.AN_EDIT_MEETS_A_HAND_OVER, controls.RestatementsAreOpinions, "quarrel"),
        (small_worlds.A_QUARREL_IS_HANDED_OVER, controls.OnlyTheShownMoves, "quarrel"),
        (small_worlds.THE_MIDDLE_OF_THREE_IS_MISSING, controls.NothingIsAwaited, "quarrel"),
        (small_worlds.THE_MIDDLE_OF_THREE_IS_LOST, controls.WhatIsUnsureIsSilent, "reachable"),
        (small_worlds.ONE_WITHDRAWS_AND_ONE_REINSTATES, controls.WithdrawalWins, "reachable"),
        (small_worlds.WITHDRAWN_AND_THEN_REVOKED, controls.OnlyTheNamedIsWithdrawn, "replaced"),
        (small_worlds.AN_ERASURE_IS_LOST, controls.BlanksAreBelieved, "erased"),
        (small_worlds.A_PRIVATE_NOTE_STAYS_BEHIND, controls.WhatStayedBehindIsLate, "quarrel"),
        (small_worlds.AN_EDIT_MEETS_A_HAND_OVER, controls.NothingIsLate, "reachable"),
        (small_worlds.AN_UNDO_AFTER_A_HAND_OVER, controls.UndoGoesByTheClock, "undone"),
        (small_worlds.A_SETTLEMENT_IS_TAKEN_BACK, controls.UndoPicksASide, "undone"),
        (small_worlds.A_BOOK_IS_RESTORED, controls.AKeyAcknowledges, "agreed"),
        (small_worlds.A_RECEIPT_IS_LATE, controls.TheLastReceiptStands, "again"),
        (small_worlds.A_THIEF_GOES_BACK_TO_A_BACKUP, controls.OnlyTheLaptopIsLockedOut, "heard"),
        (small_worlds.A_THIEF_SIGNS_ANOTHER_FIRST_LINE, controls.ALockOutNamesANumber, "heard"),
        (small_worlds.A_VICTIM_KEEPS_HER_NOTES, controls.PrivateNotesGoToo, "heard"),
        (small_worlds.A_STRANGER_WRITES, controls.AnybodyIsHeard, "heard"),
        (small_worlds.A_STRANGER_WRITES, controls.StrangersAreDropped, "agreed"),
        (small_worlds.A_STRANGER_IS_WELCOMED, controls.TheFirstWordsAreLost, "heard"),
        (small_worlds.A_SUPERVISOR_LEAVES, controls.HerTimeIsForgotten, "heard"),
        (small_worlds.A_SUPERVISOR_LEAVES, controls.SheGoesOn, "heard"),
        (small_worlds.A_WRITER_RESTORES_HER_BOOK, controls.OnlyTheLaptopIsEnrolled, "heard"),
    ],
)
def test_the_smallest_world_in_which_a_law_was_broken_is_good_now(world: World, wrong: type[Book], law: str) -> None:
    assert breaks(world, law, wrong)
    assert Trial(world).complaints == []
