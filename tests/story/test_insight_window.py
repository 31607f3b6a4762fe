"""Figures at the desk: read with what they cannot tell, tried because of, handed over without a name.

A supervisor opens the records behind a figure. A coordinator sees the system on one screen, and no team beside another.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtWidgets import QScrollArea

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.pages.insight import InsightPage
from caregiver_desk.practice.spans import Grain, Span, before, said
from caregiver_desk.store import access, questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.calendar import standing_on

Open = Callable[[Book], Desk]
Note = Callable[[str, object], None]
WHOLE_SCREEN = (1366, 768)


@pytest.fixture
def month() -> Span:
    """The last one that is over."""
    return before(Grain.MONTH, clock.today())


@pytest.fixture
def told(cleared: Programme, month: Span) -> Programme:
    """In last month Sibongile was heard, visited one home twice, and of two promises one was kept."""
    book, day = cleared.book, month.first + timedelta(3)
    with standing_on(day):
        promises = [
            {"owner": "supervisor", "what": what, "due": day + timedelta(2)}
            for what in ("ring the bank", "ask the clinic")
        ]
        ACTS["hold_check_in"](book, caregiver=cleared.caregiver, day=day, promises=promises)
        for back in (0, 1):
            given = {"caregiver": cleared.caregiver, "household": cleared.household, "day": day - timedelta(back)}
            ACTS["record_visit"](book, **given)
        kept = next(each for each in questions.listing(book, "promise") if each["what"] == "ring the bank")
        ACTS["keep_promise"](book, id=kept.id)
    return cleared


def page(desk: Desk) -> InsightPage:
    found = desk.page()
    assert isinstance(found, InsightPage)
    return found


def test_by_keys_another_figure_is_opened_read_with_what_it_cannot_tell_and_tried_because_of(
    told: Programme, open_window: Open, record_property: Note, month: Span
) -> None:
    desk = open_window(told.book)
    hands = Keyboard(desk, record_property)

    hands.press("Alt+-")
    hands.to("Promises kept").press("Space")
    assert "1 of 2" in desk.message()
    assert "It cannot tell how much each of them mattered." in desk.message()

    hands.to("Try something because of it").press("Space")
    hands.to("What we try").write("We ring on Mondays.").press("Tab").type("+28").press("Ctrl+Return")

    (plan,) = questions.listing(told.book, "plan_item")
    assert plan["figure"] == f"Promises kept, {said(month)}: 1 of 2"
    assert "We ring on Mondays." in desk.message()
    hands.counts("A figure read, and a plan because of it, beside its words", 30)

    late = next(each for each in questions.listing(told.book, "promise") if each["what"] == "ask the clinic")
    ACTS["change_promise"](told.book, id=late.id, fields={"state": "done", "reviewed": late["due"]})
    desk = open_window(told.book).open("insight")
    page(desk).list.opened.emit("I05")
    assert "2 of 2" in desk.rest().message()
    assert f"Promises kept, {said(month)}: 1 of 2" in desk.message(), "it stays as it was on that day"


def test_whoever_may_read_them_opens_the_records_behind_a_figure_and_the_log_says_so(
    told: Programme, open_window: Open
) -> None:
    desk = open_window(told.book).open("insight")
    page(desk).list.opened.emit("I05")
    desk.rest()

    assert "From: " not in desk.message(), "where a figure comes from opens on asking"
    assert "From: " in desk.press("Where this comes from").message()
    seen = desk.press("What it was counted from").message()
    assert "Sibongile Ndaba" in seen
    *_, look = access.entries(told.book, told.caregiver)
    assert look.what == "listed"


def test_a_month_with_one_caregiver_begins_with_what_went_well_and_names_one_person(
    told: Programme, open_window: Open
) -> None:
    ACTS["add_caregiver"](told.book, given_names="Grace", surname="Mokoena")
    desk = open_window(told.book).open("insight").press("One caregiver")

    seen = desk.message()
    sheet = seen[seen.index("One caregiver at a time") :]
    assert sheet.index("What went well") < sheet.index("Talks")
    assert "Sibongile" not in sheet, "one at a time, in the order of the alphabet"
    assert "%" not in sheet


def test_a_figure_is_laid_beside_other_days_with_what_it_cannot_tell(
    told: Programme, open_window: Open, month: Span
) -> None:
    desk = open_window(told.book).open("insight")
    page(desk).list.opened.emit("I05")
    desk.rest()

    page(desk).figure.looks_back.emit(f"{month.first:%Y-%m}")
    desk.rest()

    assert f"{said(month)}: 1 of 2; {said(month)}: 1 of 2." in desk.message()
    assert "It cannot tell how much each of them mattered, nor what else changed between the two." in desk.message()


def test_j9_the_month_report_is_read_frozen_and_saved_by_keys(
    told: Programme, open_window: Open, record_property: Note, tmp_path: Path, month: Span
) -> None:
    desk = open_window(told.book)
    desk.answers.folder = tmp_path
    hands = Keyboard(desk, record_property)

    hands.press("Alt+-")
    hands.to("Report").press("Space")
    seen = desk.message()
    assert f"Report: {said(month)}" in seen
    assert seen.count("It cannot tell") >= 3
    assert "Sibongile" not in seen

    hands.to("Freeze it").press("Space")
    hands.press("Ctrl+Return")
    (frozen,) = questions.listing(told.book, "frozen_report")
    assert frozen["period"] == f"{month.first:%Y-%m}"

    hands.to("Save as PDF").press("Space")
    (file,) = tmp_path.glob("*.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    hands.counts("A month report, from anywhere to its file", 30, "J9", allowed=300)


def test_j14_a_coordinator_chooses_a_set_and_days_explains_and_saves_both_files_by_keys(
    told: Programme, coordinator: Book, open_window: Open, record_property: Note, tmp_path: Path
) -> None:
    assert told.caregiver
    desk = open_window(coordinator)
    desk.answers.folder = tmp_path
    hands = Keyboard(desk, record_property)

    hands.press("Alt+-")
    hands.to("Which figures").press("Space", "Down", "Down", "Return")
    chosen = page(desk)._asked.chosen
    hands.to("Days").press("Space", "Down", "Return")
    hands.to("Report").press("Space")
    hands.to("Freeze it").press("Space")
    hands.to("What is to be said with them").write("A team moved in May.").press("Ctrl+Return")
    hands.to("Save as CSV").press("Space")
    hands.to("Save as PDF").press("Space")

    (frozen,) = questions.listing(coordinator, "frozen_report")
    assert (frozen["chosen"], frozen["team"], frozen["explained"]) == (chosen, None, "A team moved in May.")
    assert {each.suffix for each in tmp_path.iterdir() if each.is_file()} >= {".csv", ".pdf"}
    hands.counts("A set, its days, an explanation and both files", 60, "J14", allowed=600)


def test_j13_the_coordinator_sees_the_system_on_one_screen_and_no_team_beside_another(
    told: Programme, coordinator: Book, open_window: Open, record_property: Note
) -> None:
    ACTS["ask_organisation"](coordinator, words="When is it paid?", theme="stipend", day=clock.today())
    desk = open_window(coordinator)
    desk.window.resize(*WHOLE_SCREEN)
    hands = Keyboard(desk, record_property).press("Alt+-")

    scrolled = [
        area for area in desk.window.findChildren(QScrollArea) if area.isVisible() and area.isAncestorOf(page(desk))
    ]
    assert [area.verticalScrollBar().maximum() for area in scrolled] == [0] * len(scrolled) != []
    seen = desk.message()
    assert "How the system is doing" in " ".join(desk.buttons())
    assert "What waits" in seen
    assert "1 request waits for an answer" in seen
    assert not any("Team:" in each for each in desk.buttons())
    assert "What it was counted from" not in desk.buttons()
    assert told.caregiver
    hands.to("Go there").press("Space")
    hands.to("Open").press("Space")
    hands.to("Under way").press("Right", "Space")
    hands.to("Answer").write("It is paid on Friday.").press("Ctrl+Return")
    assert "1 request" not in desk.message()
    hands.counts("The system on one screen, and a request answered", 40, "J13")


def test_what_waits_is_not_shown_to_who_listens_to_a_team(told: Programme, open_window: Open) -> None:
    desk = open_window(told.book).open("insight")

    assert not page(desk).waits.isVisible()
