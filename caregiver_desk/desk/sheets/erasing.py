"""Erasing a record: why, and of a concern which two decided it; what stays is said before anything goes.

A coordinator's word cannot be undone, so the button asks a second time. Anybody else hides it here and asks a
coordinator, who is told of it with the next bundle; that can be taken back where it stands among what was decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.fields import Choice, Words
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.heard import label_of, name_for_everyone
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.words import PlainLabel, body
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.errors import Problem
from caregiver_desk.practice.concerns.erasing import GROUNDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.wording import later, say

WIDE, HIGH, HIGH_OF_TWO, LONGEST = 560, 420, 560, 80
MAY = (Ground.ASKED, Ground.CONSENT, Ground.MISTAKE, Ground.ORDERED)
FINAL = (
    later("What it says is gone from this book, and from every book that hears of it, with all that belongs to it."),
    later("That something was erased, when, by whom and why stays; not a word of it does."),
)
ASKS = (
    later("It is hidden here now, and your coordinator is asked with the next bundle."),
    later("Only a coordinator erases it for good. Until then it can be shown again under “What was decided”."),
)


class Erasing(NamedTuple):
    """A record as it is called; what is told before it goes; why it may go, and whether two decide it."""

    record: str
    title: str
    about: str
    stays: Sequence[str] = ()
    grounds: Sequence[Ground] = MAY
    two: bool = False


def show_erasing(parent: QWidget, hands: Hands, told: Erasing) -> None:
    hands.dialogs.show(EraseSheet(parent, hands, told))


class EraseSheet(QDialog):
    """The keys begin with what is asked first."""

    def __init__(self, parent: QWidget, hands: Hands, told: Erasing) -> None:
        super().__init__(parent)
        final = hands.lane.book is not None and hands.lane.book.role == Role.COORDINATOR
        self._hands, self._record, self._sure = hands, told.record, False
        self._words = say("Erase for good") if final else say("Hide it, and ask")
        self._again = say("Yes, erase it for good") if final else say("Yes, hide it and ask")
        self.setObjectName("erase")
        self._two = {"done_by": Words(LONGEST), "second": Words(LONGEST)} if told.two else {}
        self._ground = Choice([(each, say(GROUNDS[each])) for each in told.grounds], required=True)
        self._go = pressed(Primary(self._words), self.save)
        self._foot = Foot(self._go, others=[pressed(Quiet(say("Leave")), self.reject)])
        stays = told.stays or (FINAL if final else ASKS)
        parts = [*(body(say(words), wrap=True) for words in stays), *self._asked()]
        lay_out(self, told.title, told.about, parts, self._foot, (WIDE, HIGH_OF_TWO if told.two else HIGH))
        editors: list[Words | Choice] = [*self._two.values(), self._ground]
        for each in editors:
            each.changed.connect(self._anew)
        editors[0].setFocus()

    def _asked(self) -> list[QWidget]:
        called = {"done_by": say("First of the two who decide"), "second": say("Second of the two")}
        two = [_asked(name, called[name], editor) for name, editor in self._two.items()]
        return [*two, _asked("ground", say("Why"), self._ground)]

    def _anew(self) -> None:
        """Whatever was asked before is asked again of what stands there now."""
        self._sure = False
        self._go.setText(self._words)
        self._foot.complain("")

    def save(self) -> None:
        told = {name: editor.value() or "" for name, editor in self._two.items()}
        ground = self._ground.value()
        if not all((*told.values(), ground)):
            self._foot.complain(say("Name both, and say why.") if self._two else say("Say why."))
        elif not self._sure:
            self._sure = True
            self._go.setText(self._again)
        else:
            self._erase(ground, told)

    def _erase(self, ground: Ground, told: dict[str, str]) -> None:
        act = named("erase")
        self._hands.lane.do(
            lambda book: act(book, id=self._record, ground=ground, **told),
            owner=self,
            then=lambda _: self.accept(),
            refused=self._refused,
        )

    def _refused(self, problem: Problem) -> None:
        self._anew()
        self._foot.complain(problem)


def _asked(name: str, label: str, editor: Words | Choice) -> QWidget:
    editor.setObjectName(name)
    name_for_everyone(editor, label, "")
    return holding(column(label_of(PlainLabel(label, weight=theme.MEDIUM), editor), editor, gap=theme.TIGHT))
