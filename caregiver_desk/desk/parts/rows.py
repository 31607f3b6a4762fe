"""One field of a form: what it is called, its editor, and what is wrong with it, in words beside it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLayout, QPlainTextEdit, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.editors import editor_for
from caregiver_desk.desk.parts.fields import Editor
from caregiver_desk.desk.parts.heard import describe, label_of, name_for_everyone
from caregiver_desk.desk.parts.layout import Hairline, column, holding, row
from caregiver_desk.desk.parts.long_words import Boxed, LongWords
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.records.journal import PRIVATE
from caregiver_desk.records.record import Field
from caregiver_desk.wording import say

LARGE = 160  # per cent, from which fields stand below each other
TITLE = 196  # pixels for what a line of a talk is called, at 100 per cent
STACKED = 140  # per cent, from which it stands above the words
AHEAD = frozenset({"due", "next_day", "until", "review_on"})


class _Label(PlainLabel):
    """As wide as its words; they go on in the next line only where there is no room for that."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + theme.TIGHT, super().sizeHint().height())


class Row(QWidget):
    """One field: its label, its editor, and what is wrong with it."""

    def __init__(
        self,
        field: Field,
        label: str = "",
        *,
        ahead: bool = False,
        prompt: str = "",
        lock: bool = True,
        unit: bool = True,
    ) -> None:
        """`prompt` asks for long words in a line that grows, beside what it is called."""
        super().__init__()
        self.field, self.prompt = field, prompt
        self._says_unit = unit
        self._private = lock and field.audience in PRIVATE
        self.words = label or say(field.label)
        self.editor = editor_for(field, looks=Looks.AHEAD if ahead or field.name in AHEAD else Looks.BACK)
        self.editor.setObjectName(field.name)
        self._trouble = Trouble()
        self.setLayout(self._in_a_line() if prompt else self._below_its_label())
        name_for_everyone(self.editor, self.words, say(field.shown.why))
        self.asks().changed.connect(lambda: self.complain(""))

    def _below_its_label(self) -> QLayout:
        shown = Boxed(self.editor) if isinstance(self.editor, QPlainTextEdit) else self.editor
        return column(self._label_line(), shown, self._trouble, 1, gap=theme.TIGHT)

    def _in_a_line(self) -> QLayout:
        words = cast("LongWords", self.editor)
        words.ask_in_a_line(self.prompt)
        shown = column(Boxed(words, bare=True), self._trouble, gap=0)
        return in_a_line(self.words, shown, words, private=self._private)

    def prompts(self, words: str) -> None:
        """Ask in these words from now on, where nothing is written yet."""
        cast("LongWords", self.editor).setPlaceholderText(words)

    def asks(self) -> Editor:
        return cast("Editor", self.editor)

    def complain(self, told: Told) -> None:
        self._trouble.say(told, aloud=False)
        describe(self.editor, self.trouble, say(self.field.shown.why))

    @property
    def trouble(self) -> str:
        return self._trouble.words

    def _label_line(self) -> QWidget:
        unit = say(self.field.shown.unit) if self.field.shown.unit and self._says_unit else ""
        said = not unit or unit.casefold() in self.words.casefold()
        words = self.words if said else say("{label} ({unit})", label=self.words, unit=unit)
        label = _Label(words, size=theme.META, weight=theme.MEDIUM, tint="ink-soft", wrap=True)
        label_of(label, self.editor)
        lock = [Icon("lock", "ink-soft", 14)] if self._private else []
        return holding(row(label, *lock, 1, gap=6))


def in_a_line(words: str, shown: QWidget | QLayout, field: QWidget, *, private: bool) -> QLayout:
    """One part of a talk: what it is called, and beside it what is said. With large letters that stands below."""
    lock = [Icon("lock", "ink-soft", 14)] if private else []
    stacked = theme.percent() >= STACKED
    wide = QFontMetrics(theme.font(theme.TEXT, theme.MEDIUM)).horizontalAdvance(words)
    title = PlainLabel(words, weight=theme.MEDIUM, wrap=stacked or wide > theme.px(TITLE - 24))
    label_of(title, field)
    called = row(title, *lock, 1, gap=6)
    named = holding(called)
    if stacked:
        return column(Hairline(), named, shown, gap=theme.TIGHT)
    called.setContentsMargins(0, theme.px(theme.SMALL), 0, 0)
    named.setFixedWidth(theme.px(TITLE))
    beside = row(gap=0)
    beside.addWidget(named, 0, Qt.AlignmentFlag.AlignTop)
    beside.addWidget(shown if isinstance(shown, QWidget) else holding(shown), 1)
    return column(Hairline(), beside, gap=theme.TIGHT)
