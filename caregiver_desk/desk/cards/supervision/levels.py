"""Things below each other, their own view beside what the other saw: a figure a line, and the keys go on.

The figure is only the key that is pressed; what stands there, and what is kept, is a word. Their view comes first: what
the other saw of a thing can be said once they have spoken of it. The things are those that are looked at on a visit
together, or the statements of a capability framework.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Chip
from caregiver_desk.desk.parts.declared import asks_for
from caregiver_desk.desk.parts.layout import Hairline, column, holding
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import PlainLabel, body, heading, meta
from caregiver_desk.practice.growth.framework import Framework
from caregiver_desk.practice.supervision.observing import SIDES, items
from caregiver_desk.records.supervision.observation import OBSERVATION, Level
from caregiver_desk.wording import later, say

HEADS = {"own": later("Their own view, first"), "seen": later("What you saw")}
FIRST = Qt.Key.Key_1
STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
}
WIDE = 124


class Thing(NamedTuple):
    """What the two speak of: its code, what it is called, and perhaps what it looks like at its best."""

    code: str
    words: str
    below: str = ""
    heading: str = ""  # what stands above it, where a group begins


class Scale(NamedTuple):
    """The levels by the keys that say them, what each is called, and what is said of them above all things."""

    keys: Mapping[Qt.Key, str]
    called: Mapping[str, str]
    says: str

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(self.keys.values())


def of_a_visit(rubric: str = "") -> Levels:
    """What is looked at on a visit together."""
    keys = {Qt.Key(FIRST + place): str(each) for place, each in enumerate(Level) if each != Level.NOT_SEEN}
    keys[Qt.Key.Key_0] = str(Level.NOT_SEEN)
    told = say("1 not yet · 2 sometimes · 3 mostly · 4 strongly · 0 not seen. Nothing is added up.")
    scale = Scale(keys, {str(each): say(each) for each in Level}, told)
    levels = Levels([Thing(str(each.item), each.words, each.strongly) for each in items(rubric)], scale)
    for cell in levels.cells.values():
        asks_for(cell, OBSERVATION.name, cell.objectName(), cell.accessibleName())
    return levels


def of_a_framework(told: Framework) -> Levels:
    """The statements of a framework, group by group."""
    keys = {Qt.Key(FIRST + place): each.code for place, each in enumerate(told.levels)}
    named = " · ".join(f"{place} {each.words}" for place, each in enumerate(told.levels, 1))
    scale = Scale(
        keys, {each.code: each.words for each in told.levels}, say("{levels}. Nothing is added up.", levels=named)
    )
    things = [
        Thing(each.code, each.words, heading=title if number == 0 else "")
        for title, inside in told.groups()
        for number, each in enumerate(inside)
    ]
    return Levels(things, scale)


class Cell(Chip):
    """What one of the two says of one item."""

    said = Signal()
    moves = Signal(int, int)

    def __init__(self, name: str, called: str, scale: Scale) -> None:
        super().__init__("")
        self.setObjectName(name)
        self._called, self._level, self._scale = called, "", scale
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
        words = self._scale.called.get(self._level, self._level) if self._level else say("not said yet")
        self.setText(words if self._level else say("–"))
        self.setChecked(bool(self._level))
        self.setAccessibleName(say("{called}: {level}", called=self._called, level=words))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in self._scale.keys:
            self._say(self._scale.keys[key])
            self.moves.emit(1, 0)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._say(None)
        elif key in STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moves.emit(*STEPS[key])
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """By the mouse, or the space bar: one word after the other, and nothing after the last."""
        levels = self._scale.levels
        place = levels.index(self._level) + 1 if self._level in levels else 0
        self._say(levels[place] if place < len(levels) else None)

    def _say(self, level: str | None) -> None:
        self.put(level)
        self.said.emit()


class Levels(QWidget):
    """All of them. `values` holds what was said, by the name of its field."""

    filled = Signal()

    def __init__(self, things: Sequence[Thing], scale: Scale) -> None:
        super().__init__()
        self._things, self._scale = things, scale
        self.cells: dict[tuple[int, int], Cell] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.GAP))
        self._grid.setVerticalSpacing(theme.px(theme.SMALL))
        self._grid.setColumnStretch(0, 1)
        for place, side in enumerate(SIDES):
            head = PlainLabel(say(HEADS[side]), size=theme.META, weight=theme.MEDIUM, tint="ink-soft", wrap=True)
            self._grid.addWidget(head, 0, place + 1)
        for line, each in enumerate(things):
            self._lay(line, each)
        self._trouble = Trouble()
        keys = meta(scale.says, wrap=True)
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

    def complain(self, told: Told) -> None:
        self._trouble.say(told)

    def take_keys(self) -> None:
        """To the first that nobody has spoken of."""
        first = next((each for each in self._in_order() if not each.value() and each.isEnabled()), self.cells[0, 0])
        first.setFocus()

    def _in_order(self) -> list[Cell]:
        """Her view from top to bottom, then the other's."""
        return [self.cells[line, place] for place in range(len(SIDES)) for line in range(len(self._things))]

    def _lay(self, line: int, each: Thing) -> None:
        row = 2 * line + 1
        if each.heading:
            self._grid.addWidget(heading(each.heading), row, 0, 1, 3)
        below = [meta(each.below, wrap=True)] if each.below else []
        self._grid.addLayout(column(body(each.words, weight=theme.MEDIUM, wrap=True), *below, gap=1), row + 1, 0)
        for place, side in enumerate(SIDES):
            called = say("{item}, {side}", item=each.words, side=say(HEADS[side]))
            cell = Cell(f"{side}_{each.code}", called, self._scale)
            cell.setAccessibleDescription(each.below)
            cell.said.connect(self._let_speak)
            cell.said.connect(self.filled)
            cell.moves.connect(partial(self._move, line, place))
            self.cells[line, place] = cell
            self._grid.addWidget(cell, row + 1, place + 1, Qt.AlignmentFlag.AlignVCenter)

    def _let_speak(self) -> None:
        """What the other saw waits for her own word."""
        for line in range(len(self._things)):
            self.cells[line, 1].setEnabled(bool(self.cells[line, 0].value() or self.cells[line, 1].value()))

    def _move(self, line: int, place: int, down: int, across: int) -> None:
        """Below the last of her column begins the other's; what cannot be answered yet is left where it is."""
        line, place = line + down, place + across
        if line == len(self._things) and place == 0:
            line, place = 0, 1
        if line == len(self._things) and down:
            self.cells[line - 1, place].focusNextChild()
        elif (cell := self.cells.get((line, place))) and cell.isEnabled():
            cell.setFocus(Qt.FocusReason.TabFocusReason)
