"""The laptop handed round: one person answers, puts the sheet into the box, and hands it on.

Nothing else is to be seen. Nothing that is chosen here is kept before it is in the box: no draft, and no trace where
somebody leaves in between.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.fairness.surveys import Standing
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.cover import Cover
from caregiver_desk.wording import say


class SheetOfAnswers(Cover):
    """An empty sheet for each who comes."""

    def __init__(self, window: QWidget, hands: Hands, box: Standing) -> None:
        super().__init__(window, hands)
        self._box = box
        self.setObjectName("sheet-of-answers")
        self.setWindowTitle(box.label)
        self._inside = column(gap=theme.GAP)
        self._put = pressed(Primary(say("Put it into the box"), hint="Ctrl ↵"), self.put_in)
        self._back = pressed(Quiet(say("All have answered")), self.accept)
        self.lay_over(column(holding(self._inside), 1), self._back, self._put)
        on_ctrl_enter(self, self.put_in)
        self.finished.connect(self.deleteLater)
        self._lay_sheet()

    def _lay_sheet(self) -> None:
        """Nobody sees what was chosen before."""
        clear(self._inside)
        asked = self._box.asked.questions
        self._answers = {each.code: Choice(list(each.answers.items()), required=False) for each in asked}
        stays = say("Your name stands nowhere. Nobody can open a single sheet. What you leave out is not said.")
        for part in (title(self._box.label), meta(self._box.asked.says, wrap=True), meta(stays, wrap=True)):
            self._inside.addWidget(part)
        for question in asked:
            answer = self._answers[question.code]
            answer.setAccessibleName(question.words)
            self._inside.addWidget(Card(body(question.words, weight=theme.MEDIUM, wrap=True), answer))
        self._trouble = Trouble()
        self._inside.addWidget(self._trouble)
        self._put.setText(say("Put it into the box"))
        next(iter(self._answers.values())).setFocus()

    def values(self) -> Mapping[str, str]:
        return {code: str(chosen) for code, each in self._answers.items() if (chosen := each.value())}

    def put_in(self) -> None:
        """The same key that put it in gives an empty sheet to the next."""
        if not self._answers:
            self._lay_sheet()
            return
        act, answers = named("put_in_box"), self.values()
        self._hands.lane.do(
            lambda book: act(book, box=self._box.id, answers=answers),
            owner=self,
            then=self._thank,
            refused=self._trouble.say,
        )

    def _thank(self, _outcome: Outcome) -> None:
        clear(self._inside)
        self._answers = {}
        thanks = (
            title(say("Thank you.")),
            meta(say("Your sheet lies among the others. Hand the laptop on."), wrap=True),
        )
        for part in thanks:
            self._inside.addWidget(part)
        self._put.setText(say("An empty sheet"))
        self._put.setFocus()
