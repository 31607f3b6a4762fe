"""The first window: a passphrase, and then the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from caregiver_desk.acts import opening
from caregiver_desk.desk import theme
from caregiver_desk.desk.unlock import Unlock
from caregiver_desk.records.people import Role
from caregiver_desk.store.slots import FLOOR

PASSPHRASE = "four unrelated quiet words"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "book"
    book, _ = opening.new_book(
        place, PASSPHRASE, name="Nomvula Shezi", role=Role.SUPERVISOR, site="Lesedi", team="North", cost=FLOOR
    )
    book.close()
    return place


@pytest.fixture
def unlock(folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Unlock]:
    theme.wear(qapp)
    window = Unlock(folder)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    if window.desk:
        window.desk.close()
    window.close()


def enter(window: Unlock, words: str) -> None:
    QTest.keyClicks(window.line, words)
    QTest.keyClick(window.line, Qt.Key.Key_Return)


def test_the_right_passphrase_opens_the_desk(unlock: Unlock, qtbot: QtBot) -> None:
    enter(unlock, PASSPHRASE)

    qtbot.waitUntil(lambda: unlock.desk is not None, timeout=30_000)

    assert unlock.desk is not None
    assert unlock.desk.isVisible()
    assert not unlock.isVisible()


def test_a_wrong_passphrase_is_said_in_words_and_may_be_typed_again(unlock: Unlock, qtbot: QtBot) -> None:
    enter(unlock, "not the passphrase")
    said = unlock.findChild(QLabel, "trouble")
    assert said is not None

    qtbot.waitUntil(lambda: bool(said.text()), timeout=30_000)

    assert "This is not the passphrase of this book." in said.text()
    assert unlock.line.selectedText()
