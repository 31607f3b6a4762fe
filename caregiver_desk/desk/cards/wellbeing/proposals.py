"""What may be offered after a hard event, each with its day: ticked by its figure, and nothing is ticked beforehand.

0 ticks what is mostly proposed after such an event. A group debriefing is not on the list, for it does harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.parts.buttons import Chip, Small, pressed
from caregiver_desk.desk.parts.layout import column, holding, row
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.practice.wellbeing.events import Proposal, words
from caregiver_desk.wording import say


class Tick(Chip):
    """One of them; its figure works wherever in the list the keys are."""

    figured = Signal(int)

    def __init__(self, figure: int) -> None:
        super().__init__(str(figure))
        self.toggled.connect(lambda on: self.setText(f"✓ {figure}" if on else str(figure)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.text().isdecimal() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.figured.emit(int(event.text()))
        else:
            super().keyPressEvent(event)


class Proposals(QWidget):
    """All of them, in one order, so that a figure always means the same."""

    filled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._usual: tuple[Proposal, ...] = ()
        self.ticks = {each: Tick(number) for number, each in enumerate(Proposal, 1)}
        self._days = {each: meta() for each in Proposal}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(theme.GAP))
        grid.setVerticalSpacing(theme.px(theme.TIGHT))
        grid.setColumnStretch(1, 1)
        for line, (each, tick) in enumerate(self.ticks.items()):
            tick.setFixedWidth(theme.px(44))
            tick.setAccessibleName(words(each))
            tick.figured.connect(self._figure)
            tick.toggled.connect(self.filled)
            for place, part in enumerate((tick, body(words(each), wrap=True), self._days[each])):
                grid.addWidget(part, line, place, Qt.AlignmentFlag.AlignVCenter)
        usual = pressed(Small(say("0 The usual")), self.tick_usual)
        usual.setAccessibleName(say("Tick what is usual after such an event"))
        usual.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on to the offers; its own key does this
        note = meta(
            say("Each is an offer: they say yes or no. Nobody is made to tell it, alone or in a group."), wrap=True
        )
        self.setLayout(column(row(heading(say("Offer")), 1, usual), holding(grid), note, gap=theme.SMALL))
        self.setFocusProxy(self.ticks[Proposal.SAFE_NOW])

    def values(self) -> list[str]:
        return [str(each) for each, tick in self.ticks.items() if tick.isChecked()]

    def fill(self, told: Iterable[str]) -> None:
        wanted = set(told)
        for each, tick in self.ticks.items():
            tick.setChecked(each in wanted)

    def propose(self, usual: tuple[Proposal, ...], days: Mapping[Proposal, date | None]) -> None:
        """What is usual after this event, and by when each would be."""
        self._usual, today = usual, clock.today()
        for each, label in self._days.items():
            day = days.get(each)
            label.setText(due(day, today) if day else say("their choice"))

    def tick_usual(self) -> None:
        for each in self._usual:
            self.ticks[each].setChecked(True)

    def _figure(self, figure: int) -> None:
        if figure == 0:
            self.tick_usual()
        elif 0 < figure <= len(Proposal):
            self.ticks[list(Proposal)[figure - 1]].toggle()
