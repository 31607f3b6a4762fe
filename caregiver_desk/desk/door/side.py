"""One of two laptops on a screen."""

from __future__ import annotations

from typing import cast

import shiboken6
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.veil import Veil
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.keys import OTHER, called
from caregiver_desk.desk.parts.layout import clear, column, holding, row
from caregiver_desk.desk.parts.marks import KeyCap
from caregiver_desk.desk.parts.parting import go_on
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.trainer.stick import Where


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
        self._desk.addWidget(window)
        window.stand_beside()

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

    def keep_keys_above(self, held: QWidget) -> None:
        """Keys that come to what lies below a sheet of this laptop go to that sheet."""
        if (sheets := self._open_sheets()) and held.window() in (self.window(), *sheets[:-1]):
            self.take_keys()

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab stays in this laptop: F7 is the way to the other."""
        return go_on(self.laptop, back=not onward)

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
