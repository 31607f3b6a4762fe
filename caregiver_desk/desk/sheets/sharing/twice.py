"""Entered twice: two records beside each other, and one word on whether they are one.

One pair at a time, the likeliest first. Where they differ she chooses a word; the other stays in the history. Nothing
is joined unless she says so, one undo parts what she joined, and what she says is remembered wherever it travels.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing.twice import Differing, Side, Twice, entered_twice
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, Columns, Scroll, clear, column, holding, put
from caregiver_desk.desk.parts.marks import Avatar, Icon
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.store.access import What
from caregiver_desk.wording import say

WIDE, HIGH = 760, 620


class TwiceSheet(QDialog):
    """What may have been entered twice, pair by pair."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._hands = hands
        self._waiting: list[Twice] = []
        self._place = self._number = 0
        self._chosen: dict[str, tuple[Choice, Differing]] = {}
        self.setObjectName("twice")
        self.setWindowTitle(say("Entered twice?"))
        self._title, self._about = title(say("Entered twice?")), meta(say("Looking through the book …"), wrap=True)
        self._inside = column(gap=theme.ROOM)
        self._same = pressed(Primary(say("They are the same"), hint="Ctrl ↵"), self._say_same)
        self._apart = pressed(Quiet(say("They are not the same")), self._say_apart)
        self._later = pressed(Quiet(say("Close")), self._put_off)
        self._foot = Foot(self._same, others=[self._later, self._apart])
        self._lay()
        on_ctrl_enter(self, self._say_same)
        self.finished.connect(self.deleteLater)
        self._same.hide()
        self._apart.hide()
        hands.lane.ask(entered_twice, then=self._begin, owner=self, refused=self._refused)

    def _lay(self) -> None:
        listed = column(Scroll(holding(self._inside), beside=theme.GAP), self._foot, gap=0)
        laid = column(column(self._title, self._about, gap=theme.TIGHT), listed, gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)

    def _begin(self, found: tuple[list[Twice], int]) -> None:
        self._waiting, self._number = found
        self._show()

    def _show(self) -> None:
        clear(self._inside)
        self._chosen.clear()
        left = bool(self._waiting)
        self._same.setVisible(left)
        self._apart.setVisible(left)
        self._later.setText(say("Later") if left else say("Close"))
        if not left:
            self._show_nothing()
            return
        two = self._waiting[0]
        told = say(
            "{place} of {number}. Nothing is joined unless you say so.", place=self._place + 1, number=self._number
        )
        self._about.setText(told)
        why = say("Why one asks: {reasons}.", reasons=", ".join(two.reasons))
        put(self._inside, beside(body(why, wrap=True), first=[Icon("eye", "leaf")]))
        put(self._inside, Columns((_side(two.one), 240, 1), (_side(two.other), 240, 1)))
        for part in self._differing(two):
            put(self._inside, part)
        put(self._inside, 1)
        self._same.setFocus()
        self._hands.looked(What.LISTED, {two.one.id, two.other.id})

    def _show_nothing(self) -> None:
        self._about.setText("")
        words = say("Nobody here seems to have been entered twice. The desk looks again each time you open this.")
        put(self._inside, Empty("people", say("Nothing to decide"), words))
        self._later.setFocus()

    def _differing(self, two: Twice) -> list[QWidget]:
        """A choice for each field in which they differ; it stands at what the first one says."""
        if not two.differing:
            return [meta(say("They contradict each other in nothing."), wrap=True)]
        parts: list[QWidget] = [heading(say("Where they differ, keep"))]
        for each in two.differing:
            choice = Choice([(place, words) for place, words in enumerate(each.words)], required=True)
            choice.put(0)
            choice.setAccessibleName(each.label)
            choice.setObjectName(each.field)
            self._chosen[each.field] = choice, each
            parts.append(beside(choice, first=[_label(each.label)]))
        return parts

    def _say_same(self) -> None:
        if self._waiting:
            fields = {name: each.stored[choice.value()] for name, (choice, each) in self._chosen.items()}
            self._do("same", fields=fields)

    def _say_apart(self) -> None:
        self._do("not_same")

    def _do(self, name: str, **given: Any) -> None:
        """What was joined may stand in other pairs too: the book is looked through anew."""
        two, act = self._waiting[0], named(name)
        one, other = two.one.id, two.other.id
        self._hands.lane.do(lambda book: act(book, one=one, other=other, **given), owner=self, refused=self._refused)
        self._hands.lane.ask(entered_twice, then=self._again, owner=self, refused=self._refused)

    def _again(self, found: tuple[list[Twice], int]) -> None:
        self._place = 0
        self._begin(found)

    def _put_off(self) -> None:
        """The next one; after the last, leave."""
        if len(self._waiting) > 1:
            self._waiting.pop(0)
            self._place += 1
            self._show()
        else:
            self.reject()

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)


def _side(side: Side) -> QWidget:
    entered, *facts = (meta(words, wrap=True) for words in side.facts)
    name = column(body(side.name, weight=theme.MEDIUM, wrap=True), entered, gap=1)
    return Card(beside(name, first=[Avatar(side.name)]), *facts, gap=theme.TIGHT)


def _label(words: str) -> QWidget:
    told = meta(words)
    told.setMinimumWidth(theme.px(130))
    return told
