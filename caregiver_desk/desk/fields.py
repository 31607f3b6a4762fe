"""One editor for each sort of declared field. Each gives a plain value, takes one, and says in words what is wrong.

`value()` is what was filled in (None for nothing), `fault()` a sentence or nothing, `put()` shows a value. The editor for
a field follows from its declaration: codes are chips, a long list of codes is found by typing, a day is typed as one
says it, another record is found by its name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from annotated_types import Ge, Le, MaxLen
from PySide6.QtCore import QRectF, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from caregiver_desk import clock
from caregiver_desk.desk import codes, theme
from caregiver_desk.desk.buttons import Chip, pressed
from caregiver_desk.desk.days import Looks, days_meant
from caregiver_desk.desk.layout import Flow, clear, column, flow, holding, row, slim_bar
from caregiver_desk.desk.words import full_day, meta
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.wording import say

MANY = 12  # more codes than this are found by typing
SCALE = 6  # a number with no more steps than this is pressed, not typed
OFFERED = 8


class Editor(Protocol):
    """What a form asks of the editor of one field."""

    changed: Signal

    def value(self) -> Any: ...

    def put(self, value: Any) -> None: ...

    def fault(self) -> str: ...


class Line(QLineEdit):
    """One line to type into, in our outline."""

    def __init__(self, *, hint: str = "", icon: str = "") -> None:
        super().__init__()
        self.icon = icon
        self.setFrame(False)
        self.setPlaceholderText(hint)
        self.setMinimumHeight(theme.px(theme.FIELD))
        left = theme.px(theme.GAP) + (theme.px(theme.ICON + theme.SMALL) if icon else 0)
        self.setTextMargins(left, 0, theme.px(theme.GAP), 0)
        clear_ground(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        from caregiver_desk.desk import icons

        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), focused=self.hasFocus())
        if self.icon:
            size = theme.px(theme.ICON - 2)
            icons.paint(painter, self.icon, QRectF(theme.px(theme.GAP), (self.height() - size) / 2, size, size), "ink-soft")
        painter.end()
        super().paintEvent(event)


def clear_ground(widget: QWidget) -> None:
    """Let our own box show behind the letters."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    widget.setPalette(palette)


def paint_box(painter: QPainter, place: QRectF, *, focused: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide = 2 if focused else theme.HAIR
    painter.setPen(QPen(theme.colour("leaf" if focused else "edge"), wide))
    painter.setBrush(theme.colour("sheet"))
    inset = wide / 2
    painter.drawRoundedRect(
        place.adjusted(inset, inset, -inset, -inset), theme.px(theme.ROUND), theme.px(theme.ROUND)
    )


class Words(Line):
    """A few words."""

    changed = Signal()

    def __init__(self, longest: int | None = None) -> None:
        super().__init__()
        if longest:
            self.setMaxLength(longest)
        self.textChanged.connect(lambda: self.changed.emit())

    def value(self) -> str | None:
        return self.text().strip() or None

    def put(self, value: Any) -> None:
        self.setText(str(value or ""))

    def fault(self) -> str:
        return ""


class LongWords(QPlainTextEdit):
    """Several lines of words; as high as they need, within reason. Tab goes on to the next field."""

    changed = Signal()
    LINES = 2

    def __init__(self, longest: int | None = None) -> None:
        super().__init__()
        self._longest = longest
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().setStyleSheet(slim_bar())
        self.document().setDocumentMargin(0)
        room, above = theme.px(theme.GAP), theme.px(theme.SMALL)
        self.setViewportMargins(room, above, theme.px(theme.SMALL), above)
        clear_ground(self)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * self.LINES + 2 * above))
        self.textChanged.connect(lambda: self.changed.emit())

    def value(self) -> str | None:
        return self.toPlainText().strip() or None

    def put(self, value: Any) -> None:
        self.setPlainText(str(value or ""))

    def fault(self) -> str:
        over = len(self.toPlainText().strip()) - (self._longest or len(self.toPlainText()))
        return say("{number} letters too many. Keep to what the next visit needs.", number=over) if over > 0 else ""


