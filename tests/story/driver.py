"""The desk as a person uses it: pages by their name, fields by theirs, buttons by their words. The only test code that
knows widgets. It waits for what it expects to come about, never for time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QPagedPaintDevice
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.exceptions import TimeoutError  # noqa: A004 - its own name for it
from pytestqt.qtbot import QtBot

from caregiver_desk.desk.dialogs import Dialogs
from caregiver_desk.desk.frame.opening import window_for
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.page import Page
from caregiver_desk.desk.parts.buttons import Primary
from caregiver_desk.desk.parts.lists import PaintedList
from caregiver_desk.desk.parts.marks import KeyCap, Tag
from caregiver_desk.desk.parts.tables import RECORD
from caregiver_desk.desk.work import Lane
from caregiver_desk.store.book import Book
from caregiver_desk.sync.opener import Opener

PATIENCE = 10_000  # milliseconds; waited in full only by a test that fails
A_WHILE = 100  # milliseconds, after which one looks again


W = TypeVar("W", bound=QWidget)


def rested(qtbot: QtBot, lane: Callable[[], Lane], patience: int = PATIENCE) -> None:
    """Until nothing is under way on a lane: it says so itself. One that was closed meanwhile says nothing more."""
    for _ in range(patience // A_WHILE):
        if not lane().busy:
            return
        with qtbot.waitSignal(lane().rested, timeout=A_WHILE, raising=False):
            pass
    message = f"something was still under way after {patience} milliseconds"
    raise TimeoutError(message)


class Answers(Dialogs):
    """Stands in for the dialogs: what a person would have picked is put here beforehand."""

    def __init__(self) -> None:
        self.folder = self.file = self.shown = Path()
        self.files: dict[str, Path] = {}  # by the question, where one thing asks for several

    def pick_folder(self, _parent: QWidget, _words: str, then: Callable[[Path], object]) -> None:
        then(self.folder)

    def pick_file(self, _parent: QWidget, words: str, _pattern: str, then: Callable[[Path], object]) -> None:
        then(self.files.get(words, self.file))

    def pick_printer(self, _parent: QWidget, _words: str, then: Callable[[QPagedPaintDevice], object]) -> None:
        """A printer that prints into a file."""
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        then(printer)

    def show_file(self, file: Path) -> None:
        self.shown = file


@dataclass(frozen=True)
class Programme:
    """A supervisor's book with one caregiver and two households."""

    book: Book
    caregiver: str
    household: str


