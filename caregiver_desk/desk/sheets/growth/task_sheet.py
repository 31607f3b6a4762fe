"""A practical task for everybody in a course group: what, and by when; six weeks stand there already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.errors import Problem
from caregiver_desk.records.growth.training import PRACTICAL_TASK
from caregiver_desk.wording import say

SIZE = (560, 380)


def show_task(parent: QWidget, hands: Hands, cohort: str, *, then: Callable[[], object]) -> None:
    hands.lane.ask(
        lambda book: clock.today() + timedelta(norms_of(book).practical_task),
        then=lambda due: hands.dialogs.show(TaskSheet(parent, hands, cohort, due, then)),
        owner=parent,
    )


class TaskSheet(QDialog):
    """Two fields."""

    def __init__(self, parent: QWidget, hands: Hands, cohort: str, due: date, then: Callable[[], object]) -> None:
        super().__init__(parent)
        self._hands, self._cohort, self._then = hands, cohort, then
        self.setObjectName("task")
        self.form = Form(PRACTICAL_TASK, ("what", "due"), columns=1, ahead=("due",))
        self.form.empty()
        self.form.put({"due": due})
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(save, self.form, others=[pressed(Quiet(say("Leave")), self.reject)])
        about = say("Everybody who takes part gets it. No family is named in it.")
        lay_out(self, say("Give a task"), about, [self.form], self._foot, SIZE)
        on_ctrl_enter(self, self.save)
        self.form.rows["what"].editor.setFocus()

    def save(self) -> None:
        if self.form.fits():
            act, given = named("set_task"), {"cohort": self._cohort, **self.form.values()}
            self._hands.lane.do(lambda book: act(book, **given), owner=self, then=self._go_on, refused=self._refused)

    def _go_on(self, _: Outcome) -> None:
        self.accept()
        self._then()

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)
