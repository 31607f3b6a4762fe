"""What an exercise asks of a book: which words hold once something was done, and which do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import access
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.exercises.asking import Seat, things
from caregiver_desk.trainer.exercises.question import UnclearError, understood

Asked = Callable[[], bool]


def asked(book: Book, words: str, other: Book | None = None) -> Asked:
    """A question as an exercise asks it that begins now: whether it holds."""
    question, seat = understood(words), Seat(book, other)
    before = things(question.matter, seat)
    return lambda: question.holds(things(question.matter, seat), before)


def add(book: Book, given: str, surname: str, **also: Any) -> str:
    return ACTS["add_caregiver"](book, given_names=given, surname=surname, **also).record


@pytest.fixture
def thandeka(book: Book) -> str:
    return add(book, "Thandeka", "Mabuza")


@pytest.fixture
def visit(book: Book, thandeka: str) -> Callable[..., str]:
    """Somebody makes a visit; Thandeka today, unless it is said otherwise."""
    home = ACTS["record_household"](book, code="HH-031", team=own_team(book)).record

    def make(**told: Any) -> str:
        return ACTS["record_visit"](
            book, **{"household": home, "caregiver": thandeka, "day": clock.today(), **told}
        ).record

    return make


def test_what_was_there_before_is_not_new(book: Book, visit: Callable[..., str]):
    visit()
    new, any_at_all = asked(book, "a new visit"), asked(book, "a visit")
    assert (new(), any_at_all()) == (False, True)

    visit()
    assert new()


def test_at_least_so_many_are_needed_and_no_means_none(book: Book, visit: Callable[..., str]):
    two, none = asked(book, "at least 2 new visits"), asked(book, "no new visit")
    visit()
    assert (two(), none()) == (False, False)

    visit()
    assert two()


def test_what_was_taken_out_of_the_book_does_not_count_any_more(book: Book, visit: Callable[..., str]):
    new = asked(book, "a new visit")
    visit()
    ACTS["undo"](book)
    assert not new()


def test_days_are_meant_by_their_words_and_since_and_by_hold_on_the_day_itself(book: Book, visit: Callable[..., str]):
    yesterday = clock.today() - timedelta(1)
    visit(day=yesterday)

    for words in ("day is yesterday", f"day is {yesterday}", "day since yesterday", "day by yesterday", "day by today"):
        assert asked(book, f"a visit, {words}")(), words
    for words in ("day is today", "day since today", f"day by {yesterday - timedelta(1)}"):
        assert not asked(book, f"a visit, {words}")(), words


def test_a_day_of_this_week_is_meant_by_its_name(book: Book, visit: Callable[..., str]):
    visit()
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    assert [name for name in names if asked(book, f"a visit, day is {name}")()] == [names[clock.today().weekday()]]


def test_is_not_holds_for_another_value_and_where_nothing_was_said(book: Book, visit: Callable[..., str]):
    visit(outcome="nobody home")
    visit()

    assert asked(book, "at least 2 visits, outcome is not refused")()
    assert not asked(book, "at least 2 visits, outcome is not nobody home")()
    assert asked(book, "a visit, outcome is Nobody HOME")()


@pytest.mark.parametrize(
    "words",
    [
        "a visit, outcome is something, outcome is done",
        "a visit, outcome is not done, outcome is not refused",
        "a visit, caregiver is Thandeka, caregiver is Mabuza",
        "a visit, day since monday, day by friday",
        "a stressor, what weighs on them is W3, what weighs on them is O1",
    ],
)
def test_a_field_may_be_asked_of_twice_where_both_can_hold(words: str):
    assert understood(words)


def test_a_nought_and_a_no_are_something(book: Book, thandeka: str):
    ACTS["ask_how_she_is"](book, caregiver=thandeka, day=clock.today(), load=0, somebody=False)

    for words in ("load this week is something", "load this week is 0", "had somebody to talk to is no"):
        assert asked(book, f"a wellbeing check, {words}")(), words
    assert asked(book, "a wellbeing check, energy and sleep is nothing")()
    assert not asked(book, "a wellbeing check, had somebody to talk to is nothing")()


def test_one_of_a_set_is_meant_and_codes_are_called_as_a_person_reads_them(book: Book, thandeka: str):
    ACTS["record_burden"](book, caregiver=thandeka, codes=["W3", "O1"], severity=3)

    for words in ("long ways travel", "stipend late or too low", "W3", "something"):
        assert asked(book, f"a stressor, what weighs on them is {words}")(), words
    assert not asked(book, "a stressor, what weighs on them is paperwork")()
    assert not asked(book, "a stressor, what weighs on them is nothing")()
    assert asked(book, "a stressor, in danger is nothing")()


def test_words_of_a_label_that_part_a_question_elsewhere_do_no_harm(book: Book, thandeka: str):
    ACTS["hard_event"](book, caregiver=thandeka, event="robbery", offers=["talk"], helper="Nomsa")

    assert asked(book, "a stressor, said by is supervisor")()
    assert asked(book, "a PSS follow-up, who helps by name is Nomsa, support is support conversation")()


def test_a_name_that_several_bear_means_each_of_them_and_a_whole_name_no_other(book: Book, visit: Callable[..., str]):
    visit(caregiver=add(book, "Grace", "Mokoena"))
    visit(caregiver=add(book, "Grace", "Mokoena"))
    visit()

    assert asked(book, "at least 2 visits, caregiver is Grace Mokoena")()
    assert not asked(book, "at least 3 visits, caregiver is Grace Mokoena")()
    assert asked(book, "a visit, caregiver is not Grace Mokoena")()
    assert not asked(book, "a visit, caregiver is Grace Nobody")()


def test_a_deed_counts_from_the_beginning_of_the_exercise_also_once_it_was_taken_back(
    book: Book, visit: Callable[..., str]
):
    visit()
    noted, undone = asked(book, "a done “Record a visit”"), asked(book, "a done undo")
    assert not noted()

    visit()
    ACTS["undo"](book)
    assert noted()
    assert undone()


@pytest.mark.usefixtures("thandeka")
def test_who_is_one_person_is_known_by_either_name_until_it_is_taken_back(book: Book):
    one, other = add(book, "Maria", "Baloyi"), add(book, "Marie", "Baloi")
    same = asked(book, "a new word that Marie Baloi and Maria Baloyi are the same")
    apart = asked(book, "no word that Maria Baloyi and Marie Baloi are the same")
    of_others = asked(book, "a word that Maria Baloyi and Thandeka Mabuza are the same")
    assert (same(), apart()) == (False, True)

    ACTS["same"](book, one=one, other=other, fields={"given_names": "Marie", "surname": "Baloi"})
    assert (same(), apart(), of_others()) == (True, False, False)
    ACTS["undo"](book)
    assert (same(), apart()) == (False, True)


def test_two_of_one_name_who_are_not_the_same_are_meant_by_that_name_twice(book: Book):
    one, other, maria = add(book, "Grace", "Mokoena"), add(book, "Grace", "Mokoena"), add(book, "Maria", "Baloyi")
    graces = asked(book, "a new word that Grace Mokoena and Grace Mokoena are not the same")

    ACTS["not_same"](book, one=one, other=maria)
    assert not graces()
    ACTS["not_same"](book, one=one, other=other)
    assert graces()


def test_what_two_laptops_say_differently_is_a_conflict_until_somebody_settles_it(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    north, coordinator = pair
    home = ACTS["record_household"](north, code="HH-014", team=own_team(north), level=1).record
    send(north, coordinator)
    ACTS["change_household"](north, id=home, fields={"level": 2})
    ACTS["change_household"](coordinator, id=home, fields={"level": 4})
    differ = asked(north, "a different household, code is HH-014", coordinator)
    new, none = asked(north, "a new conflict"), asked(north, "no conflict")
    assert (differ(), new(), none()) == (True, False, True)

    send(coordinator, north)
    assert (new(), none()) == (True, False)
    ACTS["settle"](north, kind="household", id=home, field="level", value=4)
    assert (new(), none()) == (False, True)
    send(north, coordinator)
    assert not differ()


def test_a_record_that_was_turned_round_to_somebody_is_known_by_whose_it_is(book: Book, thandeka: str):
    turned, of_another = (asked(book, f"a record turned round to {name}") for name in ("Thandeka Mabuza", "Lindiwe"))
    access.note(book, What.OPENED, thandeka)
    assert not turned()

    access.note(book, What.TURNED, thandeka)
    assert turned()
    assert not of_another()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("a visit, day is someday", "“someday” is no day"),
        ("a visit, day since nothing", "“nothing” is no day"),
        ("a visit, outcome is at the river", "is never “at the river”. Known: done, nobody home"),
        ("a visit, outcome since today", "only a day is since or by another"),
        ("a visit, minutes is a while", "“a while” is no figure"),
        ("a stressor, agrees to this record is perhaps", "is never “perhaps”. Known: yes, no"),
    ],
)
def test_a_question_that_could_never_hold_is_refused_when_it_is_read(words: str, says: str):
    with pytest.raises(UnclearError, match=says.replace("(", r"\(")):
        understood(words)
