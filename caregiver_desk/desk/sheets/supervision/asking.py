"""The way from what was said to what is asked: one step, with all filled in that is known already."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.records.supervision.requests import LONGEST


def ask_organisation(parent: QWidget, hands: Hands, caregiver: str, *, words: str = "", theme: str = "") -> None:
    """What is too long is cut, and shown so: whoever asks reads it once more."""
    told = {"caregiver": caregiver, "words": words.strip()[:LONGEST], "theme": theme}
    given = {name: value for name, value in told.items() if value}
    hands.dialogs.show(act_sheet(parent, hands, "ask_organisation", given))
