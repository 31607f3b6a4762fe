"""The cells of a week sheet as row copies: a column a day, the visits below each other, and what each day comes to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from caregiver_desk.desk.parts.tables import RECORD
from caregiver_desk.practice.visits.weeks import LETTERS, Doubt, Entry, Total, total
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.wording import count, day_of_week, full_day, later, say

Index = QModelIndex | QPersistentModelIndex
NOTHING = Total(0, 0, 0)
ROWS = 6  # as on paper; more where a day has more
BRIEFLY = {
    Outcome.DONE: later("done"),
    Outcome.NOBODY_HOME: later("nobody home"),
    Outcome.LATER: later("later"),
    Outcome.REFUSED: later("refused"),
    Outcome.UNSAFE: later("unsafe"),
    Outcome.CANCELLED: later("cancelled"),
    Outcome.PHONE: later("phone"),
}


class Square(NamedTuple):
    """One cell, with the name by which its home is known."""

    entry: Entry
    name: str
    mark: str = ""  # what to know of that home before somebody knocks

    @property
    def tag(self) -> tuple[str, str]:
        """The word beside the number, and its tone; none for a visit that was done."""
        if self.entry.doubt:
            words = {Doubt.TWICE: say("twice"), Doubt.KNOWN: say("known now")}.get(self.entry.doubt)
            return words or say("sort later"), "amber"
        return ("" if self.entry.outcome == Outcome.DONE else say(BRIEFLY[self.entry.outcome])), "plain"

    @property
    def brief(self) -> str:
        """The same in one sign, as it is typed."""
        letters = (letter for letter, outcome in LETTERS.items() if outcome == self.entry.outcome)
        return "?" if self.entry.doubt else next(letters)

    def words(self) -> str:
        """As it is read aloud."""
        return ", ".join(part for part in (self.entry.written, self.name, self.mark, self.tag[0]) if part)


class WeekModel(QAbstractTableModel):
    """One caregiver's week. The last row holds the totals."""

    def __init__(self) -> None:
        super().__init__()
        self._days: Sequence[date] = ()
        self._today = date.min
        self._cells: Sequence[Sequence[Square]] = ()
        self._heavy_from = 1

    def show(self, days: Sequence[date], today: date, cells: Sequence[Sequence[Square]], heavy_from: int) -> None:
        """A day is heavy from so many visits on."""
        self.beginResetModel()
        self._days, self._today, self._cells, self._heavy_from = days, today, cells, heavy_from
        self.endResetModel()

    def is_open(self, day: int) -> bool:
        """Whether a day has come, so that visits of it can be typed."""
        return 0 <= day < len(self._days) and self._days[day] <= self._today

    def squares(self, day: int) -> Sequence[Square]:
        return self._cells[day] if 0 <= day < len(self._cells) else ()

    def square(self, day: int, row: int) -> Square | None:
        return self.squares(day)[row] if 0 <= row < len(self.squares(day)) else None

    def day_total(self, day: int) -> Total:
        return total([each.entry for each in self.squares(day)], self._heavy_from)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        longest = max((len(each) for each in self._cells), default=0)
        return 0 if parent.isValid() else max(ROWS, longest + 1) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        return 0 if parent.isValid() else len(self._days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self._total_or_square(index) if index.isValid() else None
        if role == RECORD:
            return found
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        words = total_words(found) if isinstance(found, Total) else found.words() if found else ""
        return words if words or role == Qt.ItemDataRole.DisplayRole else self._empty(index.column())

    def _empty(self, day: int) -> str:
        """A cell in which nothing stands, as it is read aloud."""
        return say("{day}, free" if self.is_open(day) else "{day}, not yet", day=full_day(self._days[day]))

    def _total_or_square(self, index: Index) -> Total | Square | None:
        if index.row() == self.rowCount() - 1:
            return self.day_total(index.column())
        return self.square(index.column(), index.row())

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._days):
            return None
        day = self._days[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return say("{weekday} {day}", weekday=day_of_week(day), day=day.day)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return int(left) if role == Qt.ItemDataRole.TextAlignmentRole else None


def visits_of(day: Total) -> str:
    """A day of which nothing is there yet is no day without visits."""
    if day == NOTHING:
        return say("not yet")
    return count("{number} visit", "{number} visits", day.done)


def beside(day: Total) -> str:
    """What else a day holds: doors that stayed closed, and what waits to be sorted."""
    parts = [say("{number} not done", number=day.not_done)] if day.not_done else []
    parts += [say("{number} to sort", number=day.waiting)] if day.waiting else []
    return say(" · ").join(parts)


def total_words(day: Total) -> str:
    heavy = say("heavy day") if day.heavy else ""
    return ", ".join(part for part in (visits_of(day), heavy, beside(day)) if part)
