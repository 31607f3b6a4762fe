"""What a caregiver says to what was written: that both agree to a check-in, or how they see it otherwise.

Words that are only begun are a draft like any other: they are there again when the record is turned round anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Hairline, column, holding
from caregiver_desk.desk.parts.long_words import Boxed, LongWords
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.errors import Problem
from caregiver_desk.records.supervision.supervision import HowAgreed
from caregiver_desk.wording import say

WORDS = "sees_otherwise"


class Saying(QWidget):
    """Below one entry of her record; `said` is called once something of it was kept."""

    filled = Signal()

    def __init__(self, hands: Hands, entry: str, *, agreed: bool, words: str, said: Callable[[], object]) -> None:
        super().__init__()
        self._hands, self.entry, self._said = hands, entry, said
        self._words, self._trouble = LongWords(), Trouble()
        self._words.setObjectName(WORDS)
        self._words.setAccessibleName(say("You see it otherwise"))
        self._words.put(words)
        self._words.changed.connect(self.filled)
        keep = pressed(SmallPrimary(say("Keep my words")), self._keep)
        self._otherwise = holding(column(Boxed(self._words), holding(flow(keep)), gap=theme.SMALL))
        above = [] if agreed else [Hairline()]
        self.setLayout(column(*above, self._ways(agreed, words), self._otherwise, self._trouble, gap=theme.SMALL))
        self._draft = Draft(self, hands.drafts, f"{WORDS}/{entry}", self)
        self._draft.come_back()
        self._otherwise.setVisible(self._draft.begun)

    def _ways(self, agreed: bool, words: str) -> QWidget:
        here = pressed(Small(say("We both agree"), icon="check"), partial(self._agree, HowAgreed.HERE))
        paper = pressed(Small(say("We both signed a paper")), partial(self._agree, HowAgreed.PAPER))
        self._change = pressed(Small(say("Change my words") if words else say("I see it otherwise")), self._open)
        both = [] if agreed else [here, paper]
        return holding(flow(*both, self._change, gap=theme.SMALL))

    def take_keys(self) -> None:
        """Something of it was kept: what can still be said has the keys."""
        self._change.setFocus()

    def values(self) -> dict[str, Any]:
        return {"entry": self.entry, WORDS: self._words.value()}

    def fill(self, values: Mapping[str, Any]) -> None:
        self._words.put(values.get(WORDS))

    def _open(self) -> None:
        self._otherwise.show()
        self._words.setFocus()

    def _agree(self, how: HowAgreed) -> None:
        self._do("agree_check_in", how_agreed=how)

    def _keep(self) -> None:
        self._do("see_otherwise", sees_otherwise=self._words.value() or "")

    def _do(self, act: str, **told: object) -> None:
        does = named(act)
        self._hands.lane.do(
            lambda book: does(book, id=self.entry, **told),
            owner=self,
            then=lambda _: self._done(act),
            refused=self._refused,
        )

    def _done(self, act: str) -> None:
        if act == "see_otherwise":
            self._draft.forget()
        self._said()

    def _refused(self, problem: Problem) -> None:
        self._trouble.say(problem)
