"""Which questionnaire, where several were brought: one press, and the laptop is turned round."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.wellbeing.questionnaires import Brought
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.wellbeing.questionnaires import Asking, asking
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Quiet, Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, column, desk_of, holding
from caregiver_desk.desk.parts.words import body, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.wellbeing.asked_here import AskedHere
from caregiver_desk.reports.wellbeing.questionnaire import named
from caregiver_desk.wording import say

WIDE, HIGH = 620, 520


def show_asking(parent: QWidget, hands: Hands, caregiver: str) -> None:
    """Which of them shall be asked; the only one there is is asked at once."""

    def show(found: Asking) -> None:
        ready = [each for each in found.brought if not each.not_yet]
        if len(found.brought) == len(ready) == 1:
            hands.dialogs.show(AskedHere(desk_of(parent), hands, found, ready[0]))
        else:
            hands.dialogs.show(AskingSheet(parent, hands, found))

    hands.lane.ask(partial(asking, caregiver=caregiver), then=show, owner=parent)


class AskingSheet(QDialog):
    """Each with why it cannot be asked yet, where it cannot."""

    def __init__(self, parent: QWidget, hands: Hands, found: Asking) -> None:
        super().__init__(parent)
        self._hands, self._found, self._over = hands, found, desk_of(parent)
        self.setObjectName("asking-questionnaire")
        cards = [self._card(each) for each in found.brought]
        none = say("None was brought yet. Your organisation’s own are brought under Settings; none is shipped.")
        about = say("You turn the laptop to {name}. Any question may be left out.", name=found.name)
        foot = Foot(pressed(Quiet(say("Leave")), self.reject))
        parts: list[QWidget] = [*cards] if cards else [body(none, wrap=True)]
        lay_out(self, say("Ask a questionnaire"), about, parts, foot, (WIDE, HIGH))

    def _card(self, each: Brought) -> Card:
        words = column(body(each.told.title, weight=theme.MEDIUM, wrap=True), meta(named(each.told), wrap=True), gap=1)
        if each.not_yet:
            return Card(holding(words), meta(say("Not yet: {reason}.", reason=each.not_yet), wrap=True))
        first = next(found for found in self._found.brought if not found.not_yet)
        button = SmallPrimary if each is first else Small
        ask = pressed(button(say("Turn round")), partial(self._ask, each))
        ask.setAccessibleName(say("Turn round: {title}", title=each.told.title))
        return Card(beside(words, ask))

    def _ask(self, each: Brought) -> None:
        self.accept()
        self._hands.dialogs.show(AskedHere(self._over, self._hands, self._found, each))
