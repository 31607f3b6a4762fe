"""An organisation's own questionnaires: brought, made ready, asked, answered, and kept between two people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import own_form
import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.wellbeing.questionnaires import brought, of_digest
from caregiver_desk.errors import AnswerDoesNotFit, NotFilledIn, NotToBeAsked, NotUnderstood, UnknownField
from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

TITLE = "The way to work"
SISTER = "Sister Dlamini, clinic, in the mornings"


@pytest.fixture
def her(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return own_form.write(tmp_path / "form.xlsx")


@pytest.fixture
def harmless(tmp_path: Path) -> Path:
    return own_form.write(tmp_path / "harmless.xlsx", own_form.HARMLESS)


def clinic(book: Book, phone: str = "013 555 0101") -> str:
    return ACTS["record_service"](book, name="Lesedi clinic", sort="clinic", phone=phone).record


def made_ready(book: Book, form: Path) -> str:
    return ACTS["bring_questionnaire"](book, path=form, trained=SISTER, route=clinic(book)).record


def follow_ups(book: Book) -> list[str]:
    return [str(each["code"]) for each in questions.listing(book, "follow_up")]


def test_it_is_brought_with_its_licence_its_caution_and_who_brought_it(book: Book, form: Path):
    ACTS["bring_questionnaire"](book, path=form)

    (leaf,) = questions.listing(book, "questionnaire")
    assert (leaf["title"], leaf["version"], leaf["brought_by"]) == (TITLE, "3", book.person)
    assert leaf["licence"] == "Made by Lesedi Ridge for its own teams."
    assert leaf["caution"].startswith("It tells how a road was walked.")
    assert brought(book)[0].told.digest == leaf["digest"]


def test_the_same_is_brought_once_and_another_version_beside_it(book: Book, form: Path, tmp_path: Path):
    first = ACTS["bring_questionnaire"](book, path=form).record
    again = ACTS["bring_questionnaire"](book, path=form)
    assert (again.record, again.undo) == (first, 0)

    newer = own_form.write(tmp_path / "newer.xlsx", own_form.with_cell("settings", 2, "version", "4"))
    ACTS["bring_questionnaire"](book, path=newer)
    assert sorted(each.told.version for each in brought(book)) == ["3", "4"]
    with pytest.raises(NotUnderstood, match="several"):
        ACTS["stop_questionnaire"](book, questionnaire=TITLE)


def test_one_that_asks_about_danger_is_not_asked_before_a_number_and_somebody_trained_are_named(
    book: Book, her: str, form: Path
):
    said = ACTS["bring_questionnaire"](book, path=form).sentence
    assert "name who is trained to act on it" in said
    told = {"questionnaire": TITLE, "caregiver": her, "answers": {"dark": "1"}}
    for trained, route in (("", ""), (SISTER, ""), ("", clinic(book))):
        ACTS["ready_questionnaire"](book, questionnaire=TITLE, trained=trained, route=route)
        with pytest.raises(NotToBeAsked):
            ACTS["ask_questionnaire"](book, **told)
        with pytest.raises(NotToBeAsked):
            ACTS["answer_for_myself"](book, questionnaire=TITLE, answers={"dark": "1"})
    assert questions.listing(book, "questionnaire_answers") == []

    ACTS["ready_questionnaire"](book, questionnaire=TITLE, trained=SISTER, route=clinic(book, "013 555 0102"))
    assert ACTS["ask_questionnaire"](book, **told).record


def test_a_service_without_a_number_is_nobody_to_ring(book: Book, form: Path):
    ACTS["bring_questionnaire"](book, path=form)
    silent = ACTS["record_service"](book, name="The old clinic", sort="clinic").record

    with pytest.raises(NotUnderstood, match="no number"):
        ACTS["ready_questionnaire"](book, questionnaire=TITLE, trained=SISTER, route=silent)


def test_where_the_number_goes_from_the_directory_nothing_more_is_asked(book: Book, her: str, form: Path):
    made_ready(book, form)
    (service,) = questions.listing(book, "service")
    ACTS["withdraw_service"](book, id=service.id)

    with pytest.raises(NotToBeAsked, match="a service with a number"):
        ACTS["ask_questionnaire"](book, questionnaire=TITLE, caregiver=her, answers={"dark": "1"})


def test_one_that_asks_of_no_danger_needs_nobody_named(book: Book, her: str, harmless: Path):
    ACTS["bring_questionnaire"](book, path=harmless)

    assert ACTS["ask_questionnaire"](book, questionnaire=TITLE, caregiver=her, answers={"dark": "1"}).record


def test_answers_keep_what_was_asked_and_nothing_that_was_not(book: Book, her: str, form: Path):
    made_ready(book, form)
    given = {"dark": "2", "alone": "", "hurt": "no", "more": "not asked any more", "helped": "friend bus"}
    ACTS["ask_questionnaire"](book, questionnaire=TITLE, caregiver=her, answers=given)

    (leaf,) = questions.listing(book, "questionnaire_answers", {"caregiver": her})
    assert answering.read_answers(leaf["answers"]) == {"dark": "2", "hurt": "no", "helped": "bus friend"}
    assert (leaf["title"], leaf["version"], leaf["day"]) == (TITLE, "3", clock.today().isoformat())
    assert of_digest(book, leaf["digest"]) is not None
    assert follow_ups(book) == []


def test_an_answer_that_says_danger_says_whom_to_ring_and_brings_the_urgent_route(book: Book, her: str, form: Path):
    made_ready(book, form)
    told = {"caregiver": her, "answers": {"hurt": "yes"}, "only_told": "her sister"}
    done = ACTS["ask_questionnaire"](book, questionnaire=TITLE, **told)

    (leaf,) = questions.listing(book, "questionnaire_answers")
    assert leaf["danger"] == frozenset({"was attacked"})
    assert leaf["only_told"] == "her sister"
    assert follow_ups(book) == ["F1"]
    first, trained, then = (done.sentence.index(each) for each in ("Lesedi clinic 013 555 0101", SISTER, "Ring now:"))
    assert first < trained < then
    ACTS["undo"](book)
    assert (questions.listing(book, "questionnaire_answers"), follow_ups(book)) == ([], [])


def test_what_danger_said_of_oneself_is_told_to_nobody_and_says_whom_to_ring(book: Book, form: Path):
    made_ready(book, form)
    done = ACTS["answer_for_myself"](book, questionnaire=TITLE, answers={"hurt": "yes"})

    assert "Lesedi clinic 013 555 0101" in done.sentence
    assert follow_ups(book) == []
    (leaf,) = questions.listing(book, "own_answers")
    assert answering.read_answers(leaf["answers"]) == {"hurt": "yes"}


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"dark": "often"}, AnswerDoesNotFit),
        ({"nights": "8"}, AnswerDoesNotFit),
        ({"before": "read"}, AnswerDoesNotFit),
        ({"light": "1"}, UnknownField),
        ({}, NotFilledIn),
        ({"dark": " "}, NotFilledIn),
        ({"more": "is not asked"}, NotFilledIn),
    ],
)
def test_what_does_not_fit_or_says_nothing_is_refused_and_nothing_is_kept(
    answers: dict[str, str], why: type[Exception], book: Book, her: str, form: Path
):
    made_ready(book, form)

    with pytest.raises(why):
        ACTS["ask_questionnaire"](book, questionnaire=TITLE, caregiver=her, answers=answers)
    with pytest.raises(why):
        ACTS["answer_for_myself"](book, questionnaire=TITLE, answers=answers)
    assert questions.listing(book, "questionnaire_answers") == questions.listing(book, "own_answers") == []


def test_one_that_is_stopped_is_asked_no_more_and_its_answers_can_still_be_read(book: Book, her: str, form: Path):
    made_ready(book, form)
    ACTS["ask_questionnaire"](book, questionnaire=TITLE, caregiver=her, answers={"dark": "2"})
    ACTS["stop_questionnaire"](book, questionnaire=TITLE)

    assert brought(book) == []
    with pytest.raises(NotUnderstood):
        ACTS["ask_questionnaire"](book, questionnaire=TITLE, caregiver=her, answers={"dark": "2"})
    (leaf,) = questions.listing(book, "questionnaire_answers")
    told = of_digest(book, leaf["digest"])
    assert told is not None
    assert told.title == TITLE
    ACTS["undo"](book)
    assert [each.told.title for each in brought(book)] == [TITLE]


def test_an_own_other_laptop_has_questionnaires_and_answers_and_nobody_else_any_of_them(
    pair: tuple[Book, Book], form: Path, send: Callable[..., Any]
):
    hers, office = pair
    caregiver = ACTS["add_caregiver"](hers, given_names="Sibongile", surname="Ndaba").record
    made_ready(hers, form)
    ACTS["ask_questionnaire"](hers, questionnaire=TITLE, caregiver=caregiver, answers={"dark": "2", "hurt": "yes"})
    ACTS["answer_for_myself"](hers, questionnaire=TITLE, answers={"alone": "1"})

    send(hers, office)

    for kind in ("questionnaire", "questionnaire_answers", "own_answers"):
        assert questions.listing(office, kind) == []
        assert questions.count(hers, kind) == 1


def test_no_sum_of_anybody_stands_in_any_field_of_what_is_kept():
    numbers = [
        (kind, name)
        for kind in ("questionnaire_answers", "own_answers")
        for name, field in KINDS[kind].fields.items()
        if field.base is int
    ]
    assert numbers == []


def test_one_that_is_brought_again_and_stopped_again_keeps_the_day_of_each(book: Book, harmless: Path):
    first = ACTS["bring_questionnaire"](book, path=harmless).record
    ACTS["stop_questionnaire"](book, questionnaire=TITLE)
    stopped = questions.get(book, "questionnaire", first)["stopped"]
    clock.shift(timedelta(30))
    again = ACTS["bring_questionnaire"](book, path=harmless).record

    ACTS["stop_questionnaire"](book, questionnaire=TITLE)

    assert questions.get(book, "questionnaire", first)["stopped"] == stopped
    assert questions.get(book, "questionnaire", again)["stopped"] == clock.today().isoformat()
