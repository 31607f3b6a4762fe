"""Help: everything that is written to be looked up, in one list that narrows as one types.

Decision. Nothing is written for it: pages to read, words of the desk, keys and what was refused stand in registers and
data of their own, and are found here by any word in them. All of it is on the laptop. What a field is for is not in the
list: F1 in the field says it where it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.keys import every_key
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Plain, Primary, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Hairline, column, holding, row
from caregiver_desk.desk.parts.lists import LinesPainter, PaintedList
from caregiver_desk.desk.parts.marks import KeyCap
from caregiver_desk.desk.parts.tables import RECORD, Heading
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.aid_sheet import show_aid
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.reading import Reading, in_parts
from caregiver_desk.reports import aids
from caregiver_desk.reports.refusals import every_paragraph, paragraph
from caregiver_desk.wording import fold, say

WIDE, HIGH, ROWS = 620, 620, 2
HELP, GLOSSARY = "help", "glossary"


@dataclass(frozen=True)
class _Entry:
    """Something to look up: what it is called, a quiet line about it, and the words it is found by."""

    words: str
    quiet: str
    opens: Callable[[QWidget, Hands], object]
    sought: str = ""

    def has(self, typed: str) -> bool:
        told = fold(f"{self.words} {self.quiet} {self.sought}")
        return all(each in told for each in typed.split())


def explained(parent: QWidget, code: str) -> QDialog:
    """What a refusal means, over the sheet that refused."""
    told = paragraph(code)
    parts = {say("What it means"): told.means, say("What to do next"): told.next}
    return Reading(parent, told.title, told.about, in_parts(parts))


def keys_sheet(parent: QWidget, hands: Hands) -> QDialog:
    """Every key, as the register has it."""
    laid = column(gap=theme.SMALL)
    for keys, words in every_key(hands.places):
        laid.addWidget(beside(body(words, wrap=True), KeyCap(keys)))
    laid.addStretch(1)
    return Reading(
        parent, say("Keys"), say("Everything can be done with them; the mouse is never needed."), holding(laid)
    )


def _entries(hands: Hands) -> Iterator[_Entry]:
    for name in aids.NAMES:
        yield _Entry(aids.called(name), say("a page to read"), partial(_show_aid, name=name))
    for section in aids.aid(GLOSSARY).sections:
        for line in section.lines:
            yield _Entry(line.label or line.words, line.words, partial(_show_word, word=line.label, means=line.words))
    for keys, words in every_key(hands.places):
        yield _Entry(
            words, say("key: {keys}", keys=keys), lambda over, hands: hands.dialogs.show(keys_sheet(over, hands))
        )
    for each in every_paragraph():
        told = f"{each.means} {each.next} {each.code}"
        yield _Entry(each.title, each.about, partial(_show_paragraph, code=each.code), told)


def _show_aid(over: QWidget, hands: Hands, *, name: str) -> None:
    show_aid(over, hands, name)


def _show_word(over: QWidget, hands: Hands, *, word: str, means: str) -> None:
    hands.dialogs.show(Reading(over, word, aids.called(GLOSSARY), holding(column(body(means, wrap=True), 1))))


def _show_paragraph(over: QWidget, hands: Hands, *, code: str) -> None:
    hands.dialogs.show(explained(over, code))


class HelpSheet(QDialog):
    """One line to type into, what it finds, and the few ways that somebody needs first."""

    def __init__(self, parent: QWidget, hands: Hands, ways: Mapping[str, Callable[[], object]]) -> None:
        """`ways` lead to what only the desk can show, by what they are called."""
        super().__init__(parent)
        self._hands, self._all = hands, list(_entries(hands))
        self.setObjectName(HELP)
        self.setWindowTitle(say("Help"))
        self.line = Line(hint=say("A word, such as stick or passphrase"), icon="search")
        self.line.setAccessibleName(say("What do you want to know?"))
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        says = Heading(say("Found"), lambda each: joined(each.words, each.quiet))
        painter = LinesPainter(lambda each: (each.words, each.quiet, "ink-soft"))
        self.list = PaintedList(says, painter, say("What was found"))
        self.list.show_whole_rows(ROWS)
        self.list.installEventFilter(self)
        self.list.clicked.connect(lambda index: index.data(RECORD).opens(self, hands))
        self._none = meta(say("Nothing here has these words. Try one word of it, or ask your coordinator."), wrap=True)
        self._lay(ways)
        self._narrow("")
        self.line.setFocus()

    def _lay(self, ways: Mapping[str, Callable[[], object]]) -> None:
        told = say("All of it is on this laptop. F1 in a field says why it is asked.")
        keys = pressed(Plain(say("Keys")), lambda: self._hands.dialogs.show(keys_sheet(self, self._hands)))
        others = [pressed(Plain(words), partial(self._leave_for, way)) for words, way in ways.items()]
        head = column(title(say("Help")), meta(told, wrap=True), gap=theme.TIGHT)
        close = pressed(Primary(say("Close")), self.reject)
        foot = holding(column(Hairline(), holding(flow(*others, keys)), row(1, close), gap=theme.GAP))
        stand_over(self, column(head, self.line, self._none, self.list, foot, gap=theme.GAP), WIDE, HIGH)
        self.finished.connect(self.deleteLater)

    def _leave_for(self, way: Callable[[], object]) -> None:
        self.reject()
        way()

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed.strip())
        found = [each for each in self._all if each.has(wanted)]
        found.sort(key=lambda each: wanted not in fold(each.words))
        self._none.setVisible(not found)
        self.list.rows.set_rows(found)
        self.list.choose(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows go through what was found, and Enter opens it, while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.choose(max(0, min(self.list.currentIndex().row() + step, self.list.rows.rowCount() - 1)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if found := self.list.current():
                    found.opens(self, self._hands)
                return True
        return super().eventFilter(watched, event)
