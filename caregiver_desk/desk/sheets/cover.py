"""What covers the whole window while somebody else sits at the laptop, so that nothing of it shows beside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.layout import BAR, MOST, Hairline, Scroll, column, holding, row

WIDE = 720


def _in_the_middle(part: QWidget, beside: int) -> QLayout:
    """Kept away from the bar, also below it, so that what is done stands in line with what is read."""
    part.setMaximumWidth(theme.px(WIDE))
    middle = row(1, part, 1)
    middle.setStretch(1, MOST)
    middle.setContentsMargins(0, 0, theme.px(beside), 0)
    return middle


class Cover(QDialog):
    """As large as the window it covers, however large that becomes."""

    def __init__(self, window: QWidget, hands: Hands) -> None:
        super().__init__(window)
        self._window, self._hands = window, hands
        self._cover()
        window.installEventFilter(self)

    def lay_over(self, parts: QLayout, *ways: QWidget) -> QHBoxLayout:
        """The parts down the middle, the ways on below them at the foot, which is returned."""
        foot = row(1, *ways)
        below = holding(column(Hairline(), foot, gap=theme.SMALL))
        scrolled = Scroll(holding(_in_the_middle(holding(parts), theme.GAP)), steady=True)
        laid: QBoxLayout = column(scrolled, _in_the_middle(below, theme.GAP + BAR), gap=0)
        room = theme.px(theme.WIDE)
        laid.setContentsMargins(room, room, room, room)
        self.setLayout(laid)
        return foot

    def reject(self) -> None:
        """Esc turns nothing back: what lies below is not theirs to see by a slip."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(QRect(self._window.mapToGlobal(QPoint()), self._window.size()))
