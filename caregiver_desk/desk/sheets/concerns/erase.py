"""Erasing a concern: two people are named, and why; what stays is said before anything goes.

It cannot be undone, so the button asks a second time.
"""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.fields import Choice, Words
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.rows import name_for_everyone
from caregiver_desk.desk.parts.words import PlainLabel, body
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.errors import Problem
from caregiver_desk.practice.concerns.erasing import GROUNDS
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.wording import later, say

WIDE, HIGH, LONGEST = 560, 560, 80
MAY = (Ground.MISTAKE, Ground.ORDERED, Ground.ASKED)
STAYS = (
    later("What was seen, about whom, and what was done is gone from this book, and from every book that hears of it."),
    later("That it was erased, why, and who the two were stays, for who could read the concern."),
    later("A mark “recorded in error” keeps the concern readable instead: mostly that is enough."),
)


def show_erase(parent: QWidget, hands: Hands, concern: str, number: str) -> None:
    hands.dialogs.show(EraseSheet(parent, hands, concern, number))


class EraseSheet(QDialog):
    """The keys begin with the first name."""

    def __init__(self, parent: QWidget, hands: Hands, concern: str, number: str) -> None:
        super().__init__(parent)
        self._hands, self._concern, self._sure = hands, concern, False
        self.setObjectName("erase")
        self._first, self._second = Words(LONGEST), Words(LONGEST)
        self._ground = Choice([(each, say(GROUNDS[each])) for each in MAY], required=True)
        self._go = pressed(Primary(say("Erase for good")), self.save)
        self._foot = Foot(self._go, others=[pressed(Quiet(say("Leave")), self.reject)])
        asked = [
            _asked("done_by", say("First of the two who decide"), self._first),
            _asked("second", say("Second of the two"), self._second),
            _asked("ground", say("Why"), self._ground),
        ]
        told = [body(say(words), wrap=True) for words in STAYS]
        about = say("A law may ask for it, or it was never a concern. It cannot be undone.")
        lay_out(self, say("Erase concern {number}", number=number), about, [*told, *asked], self._foot, (WIDE, HIGH))
        for each in (self._first, self._second, self._ground):
            each.changed.connect(self._anew)
        self._first.setFocus()

    def _anew(self) -> None:
        """Whatever was asked before is asked again of what stands there now."""
        self._sure = False
        self._go.setText(say("Erase for good"))
        self._foot.complain("")

    def save(self) -> None:
        told = {"done_by": self._first.value() or "", "second": self._second.value() or ""}
        ground = self._ground.value()
        if not all((*told.values(), ground)):
            self._foot.complain(say("Name both, and say why."))
        elif not self._sure:
            self._sure = True
            self._go.setText(say("Yes, erase it for good"))
        else:
            act = named("erase")
            self._hands.lane.do(
                lambda book: act(book, id=self._concern, ground=ground, **told),
                owner=self,
                then=lambda _: self.accept(),
                refused=self._refused,
            )

    def _refused(self, problem: Problem) -> None:
        self._anew()
        self._foot.complain(str(problem))


def _asked(name: str, label: str, editor: Words | Choice) -> QWidget:
    editor.setObjectName(name)
    name_for_everyone(editor, label, "")
    return holding(column(PlainLabel(label, weight=theme.MEDIUM), editor, gap=theme.TIGHT))
