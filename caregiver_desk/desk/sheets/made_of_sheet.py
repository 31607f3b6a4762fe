"""What this program is made of: each part with its licence, found by a name or by any word of its text."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Primary, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, row
from caregiver_desk.desk.parts.lists import LinesPainter, PaintedList
from caregiver_desk.desk.parts.long_words import Boxed
from caregiver_desk.desk.parts.plain_text import PlainText
from caregiver_desk.desk.parts.tables import Heading
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.reports import made_of
from caregiver_desk.reports.made_of import Part
from caregiver_desk.wording import count, say

WIDE, HIGH = 1120, 660
LIST, TEXT = 1, 2  # how the two share the width
LEAST_ROWS = 3


def show_made_of(parent: QWidget, hands: Hands) -> None:
    hands.dialogs.show(MadeOfSheet(parent, hands))


class MadeOfSheet(QDialog):
    """The parts on the left, the text of the chosen one on the right."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self.setObjectName("made-of")
        words = say("What this program is made of")
        self.setWindowTitle(words)
        self._every: list[Part] = []
        self._about = meta(say("Looking through the program …"), wrap=True)
        self._find = Line(hint=say("A name, a licence, or a word of its text"), icon="search")
        self._find.setObjectName("find")
        self._find.setAccessibleName(say("Narrow the parts of the program"))
        self._find.textChanged.connect(self._narrow)
        says = Heading(say("Part of the program"), lambda part: joined(part.name, _quiet(part)))
        self._list = PaintedList(says, LinesPainter(lambda part: (part.name, _quiet(part), "ink-soft")), words)
        self._list.show_whole_rows(LEAST_ROWS)
        self._list.chosen.connect(self._show)
        self._text = PlainText(say("Its licence"))
        self._text.setObjectName("licence")
        close = pressed(Primary(say("Close")), self.accept)
        head = column(title(words), self._about, self._find, gap=theme.SMALL)
        both = row(self._list, Boxed(self._text), gap=theme.ROOM)
        both.setStretch(0, LIST)
        both.setStretch(1, TEXT)
        laid = column(head, both, Foot(close), gap=theme.ROOM)
        laid.setStretch(1, 1)
        stand_over(self, laid, WIDE, HIGH)
        self.finished.connect(self.deleteLater)
        self._find.setFocus()
        hands.lane.run(made_of.parts, then=self._answered, owner=self)

    def _answered(self, told: list[Part]) -> None:
        self._every = told
        self._narrow()

    def _narrow(self) -> None:
        found = made_of.narrowed(self._every, self._find.text())
        self._about.setText(_how_many(len(found)))
        self._list.rows.set_rows(found)
        self._text.clear()
        if found:
            self._list.choose(0)

    def _show(self, part: Part) -> None:
        self._text.setAccessibleName(say("Licence of {name}", name=part.name))
        without = say("No text came with it. Its licence is {licence}.", licence=part.licence)
        self._text.show_text(part.text or without, self._find.text().strip())


def _quiet(part: Part) -> str:
    return joined(part.version, part.licence)


def _how_many(number: int) -> str:
    if not number:
        return say("No name and no licence here has these words. Try one of them alone.")
    one = "{number} part, by name. Each was made by somebody, who lets it be used and passed on like this."
    many = "{number} parts, by name. Each was made by somebody, who lets it be used and passed on like this."
    return count(one, many, number)
