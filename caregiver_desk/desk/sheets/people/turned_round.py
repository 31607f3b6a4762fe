"""The desk turned round: a caregiver reads her own record, and nothing of anybody else is on the screen.

It covers the whole window, so that no list of names shows beside it. It is read, and to each check-in that the two held
she says whether both agree to what is written, or how she sees it otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.people.her_record import Written, her_record, looked_at, on_paper
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, clear, column, desk_of, holding
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.words import body, card_title, heading, meta, title
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.cover import Cover
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.desk.sheets.supervision.saying import Saying
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say

Question = Callable[[Book], tuple[Written, ...]]
LABEL = 190


def turn_round(parent: QWidget, hands: Hands, caregiver: str, name: str) -> None:
    """Show her what is written about her."""
    words = say("Your record, {name}", name=name)
    told = say("What is written about you here. If something is wrong, say so: it is put right, or your word is added.")
    show_turned(parent, hands, (words, told), partial(_all_of_it, caregiver=caregiver), whose=caregiver)
    hands.looked(What.TURNED, {caregiver})


def show_turned(parent: QWidget, hands: Hands, head: tuple[str, str], asked: Question, *, whose: str = "") -> None:
    """Cover the window with what somebody beside it may read; `whose` record it is, if it is theirs to take home."""

    def cover(found: tuple[Written, ...]) -> None:
        turned = TurnedRound(desk_of(parent), hands, head, asked, found)
        if whose:
            turned.offer_print(whose)
        hands.dialogs.show(turned)

    hands.lane.ask(asked, then=cover, owner=parent)


def _all_of_it(book: Book, caregiver: str) -> tuple[Written, ...]:
    return (*her_record(book, caregiver), looked_at(book, caregiver))


class TurnedRound(Cover):
    """Their record, card by card."""

    def __init__(
        self, window: QWidget, hands: Hands, head: tuple[str, str], asked: Question, record: tuple[Written, ...]
    ) -> None:
        super().__init__(window, hands)
        self._head, self._asked = head, asked
        self.setObjectName("turned-round")
        words, told = head
        self.setWindowTitle(words)
        self._back = pressed(Primary(say("Turn back"), icon="undo"), self.accept)
        self._cards = column(gap=theme.GAP)
        self._show_record(record)
        self._foot = self.lay_over(column(title(words), meta(told, wrap=True), holding(self._cards), 1), self._back)
        self.finished.connect(self._finish)
        self._back.setFocus()

    def offer_print(self, whose: str) -> None:
        """They may take it home on paper."""
        printed = Printed(
            self.windowTitle(), lambda book: on_paper(self._head, self._asked(book)), document_paper.paint, whose
        )
        onto = pressed(Quiet(say("Print"), icon="print"), partial(print_out, self._window, self._hands, printed))
        self._foot.insertWidget(self._foot.count() - 1, onto)
        QWidget.setTabOrder(onto, self._back)

    def _show_record(self, record: tuple[Written, ...]) -> None:
        clear(self._cards)
        for each in record:
            self._cards.addWidget(_card(each, *self._saying(each)))

    def _saying(self, written: Written) -> list[QWidget]:
        heard = written.says
        if heard is None:
            return []
        said = partial(self._ask_again, heard.id)
        return [Saying(self._hands, heard.id, agreed=heard.agreed, words=heard.otherwise, said=said)]

    def _ask_again(self, entry: str) -> None:
        self._hands.lane.ask(self._asked, then=partial(self._show_again, entry), owner=self)

    def _show_again(self, entry: str, record: tuple[Written, ...]) -> None:
        """What was said stands there, and the keys are still at its entry."""
        self._show_record(record)
        for each in self.findChildren(Saying):
            if each.entry == entry:
                each.take_keys()

    def _finish(self) -> None:
        for begun in self.findChildren(Draft):
            begun.keep()
        self.deleteLater()


def _card(written: Written, *saying: QWidget) -> Card:
    day = [meta(full_day(written.day))] if written.day else []
    head = card_title(written.title)
    head.setWordWrap(True)
    tags = [Tag(words, "amber") for words in written.doubts]
    return Card(beside(head, *tags, *day), *(_line(label, words) for label, words in written.lines), *saying)


def _line(label: str, words: str) -> QWidget:
    if not label:
        return body(words, wrap=True)
    named = heading(label)
    named.setWordWrap(True)
    named.setFixedWidth(theme.px(LABEL))
    return beside(body(words, wrap=True), first=[named], gap=theme.GAP)
