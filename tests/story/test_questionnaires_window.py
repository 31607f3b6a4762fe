"""An organisation's own questionnaire: brought, made ready, asked with the laptop turned round, read when opened."""

from __future__ import annotations

from pathlib import Path

import own_form
import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtCore import Qt

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.sheets.wellbeing.answered import show_between_two
from caregiver_desk.desk.sheets.wellbeing.asked_here import AskedHere
from caregiver_desk.desk.sheets.wellbeing.questionnaires import show_questionnaires
from caregiver_desk.practice.wellbeing.answering import read_answers
from caregiver_desk.store import access, drafts, questions

TITLE = "The way to work"
SISTER = "Sister Dlamini, clinic"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return own_form.write(tmp_path / "form.xlsx")


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk, lambda *_: None)


@pytest.fixture
def ready(desk: Desk, form: Path) -> str:
    """The form can be asked."""
    clinic = ACTS["record_service"](desk.book, name="Lesedi clinic", sort="clinic", phone="013 555 0101").record
    return ACTS["bring_questionnaire"](desk.book, path=form, trained=SISTER, route=clinic).record


def cover(desk: Desk) -> AskedHere | None:
    return next((each for each in desk.window.findChildren(AskedHere) if each.isVisible()), None)


def begin(desk: Desk) -> None:
    """From the page on support, once it is said whom."""
    desk.open("wellbeing").press("Ask a questionnaire").fill(caregiver="Sibongile Ndaba")


def kept(desk: Desk) -> list[dict[str, str]]:
    return [read_answers(each["answers"]) for each in questions.listing(desk.book, "questionnaire_answers")]


def test_one_that_asks_of_danger_is_brought_in_settings_and_asked_only_once_somebody_answers_for_it(
    desk: Desk, programme: Programme, form: Path
) -> None:
    ACTS["record_service"](desk.book, name="Lesedi clinic", sort="clinic", phone="013 555 0101")
    desk.answers.file = form
    desk.open("settings").press("Questionnaires").press("Bring a questionnaire")
    for words in (
        "Made by Lesedi Ridge for its own teams.",
        "It cannot tell how",
        "Not asked yet:",
        "by Nomvula Shezi",
    ):
        assert words in desk.message()
    desk.press("Close")
    begin(desk)
    assert "name who is trained to act on it" in desk.message()
    assert cover(desk) is None

    desk.press("Leave").open("settings").press("Questionnaires").press("Who answers for it")
    desk.fill(trained=SISTER, route="Lesedi clinic").press("Save")
    assert f"First to ring: Lesedi clinic 013 555 0101. Trained: {SISTER}." in desk.message()
    desk.press("Close")
    begin(desk)
    assert cover(desk) is not None
    assert programme.caregiver


def test_a_workbook_that_is_no_such_form_says_where_and_nothing_is_brought(desk: Desk, tmp_path: Path) -> None:
    desk.answers.file = own_form.write(tmp_path / "no.xlsx", own_form.with_cell("survey", 4, "type", "geopoint"))
    desk.open("settings").press("Questionnaires").press("Bring a questionnaire")

    assert "Sheet “survey”, row 4, column “type”: “geopoint” is not asked here." in desk.message()
    assert questions.listing(desk.book, "questionnaire") == []


@pytest.mark.usefixtures("ready")
def test_it_is_answered_by_keys_alone_licence_and_caution_first_and_what_is_left_out_stays_out(
    desk: Desk, keyboard: Keyboard
) -> None:
    begin(desk)
    for words in ("Made by Lesedi Ridge for its own teams.", "It cannot tell how somebody is.", "version 3"):
        assert words in desk.message()

    keyboard.press("Ctrl+Return")
    assert "A few questions about your way to work." in desk.message()
    keyboard.press("Ctrl+Return", "3", "Return")  # often
    keyboard.press("2", "Return", "2", "Return")  # sometimes alone, not hurt
    assert "On how many nights" in desk.message()  # what only the hurt are asked is not asked
    keyboard.press("9", "Return")
    assert "A week has seven nights." in desk.message()
    keyboard.press("Backspace", "4", "Return", "1", "2", "Return")
    assert "Since when?" in desk.message()
    assert "Leave it out" in desk.buttons()
    keyboard.press("Return")
    assert "That was all." in desk.message()
    assert "Lesedi clinic" not in desk.message()
    keyboard.press("Ctrl+Return")

    assert kept(desk) == [{"dark": "2", "alone": "1", "hurt": "no", "nights": "4", "helped": "bus friend"}]
    assert "Thank you." in desk.message()
    assert "The road weighs" not in desk.message()  # only on opening
    keyboard.press("Ctrl+Return")
    assert cover(desk) is None


