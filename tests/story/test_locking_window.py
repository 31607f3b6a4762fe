"""Locking: hidden at once, nothing begun is lost, and another process asks for the passphrase."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from doorway import PASSPHRASE, Doorway
from driver import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caregiver_desk import clock, settings
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk import theme
from caregiver_desk.desk.frame import handed
from caregiver_desk.desk.parts import heard
from caregiver_desk.desk.safe import locking
from caregiver_desk.store import choices

Stand = Callable[..., Doorway]
CANARY = "Canarybird"
PATIENCE = 10_000


@pytest.fixture
def replaced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A test cannot become another process and go on; the book whose unlock window it would have become is noted."""
    noted: list[Path] = []
    monkeypatch.setattr(locking, "start_again", lambda *shown: noted.extend(shown))
    return noted


@pytest.fixture
def folder(shelve: Callable[..., Path]) -> Path:
    return shelve("maize", f"Nomvula {CANARY}")


@pytest.fixture
def desk(folder: Path, at_the_door: Stand, replaced: list[Path]) -> Desk:  # noqa: ARG001 - they are there
    """A real book, open at its desk."""
    return at_the_door().fill(passphrase=PASSPHRASE).press("Unlock").desk()


def touch(desk: Desk) -> None:
    """A key that means nothing, and whatever comes of it."""
    QTest.keyClick(desk.window, Qt.Key.Key_Shift)
    QApplication.processEvents()


