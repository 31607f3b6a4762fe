"""A promise that is still carried on: kept, given another day, or dropped with a reason, on one small sheet."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.telling import joined, tell
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Scroll, column, holding
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.history_sheet import show_history
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.errors import Problem
from caregiver_desk.practice.supervision.promises import CARRIED
from caregiver_desk.records.supervision.supervision import PROMISE, PromiseState
from caregiver_desk.store import looks, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import full_day, say

WIDE, HIGH = 560, 420


def show_promise(parent: QWidget, hands: Hands, promise: str) -> None:
    """What is still carried on, on its own sheet; what is over, in its form."""

    def show(leaf: Leaf) -> None:
        if PromiseState(leaf["state"] or PromiseState.OPEN) in CARRIED:
            hands.dialogs.show(PromiseSheet(parent, hands, leaf))
            hands.looked(What.OPENED, looks.whom([leaf]))
        else:
            open_record(parent, hands, leaf.kind, leaf.id)

    hands.lane.ask(partial(questions.get, kind=PROMISE.name, record=promise), then=show, owner=parent)


class PromiseSheet(QDialog):
    """The keys are in the new day; a reason instead of it drops the promise."""

    def __init__(self, parent: QWidget, hands: Hands, promise: Leaf) -> None:
        super().__init__(parent)
        self._hands, self._promise = hands, promise
        self.setObjectName("promise")
        self.setWindowTitle(say("Promise"))
        labels = {"due": say("New day"), "what": say("What is promised"), "why_dropped": say("Or: why it is dropped")}
        self.form = Form(PROMISE, tuple(labels), labels=labels, columns=1, ahead=("due",))
        self.form.put({"what": promise["what"]})
        self._draft = Draft(self, hands.drafts, f"promise/{promise.id}", self.form)
        self._draft.come_back()
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        done = pressed(Quiet(say("Done"), icon="check"), partial(self._do, "keep_promise"))
        self._foot = Foot(save, self.form, others=[pressed(Quiet(say("Leave")), self.reject), done])
        inside = column(Scroll(self.form, beside=theme.GAP), self._foot, gap=0)
        stand_over(self, column(self._head(), inside, gap=theme.ROOM), WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self._draft.ends_with(self)
        self.form.rows["due"].editor.setFocus()

    def _head(self) -> QWidget:
        told, due = tell(self._promise, {}), as_day(self._promise["due"])
        words = title(str(self._promise["what"] or say("A promise")))
        words.setWordWrap(True)
        by = say("by {day}", day=full_day(due)) if due else say("no day was named")
        history = pressed(Plain(say("History"), icon="clock"), self._show_history)
        return holding(column(beside(words, history), meta(joined(told.detail, by), wrap=True), gap=theme.TIGHT))

    def _show_history(self) -> None:
        show_history(self, self._hands, self._promise.kind, self._promise.id, say("Promise"))

    def save(self) -> None:
        """A reason drops it; a day or other words change it."""
        self._foot.complain("")
        if not self.form.fits():
            return
        words = self._promise["what"]
        told = {name: value for name, value in self.form.values().items() if (name, value) != ("what", words)}
        if told.keys() == {"why_dropped"}:
            self._do("drop_promise", **told)
        elif "why_dropped" in told:
            self._foot.complain(say("Either it gets another day, or it is dropped."))
        else:
            self._do("move_promise", **told)

    def _do(self, name: str, **given: Any) -> None:
        act = named(name)
        self._hands.lane.do(
            partial(act.upon, shown=self._promise, **given),
            owner=self,
            then=lambda _: self.accept(),
            refused=self._refused,
        )

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)
