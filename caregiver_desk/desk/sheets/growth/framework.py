"""Capabilities side by side: how they see each statement of their work first, then how you do.

By keys alone: a figure says a level and goes on. What is far apart brings a sentence on how to speak of it. There is no
sum and no difference, and nothing but words is kept. What was said in an older version is read in its own words.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.growth.framework import Capabilities, capabilities
from caregiver_desk.desk.cards.supervision.levels import of_a_framework
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, Scroll, clear, column, holding
from caregiver_desk.desk.parts.parting import as_part
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.practice.growth.framework import how_to_say_it
from caregiver_desk.records.growth.framework import Side
from caregiver_desk.store.access import What
from caregiver_desk.wording import say

WIDE, HIGH = 820, 900


def show_capabilities(parent: QWidget, hands: Hands, caregiver: str, version: str = "") -> None:
    """The sheet of somebody, in the framework that is in force, or in this version."""
    hands.lane.ask(
        lambda book: capabilities(book, caregiver, version),
        then=lambda told: hands.dialogs.show(CapabilitySheet(parent, hands, told)),
        owner=parent,
    )
    hands.looked(What.OPENED, {caregiver})


class CapabilitySheet(QDialog):
    """All statements with somebody; each side is saved by its own act."""

    def __init__(self, parent: QWidget, hands: Hands, told: Capabilities) -> None:
        super().__init__(parent)
        self._hands, self._told, self._over = hands, told, parent
        self.setObjectName("capabilities")
        self.setWindowTitle(say("Capabilities"))
        self.levels = of_a_framework(told.said.framework)
        self._before = _as_fields(told)
        self.levels.fill(self._before)
        self._draft = Draft(self, hands.drafts, f"capabilities/{told.caregiver}/{self._version}", self.levels)
        self._draft.come_back()
        self._advice = column(gap=theme.SMALL)
        self._careful = as_part(Card(heading(say("How to say it")), self._advice))
        self._trouble = Trouble()
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._hint = meta(say("How to say it stands below the statements."), wrap=True)
        words = column(self._trouble, self._hint, gap=theme.TIGHT)
        foot = beside(words, pressed(Quiet(say("Leave")), self.reject), save)
        inside = Scroll(holding(column(as_part(self.levels), self._careful, 1, gap=theme.GAP)), beside=theme.GAP)
        stand_over(self, column(self._head(), inside, foot, gap=theme.ROOM), WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self._draft.ends_with(self)
        self.levels.filled.connect(self._advise)
        self._advise()
        self.levels.take_keys()

    @property
    def _version(self) -> str:
        return self._told.said.framework.version

    def _head(self) -> QWidget:
        words = title(say("{framework}: {name}", framework=self._told.said.framework.name, name=self._told.name))
        words.setWordWrap(True)
        older = [pressed(Plain(say("In older words"), icon="clock"), self._turn_back)] if self._told.older else []
        told = say("For learning, between the two of you. Turn the screen: they go first, then you.")
        days = [meta(self._told.days, wrap=True)] if self._told.days else []
        return holding(column(beside(words, *older), meta(told, wrap=True), *days, gap=theme.TIGHT))

    def _turn_back(self) -> None:
        """What was said in an older version, in its own words."""
        self.reject()
        show_capabilities(self._over, self._hands, self._told.caregiver, self._told.older[0])

    def _advise(self) -> None:
        """Where the two views lie far apart, how to speak of it."""
        clear(self._advice)
        said = _as_levels(self.levels.values())
        told = how_to_say_it(self._told.said.framework, said[Side.OWN], said[Side.SEEN])
        for each in told:
            self._advice.addWidget(body(each, wrap=True))
        self._careful.setVisible(bool(told))
        self._hint.setVisible(bool(told))

    def save(self) -> None:
        """Theirs, then yours: only what is different is said."""
        new = {name: level for name, level in self.levels.values().items() if self._before.get(name) != level}
        if not new:
            self.accept()
            return
        said = _as_levels(new)
        whose = {"caregiver": self._told.caregiver, "framework": self._version}
        acts = [
            (named(act), {**whose, "levels": said[side]})
            for side, act in ((Side.OWN, "say_own_view"), (Side.SEEN, "say_seen_view"))
            if said[side]
        ]
        self._do(acts)

    def _do(self, acts: list[tuple[Any, dict[str, Any]]]) -> None:
        (act, given), *rest = acts
        self._hands.lane.do(
            lambda book: act(book, **given),
            owner=self,
            then=lambda _: self._do(rest) if rest else self.accept(),
            refused=self._refused,
        )

    def _refused(self, problem: Problem) -> None:
        self._trouble.say(problem)


def _as_fields(told: Capabilities) -> dict[str, str]:
    both = ((Side.OWN, told.said.own), (Side.SEEN, told.said.seen))
    return {f"{side}_{code}": level for side, levels in both for code, level in levels.items()}


def _as_levels(fields: dict[str, Any]) -> dict[Side, dict[str, str]]:
    told: dict[Side, dict[str, str]] = {side: {} for side in Side}
    for name, level in fields.items():
        side, _, code = name.partition("_")
        told[Side(side)][code] = str(level)
    return told
