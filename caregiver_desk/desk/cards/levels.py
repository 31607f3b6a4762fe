"""Ten items below each other, her own view beside what the other saw: a figure a line, and the keys go on.

The figure is only the key that is pressed (1 to 4, 0 for not seen); what stands there, and what is kept, is a word. Her
view comes first: what the other saw of an item can be said once she has spoken of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Chip
from caregiver_desk.desk.parts.layout import Hairline, column, holding
from caregiver_desk.desk.parts.words import PlainLabel, body, meta
from caregiver_desk.practice.observing import SIDES, Worded, items
from caregiver_desk.records.observation import Item, Level
from caregiver_desk.wording import later, say

KEYS = {
    Qt.Key.Key_1: Level.NOT_YET,
    Qt.Key.Key_2: Level.SOMETIMES,
    Qt.Key.Key_3: Level.MOSTLY,
    Qt.Key.Key_4: Level.STRONGLY,
    Qt.Key.Key_0: Level.NOT_SEEN,
}
LEVELS = tuple(KEYS.values())
HEADS = {"own": later("Their own view, first"), "seen": later("What you saw")}
STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
}
WIDE = 124


class Cell(Chip):
    """What one of the two says of one item."""

    said = Signal()
    moves = Signal(int, int)

    def __init__(self, name: str, called: str) -> None:
        super().__init__("")
        self.setObjectName(name)
        self._called, self._level = called, ""
        self.setFixedWidth(theme.px(WIDE))
        self.put(None)
        self.clicked.connect(self._go_on)

    def colours(self) -> tuple[QColor, QColor, QColor]:
        if self.isEnabled():
            return super().colours()
        return theme.colour("off"), theme.colour("line"), theme.colour("ink-soft")

    def value(self) -> str:
        return self._level

    def put(self, level: str | None) -> None:
        self._level = str(level or "")
        words = say(self._level) if self._level else say("not said yet")
        self.setText(words if self._level else say("–"))
        self.setChecked(bool(self._level))
        self.setAccessibleName(say("{called}: {level}", called=self._called, level=words))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in KEYS:
            self._say(KEYS[key])
            self.moves.emit(1, 0)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._say(None)
        elif key in STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moves.emit(*STEPS[key])
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """By the mouse, or the space bar: one word after the other, and nothing after the last."""
        place = LEVELS.index(Level(self._level)) + 1 if self._level else 0
        self._say(LEVELS[place] if place < len(LEVELS) else None)

    def _say(self, level: Level | None) -> None:
        self.put(level)
        self.said.emit()


class Levels(QWidget):
    """All of them. `values` holds what was said, by the name of its field."""

    filled = Signal()

    def __init__(self, rubric: str = "") -> None:
        super().__init__()
        self._items = items(rubric)
        self.cells: dict[tuple[int, int], Cell] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.GAP))
        self._grid.setVerticalSpacing(theme.px(theme.SMALL))
        self._grid.setColumnStretch(0, 1)
        for place, side in enumerate(SIDES):
            head = PlainLabel(say(HEADS[side]), size=theme.META, weight=theme.MEDIUM, tint="ink-soft", wrap=True)
            self._grid.addWidget(head, 0, place + 1)
        for line, each in enumerate(self._items):
            self._lay(line, each)
        self._trouble = PlainLabel(size=theme.META, tint="brick", wrap=True)
        self._trouble.hide()
        keys = meta(
            say("1 not yet · 2 sometimes · 3 mostly · 4 strongly · 0 not seen. Nothing is added up."), wrap=True
        )
        self.setLayout(column(Hairline(), keys, self._trouble, holding(self._grid), gap=theme.SMALL))
        self.setFocusProxy(self.cells[0, 0])
        for one, other in zip(self._in_order(), self._in_order()[1:], strict=False):
            QWidget.setTabOrder(one, other)
        self._let_speak()

    def values(self) -> dict[str, Any]:
        return {each.objectName(): each.value() for each in self.cells.values() if each.value()}

    def fill(self, told: Mapping[str, Any]) -> None:
        for each in self.cells.values():
            each.put(told.get(each.objectName()))
        self._let_speak()

    def complain(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def take_keys(self) -> None:
        """To the first that nobody has spoken of."""
        first = next((each for each in self._in_order() if not each.value() and each.isEnabled()), self.cells[0, 0])
        first.setFocus()

    def _in_order(self) -> list[Cell]:
        """Her view from top to bottom, then the other's."""
        return [self.cells[line, place] for place in range(len(SIDES)) for line in range(len(Item))]

    def _lay(self, line: int, each: Worded) -> None:
        told = column(body(each.words, weight=theme.MEDIUM, wrap=True), meta(each.strongly, wrap=True), gap=1)
        self._grid.addLayout(told, line + 1, 0)
        for place, side in enumerate(SIDES):
            cell = Cell(f"{side}_{each.item}", say("{item}, {side}", item=each.words, side=say(HEADS[side])))
            cell.setAccessibleDescription(each.strongly)
            cell.said.connect(self._let_speak)
            cell.said.connect(self.filled)
            cell.moves.connect(partial(self._move, line, place))
            self.cells[line, place] = cell
            self._grid.addWidget(cell, line + 1, place + 1, Qt.AlignmentFlag.AlignVCenter)

    def _let_speak(self) -> None:
        """What the other saw waits for her own word."""
        for line in range(len(Item)):
            self.cells[line, 1].setEnabled(bool(self.cells[line, 0].value() or self.cells[line, 1].value()))

    def _move(self, line: int, place: int, down: int, across: int) -> None:
        """Below the last of her column begins the other's; what cannot be answered yet is left where it is."""
        line, place = line + down, place + across
        if line == len(Item) and place == 0:
            line, place = 0, 1
        if line == len(Item) and down:
            self.cells[line - 1, place].focusNextChild()
        elif (cell := self.cells.get((line, place))) and cell.isEnabled():
            cell.setFocus(Qt.FocusReason.TabFocusReason)
