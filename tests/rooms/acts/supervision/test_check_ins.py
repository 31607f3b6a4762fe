"""What a check-in keeps beside its words: what was said to weigh, new or spoken of before."""

from __future__ import annotations

from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NoSuchRecord, NotFilledIn, NotUnderstood, Problem, UnknownField
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book

DAY = "2026-03-02"


@pytest.fixture
def her(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile").record


def held(book: Book, caregiver: str, *weighs: dict[str, Any]) -> int:
    return ACTS["hold_check_in"](book, caregiver=caregiver, day=DAY, weighs=list(weighs)).undo


def weighing(book: Book) -> list[tuple[str, int, str, bool]]:
    leaves = questions.listing(book, "stressor")
    return sorted((min(each["codes"]), each["severity"], each["since"], each["acute"]) for each in leaves)


def test_what_is_new_is_a_stressor_from_that_day_and_acute_where_such_a_one_mostly_is(book: Book, her: str):
    held(book, her, {"code": "G1", "severity": 3}, {"code": "W3", "severity": 1})

    assert weighing(book) == [("G1", 3, DAY, True), ("W3", 1, DAY, False)]


def test_what_was_spoken_of_before_is_said_anew_and_not_doubled(book: Book, her: str):
    known = ACTS["record_burden"](book, caregiver=her, codes=["W3"], severity=1, since="2026-01-05").record

    held(book, her, {"stressor": known, "severity": 4})

    assert weighing(book) == [("W3", 4, "2026-01-05", False)]


def test_one_undo_takes_back_the_talk_and_all_that_was_said_at_it(book: Book, her: str):
    known = ACTS["record_burden"](book, caregiver=her, codes=["W3"], severity=1, since="2026-01-05").record
    save = held(book, her, {"stressor": known, "severity": 4}, {"code": "G1", "severity": 2})

    ACTS["undo"](book, save=save)

    assert questions.count(book, "check_in") == 0
    assert weighing(book) == [("W3", 1, "2026-01-05", False)]


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        ({"code": "G1"}, NotFilledIn),
        ({"severity": 2}, NotFilledIn),
        ({"code": "G1", "severity": 5}, NotUnderstood),
        ({"code": "Q9", "severity": 2}, NotUnderstood),
        ({"code": "G1", "severity": 2, "colour": "red"}, UnknownField),
        ({"code": "G1", "severity": 2, "agreed": False}, UnknownField),
        ({"code": "G1", "severity": 2, "state": "could not be changed"}, UnknownField),
        ({"code": "G1", "severity": 2, "caregiver": "0" * 26}, UnknownField),
        ({"stressor": "0" * 26, "severity": 2}, NoSuchRecord),
    ],
)
def test_what_is_not_understood_leaves_nothing_behind(
    book: Book, her: str, told: dict[str, Any], refused: type[Problem]
):
    with pytest.raises(refused):
        held(book, her, told)

    assert (questions.count(book, "check_in"), questions.count(book, "stressor")) == (0, 0)


def test_what_weighs_on_another_is_not_said_anew_here(book: Book, her: str):
    other = ACTS["add_caregiver"](book, given_names="Grace").record
    theirs = ACTS["record_burden"](book, caregiver=other, codes=["W3"], severity=1).record

    with pytest.raises(NotUnderstood, match="somebody else"):
        held(book, her, {"stressor": theirs, "severity": 4})


def test_what_stands_under_its_code_is_said_anew_by_it_and_never_twice_in_one_talk(book: Book, her: str):
    ACTS["record_burden"](book, caregiver=her, codes=["W3"], severity=1, since="2026-01-05")

    held(book, her, {"code": "W3", "severity": 2})
    with pytest.raises(NotUnderstood, match="named twice"):
        held(book, her, {"code": "G1", "severity": 2}, {"code": "G1", "severity": 3})

    assert weighing(book) == [("W3", 2, "2026-01-05", False)]


def test_a_promise_of_a_talk_is_between_the_two_who_held_it(book: Book, her: str):
    other = ACTS["add_caregiver"](book, given_names="Grace").record
    promise = {"owner": "supervisor", "what": "ask", "due": DAY, "caregiver": other}

    with pytest.raises(UnknownField):
        ACTS["hold_check_in"](book, caregiver=her, day=DAY, promises=[promise])

    assert questions.count(book, "promise") == 0


def test_a_second_talk_of_a_day_is_kept_and_said(book: Book, her: str):
    told = [ACTS["hold_check_in"](book, caregiver=her, day=DAY).sentence for _ in range(2)]

    assert ["Another of that day" in each for each in told] == [False, True]
    assert questions.count(book, "check_in") == 2


def test_how_a_thing_is_named_is_said_once_and_is_a_word(book: Book, her: str):
    known = ACTS["record_burden"](book, caregiver=her, codes=["W3"], severity=1).record

    for told in ({"code": ["W1"], "severity": 2}, {"code": "W1", "stressor": known, "severity": 2}):
        with pytest.raises(NotUnderstood, match="entry 1"):
            held(book, her, told)
    held(book, her, {"code": None, "stressor": known, "severity": 4}, {"code": "G1", "stressor": None, "severity": 2})

    assert [(code, severity) for code, severity, _, _ in weighing(book)] == [("G1", 2), ("W3", 4)]


def promised(book: Book, caregiver: str) -> str:
    promise = {"owner": "supervisor", "what": "ring the bank", "due": "2026-03-05"}
    ACTS["hold_check_in"](book, caregiver=caregiver, day=DAY, promises=[promise])
    return questions.listing(book, "promise")[0].id


def test_a_changed_promise_stands_under_its_new_day_and_says_the_old_one_in_its_history(book: Book, her: str):
    promise = promised(book, her)

    ACTS["move_promise"](book, id=promise, due="2026-03-12")

    told = questions.get(book, "promise", promise)
    assert (told["state"], told["due"]) == ("changed", "2026-03-12")
    assert [each.fields["due"] for each in histories.history(book, "promise", promise) if "due" in each.fields] == [
        "2026-03-05",
        "2026-03-12",
    ]
    ACTS["keep_promise"](book, id=promise)
    with pytest.raises(NotUnderstood, match="is over"):
        ACTS["move_promise"](book, id=promise, due="2026-03-20")


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("move_promise", {}),
        ("move_promise", {"due": "2026-03-05"}),
        ("drop_promise", {"why_dropped": " "}),
        ("change_promise", {"fields": {"state": "changed"}}),
        ("change_promise", {"fields": {"state": "dropped"}}),
    ],
)
def test_a_promise_is_not_changed_into_itself_nor_dropped_without_a_reason(
    book: Book, her: str, act: str, given: dict[str, Any]
):
    promise = promised(book, her)

    with pytest.raises(NotFilledIn):
        ACTS[act](book, id=promise, **given)

    assert questions.get(book, "promise", promise)["state"] == "open"
