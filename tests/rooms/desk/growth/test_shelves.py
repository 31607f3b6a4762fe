"""One shelf of the page Growth: in which order, narrowed how, page by page, and of whom the access log is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.keeping import new
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers.growth.shelves import PAGE, Asked, growth, more
from caregiver_desk.desk.answers.telling import referred, tell
from caregiver_desk.practice.fairness.surveys import survey
from caregiver_desk.records.fairness.surveys import SurveySort
from caregiver_desk.records.growth.thanks import THANKS, ThanksDraft
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day

acts.load()


def on(days: int) -> str:
    return (clock.today() + timedelta(days)).isoformat()


@pytest.fixture
def book(make_book: Callable[..., Book]) -> Book:
    made = make_book()
    ACTS["open_road"](made, road="partnerships")
    return made


def item(book: Book, body: str, person: str = "", **days: str) -> str:
    told = {"person": person or book.person, "body": body, "since": on(-30)} | days
    return ACTS["record_partnership_item"](book, **told).record


def thank(book: Book, person: str, words: str, days: int = 0) -> str:
    given = {"person": person, "team": own_team(book), "what_for": words, "said_by": "a family", "day": on(days)}
    return ACTS["record_thanks"](book, **given).record


def names(book: Book, asked: Asked) -> list[str]:
    shown = growth(book, asked).shown
    assert shown is not None
    return [each.name for each in shown.rows]


@pytest.mark.parametrize(
    ("sort", "label"), [("how it is here", "How it is to work here"), ("support we get", "The support I get")]
)
def test_what_a_group_was_asked_stands_there_by_its_name_and_never_as_figures(book: Book, sort: str, label: str):
    box = ACTS["set_up_box"](book, sort=sort, word="seven blue hands").record
    questions_of = survey(SurveySort(sort)).questions
    for _ in range(5):
        answers = {each.code: next(iter(each.answers)) for each in questions_of}
        ACTS["put_in_box"](book, box=box, answers=answers)
    ACTS["open_box"](book, box=box, word="seven blue hands")

    assert names(book, Asked("surveys")) == [label]


def test_nothing_is_said_of_what_has_no_name(book: Book):
    ACTS["open_road"](book, road="mentoring and coaching")
    lindiwe = ACTS["add_caregiver"](book, given_names="Lindiwe").record
    ACTS["begin_mentoring"](book, caregiver=lindiwe, mentor=book.person)
    (leaf,) = questions.listing(book, "mentoring")

    told = tell(leaf, questions.names_of(book, referred([leaf])))
    assert told.detail == "Nomvula Shezi · mentoring"


def test_an_empty_book_has_its_shelves_and_nothing_under_way(book: Book):
    told = growth(book, Asked())
    standing = {each.shelf.name: each.going for each in told.shelves}

    assert (standing["thanks"], standing["partnerships"]) == (None, 0)
    assert told.shown is not None
    assert (told.shown.rows, told.shown.last, told.shown.about) == ((), None, frozenset())


def test_what_is_due_next_stands_first_then_the_newest(book: Book):
    item(book, "old and without end", since=on(-300))
    item(book, "ends in a month", until=on(30))
    item(book, "new and without end", since=on(-3))
    item(book, "ends next week", until=on(7))
    item(book, "over", until=on(0), since=on(-2))
    asked = Asked("partnerships")

    in_order = ["ends next week", "ends in a month", "over", "new and without end", "old and without end"]
    assert names(book, asked) == in_order
    assert names(book, asked._replace(going=True)) == [each for each in in_order if each != "over"]
    assert {each.shelf.name: each.going for each in growth(book, asked).shelves}["partnerships"] == 4


def test_a_shelf_is_narrowed_to_one_person_and_by_letters_without_their_marks(book: Book):
    lindiwe = ACTS["add_caregiver"](book, given_names="Lindiwe").record
    thank(book, lindiwe, "walking to Ṱhohoyanḓou with us")
    thank(book, book.person, "staying the night")
    shown = growth(book, Asked("thanks", person=lindiwe)).shown
    assert shown is not None

    assert [each.name for each in shown.rows] == ["walking to Ṱhohoyanḓou with us"]
    assert shown.about == {lindiwe}
    assert "Lindiwe" not in shown.rows[0].quiet
    assert names(book, Asked("thanks", typed="thohoyandou")) == ["walking to Ṱhohoyanḓou with us"]
    assert names(book, Asked("thanks", typed="lindiwe")) == ["walking to Ṱhohoyanḓou with us"]
    assert names(book, Asked("thanks", typed="nobody")) == []


def test_a_thousand_are_read_page_by_page_and_none_is_shown_twice_or_left_out(book: Book):
    many, told = 1_000, {"person": book.person, "team": own_team(book), "what_for": "staying the night"}
    drafts = [ThanksDraft(**told, day=on(-number % 400 - 400)) for number in range(many)]
    ledger.append(book, "record_thanks", [new(book, THANKS, each) for each in drafts])
    asked = Asked("thanks")
    shown = growth(book, asked).shown
    read = list(shown.rows) if shown else []
    while shown and shown.last:
        shown = more(book, asked, shown.last)
        assert shown is not None
        assert len(shown.rows) <= PAGE
        read += shown.rows

    assert len(read) == len({each.id for each in read}) == many


def test_what_has_no_name_of_its_own_is_called_by_whose_it_is_and_a_line_does_not_repeat_its_shelf(book: Book):
    grace = ACTS["add_caregiver"](book, given_names="Grace").record
    ACTS["hold_appraisal"](book, caregiver=grace, day=on(-2))
    ACTS["record_training"](book, person=grace, title="First aid", since=on(-9))
    ACTS["open_road"](book, road="transfers and shadowing")
    ACTS["record_move_interest"](book, person=grace, to_role="driver", day=on(-1))
    ACTS["tell_their_team"](book, person=grace)

    told = {
        shelf: [(each.name, each.quiet) for each in growth(book, Asked(shelf)).shown.rows]
        for shelf in ("appraisals", "training", "transfers")
    }
    assert told["appraisals"] == [("Grace", full_day(clock.today() - timedelta(2)))]
    assert told["training"] == [("First aid", f"Grace · since {full_day(clock.today() - timedelta(9))}")]
    assert told["transfers"][0] == ("driver", f"Grace · Interest that is known · {full_day(clock.today())}")
    assert names(book, Asked("appraisals", person=grace)) == ["Yearly appraisal"]


def test_what_a_coordinator_says_at_each_site_stands_on_the_shelf_once(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    ACTS["add_own_step"](fhatuwani, sort="induction", what="Meets the chief")

    assert questions.count(fhatuwani, "own_step") == 2
    assert names(fhatuwani, Asked("own_steps")) == ["Meets the chief"]
