"""A visit that two people make together: the family first, then her view, then the other's; words, and never a sum."""

from __future__ import annotations

from typing import Any

import pytest
from homes import asked

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.errors import NotFilledIn, NotUnderstood, Problem, UnknownField
from caregiver_desk.practice.supervision import observing
from caregiver_desk.records.supervision.observation import OBSERVATION, Item
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

DAY = "2026-03-02"
YES = {"asked": "said yes beforehand"}
RATED = {f"{side}_{each}": "mostly" for side in observing.SIDES for each in Item}


def together(book: Book, caregiver: str, words: dict[str, Any], **given: Any) -> Outcome:
    return ACTS["visit_together"](book, **{"caregiver": caregiver, "day": DAY, "words": words, **given})


def only(book: Book) -> Leaf:
    (leaf,) = questions.listing(book, "observation")
    return leaf


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ({}, NotFilledIn),
        ({"asked": "not asked"}, NotUnderstood),
        ({"asked": "said no"}, NotUnderstood),
        ({**YES, "seen_listening": "mostly"}, NotFilledIn),
        ({**YES, "own_arrival": "mostly", "seen_listening": "mostly"}, NotFilledIn),
        ({**YES, "own_listening": "3"}, NotUnderstood),
        ({**YES, "spoken_on": "2026-03-01"}, NotUnderstood),
        ({**YES, "total": 30}, UnknownField),
        ({**YES, "state": "responded"}, UnknownField),
    ],
)
def test_what_may_not_be_kept_is_refused_in_words_and_nothing_is_stored(
    book: Book, caregiver: str, words: dict[str, Any], refused: type[Problem]
):
    with pytest.raises(refused):
        together(book, caregiver, words)

    assert questions.count(book, "observation") == 0


def test_how_far_it_has_come_follows_from_what_is_told(book: Book, caregiver: str):
    visit = together(book, caregiver, {**YES, **RATED}).record
    assert only(book)["state"] == "done"

    together(book, caregiver, {"spoken_on": DAY, "strength": "Let her finish."}, observation=visit)
    assert only(book)["state"] == "feedback given"

    together(book, caregiver, {"answer": "I was nervous."}, observation=visit)
    assert (only(book)["state"], only(book)["strength"]) == ("responded", "Let her finish.")
    assert only(book)["rubric"] == observing.current()


def test_what_was_planned_is_what_is_made(book: Book, caregiver: str, house: str):
    ACTS["plan_visit_together"](book, caregiver=caregiver, day="2026-03-05")
    said = ACTS["plan_visit_together"](book, caregiver=caregiver, day=DAY, household=house).sentence
    assert said == "Planned. The family is asked before you come."

    together(book, caregiver, YES)

    assert (only(book)["state"], only(book)["household"]) == ("done", house)


def test_a_visit_left_for_safety_is_no_gap_and_nobody_had_to_be_asked(book: Book, caregiver: str):
    said = together(book, caregiver, {"why_not": "it was not safe"}).sentence

    assert said == "Saved. To leave was right. Ask how they are, and offer support."
    assert only(book)["state"] == "not done"


def test_a_visit_is_not_made_by_changing_its_state(book: Book, caregiver: str):
    ACTS["plan_visit_together"](book, caregiver=caregiver, day=DAY)

    with pytest.raises(NotFilledIn):
        ACTS["change_observation"](book, id=only(book).id, fields={"state": "done"})


def test_a_word_that_comes_after_two_days_is_kept_and_said_to_be_late(book: Book, caregiver: str):
    late = together(book, caregiver, {**YES, "spoken_on": "2026-03-05"})

    assert late.sentence == "Saved. That word came late; the same day is kinder."
    assert only(book)["spoken_on"] == "2026-03-05"


def test_three_promises_come_of_one_visit_and_no_fourth(book: Book, caregiver: str):
    promise = {"owner": "supervisor", "what": "bring the new card", "due": "2026-03-09"}
    visit = together(book, caregiver, YES, promises=[promise] * 2).record

    with pytest.raises(NotUnderstood):
        together(book, caregiver, {}, observation=visit, promises=[promise] * 2)
    together(book, caregiver, {}, observation=visit, promises=[promise])

    assert questions.count(book, "promise", {"observation": visit}) == 3


def test_one_undo_takes_back_the_visit_and_its_promises(book: Book, caregiver: str):
    promise = {"owner": "caregiver", "what": "try it on Thursday"}
    save = together(book, caregiver, {**YES, **RATED}, promises=[promise]).undo

    ACTS["undo"](book, save=save)

    assert questions.count(book, "observation") == questions.count(book, "promise") == 0


def test_the_visit_of_another_pair_is_left_alone(book: Book, caregiver: str):
    visit = together(book, caregiver, YES).record
    other = asked(book, "Grace")

    with pytest.raises(NotUnderstood, match="somebody else"):
        together(book, other, {"answer": "So it was."}, observation=visit)


def test_to_say_nothing_new_saves_nothing(book: Book, caregiver: str):
    visit = together(book, caregiver, YES).record

    assert together(book, caregiver, {}, observation=visit).undo == 0


def test_a_visit_on_a_day_that_has_not_come_is_only_planned(book: Book, caregiver: str):
    tomorrow = clock.today().replace(year=clock.today().year + 1)

    with pytest.raises(NotUnderstood):
        together(book, caregiver, YES, day=tomorrow)


def test_no_field_of_such_a_record_can_hold_a_number():
    """Nobody can be added up, ranked or averaged where nothing is a figure."""
    figures = {name for name, field in OBSERVATION.fields.items() if field.base in (int, float)}
    columns = {column.name for column in OBSERVATION.laid_out.columns if "INT" in str(column.type)}

    assert figures | columns == set()


def test_a_book_has_no_column_for_a_sum_of_somebody(book: Book, caregiver: str):
    """Over every table that says what records mean, since a sum might be stored beside them."""
    together(book, caregiver, {**YES, **RATED})
    with book.reading() as cursor:
        cursor.execute("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'")
        named = {f"{table}.{column}" for table, column in cursor.fetchall()}

    assert "observation.seen_listening" in named
    assert {
        each for each in named if any(word in each for word in ("total", "average", "score", "rank", "mean_"))
    } == set()
