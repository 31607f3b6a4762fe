"""What can be begun from anywhere, behind one button: the acts of every day, as the register calls them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from caregiver_desk.desk import theme
from caregiver_desk.desk.keys import called
from caregiver_desk.desk.parts import icons
from caregiver_desk.desk.parts.buttons import Quiet
from caregiver_desk.desk.sheets.ways import DAILY, ICONS, beginnable
from caregiver_desk.wording import say


class New(Quiet):
    """Pressed, it offers what somebody in this role begins every day; the arrow keys move in it."""

    def __init__(self, role: str, begin: Callable[[str], object]) -> None:
        super().__init__(say("New"), icon="plus")
        self._role, self._begin = role, begin
        self.clicked.connect(self.offer)

    def offer(self) -> QMenu:
        """Open the list below the button."""
        menu = QMenu(self)
        menu.setFont(theme.font())
        menu.aboutToHide.connect(menu.deleteLater)
        for act in beginnable(self._role):
            if act.name in DAILY:
                words = say(act.label).replace("&", "&&") + (f"\t{called(act.shortcut)}" if act.shortcut else "")
                action = menu.addAction(icons.icon(ICONS[act.name]), words)
                action.triggered.connect(lambda _=False, name=act.name: self._begin(name))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu
