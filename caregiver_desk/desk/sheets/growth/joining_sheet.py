"""Who takes part in a course: ticks, and one way to save them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk.answers.growth.training import Joining, joining
from caregiver_desk.desk.cards.supervision.ticks import Ticks
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.wording import say

SIZE = (640, 520)


def show_joining(parent: QWidget, hands: Hands, cohort: str, *, then: Callable[[], object]) -> None:
    hands.lane.ask(
        lambda book: joining(book, cohort),
        then=lambda told: hands.dialogs.show(JoiningSheet(parent, hands, cohort, told, then)),
        owner=parent,
    )


class JoiningSheet(QDialog):
    """Those who take part already are ticked and stay so: who stops is marked as withdrew."""

    def __init__(self, parent: QWidget, hands: Hands, cohort: str, told: Joining, then: Callable[[], object]) -> None:
        super().__init__(parent)
        self._hands, self._cohort, self._then = hands, cohort, then
        self.setObjectName("joining")
        self.ticks = Ticks(say("Who takes part"), told.people)
        self.ticks.fill(told.chosen)
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        foot = Foot(save, others=[pressed(Quiet(say("Leave")), self.reject)])
        note = meta(say("Nobody is taken out here: who stops gets the result “withdrew”."), wrap=True)
        lay_out(self, say("Who takes part"), say("From the first day of the course."), [self.ticks, note], foot, SIZE)
        on_ctrl_enter(self, self.save)
        self.ticks.setFocus()

    def save(self) -> None:
        act, given = named("join_course"), {"cohort": self._cohort, "people": self.ticks.values()}
        self._hands.lane.do(lambda book: act(book, **given), owner=self, then=self._go_on)

    def _go_on(self, _: Outcome) -> None:
        self.accept()
        self._then()
