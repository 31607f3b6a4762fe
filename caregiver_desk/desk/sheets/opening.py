"""An entry about somebody, opened where it is worked on: in the sheet built for it, else in its form."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.desk.sheets.together_sheet import show_together


def open_entry(parent: QWidget, hands: Hands, kind: str, record: str, about: str) -> None:
    if kind == "observation":
        show_together(parent, hands, about, record)
    else:
        open_record(parent, hands, kind, record)
