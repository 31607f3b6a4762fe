"""What a page has room for: its own things, or, while there are none yet, what it is for and the first acts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_desk.desk.page import Page
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.sheets.intake.sheet import pick_sheet
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.wording import later, say


@dataclass(frozen=True)
class First:
    """How a page gets its things: one by one, or with a sheet, which says itself what it holds if `brings` does not."""

    label: str
    icon: str
    act: str
    brings: str = ""


CAREGIVERS = First(later("Add a caregiver"), "add_person", "add_caregiver")
HOMES = First(later("Add a household"), "add_home", "record_household", "bring_in_households")


def adding(page: Page, first: First, button: type[Primary | Quiet] = Primary) -> QAbstractButton:
    """The way to one more."""
    begin = partial(act_sheet, page, page.hands, first.act)
    return pressed(button(say(first.label), icon=first.icon), lambda: page.hands.dialogs.show(begin()))


def bringing(page: Page, first: First, button: type[Quiet]) -> QAbstractButton:
    """The way to many at once."""
    begin = partial(pick_sheet, page, page.hands, first.brings)
    return pressed(button(say("Bring in a spreadsheet"), icon="table"), begin)


class Room(QWidget):
    """Fills a page."""

    def __init__(self, page: Page, inside: QWidget, title: str, words: str, first: First = CAREGIVERS) -> None:
        super().__init__()
        self._page, self._inside, self._first = page, inside, adding(page, first)
        ways = holding(flow(self._first, bringing(page, first, Quiet), middle=True))
        self._empty = Empty(page.icon, title, words, ways)
        self._empty.hide()
        self.setLayout(column(inside, self._empty))

    def begin(self, *, begun: bool) -> None:
        """There is something, or nothing yet: then the first act has the keys, unless something is half typed."""
        begun = begun or any(draft.begun for draft in self._page.drafts)
        self._inside.setVisible(begun)
        self._empty.setVisible(not begun)
        self._page.below.serve(begun=begun)
        self._page.first = None if begun else self._first
        if not begun and self._page.isVisible():
            self._first.setFocus()
