"""A need of a home that was noted as a concern: two people decide that it is information only, and why.

What that means is said before it is saved. The home is named if it is known, so that what it needs goes on from there.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import Choices, choices
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Scroll, column, holding
from caregiver_desk.desk.parts.rows import Row
from caregiver_desk.desk.parts.several import Several
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.offering import offer_to
from caregiver_desk.errors import Problem
from caregiver_desk.records.concerns.concerns import CONCERN, CONCERN_STEP
from caregiver_desk.wording import later, say

WIDE, HIGH = 600, 660
ASKED = ("done_by", "second", "reason")
MEANS = (
    later("Its clock stops, and nobody is asked about it again."),
    later("What was seen stays here and is not shortened, with both names and why."),
    later("Anyone may report it all the same, at any time, and that takes it on."),
    later("What the home needs goes to a service from here: nothing that was seen goes along by itself."),
)


class InformationSheet(QDialog):
    """The keys begin with the first name."""

    def __init__(self, parent: QWidget, hands: Hands, concern: str, home: str) -> None:
        super().__init__(parent)
        self._hands, self._concern = hands, concern
        self.setObjectName("information")
        self.setWindowTitle(say("Information only"))
        self.form = Form(CONCERN_STEP, ASKED, columns=1)
        self.home = Row(CONCERN.fields["household"], say("Which home, if it is known"), lock=False)
        self.home.asks().put(home)
        editors = {name: each.asks() for name, each in self.form.rows.items()} | {"household": self.home.asks()}
        self._draft = Draft(self, hands.drafts, f"information/{concern}", Several(self, editors))
        self._draft.come_back()
        save = pressed(Primary(say("Keep as information"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(save, self.form, others=[pressed(Quiet(say("Leave")), self.reject)])
        about = meta(say("Two people who know the home decide it, and it was no danger to anybody."), wrap=True)
        head = holding(column(title(say("Information only")), about, gap=theme.TIGHT))
        means = holding(column(*(body(say(each), wrap=True) for each in MEANS), gap=theme.TIGHT))
        inside = holding(column(means, self.form, self.home, 1, gap=theme.GAP))
        stand_over(self, column(head, column(Scroll(inside, beside=theme.GAP), self._foot, gap=0)), WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self._draft.ends_with(self)
        hands.lane.ask(partial(choices, sort="household"), then=self._offer, owner=self)
        self.form.rows["done_by"].editor.setFocus()

    def _offer(self, found: Choices | None) -> None:
        offer_to(self.home.editor, found, self._hands.lane, "household")

    def save(self) -> None:
        self._foot.complain("")
        self.home.complain(fault := self.home.asks().fault())
        if fault or not self.form.fits():
            return
        act = named("keep_as_information")
        told = {"second": "", "reason": "", "done_by": ""} | self.form.values()
        told |= {"household": self.home.asks().value() or ""}
        self._hands.lane.do(
            lambda book: act(book, concern=self._concern, **told),
            owner=self,
            then=lambda _: self.accept(),
            refused=self._refused,
        )

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)
