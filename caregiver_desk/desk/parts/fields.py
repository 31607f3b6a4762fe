"""One editor for each sort of declared field. Each gives a plain value, takes one, and says in words what is wrong.

`value()` is what was filled in (None for nothing), `fault()` a sentence or nothing, `put()` shows a value. A day is
typed as one says it, and what was understood stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QWidget,
)

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import WEEKDAYS
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Chip, pressed
from caregiver_desk.desk.parts.days import Looks, days_meant
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.heard import as_group, one_of_a_few
from caregiver_desk.desk.parts.layout import clear, column, holding, row
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.wording import day_of_week, full_day, say


class Editor(Protocol):
    """What a form asks of the editor of one field."""

    @property
    def changed(self) -> SignalInstance: ...

    def value(self) -> Any: ...

    def put(self, value: Any) -> None: ...

    def fault(self) -> str: ...


class Words(Line):
    """A few words."""

    changed = Signal()

    def __init__(self, longest: int | None = None) -> None:
        super().__init__()
        if longest:
            self.setMaxLength(longest)
        self.textChanged.connect(self.changed)

    def value(self) -> str | None:
        return self.text().strip() or None

    def put(self, value: Any) -> None:
        self.setText(str(value or ""))

    def fault(self) -> str:
        return ""


class Number(Line):
    """A whole number between two others."""

    changed = Signal()

    def __init__(self, least: int | None, most: int | None) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setMaximumWidth(theme.px(140))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textChanged.connect(self.changed)

    def value(self) -> int | str | None:
        typed = self.text().strip()
        return int(typed) if typed.removeprefix("-").isdecimal() else typed or None

    def put(self, value: Any) -> None:
        self.setText("" if value is None else str(value))

    def fault(self) -> str:
        number = self.value()
        if number is None:
            return ""
        inside = isinstance(number, int) and _within(number, self._least, self._most)
        return "" if inside else _range_words(self._least, self._most)


def _within(number: int, least: int | None, most: int | None) -> bool:
    return (least is None or number >= least) and (most is None or number <= most)


def _range_words(least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return say("A whole number from {least} to {most}, please.", least=least, most=most)
    return say("A whole number, please.")


class Day(QWidget):
    """A day, typed as one says it. What was understood stands beside it; what is unclear is asked."""

    changed = Signal()

    def __init__(self, looks: Looks, *, hands_on: bool = True) -> None:
        """Given the keys it hands them on to its line. One that comes late does not: Tab would meet that line twice."""
        super().__init__()
        self._looks = looks
        self._chosen: date | None = None
        self.line = Line(hint=say("fri, 3/3, +14") if looks is Looks.AHEAD else say("fri, 3/3"))
        self.line.setMaximumWidth(theme.px(140))
        self._understood = meta()
        self._asked = flow(gap=theme.TIGHT)
        self._offered = holding(self._asked)
        self._offered.hide()
        self.setLayout(column(row(self.line, self._understood, 1), self._offered, gap=theme.TIGHT))
        if hands_on:
            self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._typed)
        self.line.editingFinished.connect(self._left)

    def value(self) -> date | str | None:
        return self._chosen or self.line.text().strip() or None

    def put(self, value: Any) -> None:
        """A day, as itself or as text; words that are no day stand there as they were typed."""
        self.line.setText(str(value or ""))
        self._left()

    def fault(self) -> str:
        typed = self.line.text().strip()
        if not typed or self._chosen:
            return ""
        if len(self._meant()) > 1:
            return say("This could be two days. Choose one.")
        return say("This day was not understood. Try 3/3, fri or +14.")

    def _meant(self) -> list[date]:
        return days_meant(self.line.text(), clock.today(), self._looks)

    def _typed(self) -> None:
        meant = self._meant()
        self._choose(meant[0] if len(meant) == 1 else None)
        clear(self._asked)
        for day in meant if len(meant) > 1 else []:
            self._asked.addWidget(pressed(Chip(full_day(day)), partial(self._answered, day)))

        self._offered.setVisible(len(meant) > 1)

    def _choose(self, day: date | None) -> None:
        self._chosen = day
        self._understood.setText(say("{weekday} {day}", weekday=day_of_week(day), day=full_day(day)) if day else "")
        self.changed.emit()

    def _answered(self, day: date) -> None:
        self.line.setText(day.isoformat())
        self._left()
        self.line.setFocus()

    def _left(self) -> None:
        if self._chosen:
            with_words = full_day(self._chosen)
            self.line.blockSignals(True)
            self.line.setText(with_words)
            self.line.blockSignals(False)
            self._understood.setText(say(WEEKDAYS[self._chosen.weekday()]))


KEY_PRESS = QEvent.Type.KeyPress
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Choice(QWidget):
    """One of a few, as chips in a row; arrow keys move among them."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[Any, str]], *, required: bool) -> None:
        super().__init__()
        as_group(self)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(required)
        self.chips = [Chip(words) for _, words in options]
        for number, chip in enumerate(self.chips):
            self._group.addButton(chip, number)
            chip.clicked.connect(lambda _=False, number=number: self._pressed(number))
            if not required:
                chip.installEventFilter(self)
        self._behind: list[Chip] = []
        self._left_out: set[Any] = set()
        one_of_a_few(*self.chips)
        self._more = pressed(Chip(""), self._unfold)
        self._more.setCheckable(False)
        self.setLayout(flow(*self.chips, self._more, gap=6))
        self._fold()
        self.setFocusProxy(self.chips[0])

    def wait_behind(self, words: str, first: int) -> None:
        """Only the first of them stand at once; the others come out behind these words."""
        self._behind = self.chips[first:]
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._fold()

    def leave_out(self, *values: Any) -> None:
        """These are not to be chosen now, and not seen unless one is chosen already."""
        self._left_out = set(values)
        for chip in self.chips:
            chip.setVisible(self._may_be(chip))
        self._fold()
        self.setFocusProxy(next((each for each in self.chips if not each.isHidden()), self.chips[0]))

    def _may_be(self, chip: Chip) -> bool:
        return chip.isChecked() or self._values[self.chips.index(chip)] not in self._left_out

    def _fold(self) -> None:
        """What is seldom chosen waits, unless it is chosen."""
        folded = not any(chip.isChecked() for chip in self._behind)
        for chip in self._behind:
            chip.setVisible(not folded and self._may_be(chip))
        self._more.setVisible(folded and bool(self._behind))

    def _unfold(self) -> None:
        for chip in self._behind:
            chip.setVisible(self._may_be(chip))
        self._more.hide()
        self._behind[0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows go from chip to chip. Qt moves them only among those of which one must be chosen."""
        step = _STEPS.get(Qt.Key(event.key()), 0) if isinstance(event, QKeyEvent) and event.type() == KEY_PRESS else 0
        if not step or watched not in self.chips:
            return super().eventFilter(watched, event)
        seen = [each for each in self.chips if not each.isHidden()]
        seen[(seen.index(watched) + step) % len(seen)].setFocus()
        return True

    def value(self) -> Any:
        return next((value for value, chip in zip(self._values, self.chips, strict=True) if chip.isChecked()), None)

    def put(self, value: Any) -> None:
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for each, chip in zip(self._values, self.chips, strict=True):
            chip.setChecked(each == value)
        self._group.setExclusive(exclusive)
        self._fold()

    def fault(self) -> str:
        return ""

    def _pressed(self, number: int) -> None:
        for other, chip in enumerate(self.chips):
            if other != number:
                chip.setChecked(False)
        self.changed.emit()


class Several(QWidget):
    """Any of a few, as chips."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        as_group(self)
        self._values = [value for value, _ in options]
        self.chips = [Chip(words) for _, words in options]
        for chip in self.chips:
            chip.toggled.connect(self.changed)
        self.setLayout(flow(*self.chips, gap=6))
        self.setFocusProxy(self.chips[0])

    def value(self) -> frozenset[str]:
        return frozenset(value for value, chip in zip(self._values, self.chips, strict=True) if chip.isChecked())

    def put(self, value: Any) -> None:
        for each, chip in zip(self._values, self.chips, strict=True):
            chip.setChecked(each in (value or ()))

    def fault(self) -> str:
        return ""