def press_ctrl_l(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def can_be_opened(folder: Path) -> bool:
    from caregiver_desk.acts import opening

    opening.open_book(folder, PASSPHRASE).close()
    return True


def test_the_lock_button_closes_the_book_and_asks_for_a_new_process(
    desk: Desk, folder: Path, replaced: list[Path]
) -> None:
    QTest.mouseClick(desk.window.frame.status.lock, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert replaced == [folder]
    assert can_be_opened(folder)


def test_ctrl_l_locks(desk: Desk, folder: Path, replaced: list[Path]) -> None:
    press_ctrl_l(desk.window)

    assert replaced == [folder]


def test_ctrl_l_locks_from_a_sheet_above_the_window_and_the_sheet_is_gone(desk: Desk, replaced: list[Path]) -> None:
    desk.keys(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = desk.window.findChildren(QDialog)
    line = palette.findChild(QLineEdit)

    press_ctrl_l(line)

    assert len(replaced) == 1
    assert not palette.isVisible()


def test_before_anything_else_the_window_is_covered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(desk.window, "keep_drafts", lambda: seen.append(_only_paper(desk)))
    assert not _only_paper(desk)

    press_ctrl_l(desk.window)

    assert seen[0]


def _only_paper(desk: Desk) -> bool:
    """Whether there is nothing but paper along the upper and the lower edge."""
    image = desk.window.grab().toImage()
    edges = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in (5, 40, image.height() - 9)}
    return edges == {theme.colour("paper").name()}


def test_what_was_opened_elsewhere_waits_below_a_sheet_and_for_the_next_unlocking(
    desk: Desk, folder: Path, at_the_door: Stand, replaced: list[Path], tmp_path: Path
) -> None:
    (bundle := tmp_path / "from Fhatuwani.caredesk").write_bytes(b"torn")
    desk.open("people").press("Add a caregiver")
    desk.window.handed.take(gone := tmp_path / "gone.caredesk")
    assert "It is shown once this sheet is closed." in desk.status()
    assert "There is no file “gone.caredesk”." in desk.press("Leave").message()

    desk.press("Close").open("people").press("Add a caregiver")
    for each in (bundle, gone):
        desk.window.handed.take(each)
    press_ctrl_l(desk.window)
    assert replaced == [folder, bundle, gone]

    doorway = at_the_door(handed=[bundle]).press("Begin another book")
    assert "The file is shown once your book is open." in doorway.message()
    doorway.door.take_up(gone)
    assert "2 files are shown once your book is open." in doorway.message()
    again = doorway.press("Back").fill(passphrase=PASSPHRASE).press("Unlock").desk()
    assert again.window.page().subject == "sharing"
    assert "This file is not a Caregiver Desk bundle." in again.message()
    assert "1 file waits." in again.message()


def test_several_files_are_looked_at_one_after_another_also_where_they_are_dropped(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(heard, "_utter", lambda event: said.append(event.message()))
    files = [tmp_path / f"{number}.caredesk" for number in range(handed.MOST + 2)]
    desk.drop(*files)
    assert "There is no file “0.caredesk”." in desk.message()
    assert f"{handed.MOST} files wait." in desk.message()
    assert "The others did not fit here." in desk.message()

    desk.press("Show the next").press("Show the next")
    assert "There is no file “2.caredesk”." in desk.message()
    desk.open("settings").press("dark")
    assert "18 files wait." in desk.message()
    assert len([each for each in said if each.startswith("18 files wait.")]) == 1, "not again in another look"
    assert "files wait" not in desk.press("Leave them").message()


def test_what_was_half_typed_is_there_after_unlocking(desk: Desk, at_the_door: Stand) -> None:
    desk.open("people").press("Add a caregiver").fill(given_names="Grace")
    press_ctrl_l(desk.window)

    again = at_the_door().fill(passphrase=PASSPHRASE).press("Unlock").desk()

    assert again.status() == "Kept: 1 thing you had begun."
    assert again.open("people").press("Add a caregiver").typed("given_names") == "Grace"


def test_where_one_is_is_noted_when_one_goes_elsewhere_and_once_after_many_steps_on_a_page(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Bongani", "Rofhiwa"):
        ACTS["add_caregiver"](desk.book, given_names=name, surname="Munyai")
    desk.window.whereabouts.setInterval(PATIENCE)
    noted: list[str] = []
    monkeypatch.setattr(choices, "leave", lambda _book, page, **_: noted.append(page))

    desk.open("people")
    for name in ("Rofhiwa Munyai", "Bongani Munyai", "Rofhiwa Munyai"):
        desk.choose_person(name)
    assert (noted, desk.window.whereabouts.isActive()) == (["people"], True)

    desk.open("today")
    assert noted == ["people", "today"]


def test_whoever_unlocks_stands_before_the_person_where_she_was_with_what_she_had_typed_to_find_her(
    desk: Desk, at_the_door: Stand
) -> None:
    for name in ("Bongani", "Rofhiwa"):
        ACTS["add_caregiver"](desk.book, given_names=name, surname="Munyai")
    desk.open("today").open("people").choose_person("Rofhiwa Munyai").find_chip("Visits")
    desk.page().found.look_for("muny")
    press_ctrl_l(desk.window)

    again = at_the_door().fill(passphrase=PASSPHRASE).press("Unlock").desk()

    assert again.page().place() == {"caregiver": desk.page().found.wanted, "group": "visits", "typed": "muny"}
    assert [each.name for each in again.people()] == ["Bongani Munyai", "Rofhiwa Munyai"]
    assert again.status() == "All saved"


def test_a_fictional_desk_is_not_locked(
    programme: object, open_window: Callable[..., Desk], replaced: list[Path]
) -> None:
    desk = open_window(programme.book)  # type: ignore[attr-defined]

    press_ctrl_l(desk.window)

    assert "Lock" not in desk.buttons()
    assert replaced == []


# --- nobody is there


def test_a_desk_that_lies_idle_locks(
    folder: Path, at_the_door: Stand, replaced: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(settings, "IDLE_MINUTES", 0.005)
    at_the_door().fill(passphrase=PASSPHRASE).press("Unlock")

    qtbot.waitUntil(lambda: replaced == [folder], timeout=PATIENCE)


def test_a_laptop_that_slept_locks_at_the_first_touch(desk: Desk, replaced: list[Path]) -> None:
    touch(desk)
    assert replaced == []
    clock.shift(timedelta(minutes=6))

    touch(desk)

    assert len(replaced) == 1


def test_it_locks_before_the_laptop_sleeps_and_not_when_it_wakes(desk: Desk, replaced: list[Path]) -> None:
    sleep = desk.window.locking.watch.sleep  # type: ignore[union-attr]
    sleep.hear(False)
    QApplication.processEvents()
    assert replaced == []

    sleep.hear(True)
    QApplication.processEvents()

    assert len(replaced) == 1


def test_whoever_works_is_not_locked_out(desk: Desk, replaced: list[Path]) -> None:
    for minutes in (3, 6, 9, 12):
        clock.shift(timedelta(minutes=minutes))
        touch(desk)

    assert replaced == []


def test_how_soon_it_locks_is_chosen_and_kept(desk: Desk, replaced: list[Path], at_the_door: Stand) -> None:
    desk.do_from_palette("Lock by itself").press("10 minutes")
    clock.shift(timedelta(minutes=9))
    touch(desk)
    assert replaced == []
    assert choices.idle_minutes(desk.book) == 10

    desk.window.close()
    again = at_the_door().fill(passphrase=PASSPHRASE).press("Unlock").desk()

    assert choices.idle_minutes(again.book) == 10


# --- another process

TELLS = """
import os, sys
if "--book" in sys.orig_argv:  # this is the process after the lock
    from PySide6.QtCore import QTimer
    from caregiver_desk.desk.door import door
    class Told(door.Door):
        def paintEvent(self, event):
            super().paintEvent(event)
            print("shown", os.getpid(), type(self.step).__name__, self.chosen, flush=True)
    door.Door = Told
"""
OPENS_AND_LOCKS = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from caregiver_desk.acts import opening
from caregiver_desk.desk import app
from caregiver_desk.desk.door.door import Door
from caregiver_desk.settings import Shelved
folder, passphrase = Path(sys.argv[1]), sys.argv[2][::-1]
running, door = app.application(), Door([Shelved(folder)])
door.show()
book = opening.open_book(folder, passphrase)
door.hold(book)
door.enter(book)
rests = QEventLoop()
door.desk.hands.lane.rested.connect(rests.quit)
rests.exec()
print("open", os.getpid(), book.vault.keys.store.hex(), flush=True)
input()
door.desk.locking.lock()
running.exec()
"""


@pytest.fixture
def locked_process(folder: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process with a book open at its desk, which locks when it is sent a line."""
    (tmp_path / "sitecustomize.py").write_text(TELLS)
    command = [sys.executable, "-c", OPENS_AND_LOCKS, str(folder), PASSPHRASE[::-1]]
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:  # type: ignore[call-overload]
        yield process
        process.kill()


@contextmanager
def standing_still(process: int) -> Iterator[None]:
    """Nothing of its memory comes or goes meanwhile: a thread that ended would take a piece away that was listed."""
    os.kill(process, signal.SIGSTOP)
    os.waitid(os.P_PID, process, os.WSTOPPED | os.WNOWAIT)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def remembers(process: int, what: bytes) -> bool:
    """Whether these bytes stand anywhere in the memory of a process."""
    with (
        standing_still(process),
        Path(f"/proc/{process}/maps").open() as maps,
        Path(f"/proc/{process}/mem").open("rb") as memory,
    ):
        for start, end in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", maps.read(), re.MULTILINE):
            memory.seek(int(start, 16))
            if what in memory.read(int(end, 16) - int(start, 16)):
                return True
    return False


def test_after_locking_the_same_process_is_another_one_that_never_had_the_key(
    locked_process: subprocess.Popen[str], folder: Path
) -> None:
    _, process, key = locked_process.stdout.readline().split()  # type: ignore[union-attr]
    secrets = (bytes.fromhex(key), CANARY.encode(), PASSPHRASE.encode())
    assert all(remembers(int(process), secret) for secret in secrets)

    locked_process.stdin.write("\n")  # type: ignore[union-attr]
    locked_process.stdin.flush()  # type: ignore[union-attr]

    assert locked_process.stdout.readline().split() == ["shown", process, "Unlock", str(folder)]  # type: ignore[union-attr]
    assert remembers(int(process), str(folder).encode())
    assert not any(remembers(int(process), secret) for secret in secrets)
    assert can_be_opened(folder)