class Desk:
    """One person at one window."""

    def __init__(self, qtbot: QtBot, book: Book, opener: Opener) -> None:
        self._qtbot, self.book = qtbot, book
        self.window: Window = window_for(book, opener)
        self.answers = Answers()
        self.window.hands.dialogs = self.answers
        self.window.show()
        self.rest()

    def rest(self) -> Desk:
        """Until nothing is under way."""
        QApplication.processEvents()
        rested(self._qtbot, lambda: self.window.hands.lane)
        QApplication.processEvents()
        return self

    def until(self, holds: Callable[[], object]) -> Desk:
        """Until this holds, such as that everything lies in its place; whether it does is asked afterwards."""
        with suppress(TimeoutError):
            self._qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE)
        return self

    def open(self, subject: str) -> Desk:
        QTest.mouseClick(self._one(QAbstractButton, f"rail-{subject}", self.window), Qt.MouseButton.LeftButton)
        return self.rest()

    def page(self) -> Page:
        return self.window.page()

    def choose_person(self, name: str) -> Desk:
        people = next(each for each in self.page().findChildren(PaintedList) if each.accessibleName() == "Caregivers")
        names = [person.name for person in people.rows.rows()]
        people.choose(names.index(name))
        return self.rest()

    def fill(self, **fields: str) -> Desk:
        """Type into fields, or press the chip with these words where a field is chosen from chips."""
        for name, words in fields.items():
            editor = self._one(QWidget, name.replace("__", "-"), self._front())
            self._fill(editor, words)
        return self.rest()

    def _fill(self, editor: QWidget, words: str) -> None:
        typed_into = editor if isinstance(editor, QLineEdit | QPlainTextEdit) else editor.findChild(QLineEdit)
        if typed_into is None:
            for each in words.split(", "):
                self._click(self._button(each, editor))
            return
        typed_into.window().activateWindow()
        typed_into.setFocus()
        typed_into.selectAll()
        QTest.keyClick(typed_into, Qt.Key.Key_Delete)
        QTest.keyClicks(typed_into, words)
        QTest.keyClick(QApplication.activePopupWidget() or typed_into, Qt.Key.Key_Tab)

    def typed(self, name: str) -> str:
        """What stands in a field."""
        editor = self._one(QWidget, name, self._front())
        line = editor if isinstance(editor, QLineEdit) else editor.findChild(QLineEdit)
        assert line is not None
        return line.text()

    def typed_words(self, name: str) -> str:
        """What stands in a field of several lines."""
        return self._one(QPlainTextEdit, name, self._front()).toPlainText()

    def put_keys_in(self, name: str) -> Desk:
        """Have the keys go to a field."""
        self.window.activateWindow()
        self._one(QWidget, name, self._front()).setFocus()
        return self.rest()

    def key_caps(self) -> list[str]:
        """The names of keys in front."""
        return [each.accessibleName() for each in self._front().findChildren(KeyCap) if each.isVisible()]

    def people(self) -> list[Any]:
        """Whoever stands in the list of caregivers."""
        people = next(each for each in self.page().findChildren(PaintedList) if each.accessibleName() == "Caregivers")
        return list(people.rows.rows())

    def find_sheet(self, letters: str) -> Desk:
        """Type letters of a name where one of many sheets is found, and go on."""
        line = next(each for each in self.page().findChildren(QLineEdit) if "sheet" in each.accessibleName())
        line.setFocus()
        QTest.keyClicks(line, letters)
        QTest.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Tab)
        return self.rest()

    def find_chip(self, words: str) -> Desk:
        """Press the chip whose words begin so, such as a name with what it waits for."""
        chips = [each for each in self.page().findChildren(QAbstractButton) if each.isVisible() and each.isCheckable()]
        self._click(next(each for each in chips if each.text().startswith(words)))
        return self.rest()

    def press(self, words: str) -> Desk:
        self._click(self._button(words, self._front()))
        return self.rest()

    def drop(self, *paths: Path) -> Desk:
        """Drop files on the window."""
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
        place, copy = QPointF(40, 40), Qt.DropAction.CopyAction
        button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.window.dropEvent(QDropEvent(place, copy, carried, button, modifier))
        return self.rest()

    def do_from_palette(self, words: str) -> Desk:
        """Find an act by its words, and begin it."""
        self.keys(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        line = self._front().findChild(QLineEdit)
        assert line is not None
        QTest.keyClicks(line, words)
        self.rest()
        QTest.keyClick(line, Qt.Key.Key_Return)
        return self.rest()

    def keys(self, keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Desk:
        self.window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(self.window, keys, modifier)
        return self.rest()

    def type_keys(self, keys: str) -> Desk:
        """Whatever has the keys gets them, one after the other."""
        self.window.activateWindow()
        for each in keys:
            held = QApplication.focusWidget()
            assert held is not None
            QTest.keyClicks(held, each)
        return self.rest()

    def message(self) -> str:
        """Everything that is said at the moment: the status line, and what stands beside fields."""
        shown = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        return "\n".join(words for words in shown if words)

    def greens(self) -> list[str]:
        """What is the one obvious next thing in front."""
        buttons = [each for each in self.window.findChildren(Primary) if each.isVisible() and not each._back]
        return [each.text() for each in buttons]

    def tags(self) -> list[str]:
        """The words of the pills in front."""
        return [each.text for each in self._front().findChildren(Tag) if each.isVisible()]

    def said_after(self, heading: str) -> str:
        """The words that stand below a heading."""
        lines = self.message().splitlines()
        return lines[lines.index(heading) + 1]

    def offered(self) -> str:
        """What was just done and can be taken back; empty if nothing is offered."""
        toast = self.window.frame.toast
        return "\n".join(each.text() for each in toast.findChildren(QLabel)) if toast.isVisible() else ""

    def status(self) -> str:
        return self._one(QLabel, "message", self.window).text()

    def timeline(self) -> list[str]:
        """The entries of the timeline in front, as they are read aloud."""
        lists = [each for each in self.page().findChildren(PaintedList) if "Timeline" in each.accessibleName()]
        rows = lists[0].rows
        return [rows.index(row, 0).data() for row in range(rows.rowCount())]

    def open_entry(self, words: str) -> Desk:
        """Click the newest entry of the timeline that says these words."""
        (timeline,) = (each for each in self.page().findChildren(PaintedList) if "Timeline" in each.accessibleName())
        return self.click_row(timeline, next(i for i, told in enumerate(self.timeline()) if words in told))

    def click_row(self, rows: PaintedList, row: int) -> Desk:
        """Where the row of a list is painted."""
        index = rows.rows.index(row, 0)
        rows.scrollTo(index)
        place = rows.visualRect(index).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self.rest()

    def rows(self) -> list[Any]:
        """The values of the table in front."""
        model = self.page().table.model()  # type: ignore[attr-defined]
        return [model.index(row, 0).data(RECORD) for row in range(model.rowCount())]

    def buttons(self) -> list[str]:
        shown = [each for each in self._front().findChildren(QAbstractButton) if each.isVisible()]
        return [each.text() for each in shown]

    def focusable(self) -> list[QWidget]:
        """Whatever in front can have the keys."""
        everything = self.window.findChildren(QWidget)
        return [each for each in everything if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def close(self) -> None:
        """Also when it was closed before. A list that hangs open would take the keys of the next story."""
        while hanging := QApplication.activePopupWidget():
            hanging.hide()
        if shiboken6.isValid(self.window):
            for dialog in self.window.findChildren(QDialog):
                dialog.hide()
            self.window.close()
            self.window.deleteLater()

    def _front(self) -> QWidget:
        dialogs = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def _button(self, words: str, within: QWidget) -> QAbstractButton:
        found = [each for each in within.findChildren(QAbstractButton) if each.text() == words and each.isVisible()]
        assert found, f"no button says {words}; there are {self.buttons()}"
        return found[0]

    def _click(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _one(self, kind: type[W], name: str, within: QWidget) -> W:
        found = [each for each in within.findChildren(kind, name) if each.isVisible()]
        assert found, f"nothing in front is called {name}"
        return found[0]