@pytest.mark.usefixtures("ready")
def test_what_the_form_says_is_read_by_the_two_while_the_desk_stays_covered(desk: Desk, keyboard: Keyboard) -> None:
    begin(desk)
    keyboard.press("Ctrl+Return", "Ctrl+Return", "3", *["Ctrl+Return"] * 6)
    desk.press("What the form says of it")
    assert "It cannot tell how somebody is." in desk.message()
    assert cover(desk) is not None

    desk.press("Close")
    assert "Thank you." in desk.message()
    desk.press("Turn back")
    assert cover(desk) is None


@pytest.mark.usefixtures("ready")
def test_an_answer_that_says_danger_brings_whom_to_ring_before_anything_is_saved(
    desk: Desk, keyboard: Keyboard
) -> None:
    begin(desk)
    keyboard.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    assert "Did anybody hurt you on the way?" in desk.message()
    assert "First of all" not in desk.message()
    keyboard.press("1")
    said = desk.message()
    for words in ("First of all", "Look after wounds first.", "013 555 0101", f"Trained for this: {SISTER}", "10111"):
        assert words in said
    assert said.index("013 555 0101") < said.index("10111")
    assert said.count("013 555 0101") == 1
    assert kept(desk) == []

    keyboard.press("2")  # not so: the numbers go
    assert "First of all" not in desk.message()
    keyboard.press("1", *["Ctrl+Return"] * 4)
    assert "That was all." in desk.message()
    assert "First of all" in desk.message()
    desk.fill(only_told="her sister")
    on = cover(desk)
    assert on is not None
    on.go_on()
    on.go_on()  # pressed twice, it is kept once
    desk.rest()
    assert "Thank you." in desk.message()
    assert "013 555 0101" in desk.message()  # until the laptop is turned back
    (leaf,) = questions.listing(desk.book, "questionnaire_answers")
    assert (leaf["danger"], leaf["only_told"]) == (frozenset({"was attacked"}), "her sister")
    assert [each["code"] for each in questions.listing(desk.book, "follow_up")] == ["F1"]


@pytest.mark.usefixtures("ready")
def test_who_would_rather_not_leaves_nothing_behind_and_escape_turns_nothing_back(
    desk: Desk, keyboard: Keyboard
) -> None:
    begin(desk)
    desk.press("Rather not")
    assert cover(desk) is None
    begin(desk)
    keyboard.press("Ctrl+Return", "Ctrl+Return", "3", "Return", "Escape")
    assert cover(desk) is not None
    desk.press("Back")
    assert "How often did you walk home in the dark?" in desk.message()
    assert "Next" in desk.buttons()  # what was answered stands there still
    desk.press("Stop")

    assert (cover(desk), kept(desk)) == (None, [])
    desk.window.keep_drafts()
    assert not any("dark" in values for values in drafts.find(desk.rest().book).values())


@pytest.mark.usefixtures("ready")
def test_it_is_asked_in_the_language_that_was_chosen(desk: Desk, keyboard: Keyboard) -> None:
    begin(desk)
    desk.press("Sesotho (st)")
    keyboard.press("Ctrl+Return")

    assert "Dipotso di se kae ka tsela ya hao." in desk.message()
    assert "A few questions" not in desk.message()


