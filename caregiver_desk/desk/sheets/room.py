"""What a page has room for: its own things, or, while nobody works here yet, what it is for and the first acts."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.page import Page
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.layout import column, holding, row
from caregiver_desk.desk.sheets.intake_sheet import pick_sheet
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.wording import say


class Room(QWidget):
    """Fills a page."""

    def __init__(self, page: Page, inside: QWidget, title: str, words: str) -> None:
        super().__init__()
        self._page, self._inside = page, inside
        self.first = pressed(Primary(say("Add a caregiver"), icon="plus"), self.add)
        bring = pressed(Quiet(say("Bring in a spreadsheet"), icon="table"), lambda: pick_sheet(page, page.hands))
        self._empty = Empty(page.icon, title, words, holding(row(self.first, bring)))
        self._empty.hide()
        self.setLayout(column(inside, self._empty))

    def begin(self, *, begun: bool) -> None:
        """Somebody works here, or nobody yet: then the first act has the keys, unless something is half typed."""
        begun = begun or any(draft.begun for draft in self._page.drafts)
        self._inside.setVisible(begun)
        self._empty.setVisible(not begun)
        if not begun and self._page.isVisible():
            self.first.setFocus()

    def add(self) -> None:
        self._page.hands.dialogs.show(act_sheet(self._page, self._page.hands, "add_caregiver"))
