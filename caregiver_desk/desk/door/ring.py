"""Whom to ring in danger, before any passphrase: the country's numbers and the site's verified ones, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_desk import settings
from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.asked import head
from caregiver_desk.desk.parts.buttons import Primary, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, Hairline, column, holding, row
from caregiver_desk.desk.parts.words import PlainLabel, body
from caregiver_desk.practice.visits import services
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.door.door import Door

WIDE = 460
POLICE = "police"


def rung() -> list[tuple[str, str]]:
    """Who, and the number; one that both know is shown once, as the site has it."""
    country = sorted(services.national(), key=lambda each: str(each["sort"]) != POLICE)
    told = [*settings.last_numbers(), *((each["name"], each["phone"]) for each in country)]
    seen: dict[str, tuple[str, str]] = {}
    for name, phone in told:
        seen.setdefault("".join(sign for sign in phone if sign.isdigit()), (name, phone))
    return [*seen.values()]


class Ring(QWidget):
    """Read, ring, and back to the passphrase."""

    ROOM = (720, 520)
    foot = None

    def __init__(self, door: Door) -> None:
        super().__init__()
        self._back = pressed(Primary(say("Back to the passphrase")), door.first_step)
        lines: list[QWidget] = []
        for name, phone in rung():
            number = PlainLabel(phone, size=theme.CARD, weight=theme.BOLD)
            lines += [Hairline(), beside(body(name, wrap=True), number)]
        why = say("Ring first, write later. Whoever noticed it may report it: nobody has to agree first.")
        card = Card(head(say("Call now"), "alert", why), *lines, Hairline(), self._back, gap=theme.GAP)
        card.setFixedWidth(theme.px(WIDE))
        self.setLayout(column(1, row(1, holding(column(card)), 1), 1))

    def arrive(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
