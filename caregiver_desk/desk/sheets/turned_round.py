"""The desk turned round: a caregiver reads her own record, and nothing of anybody else is on the screen.

It covers the whole window, so that no list of names shows beside it. It is only read; what she says to it is written in
the check-in, in her own words.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.her_record import Written, her_record, looked_at
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import MOST, Card, Scroll, column, holding, row
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.stripes import paint_stripes
from caregiver_desk.desk.parts.words import PlainLabel, body, card_title, heading, meta, title
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say

WIDE = 720
LABEL = 190


def turn_round(parent: QWidget, hands: Hands, caregiver: str, name: str) -> None:
    """Show her what is written about her."""
    words = say("Your record, {name}", name=name)
    told = say("What is written about you here. If something is wrong, say so: it is put right, or your word is added.")
    show_turned(parent, hands, (words, told), lambda book: (*her_record(book, caregiver), looked_at(book, caregiver)))
    hands.looked(What.TURNED, {caregiver})


def show_turned(
    parent: QWidget, hands: Hands, head: tuple[str, str], asked: Callable[[Book], tuple[Written, ...]]
) -> None:
    """Cover the window with what somebody beside it may read."""
    hands.lane.ask(
        asked,
        then=lambda found: hands.dialogs.show(TurnedRound(parent.window(), head, found, fictional=_made_up(hands))),
        owner=parent,
    )


def _made_up(hands: Hands) -> bool:
    return bool(hands.lane.book and hands.lane.book.fictional)


class TurnedRound(QDialog):
    """As large as the window it covers."""

    def __init__(self, window: QWidget, head: tuple[str, str], record: tuple[Written, ...], *, fictional: bool) -> None:
        super().__init__(window)
        self.setObjectName("turned-round")
        words, told = head
        self.setWindowTitle(words)
        self._fictional = fictional
        back = pressed(Primary(say("Turn back"), icon="undo"), self.accept)
        cards = [_card(each) for each in record]
        inside = holding(column(title(words), meta(told, wrap=True), *cards, 1))
        inside.setMaximumWidth(theme.px(WIDE))
        middle = row(1, inside, 1)
        middle.setStretch(1, MOST)
        made_up = PlainLabel(say("FICTIONAL") if fictional else "", size=theme.META, weight=theme.BOLD, tint="amber")
        laid = column(Scroll(holding(middle), beside=theme.GAP), row(made_up, 1, back), gap=theme.ROOM)
        room = theme.px(theme.WIDE)
        laid.setContentsMargins(room, room, room, room)
        self.setLayout(laid)
        self._window = window
        self.setGeometry(window.geometry())
        window.installEventFilter(self)
        self.finished.connect(self.deleteLater)
        back.setFocus()

    def reject(self) -> None:
        """Esc turns nothing back: what lies below is not hers to see by a slip."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        if self._fictional:
            paint_stripes(painter, QRectF(self.rect()))
        else:
            painter.fillRect(self.rect(), theme.colour("paper"))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """However large the window becomes, nothing of it shows beside this."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.setGeometry(self._window.geometry())
        return super().eventFilter(watched, event)


def _card(written: Written) -> Card:
    day = [meta(full_day(written.day))] if written.day else []
    head = card_title(written.title)
    head.setWordWrap(True)
    tags = [Tag(words, "amber") for words in written.doubts]
    return Card(beside(head, *tags, *day), *(_line(label, words) for label, words in written.lines))


def _line(label: str, words: str) -> QWidget:
    named = heading(label)
    named.setWordWrap(True)
    named.setFixedWidth(theme.px(LABEL))
    return beside(body(words, wrap=True), first=[named], gap=theme.GAP)
