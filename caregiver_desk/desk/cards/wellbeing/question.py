"""One question of a questionnaire, by itself: what it asks, how it is answered, and what is wrong with an answer.

By keys alone: a figure chooses one of a list, and Enter goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.fields import Choice, Day, Editor, Several, Words
from caregiver_desk.desk.parts.heard import label_of, name_for_everyone
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.long_words import Boxed, LongWords
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import heading, meta, title
from caregiver_desk.practice.wellbeing.answering import LONGEST_ANSWER
from caregiver_desk.practice.wellbeing.questionnaire import CHOSEN, Question, Questionnaire, Sort
from caregiver_desk.wording import count

LONGEST_NUMBER, NARROW, NINE = 20, 180, 9


class QuestionCard(Card):
    """A question and its editor; a note has none."""

    changed = Signal()
    goes_on = Signal()

    def __init__(self, told: Questionnaire, question: Question, language: str) -> None:
        self.question = question
        self._offered = [(each.name, told.said(each.label, language)) for each in told.offered(question)]
        self._editor, shown = self._make_editor()
        self._trouble = Trouble()
        words = told.said(question.label, language)
        asked = title(words)
        asked.setWordWrap(True)
        group, hint = told.said(question.group, language), told.said(question.hint, language)
        above = [heading(group)] if group else []
        below = [meta(each, wrap=True) for each in (hint, self._how()) if each]
        super().__init__(*above, asked, *([shown] if shown else []), *below, self._trouble, gap=theme.GAP)
        if self._editor and shown:
            editor = cast("QWidget", self._editor)
            name_for_everyone(editor, words, "")
            label_of(asked, editor)
            editor.setObjectName(question.name)
            self.setFocusProxy(shown)
            self._editor.changed.connect(self._say_changed)

    def _make_editor(self) -> tuple[Editor | None, QWidget | None]:
        """The editor, and the widget in which it stands."""
        if self.question.sort is Sort.NOTE:
            return None, None
        if self.question.sort is Sort.TEXT:
            words = LongWords(LONGEST_ANSWER)
            return words, Boxed(words)
        makes: dict[Sort, Callable[[], QWidget]] = {
            Sort.ONE: lambda: Choice(self._offered, required=False),
            Sort.SEVERAL: lambda: Several(self._offered),
            Sort.DATE: lambda: Day(Looks.BACK),
        }
        editor = makes.get(self.question.sort, self._narrow)()
        return cast("Editor", editor), editor

    def _narrow(self) -> QWidget:
        line = Words(LONGEST_NUMBER)
        line.setMaximumWidth(theme.px(NARROW))
        return line

    def _how(self) -> str:
        if self.question.sort in CHOSEN:
            return count("Key {number} chooses.", "Keys 1 to {number} choose.", min(len(self._offered), NINE))
        return ""

    def value(self) -> str:
        """The answer as it is kept; nothing where it is left out."""
        found = self._editor.value() if self._editor else None
        if isinstance(found, frozenset):
            return " ".join(name for name, _ in self._offered if name in found)
        return found.isoformat() if isinstance(found, date) else str(found or "")

    def fault(self) -> str:
        """What the editor itself did not understand, such as a day that could be two."""
        return self._editor.fault() if self._editor else ""

    def put(self, answer: str) -> None:
        if self._editor:
            self._editor.put(frozenset(answer.split()) if self.question.sort is Sort.SEVERAL else answer or None)

    def complain(self, words: str) -> None:
        self._trouble.say(words)
        if words:
            self.setFocus()

    def _say_changed(self) -> None:
        self._trouble.say("")
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.goes_on.emit()
        elif isinstance(self._editor, Choice | Several) and event.text() in {*"123456789"}:
            self._press(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _press(self, number: int) -> None:
        chips = cast("Choice | Several", self._editor).chips
        if number <= len(chips):
            chips[number - 1].setFocus()
            chips[number - 1].click()
