"""Choosing records for a chronology: a list of those that may stand in one, ticked by Space, added all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.fairness.processes import Row, to_choose
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.lists import LinesPainter
from caregiver_desk.desk.parts.tables import Heading
from caregiver_desk.desk.parts.tick_list import TickList
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say

WIDE, HIGH = 720, 620
ROWS = 4


class Ticked(NamedTuple):
    """A record that may be chosen, and whether it is."""

    row: Row
    ticked: bool

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def name(self) -> str:
        return say("✓ {what}", what=self.row.name) if self.ticked else self.row.name


def show_choosing(parent: QWidget, hands: Hands, process: str, after: Callable[[], object]) -> None:
    """The records that may be chosen now; `after` is done when some were added, or nobody wanted any."""
    hands.lane.ask(
        partial(to_choose, process=process),
        then=lambda rows: hands.dialogs.show(ChoosingSheet(parent, hands, process, rows, after)),
        owner=parent,
    )


class ChoosingSheet(QDialog):
    """What was said to help somebody is not among them."""

    def __init__(
        self, parent: QWidget, hands: Hands, process: str, rows: Sequence[Row], after: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._hands, self._process, self._rows = hands, process, list(rows)
        self._chosen: set[str] = set()
        self.setObjectName("choosing")
        self.setWindowTitle(say("Choose records"))
        says = Heading(
            say("Records"), lambda each: joined(say("ticked") if each.ticked else "", each.name, each.row.quiet)
        )
        painter = LinesPainter(lambda each: (each.name, each.row.quiet, "leaf" if each.ticked else "ink-soft"))
        self.list = TickList(says, painter, say("Records"))
        self.list.show_whole_rows(ROWS)
        self.list.ticked.connect(self._tick)
        self._add = pressed(Primary(say("Add"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(self._add, others=[pressed(Quiet(say("Leave")), self.reject)])
        about = say(
            "Space ticks a record. It is copied as it stands today. What was said to help somebody, how they are and "
            "what they think about alone is not here, and cannot be."
        )
        head = title(say("Choose records for the chronology"))
        head.setWordWrap(True)
        none = meta(say("Nothing more can be chosen."), wrap=True)
        none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        top = holding(column(head, meta(about, wrap=True), gap=theme.TIGHT))
        inside = holding(column(none, self.list, *([] if rows else [1]), gap=0))
        stand_over(self, column(top, inside, self._foot, gap=theme.ROOM), WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self.finished.connect(self.deleteLater)
        self.finished.connect(lambda _: after())
        self._show()
        (self.list if rows else self._add).setFocus()
        if rows:
            self.list.choose(0)

    def _show(self) -> None:
        self.list.rows.set_rows([Ticked(each, each.id in self._chosen) for each in self._rows])
        number = len(self._chosen)
        self._add.setText(count("Add {number} record", "Add {number} records", number) if number else say("Add"))
        self._add.setEnabled(bool(number))

    def _tick(self, record: str) -> None:
        held = self.list.currentIndex().row()
        self._chosen ^= {record}
        self._show()
        self.list.choose(held)

    def save(self) -> None:
        chosen = [each for each in reversed(self._rows) if each.id in self._chosen]
        if chosen:
            self._hands.lane.do(
                partial(_linked, process=self._process, rows=chosen),
                owner=self,
                then=lambda _: self.accept(),
                refused=self._refused,
            )

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)


def _linked(book: Book, process: str, rows: Sequence[Row]) -> Outcome:
    link = named("link_record")
    done = [link(book, process=process, kind=each.kind, id=each.id) for each in rows]
    said = count(
        "Added {number} record, as it stands today.", "Added {number} records, as they stand today.", len(done)
    )
    return Outcome(said, frozenset().union(*(each.touched for each in done)), record=done[-1].record)
