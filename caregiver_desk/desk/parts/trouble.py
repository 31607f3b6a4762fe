"""What is wrong, in words beside a sign that says so too; of what was refused, also the way to its paragraph."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import column, holding, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.more import More, Told
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.errors import Problem


class Trouble(QWidget):
    """For the eye and the ear. It takes no room while nothing is wrong, and most of them never say anything."""

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel(size=theme.META, tint="brick", wrap=True)
        self._words.setObjectName("trouble")
        self._more: More | None = None
        icon = Icon("alert", "brick", 16)
        self._told = column(self._words, gap=theme.TIGHT)
        laid = row(icon, holding(self._told), gap=6)
        laid.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        laid.setStretch(1, 1)
        self.setLayout(laid)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, told: Told, *, aloud: bool = True) -> None:
        """Nothing, once it is mended."""
        self._words.setText(str(told))
        self._lead_on(told)
        self.setVisible(bool(self.words))
        if aloud:
            tell(self, self.words)

    def _lead_on(self, told: Told) -> None:
        if isinstance(told, Problem) and self._more is None:
            self._more = More()
            self._told.addWidget(holding(row(self._more, 1)))
            QWidget.setTabOrder(self._before(), self._more)
        if self._more is not None:
            self._more.heed(told)

    def _before(self) -> QWidget:
        """What has the keys before this: what is made late would else come last in its window."""
        before = cast("QWidget", self.previousInFocusChain())  # a ring, in which there is always one
        while before is not self and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = cast("QWidget", before.previousInFocusChain())
        return before
