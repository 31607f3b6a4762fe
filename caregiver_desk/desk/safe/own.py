"""The frame of what is asked about the book itself, before it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Quiet, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Scroll, column, holding
from caregiver_desk.desk.parts.over import lay_in
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.errors import Problem
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window

WIDE = 520


class Own(QDialog):
    """A sheet about the book itself: what it is for, what is asked, and two ways out."""

    def __init__(self, window: Window, words: str, told: str) -> None:
        super().__init__(window)
        self._hands: Hands = window.hands
        self.setObjectName("own")
        self.setWindowTitle(words)
        self._title, self._told = title(words), meta(told, wrap=True)
        self._title.setWordWrap(True)
        self._leave = pressed(Quiet(say("Leave")), self.reject)
        self.finished.connect(self.deleteLater)

    def _lay(self, *asked: QWidget, last: QAbstractButton) -> None:
        self._foot = Foot(last, others=[self._leave])
        self._inside = holding(column(self._told, *asked, 1, gap=theme.ROOM))
        wide, high = self._wished()
        most = cast("QWidget", self.parent()).height()
        scroll = Scroll(self._inside, beside=theme.GAP)
        lay_in(self, column(self._title, column(scroll, self._foot, gap=0), gap=theme.ROOM))
        self.resize(wide, min(high, most))

    def _wished(self) -> tuple[int, int]:
        """How wide it is, and how high it would be for all that is in it to be seen."""
        room = theme.px(theme.WIDE)
        wide = min(theme.px(WIDE), cast("QWidget", self.parent()).width())
        inner = wide - 2 * room
        around = self._title.heightForWidth(inner) + self._foot.sizeHint().height() + 2 * (room + theme.px(theme.ROOM))
        return wide, around + max(self._inside.heightForWidth(inner), self._inside.sizeHint().height())

    def _shrink(self) -> None:
        """To what is left in it."""
        self.resize(self.width(), min(self.height(), self._wished()[1]))

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)
