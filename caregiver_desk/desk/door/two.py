"""Two laptops on one screen, and a stick between them.

Context. How two books go apart and come together again is learnt by doing it, and a hall has one projector. At 1024
pixels, and with large letters, half a screen is too narrow for a desk.

Decision. Two desks as they are, each with its own hands, in one window; the stick lies in a bar above both, where it
takes no width from either and no sheet of theirs covers it. Where half of the window is enough for a desk, they stand
side by side. Where it is not, they overlap like two sheets of paper, each as wide as a desk needs, and the one with the
keys lies on top: nothing is laid out anew when they change. F7 goes to the other laptop, F9 to the stick; every other
key is for the desk that has the keys. Both lanes share one thread, since an exercise asks both books at once. A sheet
covers its own desk only.

Consequences. Bundles cannot cross into a real book: the stick is a folder of this rehearsal, and goes with it. Both
desks wear one look, whichever of them chose it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from caregiver_desk import acts
from caregiver_desk.acts.worded import words_of
from caregiver_desk.desk import theme
from caregiver_desk.desk.door.stick_bar import StickBar
from caregiver_desk.desk.door.stick_dialogs import StickDialogs, Told
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.keys import OTHER, RESET, STICK, called
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.pages import all_pages
from caregiver_desk.desk.parts.layout import clear, column, holding, row
from caregiver_desk.desk.parts.marks import KeyCap
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.desk.work import Lane, one_thread
from caregiver_desk.practice import site_words
from caregiver_desk.settings import NAME, Look
from caregiver_desk.trainer.stick import Stick, Where
from caregiver_desk.trainer.story import owner
from caregiver_desk.wording import say

ENOUGH, LEAST, SEEN = 600, 520, 150  # pixels at 100 per cent: for half, for one on top, of the one behind
SHARE, VEILED = 2 / 3, 130  # of the window for the one on top; of 255 for the veil


class Veil(QWidget):
    """Over a desk that cannot be used now; pressed, it says so."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        paper = theme.colour("paper")
        paper.setAlpha(VEILED)
        painter = QPainter(self)
        painter.fillRect(self.rect(), paper)
        painter.end()


class Side(QWidget):
    """One laptop: whose it is, its desk, and a veil over it while it is behind or a sheet stands over it."""

    def __init__(self, name: str, where: Where) -> None:
        super().__init__()
        self.where, self.name, self._behind, self._has_keys = where, name, False, False
        self._sheets: list[QDialog] = []
        self.setAccessibleName(name)
        self._head, self._desk = QVBoxLayout(), column(gap=0)
        self.setLayout(column(self._head, self._desk, gap=0))
        self.veil = Veil(self)
        self.veil.pressed.connect(self.take_keys)
        self.veil.hide()
        self.lay_head()

    def stand(self, window: Window) -> None:
        self.laptop = window
        window.stand_beside()
        self._desk.addWidget(window)

    def lay_head(self) -> None:
        """Whose laptop it is, at the outer edge; and the key that goes there, unless it has the keys."""
        clear(self._head)
        tint, weight = ("leaf", theme.BOLD) if self._has_keys else ("ink-soft", theme.SEMIBOLD)
        name, cap = PlainLabel(self.name, size=theme.META, weight=weight, tint=tint), KeyCap(called(OTHER.keys))
        if self._has_keys:
            cap.hide()
        laid = row(cap, name, 1) if self.where == Where.LEFT else row(1, name, cap)
        side, room = theme.px(theme.ROOM), theme.px(theme.TIGHT)
        laid.setContentsMargins(side, room, side, room)
        head = holding(laid)
        head.setFixedHeight(cap.sizeHint().height() + 2 * room)
        self._head.addWidget(head)

    def stands(self, *, behind: bool, has_keys: bool) -> None:
        self._behind = behind
        if has_keys != self._has_keys:
            self._has_keys = has_keys
            self.lay_head()
        self._draw_veil()

    def take_keys(self) -> None:
        """To the sheet on top, or to where they were."""
        if sheets := self._open_sheets():
            sheets[-1].raise_()
            sheets[-1].activateWindow()
        else:
            self.activateWindow()
            held = cast("QWidget | None", self.laptop.focusWidget())
            (held or self.laptop.pages).setFocus()

    def hold(self, dialog: QDialog) -> None:
        """Show a sheet over this laptop only, until it is done with."""
        self._sheets.append(dialog)
        dialog.finished.connect(self._draw_veil)
        dialog.destroyed.connect(self._draw_veil)
        dialog.resize(dialog.size().boundedTo(self.size()))
        dialog.move(self.mapToGlobal(self.rect().center()) - dialog.rect().center())
        dialog.show()
        self._draw_veil()

    def _open_sheets(self) -> list[QDialog]:
        self._sheets = [each for each in self._sheets if shiboken6.isValid(each) and each.isVisible()]
        return self._sheets

    def _draw_veil(self) -> None:
        self.veil.setVisible(self._behind or bool(self._open_sheets()))
        self.veil.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self.veil.setGeometry(self.rect())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("leaf-wash" if self._has_keys else "rail"))
        painter.end()


