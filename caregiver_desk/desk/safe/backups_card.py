"""Among the settings: when the last backup was made, and one tried; and the ways to do either, or to go back to one."""

from __future__ import annotations

from datetime import date

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import ago
from caregiver_desk.desk.cards.ask_backup import TRY
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.desk.safe import safekeeping
from caregiver_desk.wording import say


class BackupsCard(Card):
    def __init__(self) -> None:
        self._made, self._tried = meta(wrap=True), meta(wrap=True)
        super().__init__(heading(say("Backups")), self._made, self._tried, gap=theme.GAP)
        self.add(safekeeping.ways(self, "back_up", "back_up_to", "try_backup", "bring_back"))

    def show_backups(self, made: date | None, tried: date | None, today: date, *, due: bool) -> None:
        told = say("The last one was made {when}.", when=ago(made, today)) if made else say("There is none yet.")
        self._made.setText(f"{told} {say('They lie beside the book: a stick survives a lost laptop.')}")
        last = say("One was tried {when}.", when=ago(tried, today)) if tried else say("None was tried yet.")
        self._tried.setText(f"{last} {say(TRY)}" if due else last)