class Boxed(QFrame):
    """The outline round an editor that brings none."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__()
        self._editor = editor
        self.setLayout(column(editor, gap=0))
        self.setFocusProxy(editor)
        editor.installEventFilter(self)

    def eventFilter(self, watched: Any, event: Any) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QFocusEvent):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), focused=self._editor.hasFocus())
        painter.end()


class Number(Line):
    """A whole number between two others."""

    changed = Signal()

    def __init__(self, least: int | None, most: int | None) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setMaximumWidth(theme.px(140))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textChanged.connect(lambda: self.changed.emit())

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

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._chosen: date | None = None
        self.line = Line(hint=say("fri, 3/3, +14"))
        self.line.setMaximumWidth(theme.px(140))
        self._understood = meta()
        self._asked = flow(gap=theme.TIGHT)
        beside = row(self.line, self._understood, holding(self._asked), 1)
        self.setLayout(beside)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._typed)
        self.line.editingFinished.connect(self._left)

    def value(self) -> date | str | None:
        return self._chosen or self.line.text().strip() or None

    def put(self, value: Any) -> None:
        day = date.fromisoformat(value) if isinstance(value, str) else value
        self.line.setText(day.isoformat() if day else "")
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
            self._asked.addWidget(pressed(Chip(full_day(day)), lambda day=day: self._answered(day)))

    def _choose(self, day: date | None) -> None:
        self._chosen = day
        self._understood.setText(say("{weekday} {day}", weekday=f"{day:%a}", day=full_day(day)) if day else "")
        self.changed.emit()

    def _answered(self, day: date) -> None:
        self.line.setText(day.isoformat())
        self._left()
        self.line.setFocus()

    def _left(self) -> None:
        if self._chosen:
            with_words = full_day(self._chosen)
            self.line.blockSignals(True)  # noqa: FBT003
            self.line.setText(with_words)
            self.line.blockSignals(False)  # noqa: FBT003
            self._understood.setText(f"{self._chosen:%A}")


class Choice(QWidget):
    """One of a few, as chips in a row; arrow keys move among them."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[Any, str]], *, required: bool) -> None:
        super().__init__()
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(required)
        self.chips = [Chip(words) for _, words in options]
        for number, chip in enumerate(self.chips):
            self._group.addButton(chip, number)
            chip.clicked.connect(lambda _=False, number=number: self._pressed(number))
        self.setLayout(flow(*self.chips, gap=6))
        self.setFocusProxy(self.chips[0])

    def value(self) -> Any:
        return next((value for value, chip in zip(self._values, self.chips, strict=True) if chip.isChecked()), None)

    def put(self, value: Any) -> None:
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for each, chip in zip(self._values, self.chips, strict=True):
            chip.setChecked(each == value)
        self._group.setExclusive(exclusive)

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
        self._values = [value for value, _ in options]
        self.chips = [Chip(words) for _, words in options]
        for chip in self.chips:
            chip.toggled.connect(lambda: self.changed.emit())
        self.setLayout(flow(*self.chips, gap=6))
        self.setFocusProxy(self.chips[0])

    def value(self) -> frozenset[str]:
        return frozenset(value for value, chip in zip(self._values, self.chips, strict=True) if chip.isChecked())

    def put(self, value: Any) -> None:
        for each, chip in zip(self._values, self.chips, strict=True):
            chip.setChecked(each in (value or ()))

    def fault(self) -> str:
        return ""


