"""What stands round the cells of a week sheet: whose sheets there are, the letters, and three quiet cards below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QButtonGroup, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import WEEKDAYS
from caregiver_desk.desk.answers.names import named_options
from caregiver_desk.desk.answers.visits.weeks import TEAM, round_about
from caregiver_desk.desk.cards.visits.week_model import BRIEFLY, NOTHING, Square, beside
from caregiver_desk.desk.parts import folding
from caregiver_desk.desk.parts.buttons import Chip, Small, pressed
from caregiver_desk.desk.parts.finding import Finder
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.heard import one_of_a_few
from caregiver_desk.desk.parts.layout import Card, Columns, column, holding, is_low, row
from caregiver_desk.desk.parts.words import PlainLabel, ShortLabel, body, heading, meta
from caregiver_desk.practice.visits.weeks import LETTERS, together, total
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.wording import count, say

FIND = 190  # pixels of the line that finds one of more
NEAR = 6  # chips of more than a team: a line of them, so that the sheet itself stays in sight
MANY = 3  # numbers that one card names
LINES = 126  # pixels for six lines


class Whose(NamedTuple):
    """One caregiver's sheet, and whether it is still on its way."""

    caregiver: str
    name: str
    waiting: bool


class NameChip(Chip):
    """Whose sheet to type."""

    high = 30

    def show_sheet(self, whose: Whose) -> None:
        self._waiting = whose.waiting
        self.setText(say("{name} · waiting", name=whose.name) if whose.waiting else whose.name)
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def colours(self) -> tuple[QColor, QColor, QColor]:
        if self._waiting and not self.isChecked():
            return theme.colour("amber-wash"), theme.colour("amber-wash"), theme.colour("amber")
        return super().colours()


class Strip(QWidget):
    """Which week, and whose sheet."""

    turned = Signal(int)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._before = pressed(Small("‹"), lambda: self.turned.emit(-1))
        self._after = pressed(Small("›"), lambda: self.turned.emit(1))
        self._before.setAccessibleName(say("The week before"))
        self._after.setAccessibleName(say("The week after"))
        self._week = PlainLabel(weight=theme.SEMIBOLD)
        self._group = QButtonGroup(self)
        self._chips: dict[str, NameChip] = {}
        weeks = row(self._before, self._week, self._after, gap=theme.GAP)
        weeks.setContentsMargins(0, 0, theme.px(theme.GAP), 0)
        self._find = Finder(hint=say("Find a caregiver"))
        self._find.setAccessibleName(say("Find a caregiver’s sheet"))
        self._find.setFixedWidth(theme.px(FIND))
        self._find.picked.connect(self._found)
        self._laid = flow(holding(weeks), self._find)
        self.setLayout(column(self._laid, gap=0))

    def show_week(self, words: str, *, is_last: bool) -> None:
        self._week.setText(words)
        self._after.setEnabled(not is_last)

    def show_names(self, sheets: Sequence[Whose], chosen: str) -> None:
        """A chip for each; of more than there is room for those round the chosen one, and a line to find the others."""
        are_many = len(sheets) > (NEAR if is_low(self) else TEAM)
        self._find.setVisible(are_many)
        self._find.offer(named_options((each.caregiver, each.name) for each in sheets) if are_many else {})
        order = [each.caregiver for each in sheets]
        seen = round_about(order, chosen, NEAR) if are_many else order
        self._show_chips([each for each in sheets if each.caregiver in seen], chosen)

    def _found(self, caregiver: str) -> None:
        self._find.clear()
        self.chosen.emit(caregiver)

    def _show_chips(self, sheets: Sequence[Whose], chosen: str) -> None:
        if list(self._chips) != [each.caregiver for each in sheets]:
            self._make_chips(sheets)
        for each in sheets:
            self._chips[each.caregiver].show_sheet(each)
            self._chips[each.caregiver].setChecked(each.caregiver == chosen)

    def _make_chips(self, sheets: Sequence[Whose]) -> None:
        for chip in self._chips.values():
            self._laid.removeWidget(chip)
            chip.deleteLater()
        self._chips = {each.caregiver: NameChip(each.name) for each in sheets}
        one_of_a_few(*self._chips.values())
        for caregiver, chip in self._chips.items():
            chip.clicked.connect(partial(self.chosen.emit, caregiver))
            self._group.addButton(chip)
            self._laid.addWidget(chip)


