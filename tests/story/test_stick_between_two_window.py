"""The stick between two laptops: pulled out at the wrong moment, lost, found and late, nothing is lost with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from driver import Answers
from printed import pages_of
from two_laptops import ALL, LEFT, RIGHT, Carrying, Hall, agree, carry, carry_over, differ, language

from caregiver_desk.store.drive import Step
from caregiver_desk.trainer.stick import OPENING, WRITING, Where

LOOKED_AT, TAKEN_IN = "looked at", "taken in"


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("step", WRITING)
def test_pulled_out_while_a_bundle_is_written_the_next_one_brings_it_all(hall: Hall, step: Step):
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    hall.stick.comes_out_at = step
    carrying.write()

    assert "Nothing in the book is lost: put it in again" in hall.left.message()
    assert (hall.stick.where, language(hall.left)) == (Where.TABLE, "Sepedi")
    carry(hall, LEFT, RIGHT)
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("step", OPENING)
@pytest.mark.parametrize("when", [LOOKED_AT, TAKEN_IN])
def test_pulled_out_while_a_bundle_is_opened_it_opens_later(hall: Hall, when: str, step: Step):
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.write()
    if when == LOOKED_AT:
        hall.stick.comes_out_at = step
    carrying.look()
    if when == TAKEN_IN:
        hall.stick.comes_out_at = step
        carrying.take_in()

    assert "Nothing was changed. Look whether the stick is in" in hall.right.message()
    assert (hall.stick.where, language(hall.right)) == (Where.TABLE, "Xitsonga")
    carrying.close()
    carry_over(carrying)
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


@pytest.mark.in_turns(3)
def test_pulled_out_while_a_place_is_chosen_it_says_where_the_stick_is_and_goes_on_with_it(hall: Hall):
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.choose_where()
    assert "The stick is in this laptop. 0 bundles lie on it." in hall.left.message()

    hall.stick.pull_out()
    assert "There is no stick in this laptop: it lies on the table." in hall.left.rest().message()
    assert "The stick" not in hall.left.buttons()
    hall.stick.put_in(RIGHT)
    assert "The stick is in the other laptop." in hall.left.rest().message()
    hall.stick.lose()
    assert "What it carried is still in the book that made it." in hall.left.rest().message()
    hall.stick.put_in(LEFT)
    hall.left.rest().press("The stick")

    assert len(hall.stick.bundles()) == 1


def test_pulled_out_between_looking_and_taking_in_nothing_is_lost(hall: Hall):
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.write()
    carrying.look()
    hall.stick.pull_out()
    carrying.take_in()

    assert "Nothing was changed. Look whether the stick is in" in hall.right.message()
    carrying.close()
    carry_over(carrying)
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


def test_pulled_out_before_the_receipt_what_was_taken_in_stays(hall: Hall):
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.write()
    carrying.look()
    carrying.take_in()
    hall.stick.pull_out()
    hall.right.press("Put receipts on the stick")

    assert "Nothing in the book is lost: put it in again" in hall.right.message()
    assert hall.ticks == (True, True, False, False, False, False)
    hall.stick.put_in(RIGHT)
    hall.right.press("Put receipts on the stick")
    assert len(hall.stick.bundles()) == 2
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


def test_a_lost_stick_takes_nothing_along_that_another_would_not_bring(hall: Hall):
    differ(hall)
    Carrying(hall, (LEFT, RIGHT)).write()
    hall.press_in_bar("Lose it")
    assert "Lost." in hall.bar_says()
    hall.press_in_bar("Take another one")
    assert "Empty" in hall.bar_says()

    carry(hall, LEFT, RIGHT)
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


def test_the_stick_goes_where_its_chip_says_and_one_that_was_lost_is_found_with_all_that_was_on_it(hall: Hall):
    Carrying(hall, (LEFT, RIGHT)).write()
    assert "1 bundle on it" in hall.bar_says()
    for words, place in (("Fhatuwani’s laptop", RIGHT), ("On the table", Where.TABLE), ("Nomvula’s laptop", LEFT)):
        hall.press_in_bar(words)
        assert hall.stick.where == place
        assert len(hall.stick.bundles()) == 1

    hall.press_in_bar("Lose it")
    assert hall.stick.bundles() == []
    hall.press_in_bar("Find it")
    assert (hall.stick.where, len(hall.stick.bundles())) == (Where.TABLE, 1)
    assert "1 bundle on it" in hall.bar_says()


def test_when_the_stick_comes_out_is_chosen_from_a_list_and_it_says_that_it_did(hall: Hall):
    differ(hall)
    hall.choose_moment("Comes out in the middle of copying")
    assert hall.stick.comes_out_at == Step.WRITTEN
    Carrying(hall, (LEFT, RIGHT)).write()

    assert hall.stick.where == Where.TABLE
    assert "It came out." in hall.bar_says()
    assert "Nothing in the book is lost: put it in again" in hall.left.message()
    hall.choose_moment("Comes out as a bundle is opened")
    assert "Empty" in hall.bar_says()
    hall.choose_moment("Comes out by hand")
    assert hall.stick.comes_out_at is None


def test_a_stick_that_comes_late_says_nothing_new_and_changes_nothing(hall: Hall):
    differ(hall)
    Carrying(hall, (LEFT, RIGHT)).write()
    hall.press_in_bar("Into a pocket")
    assert hall.stick.bundles() == []
    carry(hall, LEFT, RIGHT)
    agree(hall)
    before = language(hall.right)
    hall.press_in_bar("Out of the pocket")
    late = Carrying(hall, (LEFT, RIGHT))
    late.look()
    assert "1 bundle · 0 new, 0 changed, " in hall.right.message()
    late.take_in()

    assert " · nothing new" in hall.right.message()
    assert (hall.ticks, language(hall.left), language(hall.right)) == (ALL, before, before)


def test_what_was_taken_in_from_a_stick_says_on_paper_that_it_is_made_up(hall: Hall, tmp_path: Path):
    answers = Answers()
    answers.file = tmp_path / "printed.pdf"
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.write()
    carrying.look()
    carrying.take_in()
    hall.right.window.hands.dialogs = answers
    hall.right.press("Print the report")

    pages = pages_of(answers.file)
    assert pages
    assert all("FICTIONAL" in page for page in pages)
