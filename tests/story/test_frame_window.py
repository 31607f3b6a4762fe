"""The frame round every page: names for everyone, letters for every language, and no word of it in the wrong place."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from doorway import PASSPHRASE, Doorway
from driver import Desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.frame.also_called import ALSO, others
from caregiver_desk.desk.frame.looking import LOOKS
from caregiver_desk.desk.frame.palette import Palette, _looks, what_undo_takes_back
from caregiver_desk.desk.keys import OPEN_STICK, called
from caregiver_desk.desk.pages import all_pages
from caregiver_desk.desk.safe.safekeeping import DOINGS
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

SUBJECTS = ("today", "people", "week", "households", "visits", "supervision", "wellbeing", "sharing")
LETTERS = "ṱḓḽṋṅšêôṰḒ→✓↵≥"


@pytest.mark.parametrize("subject", SUBJECTS)
def test_whatever_takes_the_keys_has_a_name(desk: Desk, subject: str) -> None:
    desk.open(subject)

    assert [type(each).__name__ for each in desk.focusable() if not each.accessibleName()] == []


def test_every_letter_of_our_languages_can_be_drawn(desk: Desk) -> None:
    font = QRawFont.fromFont(QApplication.font())

    assert QFontInfo(desk.window.font()).family() == "Inter"
    assert [letter for letter in LETTERS if not font.supportsCharacter(ord(letter))] == []


def test_a_book_of_made_up_people_says_so(desk: Desk) -> None:
    assert "FICTIONAL" in desk.message()


@pytest.fixture
def new_desk(books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk]) -> Desk:
    """A supervisor at her desk, whose book holds nobody yet."""
    return open_window(books("Nomvula Shezi", Role.SUPERVISOR))


def in_hand(desk: Desk) -> str:
    desk.window.activateWindow()
    desk.rest()
    held = QApplication.focusWidget()
    return held.text() if isinstance(held, QAbstractButton) else ""


NEEDS_SOMEBODY = {"Workload", "Print sheets", "Next caregiver", "One caregiver", "Report"}
EMPTY = ("people", "week", "visits", "supervision", "wellbeing", "growth", "insight", "people", "insight")


def test_a_page_of_a_book_without_people_offers_the_first_act_and_has_it_in_hand(new_desk: Desk) -> None:
    """Whenever one comes there; and no page takes the keys from the window while it is made."""
    new_desk.window.activateWindow()
    for subject in EMPTY:
        new_desk.open(subject)
        assert QApplication.activeWindow() is new_desk.window, subject
        assert in_hand(new_desk) == "Add a caregiver", subject
        assert NEEDS_SOMEBODY.isdisjoint(new_desk.buttons()), subject
        assert new_desk.buttons().count("Add a caregiver") == 1, subject

    new_desk.press("Add a caregiver").fill(given_names="Grace").press("Save")
    assert [each["given_names"] for each in questions.find(new_desk.book, "Grace")] == ["Grace"]


def test_the_page_of_homes_begins_with_a_home(new_desk: Desk) -> None:
    new_desk.window.resize(1024, 768)
    frame = new_desk.open("week").window.frame
    assert not any(each._bare for each in (frame._find, frame.new)), "there is room for words"
    desk = new_desk.open("households")
    assert in_hand(desk) == "Add a household"

    desk.press("Add a household").fill(code="HH-001").press("Save")

    assert "1 household" in desk.message()


def test_what_is_begun_every_day_is_begun_from_one_button(desk: Desk) -> None:
    offered = desk.window.frame.new.offer()
    words = [action.text().partition("\t")[0] for action in offered.actions()]
    assert {"Record a visit", "Add a caregiver", "Add a household", "Plan a check-in"} <= set(words)

    next(action for action in offered.actions() if action.text() == "Record a visit").trigger()

    assert desk.rest().page().subject == "visits"
    offered.close()


def test_a_team_that_is_called_a_team_is_called_so_once(
    books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk]
) -> None:
    book = books("Nomvula Shezi", Role.SUPERVISOR)
    team = questions.listing(book, "team")[0].id
    ACTS["change_team"](book, id=team, fields={"name": "My team"})

    assert "My team\n" in open_window(book).message() + "\n"


def test_only_the_page_in_front_is_built_when_the_desk_opens(desk: Desk) -> None:
    assert list(desk.window.pages._built) == ["today"]

    desk.open("visits")

    assert list(desk.window.pages._built) == ["today", "visits"]


TYPED = {
    "rehearsal": "Look round in fifteen minutes", "practise": "Look round in fifteen minutes", "backup": "Back up now",
    "print": "Week sheet", "lock": "Lock", "password": "Change the passphrase", "language": "Settings",
    "USB": "Open a stick", "stick": "Open a stick", "help": "Help", "update": "A new version of this program",
    "new version": "A new version of this program", "problem": "Problem report", "error": "Problem report",
    "week": "Week sheet", "visits": "Visits", "danger": "Note a concern", "export excel": "Take out as a spreadsheet",
    "households": "Households", "sharing": "Sharing", "restore": "Bring a backup back",
}  # fmt: skip


def test_what_somebody_types_finds_the_page_or_the_act_whatever_it_is_called_here(
    shelve: Callable[..., Path], at_the_door: Callable[..., Doorway]
) -> None:
    shelve("maize")
    found = finding(at_the_door().fill(passphrase=PASSPHRASE).press("Unlock").desk())

    assert {typed: found(typed) for typed, meant in TYPED.items() if meant not in found(typed)[:4]} == {}
    assert [found(each)[0] for each in ("lock", "households", "visit")] == ["Lock", "Households", "Record a visit"]
    pages = [page.subject for page in all_pages(rehearsing=True)]
    assert ALSO.keys() - {*ACTS, *LOOKS, *DOINGS, *pages} == set()
    assert others("help") == ALSO["help"], "in English once"
    assert [each.note for each in _looks() if each.note] == [called(OPEN_STICK)]


def finding(desk: Desk) -> Callable[[str], list[str]]:
    """What these words find from anywhere, the first first."""
    desk.keys(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = desk.window.findChild(Palette)
    assert palette is not None

    def found(words: str) -> list[str]:
        palette.line.setText(words)
        desk.rest()
        return [each.called for each in palette.list.rows.rows()]

    return found


def test_undo_says_what_it_takes_back_and_is_never_the_first_that_other_words_find(desk: Desk) -> None:
    found = finding(desk)

    assert found("undo") == ["Undo: Add a household"]
    assert found("household")[0] == "Add a household"
    assert not [each for each in found("household") if each.startswith("Undo")]


def test_a_page_one_comes_to_has_the_keys_where_one_looks_for_somebody(desk: Desk) -> None:
    desk.window.activateWindow()

    assert [_in_hand(desk.open(subject)) for subject in ("people", "households")] == [
        "Filter caregivers",
        "Filter households",
    ]


def _in_hand(desk: Desk) -> str:
    held = desk.window.focusWidget()
    return held.accessibleName() if held else ""


def test_tab_goes_on_from_the_head_to_the_page_and_to_the_status_line_last(desk: Desk) -> None:
    desk.window.frame.status.lock.show()
    for subject in ("people", "visits"):
        desk.open(subject)
        desk.window.activateWindow()
        desk.window.frame.head.buttons()[-1].setFocus()
        seen: list[QWidget] = []
        while (held := desk.window.focusWidget()) is not desk.window.frame.status.lock and len(seen) < 500:
            seen.append(held)
            QTest.keyClick(held, Qt.Key.Key_Tab)

        assert held is desk.window.frame.status.lock
        assert any(desk.page().isAncestorOf(each) for each in seen)


def test_f6_goes_round_the_parts_of_every_page_and_back_and_nothing_falls_away(desk: Desk) -> None:
    for subject in desk.window.pages:
        desk.open(subject)
        forth = [_after(desk, Qt.KeyboardModifier.NoModifier) for _ in range(9)]
        back = [_after(desk, Qt.KeyboardModifier.ShiftModifier) for _ in range(9)]
        assert back[:-1] == forth[-2::-1]
        assert any(desk.page().isAncestorOf(each) for each in forth)
        gc.collect()
    assert all(shiboken6.isValid(desk.window.pages[subject]) for subject in desk.window.pages)


def _after(desk: Desk, modifier: Qt.KeyboardModifier) -> QWidget:
    """What has the keys after F6, alone or with Shift."""
    desk.keys(Qt.Key.Key_F6, modifier)
    return desk.window.focusWidget()


def test_words_of_the_site_are_worn_once_the_sheet_in_front_is_done_with(desk: Desk) -> None:
    desk.keys(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    before, words = desk.page(), {"W3": "The long road"}
    say_so = ACTS["set_words"]
    desk.window.hands.lane.do(lambda book: say_so(book, catalogue="stressors", words=words), owner=desk.window)
    desk.rest()
    assert "Add a caregiver" in [found.words for found in desk.window.findChild(Palette).list.rows.rows()]
    assert desk.page() is before

    QTest.keyClick(desk.window.findChild(Palette).line, Qt.Key.Key_Escape)
    desk.until(lambda: desk.page() is not before)

    assert desk.page() is not before
    assert desk.rest().offered() == "1 thing is called otherwise here."
    desk.press("Undo")
    assert what_undo_takes_back(desk.book) == "Add a household"