def test_what_the_form_says_is_read_only_on_opening_with_its_caution(
    desk: Desk, programme: Programme, ready: str
) -> None:
    told = {"questionnaire": ready, "caregiver": programme.caregiver, "answers": {"dark": "2", "alone": "1"}}
    ACTS["ask_questionnaire"](desk.book, **told)
    desk.open("people").choose_person("Sibongile Ndaba")
    entry = next(each for each in desk.timeline() if TITLE in each)
    assert "often" not in entry
    assert "weighs" not in entry
    desk.open_entry(TITLE)

    for words in ("The road weighs. Speak of walking together.", "It cannot tell how somebody is.", "left out"):
        assert words in desk.message()


def test_whoever_opens_what_was_answered_stands_in_the_access_log(desk: Desk, programme: Programme, ready: str) -> None:
    told = {"questionnaire": ready, "caregiver": programme.caregiver, "answers": {"dark": "2"}}
    record = ACTS["ask_questionnaire"](desk.book, **told).record

    def opened() -> list[str]:
        return [each.what for each in access.entries(desk.book) if each.about == programme.caregiver]

    assert opened() == []
    show_between_two(desk.window, desk.window.hands, record)
    desk.rest()

    assert opened() == [access.What.OPENED]


def test_what_somebody_would_rather_not_have_said_is_taken_out(desk: Desk, programme: Programme, ready: str) -> None:
    ACTS["ask_questionnaire"](desk.book, questionnaire=ready, caregiver=programme.caregiver, answers={"dark": "2"})
    desk.open("people").choose_person("Sibongile Ndaba").open_entry(TITLE).press("Take out")

    assert questions.listing(desk.book, "questionnaire_answers") == []
    desk.press("Undo")
    assert kept(desk) == [{"dark": "2"}]


def test_both_are_found_by_their_names(desk: Desk) -> None:
    desk.do_from_palette("Questionnaires")
    assert "None was brought yet." in desk.message()
    desk.press("Close").do_from_palette("Ask a questionnaire")
    assert "Whom" in desk.message()


def test_an_own_sheet_is_answered_in_settings_and_read_there(desk: Desk, keyboard: Keyboard, ready: str) -> None:
    show_questionnaires(desk.window, desk.window.hands)
    desk.rest().press("Answer it myself")
    assert "What you answer is yours alone." in desk.message()
    keyboard.press("Ctrl+Return", "Ctrl+Return", "3", *["Ctrl+Return"] * 5)
    assert "That was all." in desk.message()
    keyboard.press("Ctrl+Return", "Ctrl+Return")

    assert "What you answered yourself" in desk.message()
    assert questions.listing(desk.book, "questionnaire_answers") == []
    desk.press("Open")
    assert "1 answer was left out, so nothing is said." in desk.message()
    assert ready


@pytest.mark.usefixtures("ready")
def test_with_every_question_left_out_there_is_nothing_to_save_and_one_may_go_back(
    desk: Desk, keyboard: Keyboard
) -> None:
    begin(desk)
    keyboard.press(*["Ctrl+Return"] * 8)
    assert "1 that the form asks for is left out." in desk.message()
    assert kept(desk) == []
    desk.press("Save")
    assert "That was all." in desk.message()
    desk.press("Back")
    assert "What helped?" in desk.message()


def test_with_none_brought_it_is_said_where_they_are_brought(desk: Desk) -> None:
    begin(desk)

    assert "None was brought yet." in desk.message()


def test_it_is_looked_at_and_printed_with_its_licence_and_stopped(desk: Desk, ready: str, tmp_path: Path) -> None:
    show_questionnaires(desk.window, desk.window.hands)
    desk.rest().press("Look at it")
    for words in ("Made by Lesedi Ridge for its own teams.", "How often did you walk home in the dark?"):
        assert words in desk.message()
    desk.answers.file = tmp_path / "paper.pdf"
    desk.press("Print")
    assert desk.answers.file.read_bytes().startswith(b"%PDF")
    desk.press("Close").press("Stop asking it")

    assert "None was brought yet." in desk.message()
    assert questions.get(desk.book, "questionnaire", ready)["stopped"]
    desk.keys(Qt.Key.Key_Escape)
