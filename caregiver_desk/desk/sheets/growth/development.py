"""A goal on its own sheet: what came of it each time, and this look; and the seven kinds of support in ticks."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.growth.development import Goal, SupportOf, goal, support_of
from caregiver_desk.desk.answers.telling import otherwise
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Card, Hairline, Scroll, column, holding
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.parting import as_part
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.frame import lay_out, stand_over
from caregiver_desk.desk.sheets.sheet import act_sheet, open_record
from caregiver_desk.errors import Problem
from caregiver_desk.practice.growth.development import CHANGE_OR_DROP, Had
from caregiver_desk.records.growth.development import GOAL_REVIEW, GoalState
from caregiver_desk.store import looks
from caregiver_desk.store.access import What
from caregiver_desk.wording import say

WIDE, HIGH = 620, 640
ASKED = ("words", "evidence", "course", "review_on")


def show_goal(parent: QWidget, hands: Hands, record: str) -> None:
    """A goal with every look at it; one that has ended is only read, and changed in its form."""

    def show(told: Goal) -> None:
        hands.dialogs.show(GoalSheet(parent, hands, told))
        hands.looked(What.OPENED, looks.whom([told.leaf]))

    hands.lane.ask(partial(goal, record=record), then=show, owner=parent)


class GoalSheet(QDialog):
    """What came of it since the last look: their words first."""

    def __init__(self, parent: QWidget, hands: Hands, told: Goal) -> None:
        super().__init__(parent)
        self._hands, self._told, self._over = hands, told, parent
        self.setObjectName("goal")
        self.setWindowTitle(say("Learning goal"))
        self.form = Form(GOAL_REVIEW, ASKED, columns=1, ahead=("review_on",))
        self._draft = Draft(self, hands.drafts, f"goal/{told.leaf.id}", self.form)
        self._draft.come_back()
        going = (told.leaf["state"] or GoalState.ACTIVE) == GoalState.ACTIVE
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        if not going:
            self.form.hide()
            save.hide()
        change = pressed(Quiet(say("Change the goal")), self._change)
        self._foot = Foot(save, self.form, others=[pressed(Quiet(say("Leave")), self.reject), change])
        parts = [as_part(each) for each in (*self._before(), self.form)]
        inside = column(Scroll(holding(column(*parts, 1, gap=theme.ROOM)), beside=theme.GAP), self._foot, gap=0)
        stand_over(self, column(self._head(), inside, gap=theme.ROOM), WIDE, HIGH)
        if going:
            on_ctrl_enter(self, self.save)
            self.form.go_on()
        self._draft.ends_with(self)

    def _head(self) -> QWidget:
        leaf = self._told.leaf
        words = title(str(leaf["goal"] or say("A learning goal")))
        words.setWordWrap(True)
        area = say(str(leaf["area"])) if leaf["area"] else ""
        sought = [meta(say("You will know by: {what}", what=leaf["sought"]), wrap=True)] if leaf["sought"] else []
        state = say(str(leaf["state"])) if leaf["state"] != GoalState.ACTIVE else ""
        about = " · ".join(filter(None, (self._told.name, area, state)))
        theirs = [body(said, wrap=True)] if (said := otherwise(leaf)) else []
        return holding(column(words, meta(about, wrap=True), *sought, *theirs, gap=theme.TIGHT))

    def _before(self) -> list[QWidget]:
        """What came of it each time; and the question, where twice nothing changed."""
        told = [Card(body(say(CHANGE_OR_DROP), weight=theme.MEDIUM, wrap=True))] if self._told.asks else []
        lines = [meta(each, wrap=True) for each in self._told.looks]
        return [*told, *([holding(column(*lines, gap=theme.TIGHT))] if lines else [])]

    def _change(self) -> None:
        """Its words, its days and what it serves."""
        self.reject()
        open_record(self._over, self._hands, self._told.leaf.kind, self._told.leaf.id)

    def save(self) -> None:
        self._foot.complain("")
        if self.form.fits():
            act, given = named("review_goal"), {"goal": self._told.leaf.id, **self.form.values()}
            self._hands.lane.do(
                lambda book: act(book, **given), owner=self, then=lambda _: self.accept(), refused=self._refused
            )

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)


def show_support(parent: QWidget, hands: Hands, person: str) -> None:
    """Which of the seven kinds of support somebody had in twelve months, and which not yet."""
    hands.lane.ask(
        partial(support_of, caregiver=person),
        then=lambda told: hands.dialogs.show(SupportSheet(parent, hands, person, told)),
        owner=parent,
    )
    hands.looked(What.OPENED, {person})


class SupportSheet(QDialog):
    """Seven lines with a tick or a “not yet”; there is no number and no share."""

    def __init__(self, parent: QWidget, hands: Hands, person: str, told: SupportOf) -> None:
        super().__init__(parent)
        self._hands, self._person, self._over = hands, person, parent
        self.setObjectName("support-had")
        lines: list[QWidget] = []
        for each in told.told:
            lines += [_line(each), Hairline()]
        plan = pressed(Primary(say("Plan development")), self._plan)
        foot = Foot(plan, others=[pressed(Quiet(say("Close")), self.reject)])
        about = say(
            "What {name} had to grow from in the last twelve months. Seven ticks are nobody’s aim.", name=told.name
        )
        card = Card(heading(say("Seven kinds of support")), *lines[:-1])
        lay_out(self, say("Seven kinds"), about, [as_part(card)], foot, (560, 560))

    def _plan(self) -> None:
        self.accept()
        self._hands.dialogs.show(act_sheet(self._over, self._hands, "plan_development", {"caregiver": self._person}))


def _line(had: Had) -> QWidget:
    mark = Icon("check", "leaf", 18) if had.last else Icon("clock", "ink-soft", 18)
    words = body(say(had.support).capitalize(), wrap=True)
    return beside(words, meta(had.words), first=[mark])
