"""A questionnaire that is asked: the laptop turned round, licence and caution first, then one quiet question at a time.

Nothing is kept before the end: no draft, and no trace of somebody who would rather not. What says danger brings whom to
ring at once, under the question, and again before it is saved; it holds nothing up.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.wellbeing.questionnaires import Brought
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.wellbeing.questionnaires import Asking
from caregiver_desk.desk.cards.wellbeing.question import QuestionCard
from caregiver_desk.desk.cards.wellbeing.urgent import Urgent
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.asked import words as words_for
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.cover import Cover
from caregiver_desk.desk.sheets.wellbeing.answered import show_answered
from caregiver_desk.errors import Problem
from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.practice.wellbeing.questionnaire import Question, Sort
from caregiver_desk.records.wellbeing.questionnaires import OWN_ANSWERS, QUESTIONNAIRE_ANSWERS
from caregiver_desk.reports.wellbeing.questionnaire import named as version_of
from caregiver_desk.wording import count, say

BEFORE, AFTER, SAVING, KEPT = -1, -2, -3, -4  # instead of the number of a question, on the other screens


class AskedHere(Cover):
    """The screens of one questionnaire, one after the other."""

    def __init__(self, window: QWidget, hands: Hands, whom: Asking, brought: Brought) -> None:
        super().__init__(window, hands)
        self._whom, self._brought, self._told = whom, brought, brought.told
        self._answers: dict[str, str] = {}
        self._place, self._record = BEFORE, ""
        self._card: QuestionCard | None = None
        self._language = self._told.languages[0]
        self.setObjectName("asked-here")
        self.setWindowTitle(self._told.title)
        self._inside, self._below, self._trouble = column(gap=theme.GAP), column(), Trouble()
        first = [brought.first] if brought.first else []
        self._urgent = Urgent(hands.lane, first=first, trained=brought.trained, offers=bool(whom.caregiver))
        self._no = pressed(Quiet(say("Rather not")), self.accept)
        self._back = pressed(Quiet(say("Back")), self.go_back)
        self._next = pressed(Primary(say("Begin"), hint="Ctrl ↵"), self.go_on)
        laid = column(holding(self._inside), self._urgent, holding(self._below), self._trouble, 1)
        self.lay_over(laid, self._no, self._back, self._next)
        on_ctrl_enter(self, self.go_on)
        self.finished.connect(self.deleteLater)
        self._show_first()

    # --- the screens

    def _lay(self, *parts: QWidget, on: str, back: bool) -> None:
        clear(self._inside)
        clear(self._below)
        for each in parts:
            self._inside.addWidget(each)
        self._say_on(on)
        self._back.setVisible(back)
        stop = say("Stop") if back else say("Rather not")
        self._no.setText(stop)
        self._no.setAccessibleName(stop)
        self._trouble.say("")
        self._next.setFocus()

    def _say_on(self, on: str) -> None:
        self._next.setText(on)
        self._next.setAccessibleName(on)
        self._next.updateGeometry()

    def _onward(self, card: QuestionCard) -> str:
        """What is not answered is left out, and that is said."""
        return say("Next") if card.value() or card.question.sort is Sort.NOTE else say("Leave it out")

    def _show_first(self) -> None:
        self._place, self._card = BEFORE, None
        told = self._told
        languages = [self._languages()] if len(told.languages) > 1 else []
        caution = Card(heading(say("Caution")), body(told.caution, wrap=True), edge="amber")
        licence = Card(heading(say("Licence")), meta(told.licence, wrap=True))
        self._lay(
            _wrapped(title(told.title)), meta(version_of(told), wrap=True), body(self._whose(), wrap=True),
            *languages, caution, licence, on=say("Begin"), back=False,
        )  # fmt: skip

    def _languages(self) -> Choice:
        languages = Choice([(each, each) for each in self._told.languages], required=True)
        languages.setAccessibleName(say("Language"))
        languages.put(self._language)
        languages.changed.connect(lambda: self._speak(str(languages.value())))
        return languages

    def _speak(self, language: str) -> None:
        self._language = language

    def _whose(self) -> str:
        free = say("You may leave out any question, and stop at any time: then nothing is kept.")
        if not self._whom.caregiver:
            return say("What you answer is yours alone. {free}", free=free)
        return say("{name}, what you answer stays between the two of you. {free}", name=self._whom.name, free=free)

    def _show(self, place: int) -> None:
        asked = self._asked()
        self._place, question = place, asked[place]
        card = self._card = QuestionCard(self._told, question, self._language)
        card.put(self._answers.get(question.name, ""))
        card.changed.connect(self._heed)
        card.goes_on.connect(self.go_on)
        self._lay(meta(say("Question {number}", number=place + 1)), card, on=self._onward(card), back=True)
        card.setFocus()
        self._heed()

    def _show_last(self) -> None:
        self._place, self._card = AFTER, None
        held = answering.kept(self._told, self._answers)
        said = count("{number} answer.", "{number} answers.", len(held))
        one, many = "{number} that the form asks for is left out.", "{number} that the form asks for are left out."
        left = answering.left_out(self._told, self._answers)
        more = [body(count(one, many, left) + " " + say("You may go back, or leave it so."), wrap=True)] if left else []
        asks, self._only_told = words_for(
            say("Who else may be told"), "only_told", why=say("Nobody, unless they say so.")
        )
        asks.setVisible(bool(self._whom.caregiver and answering.dangers(self._told, held)))
        self._lay(title(say("That was all.")), body(said), *more, on=say("Save"), back=True)
        self._below.addWidget(asks)

    def _thank(self, outcome: Outcome) -> None:
        """Whom to ring stays in sight until the laptop is turned back."""
        self._place, self._record = KEPT, outcome.record
        stays = say("It is yours alone.") if not self._whom.caregiver else say("It stays between the two of you.")
        self._lay(title(say("Thank you.")), body(stays, wrap=True), on=say("Turn back"), back=True)
        self._no.hide()
        self._back.setText(say("What the form says of it") if self._told.scores else say("Look at the answers"))
        self._back.setAccessibleName(self._back.text())

    # --- the ways on

    def go_on(self) -> None:
        if self._place == KEPT:
            self.accept()
        elif self._place == AFTER:
            self._save()
        elif self._place != SAVING and self._stands():
            self._go_to(self._place + 1)

    def go_back(self) -> None:
        """One screen back, with what stands here; after the end, to what the form says: the desk stays covered."""
        if self._place == KEPT:
            kind = QUESTIONNAIRE_ANSWERS if self._whom.caregiver else OWN_ANSWERS
            show_answered(self, self._hands, kind.name, self._record)
        elif self._place != SAVING:
            self._take()
            self._go_to((len(self._asked()) if self._place == AFTER else self._place) - 1)

    def _go_to(self, place: int) -> None:
        if place < 0:
            self._show_first()
        elif place < len(self._asked()):
            self._show(place)
        else:
            self._show_last()

    def _stands(self) -> bool:
        """Take the answer that stands here, if it fits; what does not is said, and may be left out."""
        if self._card is None:
            return True
        self._take()
        wrong = answering.fault(self._told, self._card.question, self._answers, self._language)
        why = self._card.fault() or wrong
        self._card.complain(why)
        return not why

    def _take(self) -> None:
        if self._card:
            given = {self._card.question.name: self._card.value()}
            self._answers |= answering.tidy(self._told, given)

    def _heed(self) -> None:
        """What an answer says of danger brings whom to ring, before anything is saved."""
        self._take()
        if self._card:
            self._say_on(self._onward(self._card))
        self._urgent.name(frozenset(map(str, answering.dangers(self._told, self._answers))))

    def _asked(self) -> list[Question]:
        return answering.asked(self._told, self._answers)

    def _save(self) -> None:
        """Once, however often the key is pressed."""
        self._place = SAVING
        name, whose = "answer_for_myself", dict[str, str | None]()
        if self._whom.caregiver:
            told = self._only_told.text().strip()
            name, whose = "ask_questionnaire", {"caregiver": self._whom.caregiver, "only_told": told or None}
        held, act = answering.kept(self._told, self._answers), named(name)
        self._hands.lane.do(
            lambda book: act(book, questionnaire=self._brought.id, answers=held, **whose),
            owner=self,
            then=self._thank,
            refused=self._refused,
        )

    def _refused(self, problem: Problem) -> None:
        self._place = AFTER
        self._trouble.say(problem)


def _wrapped(label: QWidget) -> QWidget:
    label.setWordWrap(True)  # type: ignore[attr-defined]
    return label
