"""With whom? Asked where a sheet about one caregiver is begun from anywhere; her name is the only key it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import HEARD, Choices, choices
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Quiet, pressed
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.parts.layout import column, row
from caregiver_desk.desk.parts.words import title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.together_sheet import show_together
from caregiver_desk.records.observation import OBSERVATION
from caregiver_desk.wording import say

WIDE, HIGH = 480, 230


def ask_with_whom(window: QWidget, hands: Hands) -> None:
    hands.lane.ask(
        lambda book: choices(book, HEARD),
        then=lambda found: hands.dialogs.show(WithWhom(window, hands, found)),
        owner=window,
    )


class WithWhom(QDialog):
    """A name, and the sheet of a visit together with her opens."""

    def __init__(self, window: QWidget, hands: Hands, found: Choices | None) -> None:
        super().__init__(window)
        self._hands, self._over = hands, window
        self.setObjectName("with-whom")
        self.setWindowTitle(say("Visit together"))
        self.form = Form(OBSERVATION, ("caregiver",), labels={"caregiver": say("With whom")}, columns=1)
        offer(self.form, "caregiver", found, hands.lane, HEARD)
        leave = pressed(Quiet(say("Leave")), self.reject)
        laid = column(title(say("Visit together")), self.form, 1, row(1, leave), gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        self.finished.connect(self.deleteLater)
        self.form.filled.connect(self._chosen)
        self.form.go_on()

    def _chosen(self) -> None:
        if who := self.form.values().get("caregiver"):
            self.accept()
            show_together(self._over, self._hands, str(who))