class Table(QWidget):
    """Both laptops beside each other, or one over the other."""

    def __init__(self, sides: Sequence[Side]) -> None:
        super().__init__()
        self.sides = self.left, self.right = tuple(sides)
        self.front = self.left
        for side in self.sides:
            side.setParent(self)

    @property
    def other(self) -> Side:
        """The one without the keys."""
        return self.right if self.front is self.left else self.left

    def bring(self, side: Side) -> None:
        """It has the keys now."""
        self.front = side
        side.raise_()
        for each in self.sides:
            each.stands(behind=self._overlap and each is not side, has_keys=each is side)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        wide, high = self._wide(), self.height()
        self.left.setGeometry(0, 0, wide, high)
        self.right.setGeometry(self.width() - wide, 0, wide, high)
        self.bring(self.front)
        super().resizeEvent(event)

    @property
    def _overlap(self) -> bool:
        return self.width() // 2 < theme.px(ENOUGH)

    def _wide(self) -> int:
        if not self._overlap:
            return self.width() // 2
        return max(round(self.width() * SHARE), min(theme.px(LEAST), self.width() - theme.px(SEEN)))


class Two(QWidget):
    """Two laptops of a rehearsal. `closed` when somebody closes them."""

    closed = Signal()

    def __init__(self, rehearsing: Rehearsing) -> None:
        super().__init__()
        acts.load()
        self.setWindowTitle(NAME)
        self.resize(1366, 768)
        self._rehearsing, self._pool = rehearsing, one_thread()
        self._follows: set[Side] = set()  # who is to wear what the other does
        self.told = Told(Stick(rehearsing.rehearsal.place / "sticks"))
        laptops = (rehearsing.laptop, Where.LEFT), (rehearsing.beside, Where.RIGHT)
        self.table = Table([Side(say("{name}’s laptop", name=owner(laptop)), where) for laptop, where in laptops])
        site_words.speak(words_of(rehearsing.rehearsal.laptop(rehearsing.laptop)))
        for side, (laptop, _) in zip(self.table.sides, laptops, strict=True):
            side.stand(self._desk(laptop, side))
        self._bar = column(gap=0)
        laid = column(self._bar, self.table, gap=0)
        laid.setStretchFactor(self.table, 1)
        self.setLayout(laid)
        self._lay_bar()
        for lane in self.lanes:
            lane.rested.connect(self._look_at_stick)
        self._key(OTHER.keys, self._go_over)
        self._key(STICK.keys, self._go_to_stick)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self.table.front.take_keys()

    @property
    def windows(self) -> tuple[Window, Window]:
        return self.table.left.laptop, self.table.right.laptop

    @property
    def lanes(self) -> tuple[Lane, Lane]:
        left, right = self.windows
        return left.hands.lane, right.hands.lane

    def go(self, page: str) -> None:
        """At the laptop where one sits."""
        self.windows[0].go(page)

    def _desk(self, laptop: str, side: Side) -> Window:
        rehearsal = self._rehearsing.rehearsal
        lane = Lane(rehearsal.laptop(laptop), self._pool)
        hands = Hands(lane, StickDialogs(side, self.told), rehearsal.opener, self._rehearsing)
        window = Window(hands, all_pages(rehearsing=True), fictional=True)
        window.worn.connect(partial(self._wear, side))
        return window

    def _look_at_stick(self) -> None:
        self.bar.show_it()

    def _go_over(self) -> None:
        self.table.other.take_keys()

    def _go_to_stick(self) -> None:
        self.activateWindow()
        self.bar.take_keys()

    def _lay_bar(self) -> None:
        clear(self._bar)
        self.bar = StickBar(self.told, {side.where: side.name for side in self.table.sides})
        self.bar.on_key(RESET.keys, self._rehearsing.reset)
        self._bar.addWidget(self.bar)

    def _key(self, keys: str, does: Callable[[], object]) -> None:
        """Also while a sheet has the keys."""
        key = QShortcut(QKeySequence(keys), self)
        key.setContext(Qt.ShortcutContext.ApplicationShortcut)
        key.activated.connect(does)

    def _follow(self, _before: QWidget | None, held: QWidget | None) -> None:
        """Whoever has the keys lies on top; those of a sheet are of the desk below it."""
        while held is not None and held not in self.table.sides:
            held = held.parentWidget()
        if isinstance(held, Side) and held is not self.table.front:
            self.table.bring(held)

    def _wear(self, side: Side, look: Look) -> None:
        """One of them chose it; the other wears it too, and so does what lies between."""
        if side in self._follows:
            self._follows.remove(side)
            return
        (other,) = (each for each in self.table.sides if each is not side)
        self._follows.add(other)
        other.laptop.wear(look)
        for each in self.table.sides:
            each.lay_head()
        self._lay_bar()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        for window in self.windows:
            window.close()
        self._pool.shutdown()
        self.told.stick.put_away()
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.end()
