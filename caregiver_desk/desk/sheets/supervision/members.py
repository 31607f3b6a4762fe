"""Who belongs to a group: the people of its team by a digit each, and you.

To a set among several laptops also whoever is let in by name: that is done at once, for a bundle may go the same day.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.supervision.team import Belonging, belonging_to
from caregiver_desk.desk.cards.supervision.ticks import Ticks
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, Small, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import clear, column, holding
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.wording import say

SIZE = (560, 380)


def show_members(parent: QWidget, hands: Hands, circle: str) -> None:
    hands.lane.ask(
        lambda book: belonging_to(book, circle),
        then=lambda told: hands.dialogs.show(MembersSheet(parent, hands, told)),
        owner=parent,
    )


class Ticked(QObject):
    """The ticks by a name, as a draft keeps what was begun."""

    filled = Signal()

    def __init__(self, ticks: Ticks) -> None:
        super().__init__(ticks)
        self._ticks = ticks
        ticks.filled.connect(self.filled)

    def values(self) -> dict[str, Any]:
        return {"people": sorted(self._ticks.values())}

    def fill(self, values: Mapping[str, Any]) -> None:
        self._ticks.fill(values.get("people", ()))


class MembersSheet(QDialog):
    """Ticks, and one way to save them."""

    def __init__(self, parent: QWidget, hands: Hands, told: Belonging) -> None:
        super().__init__(parent)
        self._hands, self._told = hands, told
        self.setObjectName("members")
        self.ticks = Ticks(say("Who belongs"), told.people)
        self.ticks.fill(told.chosen)
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        foot = Foot(save, others=[pressed(Quiet(say("Leave")), self.reject)])
        self._draft = Draft(self, hands.drafts, f"members/{told.circle}", Ticked(self.ticks))
        self._draft.come_back()
        note = meta(say("Somebody who leaves the programme leaves this group too. You need do nothing."), wrap=True)
        self._laptops = column(gap=theme.SMALL)
        self._show_laptops(told)
        lay_out(self, say("Who belongs"), told.name, [self.ticks, note, holding(self._laptops)], foot, SIZE)
        self._draft.ends_with(self)
        on_ctrl_enter(self, self.save)
        self.ticks.setFocus()

    def _show_laptops(self, told: Belonging) -> None:
        clear(self._laptops)
        if told.laptops:
            self._laptops.addWidget(heading(say("With a laptop of their own")))
        for name, inside in told.laptops:
            words, act = (say("Leaves"), "leave_set") if inside else (say("Let in"), "let_into_set")
            way = pressed(Small(words), partial(self._say_of, act, name))
            way.setAccessibleName(say("{what}: {name}", what=words, name=name))
            belongs = [Tag(say("belongs to it"), "leaf")] if inside else []
            self._laptops.addWidget(beside(body(name, wrap=True), *belongs, way))

    def _say_of(self, name: str, partner: str) -> None:
        act, circle = named(name), self._told.circle
        self._hands.lane.do(
            lambda book: act(book, circle=circle, partner=partner), owner=self, then=lambda _: self._ask_again()
        )

    def _ask_again(self) -> None:
        self._hands.lane.ask(partial(belonging_to, circle=self._told.circle), then=self._show_laptops, owner=self)

    def save(self) -> None:
        act, given = named("set_members"), {"circle": self._told.circle, "people": self.ticks.values()}
        self._hands.lane.do(lambda book: act(book, **given), owner=self, then=lambda _: self.accept())
