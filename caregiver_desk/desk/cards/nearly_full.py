"""A card of Today, seen only where the drive of the book is nearly full: before anything is lost by it."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel, meta
from caregiver_desk.desk.theme import MEDIUM
from caregiver_desk.store.room import Left
from caregiver_desk.wording import say


class NearlyFull(Card):
    """How much is left, what is safe, and what to do."""

    def __init__(self, look_again: Callable[[], object]) -> None:
        self._much = PlainLabel(weight=MEDIUM, tint="amber", wrap=True)
        self._told = meta(wrap=True)
        again = pressed(Small(say("Look again")), look_again)
        super().__init__(beside(self._much, first=[Icon("alert", "amber")]), self._told, row(again, 1), edge="amber")
        self.hide()

    def show_left(self, left: Left | None) -> None:
        self.setVisible(left is not None)
        if left is None:
            return
        self._much.setText(say("{megabytes} MB left on this drive", megabytes=left.megabytes))
        safe = say("All that you saved is safe. Empty the bin, or move films and pictures elsewhere.")
        lacking = say("The next backup lacks {megabytes} MB.", megabytes=left.lacking)
        self._told.setText(f"{lacking} {safe}" if left.lacking else safe)
