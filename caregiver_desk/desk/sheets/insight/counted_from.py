"""What a figure was counted from, record by record, for whoever may read them: this book's owner, of their own people.

Whoever opens it looks at records of people, and the access log says so. They stand in the order of their days.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Chip, Quiet, Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.opening import open_entry
from caregiver_desk.practice.spans import Span
from caregiver_desk.reports.insight.counted_from import Counted, Line, counted_from
from caregiver_desk.store.access import What
from caregiver_desk.wording import say

SIZE = (640, 620)


def show_counted_from(parent: QWidget, hands: Hands, code: str, span: Span, place: str) -> None:
    hands.lane.ask(
        lambda book: counted_from(book, code, span, place),
        then=lambda told: hands.dialogs.show(CountedFromSheet(parent, hands, told)),
        owner=parent,
    )


class CountedFromSheet(QDialog):
    """Those that count, or all of which they are some."""

    def __init__(self, parent: QWidget, hands: Hands, told: Counted) -> None:
        super().__init__(parent)
        self._page, self._hands, self._told = parent, hands, told
        self.setObjectName("counted-from")
        self._shelf = Shelf(told.title, say("Nothing was counted one by one."))
        self._chips = [Chip(words) for words, lines in told.sides if lines is not None]
        for chip, (_, lines) in zip(self._chips, told.sides, strict=False):
            chip.clicked.connect(partial(self._show, chip, lines or ()))
        close = pressed(Quiet(say("Close")), self.reject)
        parts = [holding(flow(*self._chips, gap=6)), self._shelf]
        lay_out(self, told.title, told.says, parts, Foot(close), SIZE)
        hands.looked(What.LISTED, told.about)
        self._show(self._chips[0], told.sides[0][1] or ())

    def _show(self, chosen: Chip, lines: tuple[Line, ...]) -> None:
        for chip in self._chips:
            chip.setChecked(chip is chosen)
        self._shelf.show_rows([partial(self._row, each) for each in lines])

    def _row(self, each: Line) -> QWidget:
        words = column(body(each.name, wrap=True), *([meta(each.quiet)] if each.quiet else []), gap=1)
        if not each.opens:
            return beside(words)
        look = pressed(Small(say("Open")), partial(open_entry, self._page, self._hands, each.kind, each.id, ""))
        look.setAccessibleName(say("Open: {name}", name=each.name))
        return beside(words, look)
