"""One wish or request on one sheet: what is asked, how far it is, and the next step of whoever has it before them."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.supervision.requests import Opened, opened
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Hairline, column, holding
from caregiver_desk.desk.parts.words import body, heading
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.history_sheet import show_history
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.errors import Problem
from caregiver_desk.practice.supervision.requests import ANSWERED, OPEN, REPLIES
from caregiver_desk.records.supervision.requests import REQUEST, RequestState
from caregiver_desk.store.access import What
from caregiver_desk.wording import later, say

WIDE, HIGH, LOW = 620, 640, 460
SAYS = {RequestState.YES: later("Yes"), RequestState.NO: later("No"), RequestState.UNDER_WAY: later("Under way")}


def show_request(parent: QWidget, hands: Hands, record: str) -> None:
    """Show it as it stands now; whoever it is about was looked at."""

    def show(told: Opened) -> None:
        hands.dialogs.show(RequestSheet(parent, hands, told))
        hands.looked(What.OPENED, {told.whom} - {""})

    hands.lane.ask(partial(opened, record=record), then=show, owner=parent)


class RequestSheet(QDialog):
    """Read through, and answered by who answers, or taken the next step by who asked."""

    def __init__(self, parent: QWidget, hands: Hands, told: Opened) -> None:
        super().__init__(parent)
        self._page, self._hands, self._told = parent, hands, told
        self.setObjectName("request")
        self.form = Form(REQUEST, ("state", "answer"), labels={"state": say("What you say to it")}, columns=1)
        self._first = self._next_step()
        leave = pressed(Quiet(say("Leave")), self.reject)
        self._foot = Foot(self._first or leave, self.form, others=[leave] if self._first else [])
        lay_out(self, told.title, told.about, self._parts(), self._foot, (WIDE, HIGH if self._answers() else LOW))
        on_ctrl_enter(self, self.save)
        if self._answers():
            self._begin_answer()
        else:
            (self._first or leave).setFocus()

    def save(self) -> None:
        """Whatever the next step is."""
        if self._first:
            self._first.click()

    def _answers(self) -> bool:
        """Whether whoever has it before her may answer it now, also once more."""
        return self._told.answers and self._told.state != RequestState.TAKEN_BACK

    def _begin_answer(self) -> None:
        self._offer_only_replies()
        request = self._told.request
        known = request.values if request else {}
        self.form.empty()
        self.form.put(
            {"state": known["state"] if known.get("state") in REPLIES else None, "answer": known.get("answer")}
        )
        draft = Draft(self, self._hands.drafts, f"answer_request/{request.id if request else ''}", self.form)
        draft.ends_with(self)
        draft.come_back()
        self.form.rows["state"].editor.setFocus()

    def _offer_only_replies(self) -> None:
        """That it was asked, or taken back, is nothing that one answers."""
        choice = cast("Choice", self.form.rows["state"].editor)
        choice.leave_out(*(each for each in RequestState if each not in SAYS))
        for state, chip in zip(RequestState, choice.chips, strict=True):
            chip.setText(say(SAYS.get(state, str(state))))
            chip.setAccessibleName(chip.text())

    def _parts(self) -> list[QWidget]:
        facts = [
            holding(column(heading(words), body(said, wrap=True), gap=theme.TIGHT)) for words, said in self._told.facts
        ]
        answer = [Hairline(), self.form] if self._answers() else []
        self.form.setVisible(bool(answer))
        return [*facts, *answer, Hairline(), holding(flow(*self._ways()))]

    def _next_step(self) -> Primary | None:
        """The one that is obvious: answer it, let it go up, or say that who asked was told."""
        told = self._told
        if self._answers():
            return pressed(Primary(say("Answer"), hint="Ctrl ↵"), self._answer)
        if told.request is None and told.wish and not told.wish["released"]:
            return pressed(Primary(say("They agree: let it go up"), hint="Ctrl ↵"), partial(self._release, named=False))
        if told.state in ANSWERED and told.request and not told.request["told_on"]:
            return pressed(Primary(say("They were told"), hint="Ctrl ↵"), partial(self._do, "tell_answer"))
        return None

    def _ways(self) -> list[QWidget]:
        told, ways = self._told, []
        if told.request is None and told.wish:
            if told.wish["released"]:
                ways.append(pressed(Plain(say("Keep it here"), icon="undo"), partial(self._do, "take_back_request")))
            elif told.wish["caregiver"]:
                release = partial(self._release, named=True)
                ways.append(pressed(Plain(say("Let it go up with their name"), icon="person"), release))
            ways.append(pressed(Plain(say("Change it"), icon="supervision"), self._change))
            ways.append(pressed(Plain(say("Take out"), icon="undo"), partial(self._do, "withdraw_asking")))
        elif told.state in OPEN and not told.answers:
            ways.append(pressed(Plain(say("Take it back"), icon="undo"), partial(self._do, "take_back_request")))
        return [*ways, pressed(Plain(say("History"), icon="clock"), self._show_history)]

    def _leaf(self) -> tuple[str, str]:
        leaf = self._told.request or self._told.wish
        return (leaf.kind, leaf.id) if leaf else ("", "")

    def _do(self, name: str, **given: Any) -> None:
        act, (_, record) = named(name), self._leaf()
        self._hands.lane.do(
            lambda book: act(book, id=record, **given),
            owner=self,
            then=lambda _: self.accept(),
            refused=self._refused,
        )

    def _release(self, *, named: bool) -> None:
        self._do("release_request", named=named)

    def _answer(self) -> None:
        self._foot.complain("")
        if self.form.values().get("state") in REPLIES:
            self._do("answer_request", **self.form.values())
        else:
            self._foot.complain(say("Say yes, no or under way."))
            self.form.rows["state"].editor.setFocus()

    def _change(self) -> None:
        kind, record = self._leaf()
        self.accept()
        open_record(self._page, self._hands, kind, record)

    def _show_history(self) -> None:
        kind, record = self._leaf()
        show_history(self, self._hands, kind, record, self._told.title)

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)
