"""What is looked into or taken out from Sharing now and then: its name, what it is, what the button says, its sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk.cards.sharing.partners import Way, looking_card
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.sheets.decided_sheet import DecidedSheet
from caregiver_desk.desk.sheets.sharing.neighbours import NeighboursSheet
from caregiver_desk.desk.sheets.sharing.returns import ReturnsSheet
from caregiver_desk.desk.sheets.sharing.spreadsheet import SpreadsheetSheet
from caregiver_desk.desk.sheets.sharing.twice import TwiceSheet
from caregiver_desk.wording import later, say

RETURNS = later("What weighs on caregivers, month by month: counts, without names.")
TWICE = later("One person or home under two names? You see both beside each other, and decide.")
DECIDED = later("Conflicts that were settled, rights, hand-overs and erasures: by whom, when, and whether it holds.")
RECORDS = later("Records as a workbook or CSV for other programs. You see what goes before it is written.")
FILES = later("A calendar, health records (FHIR), and figures or visits for DHIS2.")
WAYS: tuple[tuple[str, str, str, Callable[[QWidget, Hands], QDialog]], ...] = (
    (later("Monthly returns"), RETURNS, later("Look at them"), ReturnsSheet),
    (later("Entered twice?"), TWICE, later("Look for them"), TwiceSheet),
    (later("What was decided"), DECIDED, later("Look it up"), DecidedSheet),
    (later("Records as a spreadsheet"), RECORDS, later("Take out"), SpreadsheetSheet),
    (later("Files for neighbours"), FILES, later("Choose one"), NeighboursSheet),
)


def ways_card(parent: QWidget, hands: Hands) -> QWidget:
    """A line for each, and the sheet that it opens over the page."""

    def showing(sheet: Callable[[QWidget, Hands], QDialog]) -> Callable[[], object]:
        return lambda: hands.dialogs.show(sheet(parent, hands))

    return looking_card(*(Way(say(name), say(about), say(go), showing(to)) for name, about, go, to in WAYS))
