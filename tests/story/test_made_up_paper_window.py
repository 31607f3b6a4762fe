"""Paper that leaves a rehearsal says on every page that its people are made up, whatever was printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from printed import pages_of
from rehearsed import Learner

import caregiver_desk
from caregiver_desk.practice.aids import NAMES
from caregiver_desk.store import questions

Print = Callable[[Learner], object]


def pressing(page: str, *words: str) -> Print:
    def go(learner: Learner) -> None:
        learner.open(page)
        for each in words:
            learner.press(each)

    return go


def agreement(learner: Learner) -> None:
    """One that two people agreed on."""
    (found, *_) = questions.listing(learner.book, "agreement", limit=1)
    learner.window.go("people", {"caregiver": found["caregiver"]})
    learner.rest().open_entry("greement")
    learner.press("Print")


def aid(learner: Learner) -> None:
    learner.window.begin(next(iter(NAMES)))
    learner.rest().press("Print")


PRINTS: dict[str, Print] = {
    "a week sheet": pressing("week", "Print sheets", "Print"),
    "a blank week sheet": pressing("week", "Print sheets", "a blank one", "Print"),
    "a list of numbers": pressing("week", "List of numbers", "Print"),
    "every list of numbers": pressing("week", "List of numbers", "Print all lists"),
    "a contact card": pressing("sharing", "My card", "Print"),
    "a lost laptop": pressing("sharing", "Lost or stolen?", "Print"),
    "what was decided": pressing("sharing", "Look it up", "Print"),
    "their own pack": pressing("people", "A copy for them", "Print"),
    "their record turned round": pressing("people", "Show them their record", "Print"),
    "the record of a year": pressing("growth", "Thanks", "The record of a year", "Print"),
    "one card of numbers": pressing("concerns", "One card, A6"),
    "four cards of numbers": pressing("concerns", "Four on A4"),
    "an agreement": agreement,
    "a page to read": aid,
}
TAKES = re.compile(r"= Paper\(|lay\(device")
PAINTERS = {  # who takes a sheet of paper, and what stands for it above; the stick and the handouts have stories beside
    "recovery_sheet": "of a real book only",
    "handout_paper": "tests/rooms/cli/test_handouts.py",
    "stick_paper": "tests/story/test_two_laptops_window.py",
    "card_paper": "one card of numbers",
    "list_paper": "a list of numbers",
    "observation_paper": "tests/rooms/desk/test_every_paper.py",
    "certificate_paper": "tests/story/test_training_window.py",
    "week_paper": "a week sheet",
    "my_card": "a contact card",
    "document_paper": "what was decided",
}


@pytest.mark.parametrize("what", PRINTS)
def test_every_page_that_is_printed_in_a_rehearsal_says_so(learner: Learner, tmp_path: Path, what: str) -> None:
    learner.window.hands.dialogs = learner.answers
    learner.answers.file = tmp_path / "printed.pdf"
    PRINTS[what](learner)

    pages = pages_of(learner.answers.file)
    assert pages
    assert all("FICTIONAL" in page for page in pages)


def test_whoever_takes_a_sheet_of_paper_stands_in_the_table_above() -> None:
    desk = Path(caregiver_desk.__file__).parent / "desk"
    found = {each.stem for each in desk.rglob("*.py") if TAKES.search(each.read_text(encoding="utf-8"))} - {"paper"}
    assert found == set(PAINTERS)
