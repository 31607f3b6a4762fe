"""What was decided: a page at a time, narrowed as one types, each with the way to its record; and onto paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Quiet, Small, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Hairline, Scroll, clear, column, desk_of, holding, row
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.erasing import Erasing, show_erasing
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.desk.sheets.sheet import open_known
from caregiver_desk.records.people.people import Role
from caregiver_desk.reports.decided import Told, as_document, decided, narrowed, people_of
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.reports.looked import whose_book
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.decisions import Holds
from caregiver_desk.store.decisions import What as Decided
from caregiver_desk.wording import count, say

WIDE, HIGH = 720, 660
PAGE = 20  # decisions that are shown at once
TONES = {Holds.YES: "leaf", Holds.TAKEN_BACK: "amber", Holds.CHANGED: "plain"}


class DecidedSheet(QDialog):
    """Read, narrowed, opened, printed; and what somebody asked to be erased is shown again, or goes."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._page, self._hands = parent, hands
        self._every: list[Told] = []
        self._told: list[Told] = []
        self._shown = PAGE
        self.setObjectName("decided")
        self.setWindowTitle(say("What was decided"))
        self._about = meta(say("Looking through the book …"), wrap=True)
        self._find = Line(hint=say("A name, a day, a word"), icon="search")
        self._find.setAccessibleName(say("Narrow what was decided"))
        self._find.textChanged.connect(self._narrow)
        self._rows = column(gap=theme.SMALL)
        self._nothing = _nothing()
        close = pressed(Quiet(say("Close")), self.reject)
        self._onto = pressed(Quiet(say("Print"), icon="print"), lambda: print_out(parent, hands, self._paper()))
        head = column(title(say("What was decided")), self._about, self._find, gap=theme.SMALL)
        inside = Scroll(holding(column(self._nothing, self._rows, 1)), beside=theme.GAP)
        laid = column(head, column(inside, Foot(close, others=[self._onto]), gap=0), gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        self.finished.connect(self.deleteLater)
        self._find.setFocus()
        hands.lane.ask(decided, then=self._answered, owner=self)

    def _answered(self, told: list[Told]) -> None:
        self._every = told
        for part in (self._about, self._find, self._onto):
            part.setVisible(bool(told))
        self._nothing.setVisible(not told)
        self._narrow()

    def _narrow(self) -> None:
        """Within what was found: the whole journal is not asked for every letter."""
        self._told, self._shown = narrowed(self._every, self._find.text()), PAGE
        self._show()

    def _show(self) -> None:
        clear(self._rows)
        seen = self._told[: self._shown]
        for number, each in enumerate(seen):
            if number:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(each))
        if len(seen) < len(self._told):
            more = say("Show more ({number})", number=len(self._told) - len(seen))
            self._rows.addWidget(holding(row(pressed(Small(more), self._show_more), 1)))
        self._about.setText(_how_many(len(self._told), narrowed=bool(self._find.text().strip())))
        self._hands.looked(What.LISTED, people_of(seen))

    def _show_more(self) -> None:
        self._shown += PAGE
        self._show()

    def _row(self, each: Told) -> QWidget:
        lines = [meta(words, wrap=True) for words in each.lines]
        words = column(body(each.title, weight=theme.MEDIUM, wrap=True), *lines, gap=1)
        tag = Tag(each.holds, TONES[each.decision.holds])
        if each.decision.what is Decided.ASKED and each.decision.holds is Holds.YES:
            return beside(words, tag, *self._answers(each))
        if not each.record:
            return beside(words, tag)
        look = pressed(Small(say("Open")), partial(self._open, each))
        look.setAccessibleName(say("Open: {what}", what=each.about))
        return beside(words, tag, look)

    def _answers(self, each: Told) -> list[QWidget]:
        """To a request to erase: whoever keeps the record shows it again, and a coordinator erases it."""
        book = self._hands.lane.book
        show = pressed(Small(say("Show it again"), icon="undo"), partial(self._show_again, each))
        erase = pressed(Small(say("Erase for good"), icon="alert"), partial(self._erase, each))
        return [show, *([erase] if book and book.role == Role.COORDINATOR else [])]

    def _show_again(self, each: Told) -> None:
        act, record = named("do_not_erase"), each.decision.records[0]
        self._hands.lane.do(lambda book: act(book, id=record), owner=self, then=lambda _: self._ask_again())

    def _ask_again(self) -> None:
        self._hands.lane.ask(decided, then=self._answered, owner=self)

    def _erase(self, each: Told) -> None:
        told = Erasing(each.decision.records[0], say("Erase: {what}", what=each.about), say("It was asked for."))
        self.accept()
        show_erasing(self._page, self._hands, told)

    def _open(self, each: Told) -> None:
        window = desk_of(self._page)
        self.accept()
        open_known(window, self._hands, each.kind, each.record)

    def _paper(self) -> Printed[tuple[list[Told], str]]:
        words = self._find.text()

        def ask(book: Book) -> tuple[list[Told], str]:
            return decided(book, words=words), whose_book(book)

        return Printed(say("What was decided"), ask, _paint)


def _paint(device: QPagedPaintDevice, told: tuple[list[Told], str], imprint: Imprint) -> None:
    document_paper.paint(device, as_document(*told), imprint)


def _how_many(number: int, *, narrowed: bool) -> str:
    """Also where it is read: what somebody else decided comes with her bundles."""
    if number:
        return count("{number} decision, the newest first.", "{number} decisions, the newest first.", number)
    if narrowed:
        return say("Nothing that was decided says this.")
    return ""


def _nothing() -> QWidget:
    words = say("Here you see who settled a conflict, answered a request or erased something.")
    empty = Empty("check", say("Nothing was decided yet"), words)
    empty.hide()
    return empty
