"""A process goes to the line manager of today: what that means is said before it is done, for it is not undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.heard import name_for_everyone
from caregiver_desk.desk.parts.layout import Scroll, column, holding
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.wording import say

WIDE, HIGH = 560, 380


class HandingSheet(QDialog):
    """To whom, what changes by it, and the two ways out; `after` is done either way."""

    def __init__(
        self, parent: QWidget, hands: Hands, process: str, names: Sequence[str], after: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._hands, self._process = hands, process
        self.setObjectName("handing")
        self.setWindowTitle(say("Hand a process over"))
        self.to = Choice([(each, each) for each in names], required=True)
        self.to.setObjectName("to")
        name_for_everyone(self.to, say("Who is their line manager now"), say("They go on with it."))
        if len(names) == 1:
            self.to.put(names[0])
        head = title(say("Hand it over to who manages them now"))
        head.setWordWrap(True)
        hand = pressed(Primary(say("Hand it over"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(hand, others=[pressed(Quiet(say("Leave")), self.reject)])
        asked = column(meta(say("Who is their line manager now")), self.to, gap=theme.TIGHT)
        told = [body(each, wrap=True) for each in _meaning()]
        inside = Scroll(holding(column(asked, *told, 1, gap=theme.GAP)), beside=theme.GAP)
        stand_over(self, column(holding(column(head)), inside, self._foot, gap=theme.ROOM), WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self.finished.connect(self.deleteLater)
        self.finished.connect(lambda _: after())
        (hand if len(names) == 1 else self.to).setFocus()

    def save(self) -> None:
        act, process, name = named("hand_process_over"), self._process, self.to.value()
        if name is None:
            self._foot.complain(say("Choose who is their line manager now."))
            return
        self._hands.lane.do(
            lambda book: act(book, process=process, partner=name),
            owner=self,
            then=lambda _: self.accept(),
            refused=self._refused,
        )

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)


def _meaning() -> list[str]:
    return [
        say("From today they plan its steps and say how it ends. You read it on, and write in it no more."),
        say("That it was handed over, and when, stands in it for everybody who reads it."),
        say("Tell the caregiver first: they should hear it from you."),
    ]
