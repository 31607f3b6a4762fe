"""A card of Today, seen only where the last backup is too long ago."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from caregiver_desk.desk.answers.days import ago
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, holding
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel, meta
from caregiver_desk.desk.theme import MEDIUM
from caregiver_desk.wording import say


class AskBackup(Card):
    """When it was, and two ways to make one now."""

    def __init__(self, back_up: Callable[[], object], to_a_stick: Callable[[], object]) -> None:
        self._when = PlainLabel(weight=MEDIUM, tint="amber", wrap=True)
        told = say(
            "Backups lie beside the book. If this laptop is lost, only a stick or what you shared brings it back."
        )
        why = meta(told, wrap=True)
        ways = flow(pressed(Small(say("Back up now")), back_up), pressed(Small(say("To a stick")), to_a_stick))
        super().__init__(beside(self._when, first=[Icon("alert", "amber")]), why, holding(ways), edge="amber")
        self.hide()

    def show_last(self, last: date | None, today: date) -> None:
        self.setVisible(last is not None)
        self._when.setText(say("Last backup {when}", when=ago(last, today)) if last else "")
