"""One plan of a road: the step that is next, ticked by a key; the rest by their days; and the decision at its end."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.answers.growth.plans import Plan, Step, plan_of
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.asked import words
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.history_sheet import show_history
from caregiver_desk.desk.sheets.sheet import act_sheet, open_record
from caregiver_desk.errors import Problem
from caregiver_desk.records.growth.plans import ROAD_PLAN, PlanEnd
from caregiver_desk.store.access import What
from caregiver_desk.wording import full_day, say

WIDE, HIGH = 700, 760


def show_plan(parent: QWidget, hands: Hands, plan: str) -> None:
    hands.lane.ask(
        partial(plan_of, record=plan),
        then=lambda found: hands.dialogs.show(PlanSheet(parent, hands, found)),
        owner=parent,
    )


class PlanSheet(QDialog):
    """What lies ahead above, what is behind below."""

    def __init__(self, parent: QWidget, hands: Hands, plan: Plan) -> None:
        super().__init__(parent)
        self._hands, self._plan = hands, plan
        self.setObjectName("plan")
        self._inside = column(gap=theme.ROOM)
        foot = Foot(pressed(Quiet(say("Close")), self.accept))
        lay_out(self, plan.title, plan.about, [holding(self._inside)], foot, (WIDE, HIGH))
        hands.looked(What.OPENED, {plan.person})
        self._show(plan)

    def ask_again(self, _done: object = None) -> None:
        self._hands.lane.ask(partial(plan_of, record=self._plan.id), then=self._show, owner=self)

    def _show(self, plan: Plan) -> None:
        clear(self._inside)
        self._next: QWidget | None = None
        if plan.ended:
            self._inside.addWidget(Card(heading(say("How it ended")), body(plan.ended, wrap=True)))
        elif plan.decide:
            self._inside.addWidget(Ending(self, self._hands, plan))
        self._inside.addWidget(self._ahead(plan))
        if plan.behind:
            done = [_behind(each) for each in plan.behind]
            self._inside.addWidget(Card(heading(say("Done")), *done, gap=theme.GAP))
        if not plan.ended and not plan.decide:
            self._inside.addWidget(Ending(self, self._hands, plan))
        if self._next:
            self._next.setFocus()

    def _ahead(self, plan: Plan) -> Card:
        rows = [self._step(each, first=not place, over=bool(plan.ended)) for place, each in enumerate(plan.ahead)]
        nothing = [meta(say("Every step is done."))] if not rows else []
        change = partial(open_record, self, self._hands, ROAD_PLAN.name, plan.id)
        ways = [
            pressed(Plain(say("Change the plan")), change),
            pressed(Plain(say("History"), icon="clock"), self._show_history),
        ]
        if not plan.ended:
            ways.insert(0, pressed(Plain(say("Add a step"), icon="plus"), self._add))
        return Card(heading(say("Ahead")), *rows, *nothing, holding(flow(*ways)), gap=theme.GAP)

    def _step(self, step: Step, *, first: bool, over: bool) -> QWidget:
        done = pressed((SmallPrimary if first else Small)(say("Done")), partial(self._finish, step.id))
        done.setAccessibleName(say("Done: {what}", what=step.words))
        look = pressed(Plain(say("Change")), partial(self._change, step.id))
        look.setAccessibleName(say("Change: {name}", name=step.words))
        when = [Tag(due(step.due, clock.today()), "amber" if step.late else "plain")] if step.due and not over else []
        told = column(body(step.words, wrap=True), meta(step.quiet, wrap=True), gap=1)
        self._next = done if first and not over else self._next
        return beside(told, *when, look, *([] if over else [done]))

    def _finish(self, step: str) -> None:
        act = named("finish_step")
        self._hands.lane.do(lambda book: act(book, id=step), owner=self, then=self.ask_again)

    def _change(self, step: str) -> None:
        open_record(self, self._hands, "road_step", step)

    def _add(self) -> None:
        given = {"plan": self._plan.id, "person": self._plan.person}
        sheet = act_sheet(self, self._hands, "record_road_step", given)
        sheet.accepted.connect(self.ask_again)
        self._hands.dialogs.show(sheet)

    def _show_history(self) -> None:
        show_history(self, self._hands, ROAD_PLAN.name, self._plan.id, self._plan.title)


class Ending(Card):
    """A road ends by a decision, and each of them is one."""

    def __init__(self, sheet: PlanSheet, hands: Hands, plan: Plan) -> None:
        self._sheet, self._hands, self._plan = sheet, hands, plan
        self._end = Choice([(end.value, say(end.value)) for end in PlanEnd], required=False)
        self._end.setAccessibleName(say("How it ended"))
        why, self._why = words(say("Why, if it was not completed"), "why it ended")
        self._trouble = Trouble()
        decide = pressed((Primary if plan.decide else Small)(say("Decide")), self._decide)
        now = say("Its last day has come. How does it end?") if plan.decide else say("How it ended")
        super().__init__(
            heading(now), self._end, why, self._trouble, holding(flow(decide)),
            gap=theme.GAP, edge="leaf" if plan.decide else "line",
        )  # fmt: skip

    def _decide(self) -> None:
        if not self._end.value():
            self._trouble.say(say("Choose how it ended."))
            return
        act = named("end_plan")
        given: dict[str, Any] = {"id": self._plan.id, "end": self._end.value(), "why": self._why.text()}
        self._hands.lane.do(
            lambda book: act(book, **given), owner=self, then=self._sheet.ask_again, refused=self._refused
        )

    def _refused(self, problem: Problem) -> None:
        self._trouble.say(problem)


def _behind(step: Step) -> QWidget:
    day = [meta(full_day(step.done))] if step.done else []
    return beside(column(body(step.words, wrap=True), meta(step.quiet, wrap=True), gap=1), *day)
