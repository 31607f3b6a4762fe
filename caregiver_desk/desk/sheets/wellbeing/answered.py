"""What was answered to a questionnaire, when somebody opens it: what the form says of it, its caution, each answer."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named as act_named
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.errors import Problem
from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.practice.wellbeing.questionnaire import Questionnaire
from caregiver_desk.records.wellbeing.questionnaires import QUESTIONNAIRE_ANSWERS
from caregiver_desk.reports.wellbeing.answered import NOT_HERE, Answered, answered, on_paper
from caregiver_desk.reports.wellbeing.questionnaire import named
from caregiver_desk.store.access import What
from caregiver_desk.wording import say

WIDE, HIGH = 720, 760


def show_answered(parent: QWidget, hands: Hands, kind: str, record: str) -> None:
    """Open it; the access log says so."""

    def show(found: Answered) -> None:
        hands.dialogs.show(AnsweredSheet(parent, hands, found))
        if found.caregiver:
            hands.looked(What.OPENED, {found.caregiver})

    hands.lane.ask(lambda book: answered(book, kind, record), then=show, owner=parent)


def show_between_two(parent: QWidget, hands: Hands, record: str) -> None:
    """What a caregiver answered."""
    show_answered(parent, hands, QUESTIONNAIRE_ANSWERS.name, record)


class AnsweredSheet(QDialog):
    """Read through, and printed for whoever answered."""

    def __init__(self, parent: QWidget, hands: Hands, found: Answered) -> None:
        super().__init__(parent)
        self._page, self._hands, self._found = parent, hands, found
        self.setObjectName("answered")
        self._laid = column(gap=theme.GAP)
        languages = found.told.languages if found.told else ()
        self._language = Choice([(each, each) for each in languages or ("",)], required=True)
        self._language.setAccessibleName(say("Language"))
        self._language.put((languages or ("",))[0])
        self._language.changed.connect(self._show)
        self._language.setVisible(len(languages) > 1)
        out = pressed(Plain(say("Take out"), icon="undo"), self._take_out)
        onto = pressed(Plain(say("Print"), icon="print"), self._print)
        close = pressed(Primary(say("Close")), self.accept)
        parts = [*([self._language] if len(languages) > 1 else []), holding(self._laid)]
        self._trouble = Trouble()
        told = beside(meta(say("Print it for who answered, and for nobody else."), wrap=True), out, onto, close)
        foot = column(self._trouble, told, gap=theme.TIGHT)
        under = [*found.under, *([named(found.told)] if found.told else [])]
        lay_out(self, found.title, say(" · ").join(filter(None, under)), parts, foot, (WIDE, HIGH))
        self._show()
        close.setFocus()

    def _show(self) -> None:
        clear(self._laid)
        told = self._found.told
        for each in self._in_words(told) if told else self._as_codes():
            self._laid.addWidget(each)

    def _in_words(self, told: Questionnaire) -> list[QWidget]:
        language = str(self._language.value() or "")
        caution = Card(heading(say("Caution")), body(told.caution, wrap=True), edge="amber")
        read = [_result(each) for each in answering.results(told, self._found.answers, language)]
        said = [_answer(*each) for each in answering.said(told, self._found.answers, language)]
        return [caution, *read, Card(*said, gap=theme.GAP), meta(told.licence, wrap=True)]

    def _as_codes(self) -> list[QWidget]:
        return [
            meta(say(NOT_HERE), wrap=True),
            Card(*(_answer(*each) for each in self._found.answers.items()), gap=theme.GAP),
        ]

    def _take_out(self) -> None:
        """Where somebody would rather not have said it; one undo brings it back."""
        act = act_named(f"withdraw_{self._found.kind}")
        self._hands.lane.do(
            lambda book: act(book, id=self._found.record), owner=self, then=lambda _: self.accept(), refused=self._say
        )

    def _say(self, problem: Problem) -> None:
        self._trouble.say(problem)

    def _print(self) -> None:
        document = on_paper(self._found, str(self._language.value() or ""))
        paper = Printed(self._found.title, lambda _: document, document_paper.paint, self._found.caregiver)
        print_out(self._page, self._hands, paper)


def _result(found: answering.Result) -> Card:
    """In words; the number stands small beside what it is of."""
    words = card_title(found.words)
    words.setWordWrap(True)
    reached = say("{label} · sum {sum}", label=found.label, sum=found.sum) if found.sum else found.label
    return Card(meta(reached, wrap=True), words)


def _answer(question: str, answer: str) -> QWidget:
    return holding(column(meta(question, wrap=True), body(answer, weight=theme.MEDIUM, wrap=True), gap=1))
