"""To be placed: all that was open when somebody went, in one list, and each line with the one thing to do next.

It stays open until it is left: what was placed falls out of it, and the keys stay where they were.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.placing import NEXT, Waits
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.people.placing import Line, Tray, tray
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Quiet, Small, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, Hairline, clear, column, holding
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.opening import open_entry
from caregiver_desk.errors import Problem
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

WIDE, HIGH = 640, 600
Goes = Callable[[str, dict[str, Any]], object]


def show_placing(parent: QWidget, hands: Hands, goes: Goes, place: Callable[[], object]) -> None:
    """`place` is where homes are given to somebody; a concern is opened on its page."""
    hands.dialogs.show(PlacingSheet(parent, hands, goes, place))


class PlacingSheet(QDialog):
    """A card for each person who went."""

    def __init__(self, parent: QWidget, hands: Hands, goes: Goes, place: Callable[[], object]) -> None:
        super().__init__(parent)
        self._hands, self._goes, self._place = hands, goes, place
        self.setObjectName("placing")
        self._cards = column(gap=theme.GAP)
        self._leave = pressed(Quiet(say("Leave")), self.reject)
        self._foot = Foot(self._leave)
        about = say("What was open when somebody went. It waits here until somebody goes on with it, or it is let go.")
        lay_out(self, say("To be placed"), about, [holding(self._cards)], self._foot, (WIDE, HIGH))
        hands.lane.touched.connect(lambda _: self._ask())
        self._leave.setFocus()
        self._ask()

    def _ask(self) -> None:
        self._hands.lane.ask(tray, then=self._show, owner=self)

    def _show(self, found: Tray) -> None:
        held = self.focusWidget()
        place = self._buttons().index(held) if held in self._buttons() else -1
        clear(self._cards)
        for name, lines in found.people:
            self._cards.addWidget(Card(heading(name), *self._rows(name, lines), gap=theme.SMALL))
        if not found.people:
            self._cards.addWidget(Empty("people", say("Nothing waits"), say("Whoever goes on with it has it.")))
        self._go_on(place)
        self._hands.looked(What.LISTED, found.whose)

    def _buttons(self) -> list[QWidget]:
        return [each for each in self.findChildren(Small) if each.property("line")]

    def _go_on(self, place: int) -> None:
        """The keys stay where they were, or on the last line; at first they are on the first."""
        ways = self._buttons()
        (ways[min(max(place, 0), len(ways) - 1)] if ways else self._leave).setFocus()

    def _rows(self, name: str, lines: tuple[Line, ...]) -> list[QWidget]:
        rows = [part for line in lines for part in (Hairline(), self._row(name, line))]
        return rows[1:]

    def _row(self, name: str, line: Line) -> QWidget:
        way = pressed(Small(line.label), partial(self._do, line))
        way.setProperty("line", True)
        way.setAccessibleName(say("{act}: {what}, {whose}", act=line.label, what=line.what, whose=name))
        quiet = [meta(say(str(line.sort)), wrap=True)] if line.sort not in {Waits.HOME, Waits.CONCERN} else []
        return beside(holding(column(body(line.what, weight=theme.MEDIUM, wrap=True), *quiet, gap=1)), way)

    # -- what is done

    def _do(self, line: Line) -> None:
        if line.sort == Waits.HOME:
            self.accept()
            self._place()
        elif line.sort == Waits.CONCERN:
            self.accept()
            self._goes("concerns", {"concern": line.id})
        elif line.sort in {Waits.ROUND, Waits.TALK, Waits.TOGETHER, Waits.DECISION}:
            self._settle(line)
        else:
            open_entry(self, self._hands, line.kind, line.id, line.whose)

    def _settle(self, line: Line) -> None:
        """At once, with its undo: a plan is taken off, what a group decided is taken over."""
        act = named(NEXT[line.sort].act)

        def settle(book: Book) -> Any:
            over = {"fields": {"owner": book.person}} if line.sort == Waits.DECISION else {}
            return act(book, id=line.id, **over)

        self._hands.lane.do(settle, owner=self, refused=self._refused)

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)
