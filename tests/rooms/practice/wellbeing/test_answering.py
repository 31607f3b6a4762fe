"""What is asked, what an answer may be, what says danger, and what a form says of it."""

from __future__ import annotations

from pathlib import Path

import own_form
import pytest

from caregiver_desk.acts.intake import xlsform
from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.practice.wellbeing.questionnaire import Questionnaire
from caregiver_desk.records.wellbeing.danger import Danger


@pytest.fixture
def form(tmp_path: Path) -> Questionnaire:
    return xlsform.read(own_form.write(tmp_path / "form.xlsx"))


def names(form: Questionnaire, **answers: str) -> list[str]:
    return [each.name for each in answering.asked(form, answers)]


def fault(form: Questionnaire, name: str, answer: str) -> str:
    question = next(each for each in form.questions if each.name == name)
    return answering.fault(form, question, {name: answer})


def test_a_question_is_asked_only_where_the_form_says_so(form: Questionnaire):
    always = ["before", "dark", "alone", "hurt", "nights", "helped"]
    assert names(form) == always
    assert names(form, hurt="yes") == [*always[:4], "more", *always[4:]]
    assert names(form, helped="friend bus") == [*always, "since"]
    assert names(form, nights="4") == [*always, "since"]


def test_an_answer_to_what_is_not_asked_any_more_is_not_kept_and_leads_nowhere(form: Questionnaire):
    answers = {"hurt": "no", "more": "something", "nights": "2", "since": "2026-03-02"}

    assert answering.kept(form, answers) == {"hurt": "no", "nights": "2"}


@pytest.mark.parametrize(
    ("name", "answer", "why"),
    [
        ("dark", "3", "One of 0, 1, 2, please."),
        ("dark", "", ""),
        ("dark", "2", ""),
        ("nights", "many", "A whole number, please."),
        ("nights", "3.5", "A whole number, please."),
        ("nights", "8", "A week has seven nights."),
        ("nights", "7", ""),
        ("helped", "bus walk", "One of bus, friend, please."),
        ("helped", "bus bus", "One of bus, friend, please."),
        ("helped", "bus friend", ""),
        ("since", "3 March", "A day such as 2026-03-02, please."),
        ("since", "2026-02-30", "A day such as 2026-03-02, please."),
        ("since", "2026-03-02", ""),
        ("before", "read", "This is only read."),
        ("more", "x" * 2_001, "1 letter too many."),
    ],
)
def test_an_answer_that_does_not_fit_says_what_would(form: Questionnaire, name: str, answer: str, why: str):
    assert fault(form, name, answer) == why


def test_only_what_the_form_marks_says_danger(form: Questionnaire):
    assert answering.dangers(form, {"dark": "2", "hurt": "no"}) == frozenset()
    assert answering.dangers(form, {"hurt": "yes"}) == {Danger.ASSAULT}


def test_a_sum_is_read_in_the_words_of_the_form_and_nothing_is_guessed(form: Questionnaire):
    ((kind,), (heavy,), (open_one,)) = (
        answering.results(form, answers, "English (en)")
        for answers in ({"dark": "1", "alone": "0"}, {"dark": "2", "alone": "1"}, {"dark": "2"})
    )

    ((odd,),) = (answering.results(form, {"dark": "zzz", "alone": "1"}),)  # from whoever wrote it elsewhere
    assert odd.sum == ""
    assert (kind.label, kind.words, kind.sum) == ("The road", "The road was kind.", "1")
    assert (heavy.words, heavy.sum) == ("The road weighs. Speak of walking together.", "3")
    assert (open_one.words, open_one.sum) == ("1 answer was left out, so nothing is said.", "")


def test_answers_are_told_in_words_of_a_language_and_what_was_left_out_says_so(form: Questionnaire):
    answers = {"dark": "2", "helped": "bus friend", "since": "2026-03-02"}

    told = dict(answering.said(form, answers))
    assert told["How often did you walk home in the dark?"] == "often"
    assert told["What helped?"] == "the bus, walking with a friend"
    assert told["Since when?"] == "2 Mar 2026"
    assert told["Did anybody hurt you on the way?"] == "left out"
    assert "A few questions about your way to work." not in told
    assert dict(answering.said(form, answers, "Sesotho (st)"))["Ke eng e thusitseng?"] == "bese, motswalle"


def test_what_is_asked_for_and_left_out_is_counted_and_holds_nothing_up(form: Questionnaire):
    assert answering.left_out(form, {}) == 1
    assert answering.left_out(form, {"dark": "0"}) == 0


def test_chosen_codes_stand_in_the_order_of_the_form_whatever_was_pressed_first(form: Questionnaire):
    assert answering.tidy(form, {"helped": "friend bus", "more": " words "}) == {
        "helped": "bus friend",
        "more": "words",
    }


def test_answers_read_back_as_they_were_kept():
    answers = {"a": "two\nlines “and” a café", "b": "1"}
    assert answering.read_answers(answering.as_text(answers)) == answers
    assert answering.read_answers("no answers") == {}
