"""With whom? Asked where a sheet about one caregiver is begun from anywhere; her name is the only key it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import HEARD, Choices, choices
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import column
from caregiver_desk.desk.parts.words import title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.growth.development import show_support
from caregiver_desk.desk.sheets.growth.framework import show_capabilities
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.supervision.together import show_together
from caregiver_desk.desk.sheets.visits.lone import show_lone_plan
from caregiver_desk.desk.sheets.wellbeing.asking import show_asking
from caregiver_desk.records.supervision.observation import OBSERVATION
from caregiver_desk.wording import later, say

WIDE, HIGH = 480, 230
SUPPORT = "support had"  # shown, and no act


OPENS = {
    "visit_together": (later("Visit together"), later("With whom"), show_together),
    "plan_lone_visits": (later("Plan a round alone"), later("Who goes alone"), show_lone_plan),
    SUPPORT: (later("Seven kinds"), later("Who"), show_support),
    "ask_questionnaire": (later("Ask a questionnaire"), later("Whom"), show_asking),
    "say_own_view": (later("Side by side"), later("With whom"), show_capabilities),
}


def ask_with_whom(window: QWidget, hands: Hands, name: str) -> None:
    """The sheet of this act, once somebody is named."""
    hands.lane.ask(
        lambda book: choices(book, HEARD),
        then=lambda found: hands.dialogs.show(WithWhom(window, hands, found, name)),
        owner=window,
    )


class WithWhom(QDialog):
    """A name, and the sheet of a visit together with her opens."""

    def __init__(self, window: QWidget, hands: Hands, found: Choices | None, name: str) -> None:
        super().__init__(window)
        self._hands, self._over = hands, window
        words, asks, self._opens = OPENS[name]
        self.setObjectName("with-whom")
        self.setWindowTitle(say(words))
        self.form = Form(OBSERVATION, ("caregiver",), labels={"caregiver": say(asks)}, columns=1)
        offer(self.form, "caregiver", found, hands.lane, HEARD)
        leave, on = pressed(Quiet(say("Leave")), self.reject), pressed(Primary(say("Go on")), self._go_on)
        laid = column(title(say(words)), self.form, 1, Foot(on, others=[leave]), gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        self.finished.connect(self.deleteLater)
        self.form.filled.connect(self._chosen)
        self.form.go_on()

    def _go_on(self) -> None:
        """Whoever presses it before a name is chosen reads that one is needed."""
        if self.form.fits():
            self._chosen()

    def _chosen(self) -> None:
        """Once: a line that loses the keys says again what was chosen."""
        if self.isVisible() and (who := self.form.values().get("caregiver")):
            self.accept()
            self._opens(self._over, self._hands, str(who))
