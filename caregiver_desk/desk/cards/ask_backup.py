"""A card of Today, seen only where the last backup is too long ago, or none was tried for long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from caregiver_desk.desk.answers.days import ago
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, holding
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel, meta
from caregiver_desk.desk.theme import MEDIUM
from caregiver_desk.wording import later, say

TRY = later("Trying one takes a minute: it shows that your work would come back.")
WAYS = {"back_up": later("Back up now"), "back_up_to": later("To a stick"), "try_backup": later("Try a backup")}


class AskBackup(Card):
    """What is due, why, and the ways to do it now, which `does` does by their names."""

    def __init__(self, does: Callable[[str], object]) -> None:
        self._what, self._why = PlainLabel(weight=MEDIUM, tint="amber", wrap=True), meta(wrap=True)
        self._ways = {name: pressed(Small(say(words)), partial(does, name)) for name, words in WAYS.items()}
        head = beside(self._what, first=[Icon("alert", "amber")])
        super().__init__(head, self._why, holding(flow(*self._ways.values())), edge="amber")
        self.hide()

    def show_asked(self, last: date | None, today: date, *, trial: bool) -> None:
        """`last` where that was too long ago; one that is made now comes before one that is tried."""
        self.setVisible(last is not None or trial)
        for name, way in self._ways.items():
            way.setVisible((name == "try_backup") == (last is None))
        if last:
            self._what.setText(say("Last backup {when}", when=ago(last, today)))
            lie = say(
                "Backups lie beside the book. If this laptop is lost, only a stick or what you shared brings it back."
            )
            self._why.setText(lie)
        else:
            self._what.setText(say("No backup was tried for long"))
            self._why.setText(say(TRY))
