"""A first book, the sheet that is shown once, a forgotten passphrase, and a rehearsal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import waiting
from doorway import PASSPHRASE, Doorway
from driver import PATIENCE
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tabbing import never_reached, stops

from caregiver_desk import settings
from caregiver_desk.store import questions, slots
from caregiver_desk.store.sheet import read_sheet

Stand = Callable[..., Doorway]
Shelve = Callable[..., Path]


def begun(at_the_door: Stand, **fields: str) -> Doorway:
    """Somebody who has filled in the first page, and pressed the button."""
    given = {"name": "Nomvula Shezi", "passphrase": PASSPHRASE, "once_more": PASSPHRASE} | fields
    return at_the_door().fill(**given).press("Begin my book")


def test_where_no_book_is_one_is_begun_and_its_desk_opens_after_the_sheet(at_the_door: Stand) -> None:
    doorway = begun(at_the_door, team="North", sign="maize")
    assert "Your recovery sheet" in doorway.message()
    assert doorway.door.desk is None

    desk = doorway.press("I copied it by hand").desk()

    assert "Nomvula Shezi" in desk.message()
    assert "North team" in desk.message()
    assert [book.sign for book in settings.books()] == ["maize"]


def test_folders_and_file_names_tell_nothing_of_whose_book_it_is(at_the_door: Stand) -> None:
    begun(at_the_door, team="North").press("I copied it by hand")

    names = [str(path.relative_to(settings.books_folder())) for path in settings.books_folder().rglob("*")]
    assert names
    assert not [name for name in names if "omvula" in name or "orth" in name]


def test_a_sign_is_proposed_and_another_book_has_another(shelve: Shelve, at_the_door: Stand) -> None:
    shelve("maize")
    doorway = at_the_door().press("Begin another book")
    assert settings.is_sign(doorway.typed("sign"))

    doorway.fill(name="Mpho", passphrase=PASSPHRASE, once_more=PASSPHRASE, sign="Maize").press("Begin my book")

    assert "another book on this laptop has it" in doorway.message()
    assert [book.sign for book in settings.books()] == ["maize"]


def test_a_name_and_a_passphrase_typed_twice_are_needed(at_the_door: Stand) -> None:
    doorway = begun(at_the_door, name="", once_more="four unrelated quiet birds")

    assert "This is still needed." in doorway.message()
    assert "The two are not the same." in doorway.message()
    assert settings.books() == []


def test_strength_is_said_while_it_is_typed_and_what_a_child_could_guess_is_refused(at_the_door: Stand) -> None:
    doorway = begun(at_the_door, passphrase="nomvula", once_more="nomvula")

    assert "Too easy to guess." in doorway.message()
    assert "This passphrase can be guessed too easily." in doorway.message()
    assert "Good: a thief" in doorway.fill(passphrase=PASSPHRASE).message()
    assert settings.books() == []


def test_a_proposal_is_reached_by_tab_taken_and_typed_once_more(at_the_door: Stand) -> None:
    doorway = at_the_door()
    assert never_reached(doorway.door, stops(doorway.door)) == []
    assert "Use these" not in doorway.buttons()
    doorway.press("Show me five words").press("Use these")

    proposed = doorway.typed("passphrase")

    assert len(proposed.split()) == 5
    assert doorway.typed("once-more") == ""
    doorway.fill(name="Nomvula", once_more=proposed).press("Begin my book")
    assert "Your recovery sheet" in doorway.message()


def test_the_sheet_is_printed_and_saved_and_the_saved_one_opens_the_book(at_the_door: Stand, tmp_path: Path) -> None:
    doorway = begun(at_the_door, sign="maize")
    doorway.answers.folder, doorway.answers.file = tmp_path, tmp_path / "paper"

    doorway.press("Print").press("Save as PDF").press("Save as text").press("Save as text")

    assert (tmp_path / "paper").read_bytes().startswith(b"%PDF")
    (pdf,), (first, second) = tmp_path.glob("*.pdf"), sorted(tmp_path.glob("*.txt"))
    assert pdf.read_bytes().startswith(b"%PDF")
    assert first.read_text() == second.read_text()
    key_file = (settings.books()[0].folder / settings.KEYS).read_bytes()
    assert slots.open_with_sheet(key_file, first.read_text())


def test_the_way_on_is_offered_when_the_sheet_is_kept(at_the_door: Stand, tmp_path: Path) -> None:
    doorway = begun(at_the_door)
    doorway.answers.folder = tmp_path
    assert "Open my desk" not in doorway.buttons()

    assert doorway.press("Save as PDF").press("Open my desk").desk().window.isVisible()


def test_a_sheet_that_cannot_be_saved_says_so_and_stays(at_the_door: Stand, tmp_path: Path) -> None:
    doorway = begun(at_the_door)
    doorway.answers.folder = tmp_path / "nowhere"

    assert "the folder is not there" in doorway.press("Save as text").message()
    assert "I copied it by hand" in doorway.buttons()


def sheet_of(doorway: Doorway, tmp_path: Path) -> str:
    doorway.answers.folder = tmp_path
    doorway.press("Save as text").press("Open my desk").close()
    return next(tmp_path.glob("*.txt")).read_text()


def test_a_forgotten_passphrase_is_replaced_with_the_sheet(at_the_door: Stand, tmp_path: Path) -> None:
    page = sheet_of(begun(at_the_door), tmp_path)
    typed = "\n".join(line[6:] for line in page.splitlines() if line.startswith("#     "))
    assert read_sheet(typed)
    doorway = at_the_door().press("I have a recovery sheet")

    new = "seven other words that nobody knows"
    doorway.fill(sheet=typed.lower(), passphrase=new, once_more=new).press("Open my book").close()

    assert at_the_door().fill(passphrase=new).press("Unlock").desk().window.isVisible()


def test_a_slip_is_named_by_its_line_and_a_sheet_can_be_loaded(at_the_door: Stand, tmp_path: Path) -> None:
    sheet_of(begun(at_the_door), tmp_path)
    doorway = at_the_door().press("I have a recovery sheet")
    new = "seven other words that nobody knows"
    doorway.fill(sheet="QQQQ " * 15 + "QQ", passphrase=new, once_more=new).press("Open my book")
    assert "Line 1 is not as it is printed" in doorway.message()

    doorway.answers.file = next(tmp_path.glob("*.txt"))

    assert doorway.press("Load it from a file").press("Open my book").desk().window.isVisible()


def test_a_weak_new_passphrase_is_refused_and_the_book_can_be_tried_again(at_the_door: Stand, tmp_path: Path) -> None:
    page = sheet_of(begun(at_the_door), tmp_path)
    doorway = at_the_door().press("I have a recovery sheet")

    doorway.fill(sheet=page, passphrase="secret", once_more="secret").press("Open my book")
    assert "can be guessed too easily" in doorway.message()

    new = "seven other words that nobody knows"
    assert doorway.fill(passphrase=new, once_more=new).press("Open my book").desk().window.isVisible()


def test_a_book_in_another_folder_is_recovered_there(at_the_door: Stand, tmp_path: Path) -> None:
    page = sheet_of(begun(at_the_door), tmp_path)
    moved = settings.books()[0].folder.rename(tmp_path / "carried")
    doorway = at_the_door().press("I have a recovery sheet")
    doorway.answers.folder = moved
    new = "seven other words that nobody knows"

    doorway.press("A book in another folder").fill(sheet=page, passphrase=new, once_more=new)

    assert doorway.press("Open my book").desk().book.vault.folder == moved


def test_who_looks_round_is_in_the_first_exercise_at_once_and_leaves_nothing(at_the_door: Stand) -> None:
    doorway = at_the_door()
    desk = doorway.rehearse("Look round in fifteen minutes")
    assert "Leave it" in desk.buttons(), "it is under way"
    assert {"FICTIONAL", "Your first quarter of an hour", "Done when"} <= set(desk.message().splitlines())
    assert desk.page().subject == "rehearsal"
    assert "Lock" not in desk.buttons()
    place = desk.book.vault.folder
    doorway.door.take_up(place / "from Fhatuwani.caredesk")
    assert "once you leave the rehearsal and open your book." in desk.status()

    desk.window.close()

    assert not place.exists()
    assert doorway.door.isVisible()
    assert "Begin my book" in doorway.buttons()
    assert "The file is shown once your book is open." in doorway.message()


def test_at_the_door_what_is_hard_is_said_before_it_is_told_and_who_says_no_stands_there_as_before(
    at_the_door: Stand,
) -> None:
    doorway = at_the_door().fill(name="Nomvula Shezi").press("Rehearse on a fictional team")

    assert "in week 9 a child dies after an illness; in week 14 a girl tells of harm" in waiting.said()
    assert "FICTIONAL" in waiting.said()
    assert "week 1 of 26" not in waiting.said()
    assert not doorway.door.isVisible()

    waiting.press("Not now")
    assert doorway.door.isVisible()
    assert (doorway.typed("name"), doorway.door.desk) == ("Nomvula Shezi", None)


def test_at_the_door_one_sees_how_far_the_telling_is_and_may_stop_it(at_the_door: Stand, qtbot: QtBot) -> None:
    doorway = at_the_door().press("Rehearse on a fictional team")
    waiting.press("Tell it")
    assert "week 1 of 26" in waiting.said()
    assert "a child dies" not in waiting.said()
    qtbot.waitUntil(lambda: "week 1 of 26" not in waiting.said(), timeout=PATIENCE)

    waiting.press("Stop")
    qtbot.waitUntil(doorway.door.isVisible, timeout=PATIENCE)
    assert doorway.door.desk is None
    assert "Begin my book" in doorway.buttons()


def test_reset_at_such_a_rehearsal_is_no_end_of_it(at_the_door: Stand) -> None:
    doorway = at_the_door()
    doorway.rehearse().open("people").press("Add a caregiver").fill(given_names="Nomathemba").press("Save")
    doorway.desk().keys(Qt.Key.Key_F8).press("Reset")

    desk = doorway.desk()
    assert not doorway.door.isVisible()
    assert questions.find(desk.book, "Nomathemba") == []

    desk.window.close()
    assert "Begin my book" in doorway.buttons()


def test_after_a_rehearsal_a_real_desk_is_real_it_closes_its_book_and_no_hand_is_watched(at_the_door: Stand) -> None:
    doorway = at_the_door()
    rehearsed = doorway.rehearse()
    rehearsed.open("rehearsal").press("Begin")
    rehearsed.window.close()

    doorway.fill(name="Nomvula Shezi", passphrase=PASSPHRASE, once_more=PASSPHRASE).press("Begin my book")
    desk = doorway.press("I copied it by hand").desk()
    assert not desk.book.fictional
    assert "Lock" in desk.buttons()
    desk.window.close()

    assert desk.book.vault.lock.closed


def test_a_coordinator_names_who_answers_for_the_records_first(at_the_door: Stand) -> None:
    doorway = at_the_door().press("Coordinator")
    doorway.fill(name="Fhatuwani Netsianda", passphrase=PASSPHRASE, once_more=PASSPHRASE).press("Begin my book")
    assert doorway.message().count("This is still needed.") == 3
    assert settings.books() == []

    answers = {"organisation": "Lesedi Care", "officer": "Ms Mudau", "purposes": "to support families"}
    doorway.fill(**answers).press("Begin my book").press("I copied it by hand")

    assert len(settings.books()) == 1
