"""The shelves of the page Growth, chapter by chapter, each with how much is under way there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.growth.shelves import Standing
from caregiver_desk.desk.parts.folding import turned
from caregiver_desk.desk.parts.layout import Card, Scroll, clear, column, holding
from caregiver_desk.desk.parts.lists import line
from caregiver_desk.desk.parts.words import heading
from caregiver_desk.wording import count, say

HIGH, NUMBER = 30, 30


class ShelfButton(QAbstractButton):
    """One shelf; chosen, it carries the wash of what is chosen. The arrow keys go from one to the next."""

    def __init__(self, told: Standing) -> None:
        super().__init__()
        self.name, self._going = told.shelf.name, told.going or 0
        self.setText(say(told.shelf.label))
        going = count("{number} under way", "{number} under way", self._going) if self._going else ""
        named = say("{shelf}, {going}", shelf=self.text(), going=going) if going else self.text()
        self.setAccessibleName(named)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.px(160), theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen, room = self.isChecked(), theme.px(10)
        painter.setPen(QPen(theme.colour("leaf"), theme.ring()) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("leaf-wash") if chosen or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(theme.ROUND), theme.px(theme.ROUND))
        tint, weight = ("leaf", theme.SEMIBOLD) if chosen else ("ink", theme.REGULAR)
        words = box.adjusted(room, 0, -room - (theme.px(NUMBER) if self._going else 0), 0)
        line(painter, turned(words, box), self.text(), weight=weight, tint=tint)
        if self._going:
            number = turned(
                QRectF(box.right() - room - theme.px(NUMBER), box.top(), theme.px(NUMBER), box.height()), box
            )
            painter.setFont(theme.font(theme.META, theme.MEDIUM))
            painter.setPen(theme.colour("ink-soft"))
            right = Qt.AlignmentFlag.AlignRight if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else LEFT
            painter.drawText(number, right | Qt.AlignmentFlag.AlignVCenter, str(self._going))
        painter.end()


LEFT = Qt.AlignmentFlag.AlignLeft


class ShelvesCard(Card):
    """`chosen` is told the name of the shelf that somebody turns to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self._laid, self._group = column(gap=1), QButtonGroup()
        super().__init__(Scroll(holding(self._laid), beside=theme.TIGHT))
        self._shown: tuple[Standing, ...] = ()
        self._group.idClicked.connect(self._turn)

    def show_shelves(self, told: Sequence[Standing], chosen: str) -> None:
        """Laid anew only where something differs, so that the keys stay where they are."""
        if tuple(told) != self._shown:
            self._lay(tuple(told))
        for button in self._buttons():
            button.setChecked(button.name == chosen)

    def _buttons(self) -> list[ShelfButton]:
        return [each for each in self._group.buttons() if isinstance(each, ShelfButton)]

    def _lay(self, told: tuple[Standing, ...]) -> None:
        held = next((each.name for each in self._buttons() if each.hasFocus()), "")
        for button in self._buttons():
            self._group.removeButton(button)
        clear(self._laid)
        self._shown = told
        for number, (chapter, some) in enumerate(groupby(told, key=lambda each: each.shelf.chapter)):
            self._lay_chapter(chapter, list(some), first=not number)
        self._laid.addStretch(1)
        for button in self._buttons():
            if button.name == held:
                button.setFocus()

    def _lay_chapter(self, chapter: str, some: Sequence[Standing], *, first: bool) -> None:
        head = heading(say(chapter))
        head.setContentsMargins(theme.px(10), 0 if first else theme.px(theme.GAP), 0, theme.px(theme.TIGHT))
        self._laid.addWidget(head)
        for each in some:
            button = ShelfButton(each)
            self._group.addButton(button, len(self._group.buttons()))
            self._laid.addWidget(button)

    def _turn(self, number: int) -> None:
        button = self._group.button(number)
        if isinstance(button, ShelfButton):
            self.chosen.emit(button.name)
