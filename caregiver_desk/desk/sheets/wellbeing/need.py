"""Needs support now? The reasons, which stand nowhere else, then what the two decide, with the caregiver's own view.

It opens on asking, with the screen turned to whoever may see it. Nothing is decided without their view. What was
decided before stands below as a state and a day, without the reasons of then.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.wellbeing.strain import Thought, thought_of
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Card, Scroll, column, holding
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.records.wellbeing.strain import SUPPORT_NEED, Need
from caregiver_desk.store.access import What
from caregiver_desk.wording import capital, say

WIDE, HIGH = 660, 620
FIELDS = ("state", "their_view", "dismissed")
Goes = Callable[[str, dict[str, Any]], object]


def show_need(parent: QWidget, hands: Hands, caregiver: str, goes: Goes, *, not_now: bool = False) -> None:
    """The sheet about this caregiver; `not_now` where somebody means to set the question aside."""
    hands.lane.ask(
        partial(thought_of, caregiver=caregiver),
        then=lambda found: hands.dialogs.show(NeedSheet(parent, hands, found, goes, not_now=not_now)),
        owner=parent,
    )
    hands.looked(What.OPENED, {caregiver})


class NeedSheet(QDialog):
    """One caregiver, and what the two decide."""

    def __init__(self, parent: QWidget, hands: Hands, told: Thought, goes: Goes, *, not_now: bool = False) -> None:
        super().__init__(parent)
        self._hands, self._told, self._goes = hands, told, goes
        self.setObjectName("need")
        self.setWindowTitle(say("Needs support now?"))
        self.form = Form(
            SUPPORT_NEED, FIELDS, prompts={"their_view": say("In their words, also where they see it otherwise")}
        )
        self.form.empty()
        self._draft = Draft(self, hands.drafts, f"need/{told.caregiver}", self.form)
        self._draft.come_back()
        if not_now:
            self.form.put({"state": Need.STEADY})
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(save, self.form, others=[pressed(Quiet(say("Leave")), self.reject)])
        inside = holding(column(*self._parts(), self.form, *self._past(), 1, gap=theme.ROOM))
        laid = column(self._head(), column(Scroll(inside, beside=theme.GAP), self._foot, gap=0), gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self._draft.ends_with(self)
        self.form.rows["their_view" if not_now else "state"].editor.setFocus()

    def _head(self) -> QWidget:
        words = title(say("Does {name} need support now?", name=self._told.name))
        words.setWordWrap(True)
        rule = say("A rule asks, and nobody has tested it. Talk first. The two of you decide.")
        asked = rule if self._told.reasons else say("Talk first. The two of you decide.")
        return holding(column(words, meta(asked, wrap=True), gap=theme.TIGHT))

    def _parts(self) -> list[QWidget]:
        """Why it is asked, and the ways on that take more than a word."""
        icon, tint = ("alert", "brick") if self._told.at_once else ("eye", "leaf")
        nothing = say("Nothing that stands here asks for it. You may see more than is written down.")
        reasons = [beside(body(capital(each), wrap=True), first=[Icon(icon, tint, 16)]) for each in self._told.reasons]
        ways = [pressed(Plain(say("Start a check-in"), icon="supervision"), partial(self._go, "supervision", {}))]
        if not self._told.plan:
            ways.append(
                pressed(
                    Plain(say("Open a support plan"), icon="wellbeing"),
                    partial(self._go, "wellbeing", {"form": "support_plan"}),
                )
            )
        told = column(*(reasons or [meta(nothing, wrap=True)]), gap=theme.SMALL)
        return [Card(heading(say("Worth asking about")), holding(told), holding(flow(*ways)), gap=theme.GAP)]

    def _past(self) -> list[QWidget]:
        told = [meta(each) for each in self._told.past]
        return [holding(column(heading(say("Decided before")), *told, gap=theme.TIGHT))] if told else []

    def _go(self, subject: str, facts: dict[str, Any]) -> None:
        """What was begun here waits."""
        self.reject()
        self._goes(subject, {"caregiver": self._told.caregiver, **facts})

    def save(self) -> None:
        self._foot.complain("")
        if self.form.fits():
            act, values = named("decide_support"), self.form.values()
            self._hands.lane.do(
                lambda book: act(book, caregiver=self._told.caregiver, **values),
                owner=self,
                then=self._saved,
                refused=self._refused,
            )

    def _saved(self, _outcome: Outcome) -> None:
        self.accept()

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)
