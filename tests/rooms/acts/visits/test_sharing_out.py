"""Many homes are shared out at once, each to whom it fits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from homes import asked, assigned, household, unasked

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.visits.households import standing
from caregiver_desk.errors import NotCleared, NotFilledIn, NotUnderstood
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def on_list(book: Book, caregiver: str) -> list[str]:
    return sorted(str(each["household"]) for each in standing(book, caregiver, clock.today()))


@pytest.fixture
def shared(book: Book) -> tuple[str, str, str, list[str]]:
    """Somebody with six homes, and two beside her who have none."""
    rofhiwa, johanna, kgomotso = (asked(book, name) for name in ("Rofhiwa", "Johanna", "Kgomotso"))
    houses = [household(book, f"HH-{number:03}") for number in range(1, 7)]
    for house in houses:
        assigned(book, rofhiwa, house, since=clock.today() - timedelta(90))
    return rofhiwa, johanna, kgomotso, houses


def test_homes_go_to_several_by_one_act_and_one_undo_takes_it_back(book: Book, shared: tuple[str, str, str, list[str]]):
    rofhiwa, johanna, kgomotso, houses = shared
    moves = [{"household": each, "caregiver": johanna} for each in houses[:2]]
    moves += [
        {"household": houses[2], "caregiver": kgomotso, "handover": "The dog bites.", "joint_visit": "2026-03-09"}
    ]

    told = ACTS["share_out_anew"](book, moves=moves, handover="Ring first.", joint_visit="2026-03-05")

    assert told.sentence == "2 homes are Johanna’s now. 1 home is Kgomotso’s now."
    assert [on_list(book, each) for each in (rofhiwa, johanna, kgomotso)] == [
        sorted(houses[3:]), sorted(houses[:2]), [houses[2]],
    ]  # fmt: skip
    notes = {str(each["household"]): each for each in questions.listing(book, "assignment") if each["until"] is None}
    assert {notes[each]["handover"] for each in houses[:2]} == {"Ring first."}
    assert (notes[houses[2]]["handover"], notes[houses[2]]["joint_visit"]) == ("The dog bites.", "2026-03-09")
    assert sorted(notes[each]["short_number"] for each in houses[:3]) == [1, 1, 2]
    ended = [each["ended"] for each in questions.listing(book, "assignment") if each["until"]]
    assert ended == ["handed over"] * 3
    ACTS["undo"](book)
    assert on_list(book, rofhiwa) == sorted(houses)


def test_a_home_that_waits_for_somebody_is_shared_out_as_others_are(
    book: Book, shared: tuple[str, str, str, list[str]]
):
    rofhiwa, johanna, _, houses = shared
    ACTS["caregiver_leaves"](book, caregiver=rofhiwa, state="deceased")

    ACTS["share_out_anew"](book, moves=[{"household": each, "caregiver": johanna} for each in houses])

    assert on_list(book, johanna) == sorted(houses)


def test_whom_a_home_may_not_be_given_is_refused_before_anything_is_changed(
    book: Book, shared: tuple[str, str, str, list[str]]
):
    rofhiwa, johanna, _, houses = shared
    moves = [{"household": houses[0], "caregiver": johanna}]

    for wrong, error in (
        ([], NotFilledIn),
        ([*moves, {"household": houses[1], "caregiver": unasked(book, "Nobody")}], NotCleared),
        ([*moves, {"household": houses[0], "caregiver": rofhiwa}], NotUnderstood),
        ([*moves, {"household": houses[1]}], NotFilledIn),
    ):
        with pytest.raises(error):
            ACTS["share_out_anew"](book, moves=wrong)
        assert on_list(book, rofhiwa) == sorted(houses)


def test_more_homes_than_were_arranged_for_now_is_said_and_done(book: Book, shared: tuple[str, str, str, list[str]]):
    _, johanna, _, houses = shared
    ACTS["open_plan"](book, caregiver=johanna, opened=clock.today(), agreed="yes")
    ACTS["arrange_part"](book, caregiver=johanna, response="fewer homes for a while", homes=1, until="2099-03-02")

    told = ACTS["share_out_anew"](book, moves=[{"household": each, "caregiver": johanna} for each in houses[:2]])

    assert told.sentence == ("2 homes are Johanna’s now. Johanna then has 2 homes; at most 1 was arranged for now.")
    assert on_list(book, johanna) == sorted(houses[:2])
