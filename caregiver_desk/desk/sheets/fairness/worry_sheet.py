"""A worry about somebody's work. Before all else, the way to a concern; then what was seen, and causes in their order.

The way to a concern asks nothing and saves nothing: it is taken at once, and what was typed here waits.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import HEARD, Choices, choices
from caregiver_desk.desk.answers.days import sure_today
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, Small, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Card, Scroll, column, desk_of, holding
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.aid_sheet import ways_to
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.sheet import Goes
from caregiver_desk.errors import Problem
from caregiver_desk.records.fairness.worry import PERFORMANCE_WORRY
from caregiver_desk.wording import say

WIDE, HIGH = 720, 780
FIELDS = (
    "caregiver", "day", "seen", "organisation", "found_organisation", "work", "found_work", "personal",
    "found_personal", "their_view",
)  # fmt: skip
CONCERN_KEYS = "Ctrl+Shift+C"


def show_worry(parent: QWidget, hands: Hands, person: str = "") -> None:
    """The sheet of a new worry, about this person if one is in front."""

    def show(found: Choices | None) -> None:
        hands.dialogs.show(WorrySheet(parent, hands, person, found))

    hands.lane.ask(lambda book: choices(book, HEARD), then=show, owner=parent)


class WorrySheet(QDialog):
    """New; what came of it is said later in its form."""

    def __init__(self, parent: QWidget, hands: Hands, person: str, people: Choices | None) -> None:
        super().__init__(parent)
        self._hands, self._parent, self._window = hands, parent, desk_of(parent)
        self.setObjectName("worry")
        self.setWindowTitle(say("A worry about work"))
        self.form = Form(PERFORMANCE_WORRY, FIELDS)
        self.form.empty()
        offer(self.form, "caregiver", people, hands.lane, HEARD)
        known = {"caregiver": person, "day": sure_today()}
        self.form.put({name: each for name, each in known.items() if each})
        self._draft = Draft(self, hands.drafts, "worry", self.form, about="caregiver")
        self._draft.come_back()
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(save, self.form, others=[pressed(Quiet(say("Leave")), self.reject)])
        below = column(Scroll(self.form, beside=theme.GAP), self._foot, gap=0)
        stand_over(self, column(self._head(), self._child(), below, gap=theme.GAP), WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        QShortcut(QKeySequence(CONCERN_KEYS), self).activated.connect(self._concern)
        self._draft.ends_with(self)
        self.form.go_on()

    def _head(self) -> QWidget:
        words = title(say("A worry about work"))
        words.setWordWrap(True)
        told = say("Look first at what we do and how much there is to do; the person comes last.")
        ways = ways_to(self._parent, self._hands, "raising")
        return holding(column(beside(words, ways), meta(told, wrap=True), gap=theme.TIGHT))

    def _child(self) -> QWidget:
        """First of all. Nothing has to be filled in for it."""
        said = body(
            say("Is it about a child’s safety? Then it is a concern: note it now. What you typed here waits."),
            wrap=True,
        )
        note = pressed(Small(say("Note a concern"), icon="alert", hint="Ctrl ⇧ C"), self._concern)
        note.setObjectName("concern")
        return Card(beside(said, note, first=[Icon("alert", "brick", 18)]), edge="amber")

    def _concern(self) -> None:
        self.reject()
        cast("Goes", self._window).go("concerns", {"form": "danger"})

    def save(self) -> None:
        self._foot.complain("")
        if self.form.fits():
            act, values = named("note_worry"), self.form.values()
            self._hands.lane.do(lambda book: act(book, **values), owner=self, then=self._saved, refused=self._refused)

    def _saved(self, _outcome: Outcome) -> None:
        """The help that it needs is arranged where help is arranged."""
        whom = self.form.values().get("caregiver")
        self.accept()
        cast("Goes", self._window).go("wellbeing", {"caregiver": whom, "form": "support_plan"})

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)
