"""The first window: a passphrase. It is painted before anything heavy is brought in.

Decision. This file imports neither the records nor the store. They are imported on the lane while she types, and the
book is opened there too, so the window never stands still.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.box import Line
from caregiver_desk.desk.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.layout import Card, column, holding, row
from caregiver_desk.desk.marks import Icon
from caregiver_desk.desk.words import PlainLabel, meta, title
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import Problem
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.window import Window
    from caregiver_desk.store.book import Book
    from caregiver_desk.sync.opener import Opener

WIDE = 400


def _bring_in() -> None:
    """What the desk needs, brought in while the passphrase is typed."""
    from caregiver_desk import acts
    from caregiver_desk.acts import opening  # noqa: F401 - for what it brings

    acts.load()


def _open(folder: Path, passphrase: str) -> Book:
    _bring_in()
    from caregiver_desk.acts.opening import open_book

    return open_book(folder, passphrase)


class Unlock(QWidget):
    """Asks for the passphrase and opens the desk in its place."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.desk: Window | None = None
        self._opener: Opener | None = None
        self._book: Book | None = None
        self._lane = Lane()
        self._painted = False
        self.setWindowTitle(say("Caregiver Desk"))
        self._build()
        self.resize(theme.px(720), theme.px(480))

    def _build(self) -> None:
        self.line = Line()
        self.line.setObjectName("passphrase")
        self.line.setAccessibleName(say("Passphrase"))
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.returnPressed.connect(self.unlock)
        self._eye = pressed(Quiet(say("Show"), icon="eye"), self._show_or_hide)
        self._trouble = PlainLabel(size=theme.META, tint="brick", wrap=True)
        self._trouble.setObjectName("trouble")
        self._trouble.setMinimumHeight(2 * self._trouble.fontMetrics().lineSpacing())
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._button = pressed(Primary(say("Unlock")), self.unlock)
        label = PlainLabel(say("Passphrase"), size=theme.META, weight=theme.MEDIUM, tint="ink-soft")
        typed = row(self.line, self._eye)
        typed.setStretch(0, 1)
        card = Card(
            row(Icon("lock", "leaf", 28), title(say("Open your book")), 1),
            meta(say("Everything in it is encrypted on this laptop."), wrap=True),
            column(label, typed, self._trouble, gap=theme.TIGHT),
            self._button,
            gap=theme.ROOM,
        )
        card.setFixedWidth(theme.px(WIDE))
        self.setLayout(column(1, holding(row(1, card, 1)), 1))

    def unlock(self) -> None:
        passphrase = self.line.text()
        if not passphrase:
            self._say(say("Type your passphrase first."))
            return
        self._button.setEnabled(False)
        self._say("")
        folder = self._folder
        self._lane.run(lambda: _open(folder, passphrase), then=self._opened, owner=self, refused=self._refused)

    def _opened(self, book: Book) -> None:
        from caregiver_desk.desk.app import window_for
        from caregiver_desk.sync.opener import Opener

        self.line.clear()
        self._book, self._opener = book, Opener()
        self.desk = window_for(book, self._opener)
        self.desk.closed.connect(self._finish)
        self.desk.show()
        self.hide()

    def _finish(self) -> None:
        """The desk was closed: let go of the book, and of the worker."""
        if self._opener and self._book:
            self._opener.close()
            self._book.close()
        self.close()

    def _refused(self, problem: Problem) -> None:
        self._button.setEnabled(True)
        self.line.selectAll()
        self.line.setFocus()
        self._say(str(problem))

    def _say(self, words: str) -> None:
        self._trouble.setText(words)

    def _show_or_hide(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.setText(say("Hide") if hidden else say("Show"))
        self._eye.setAccessibleName(self._eye.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lane.run(_bring_in, then=lambda _: None, owner=self)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._lane.close()
        super().closeEvent(event)
