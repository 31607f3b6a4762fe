"""A list that stands nowhere at a glance: it opens on asking, is gone through by keys, and opens what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.fairness.processes import Row, processes, worries
from caregiver_desk.desk.cards.growth.entries import Entries
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Quiet, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.desk.sheets.fairness.process_sheet import show_process
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.wording import say

WIDE, HIGH = 640, 520


def show_processes(parent: QWidget, hands: Hands, _person: str = "") -> None:
    """Those that the owner of this book takes part in."""
    about = say("You read these because you take part in them. Nobody else is shown that there are any.")
    nothing = say("You take part in none. What somebody gives you to read comes with a bundle.")

    def opens(row: Row) -> None:
        show_process(parent, hands, row.id)

    hands.lane.ask(
        processes,
        then=lambda rows: hands.dialogs.show(
            ApartSheet(parent, (say("Processes I take part in"), about, nothing), rows, opens)
        ),
        owner=parent,
    )


def show_worries(parent: QWidget, hands: Hands, _person: str = "") -> None:
    """Worries about work that were noted, each for the two of whom one is the owner of this book."""
    about = say("For the two of you only. Open one to say what came of it.")
    nothing = say("No worry is noted.")

    def opens(row: Row) -> None:
        open_record(parent, hands, row.kind, row.id)

    hands.lane.ask(
        worries,
        then=lambda rows: hands.dialogs.show(
            ApartSheet(parent, (say("Worries about work"), about, nothing), rows, opens)
        ),
        owner=parent,
    )


class ApartSheet(QDialog):
    """`words` are its title, what it is, and what it says where there is nothing."""

    def __init__(
        self, parent: QWidget, words: tuple[str, str, str], rows: Sequence[Row], opens: Callable[[Row], object]
    ) -> None:
        super().__init__(parent)
        head, about, nothing = words
        self._opens = opens
        self.setObjectName("apart")
        self.setWindowTitle(head)
        self.list = Entries()
        self.list.rows.set_rows(rows)
        self.list.opened.connect(self._open)
        self.list.setVisible(bool(rows))
        none = meta(nothing, wrap=True)
        none.setVisible(not rows)
        called = title(head)
        called.setWordWrap(True)
        close = pressed(Quiet(say("Close")), self.reject)
        top = column(called, meta(about, wrap=True), gap=theme.TIGHT)
        body = column(none, self.list, *([] if rows else [1]), gap=0)
        stand_over(self, column(holding(top), holding(body), Foot(close), gap=theme.ROOM), WIDE, HIGH)
        self.finished.connect(self.deleteLater)
        (self.list if rows else close).setFocus()
        if rows:
            self.list.choose(0)

    def _open(self, row: Row) -> None:
        self.accept()
        self._opens(row)