def fold(words: str) -> str:
    """Words without accents and capitals, for finding them."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


class Finder(Line):
    """A line that offers what its words are found in; `picked` names the one that was chosen."""

    picked = Signal(str)

    def __init__(self, *, hint: str = "") -> None:
        super().__init__(hint=hint)
        self.options: dict[str, str] = {}
        self._names = QStringListModel(self)
        helper = QCompleter(self._names, self)
        helper.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        helper.setMaxVisibleItems(OFFERED)
        helper.activated.connect(self._chosen)
        self.setCompleter(helper)
        self.textEdited.connect(self._narrow)
        self.editingFinished.connect(self._settle)

    def offer(self, options: Mapping[str, str]) -> None:
        self.options = dict(options)

    def matching(self) -> list[str]:
        """The ids whose words hold what was typed; one alone, if it is exactly that."""
        typed = fold(self.text().strip())
        if not typed:
            return []
        exact = [key for key, words in self.options.items() if fold(words) == typed]
        return exact or [key for key, words in self.options.items() if all(part in fold(words) for part in typed.split())]

    def _narrow(self) -> None:
        self._names.setStringList([self.options[key] for key in self.matching()[:OFFERED]])

    def _chosen(self, words: str) -> None:
        key = next((key for key, each in self.options.items() if each == words), "")
        if key:
            self.picked.emit(key)

    def _settle(self) -> None:
        found = self.matching()
        if len(found) == 1:
            self.picked.emit(found[0])


class Pick(Finder):
    """One of many, or another record, found by its words."""

    changed = Signal()

    def __init__(self, options: Mapping[str, str] | None = None, *, hint: str = "") -> None:
        super().__init__(hint=hint)
        self._key = ""
        self.offer(options or {})
        self.picked.connect(self._take)
        self.textChanged.connect(self._typed)

    def value(self) -> str | None:
        if not self._key and len(self.matching()) == 1:
            return self.matching()[0]
        return self._key or None

    def put(self, value: Any) -> None:
        self._key = str(value or "")
        self.setText(self.options.get(self._key, ""))

    def offer(self, options: Mapping[str, str]) -> None:
        super().offer(options)
        if self._key:
            self.setText(self.options.get(self._key, ""))

    def fault(self) -> str:
        if not self.text().strip() or self.value():
            return ""
        found = len(self.matching())
        return say("{number} fit. Choose one from the list.", number=found) if found else say("Nothing here is called so.")

    def _take(self, key: str) -> None:
        self._key = key
        self.setText(self.options[key])
        self.changed.emit()

    def _typed(self) -> None:
        if self._key and self.text() != self.options.get(self._key):
            self._key = ""
        self.changed.emit()


class PickSeveral(QWidget):
    """Some of many, found by their words; each one chosen stands as a chip and goes when pressed."""

    changed = Signal()

    def __init__(self, options: Mapping[str, str], *, most: int | None, hint: str) -> None:
        super().__init__()
        self._most, self._options = most, options
        self._chosen: list[str] = []
        self.line = Finder(hint=hint)
        self.line.offer(options)
        self.line.picked.connect(self._take)
        self._chips = Flow(6)
        self._shelf = holding(self._chips)
        self.setLayout(column(self._shelf, self.line, gap=6))
        self._shelf.hide()
        self.setFocusProxy(self.line)

    def value(self) -> frozenset[str]:
        return frozenset(self._chosen)

    def put(self, value: Any) -> None:
        self._chosen = sorted(value or ())
        self._show()

    def fault(self) -> str:
        if self.line.text().strip():
            return say("“{words}” was not found. Choose from the list.", words=self.line.text().strip())
        over = self._most is not None and len(self._chosen) > self._most
        return say("At most {number}, please: the heaviest ones.", number=self._most) if over else ""

    def _take(self, key: str) -> None:
        if key not in self._chosen:
            self._chosen.append(key)
        self._show()
        self.line.clear()

    def _drop(self, key: str) -> None:
        self._chosen.remove(key)
        self._show()
        self.line.setFocus()

    def _show(self) -> None:
        clear(self._chips)
        for key in self._chosen:
            chip = Chip(say("{words} ✕", words=self._options[key]))
            chip.setChecked(True)
            chip.setAccessibleName(say("Take out: {words}", words=self._options[key]))
            self._chips.addWidget(pressed(chip, lambda key=key: self._drop(key)))
        self._shelf.setVisible(bool(self._chosen))
        self.changed.emit()


def editor_for(kind: Kind, field: Field, *, looks: Looks = Looks.BACK) -> QWidget:
    """The editor that a field's declaration asks for."""
    limits = _limits(kind, field)
    if field.shown.refers:
        return Pick(hint=say("type a name"))
    if field.choices:
        return _codes_editor(field, limits)
    if field.base is bool:
        return Choice([(True, say("Yes")), (False, say("No"))], required=False)
    if field.base is date:
        return Day(looks)
    if field.base is int:
        return _number_editor(field, limits)
    return LongWords(limits.get(MaxLen)) if field.shown.long else Words(limits.get(MaxLen))


def _limits(kind: Kind, field: Field) -> dict[type, int]:
    """What the declaration says about size, by sort of limit."""
    told = kind.draft.model_fields[field.name].metadata
    values = {Ge: "ge", Le: "le", MaxLen: "max_length"}
    return {type(part): getattr(part, values[type(part)]) for part in told if type(part) in values}


def _codes_editor(field: Field, limits: Mapping[type, int]) -> QWidget:
    options = {str(code): codes.words(code) for code in field.choices or ()}
    if len(options) <= MANY:
        return Several(list(options.items())) if field.many else Choice(list(options.items()), required=field.required)
    if field.many:
        return PickSeveral(options, most=limits.get(MaxLen), hint=say("type a word: travel, grief, stipend …"))
    return Pick(options, hint=say("type a word"))


def _number_editor(field: Field, limits: Mapping[type, int]) -> QWidget:
    least, most = limits.get(Ge), limits.get(Le)
    if least is not None and most is not None and most - least < SCALE:
        return Choice([(step, str(step)) for step in range(least, most + 1)], required=field.required)
    return Number(least, most)


def named_options(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Options by id; two of one name are told apart by a number."""
    options: dict[str, str] = {}
    seen: dict[str, int] = {}
    for key, words in pairs:
        seen[words] = seen.get(words, 0) + 1
        options[key] = words if seen[words] == 1 else f"{words} ({seen[words]})"
    return options

