"""Where two laptops stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.side import Side

ENOUGH, LEAST, SEEN = 600, 520, 150  # pixels at 100 per cent: for half, for one on top, of the one behind
SHARE = 2 / 3  # of the window for the one on top


class Tabletop(QWidget):
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
