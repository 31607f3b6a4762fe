"""What can happen to the stick, behind one button, where there is no room for a button each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QMenu

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Small
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.wording import say


class Ways(Small):
    """Pressed, it offers those of these buttons that stand for something now, and what may be chosen."""

    def __init__(self, buttons: Sequence[QAbstractButton], moment: Chooser) -> None:
        super().__init__(say("What happens"), icon="down")
        self._buttons, self._moment = buttons, moment
        self.clicked.connect(self.offer)

    def offer(self) -> None:
        menu = QMenu(self)
        menu.setFont(theme.font())
        menu.aboutToHide.connect(menu.deleteLater)
        for button in self._buttons:
            if button.isEnabled():
                menu.addAction(button.text()).triggered.connect(button.click)
        menu.addSeparator()
        self._moment.fill(menu)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
