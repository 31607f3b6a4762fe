"""Erasing a concern: two people are named, and why; a mark is mostly enough, and that is said first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.sheets.erasing import Erasing, show_erasing
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.wording import later, say

MAY = (Ground.MISTAKE, Ground.ORDERED, Ground.ASKED)
STAYS = (
    later("What was seen, about whom, and what was done is gone from this book, and from every book that hears of it."),
    later("That it was erased, why, and who the two were stays, for who could read the concern."),
    later("A mark “recorded in error” keeps the concern readable instead: mostly that is enough."),
)


def show_erase(parent: QWidget, hands: Hands, concern: str, number: str) -> None:
    about = say("A law may ask for it, or it was never a concern. It cannot be undone.")
    told = Erasing(concern, say("Erase concern {number}", number=number), about, STAYS, MAY, two=True)
    show_erasing(parent, hands, told)