class FirstOfAll(QWidget):
    """What comes before anything is typed into this sheet, if anything does, and the way to it."""

    def __init__(self, way: QWidget) -> None:
        super().__init__()
        self._words = meta(wrap=True)
        self._words.tint("amber")
        self.setLayout(column(folding.beside(column(self._words), way)))
        self.hide()

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))


def letters() -> QWidget:
    """The keys that say what came of a visit."""
    told = [
        row(_Key(letter), meta(say(BRIEFLY[outcome])), gap=theme.TIGHT)
        for letter, outcome in LETTERS.items()
        if outcome != Outcome.DONE
    ]
    hint = ShortLabel(say("A letter only where it was not done:"), size=theme.META, tint="ink-soft")
    return holding(flow(hint, *(holding(each) for each in told), gap=theme.GAP))


class _Key(PlainLabel):
    """A key, by its letter."""

    def __init__(self, letter: str) -> None:
        super().__init__(letter, size=theme.META, weight=theme.BOLD)


class WeekCards(QWidget):
    """What the week comes to, what waits, and what the cell in hand means."""

    def __init__(self) -> None:
        super().__init__()
        self._whose, self._what = heading(), heading()
        self._done, self._week = PlainLabel("0", size=theme.FIGURE, weight=theme.BOLD), meta(wrap=True)
        self._waiting, self._meant = body(wrap=True), body(wrap=True)
        for each in (self._waiting, self._meant):
            each.setAlignment(Qt.AlignmentFlag.AlignTop)
        figure = row(self._done, self._week, gap=theme.SMALL)
        figure.setStretch(1, 1)
        cards = (
            Card(self._whose, figure, 1),
            Card(heading(say("Sort later")), self._waiting, 1),
            Card(self._what, self._meant, 1),
        )
        self.setLayout(column(Columns(*((card, 250, 1) for card in cards)), gap=0))

    def show_week(self, name: str, days: Sequence[Sequence[Square]], heavy_from: int, *, is_listed: bool) -> None:
        """What the whole week comes to, and what waits on which day; with a list there is more to say of a cell."""
        for each in (self._waiting, self._meant):
            each.setMinimumHeight(theme.px(LINES) if is_listed else 0)  # cards stay as they are while one types
        self._whose.setText(say("{name}’s week", name=name))
        totals = [total([each.entry for each in day], heavy_from) for day in days]
        whole, heavy = together(totals), sum(each.heavy for each in totals)
        self._done.setVisible(whole != NOTHING)
        days_told = count("{number} heavy day", "{number} heavy days", heavy) if heavy else say("no heavy day")
        visits = count("visit", "visits", whole.done)
        self._done.setText(str(whole.done))
        told = say(" · ").join(part for part in (visits, beside(whole), days_told) if part)
        self._week.setText(say("Nothing typed yet.") if whole == NOTHING else told)
        self._say_waiting([(n, each) for n, day in enumerate(days) for each in day if each.entry.doubt])

    def _say_waiting(self, waiting: Sequence[tuple[int, Square]]) -> None:
        lines = [_waits(day, each) for day, each in waiting[:MANY]]
        if len(waiting) > MANY:
            lines.append(say("… and {number} more.", number=len(waiting) - MANY))
        if lines:
            lines.append(say("Kept. Type over it when you know."))
        self._waiting.setText("\n".join(lines) or say("Nothing. A number that is on no list is kept here."))
        self._waiting.tint("amber" if waiting else "ink-soft")

    def say_meant(self, title: str, lines: Sequence[str]) -> None:
        """What the cell in hand means, or may mean."""
        self._what.setText(title)
        self._meant.setText("\n".join(lines))


def _waits(day: int, square: Square) -> str:
    weekday, why = say(WEEKDAYS[day]), say(str(square.entry.doubt))
    return say("{number} on {weekday}: {why}.", number=square.entry.written, weekday=weekday, why=why)
