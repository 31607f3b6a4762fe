"""The recovery sheet of a new book, seen this once before its desk opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_desk.desk.parts.asked import foot, page
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.layout import holding, row
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.safe.recovery_sheet import RecoverySheet
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.door.door import Door


class SheetOnce(QWidget):
    """The sheet of a new book, before its desk opens."""

    ROOM = (720, 660)

    def __init__(self, door: Door, enter: Callable[[], object], identity: str, sign: str) -> None:
        super().__init__()
        told = say(
            "If you forget your passphrase, this page opens your book. It is shown this once. Let nobody look on."
        )
        self._sheet = RecoverySheet(identity, sign, lane=door.lane, dialogs=door.dialogs)
        self._sheet.kept.connect(self._kept)
        self._by_hand: QAbstractButton = pressed(Quiet(say("I copied it by hand")), enter)
        self._open = pressed(Primary(say("Open my desk")), enter)
        self._open.hide()
        self.foot = foot(Trouble(), last=holding(row(self._by_hand, self._open)))
        self.setLayout(page(say("Your recovery sheet"), "lock", told, self._sheet))

    def arrive(self) -> None:
        """Never at the button that goes on: what stands here is seen once."""
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> None:
        self._by_hand.hide()
        self._open.show()
        self._open.setFocus()
