"""My card: the eight words to be read aloud, and the card to be given away, as a file, a picture, or on paper.

The words stand on no paper and in no picture: they are compared by voice, and must not travel with what they prove.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, Columns, Scroll, column, holding
from caregiver_desk.desk.parts.paper import Paper
from caregiver_desk.desk.parts.picture import Dots
from caregiver_desk.desk.parts.words import PlainLabel, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.errors import CardTooLong
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.store import questions, safely
from caregiver_desk.store.book import Book
from caregiver_desk.sync import dots, trust
from caregiver_desk.wording import say

WIDE, HIGH, SIDE, LEAST = 700, 540, 312, 270
ON_PAPER = 340.0  # points: 12 cm


@dataclass(frozen=True)
class Mine:
    """This laptop's card, whose it is, its picture if it fits into one, and the eight words that name it."""

    name: str
    data: bytes
    picture: bytes
    words: tuple[str, ...]


def my_card(book: Book) -> Mine:
    name = questions.names_of(book, [book.person]).get(book.person, "")
    data = trust.my_card(book, name)
    return Mine(name, data, _drawn(data), trust.read_card(data)[1])


def _drawn(card: bytes) -> bytes:
    try:
        return dots.drawn(card)
    except CardTooLong:
        return b""


def save_card(book: Book, folder: Path) -> Outcome:
    path = folder / f"{book.laptop[:8]}{trust.CARD_SUFFIX}"
    safely.write(path, my_card(book).data)
    return Outcome(say("Your card is saved as {file}. Give it to your partner, and open theirs here.", file=path.name))


def save_picture(book: Book, folder: Path) -> Outcome:
    path = folder / f"{book.laptop[:8]}{dots.SUFFIX}"
    safely.write(path, my_card(book).picture)
    return Outcome(say("The picture of your card is saved as {file}. Open theirs here.", file=path.name))


class MyCard(QDialog):
    """My eight words, to be read aloud, and the card to be given away."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._hands = hands
        self.setObjectName("my-card")
        self.setWindowTitle(say("My card"))
        self._words = PlainLabel(size=theme.CARD, weight=theme.SEMIBOLD, wrap=True)
        self._words.setMinimumHeight(3 * self._words.fontMetrics().lineSpacing())
        self._onto = pressed(Quiet(say("Print"), icon="print"), self._print)
        self._picture = pressed(Quiet(say("Save the picture")), lambda: self._save(save_picture))
        self._dots = Dots(SIDE, say("The picture of your card"))
        told = say("Give the card to your partner, and read these words aloud when the card is opened.")
        self._shown = meta(
            say("A phone can take this picture from the screen. Sent on, “Open a card” reads it."), wrap=True
        )
        words = column(Card(heading(say("My eight words")), self._words), self._shown, 1, gap=theme.GAP)
        pictured = column(self._dots, holding(flow(self._onto, self._picture)), 1, gap=theme.SMALL)
        beside = Columns((holding(pictured), SIDE, 0), (holding(words), LEAST, 1))
        inside = Scroll(holding(column(beside, 1)), beside=theme.GAP)
        head = column(title(say("My card")), meta(told, wrap=True), gap=theme.TIGHT)
        save = pressed(Primary(say("Save my card"), icon="person"), lambda: self._save(save_card))
        foot = Foot(save, others=[pressed(Quiet(say("Close")), self.reject)])
        stand_over(self, column(head, column(inside, foot, gap=0), gap=theme.GAP), WIDE, HIGH)
        save.setFocus()
        self.finished.connect(self.deleteLater)
        hands.lane.ask(my_card, then=self._show, owner=self)

    def _show(self, mine: Mine) -> None:
        self._words.setText(" ".join(mine.words))
        self._dots.show_dots(mine.picture)
        if not mine.picture:
            self._shown.setText(str(CardTooLong()))
        for each in (self._dots, self._onto, self._picture):
            each.setVisible(bool(mine.picture))

    def _save(self, write: Callable[[Book, Path], Outcome]) -> None:
        def into(folder: Path) -> None:
            self._hands.lane.do(lambda book: write(book, folder), owner=self, then=lambda _: self.accept())

        self._hands.dialogs.pick_folder(self, say("Where shall your card go?"), into)

    def _print(self) -> None:
        print_out(self, self._hands, Printed(say("My card"), my_card, _paint))


def _paint(device: QPagedPaintDevice, mine: Mine, imprint: Imprint) -> None:
    on = Paper(device, fictional=imprint.fictional)
    on.write(say("Contact card of {name}", name=mine.name), 20, QFont.Weight.DemiBold)
    on.painter.drawImage(QRectF(0, on.y, ON_PAPER, ON_PAPER), QImage.fromData(mine.picture))
    on.y += ON_PAPER + theme.ROOM
    on.write(say("Take a picture of the square. In Caregiver Desk: Sharing, Open a card."), 11)
    on.write(say("Then phone, and ask for the eight words."), 11)
    on.end()
