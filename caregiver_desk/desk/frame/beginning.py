"""Where an act, a file or a question is begun: on its page, with a file, at once, or on a sheet over the desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk.frame.looking import OVER, ways_to_help
from caregiver_desk.desk.parts.more import refused_in
from caregiver_desk.desk.safe import safekeeping
from caregiver_desk.desk.sheets import ways
from caregiver_desk.desk.sheets.aid_sheet import show_aid
from caregiver_desk.desk.sheets.helping import HELP, HelpSheet, explained
from caregiver_desk.desk.sheets.intake import intake
from caregiver_desk.desk.sheets.intake.sheet import look_at_sheet, pick_sheet
from caregiver_desk.desk.sheets.people.with_whom import ask_with_whom
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.desk.sheets.why import explain_field
from caregiver_desk.reports import aids

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window


def begin(window: Window, name: str) -> None:
    """An act, an aid, or what its owner does with the book, by its name."""
    hands = window.hands
    if name in safekeeping.DOINGS:
        safekeeping.DOINGS[name].does(window)
    elif name in ways.PAGES:
        subject, facts = ways.PAGES[name]
        window.go(subject, facts)
    elif name in OVER:
        OVER[name](window)
    elif name in aids.NAMES:
        show_aid(window, hands, name)
    elif name in ways.SHEET_OF_ITS_OWN:
        ask_with_whom(window, hands, name)
    elif name in intake.KIND_OF:
        pick_sheet(window, hands, name)
    elif ways.at_once(named(name)):
        hands.lane.do(named(name), owner=window)
    else:
        hands.dialogs.show(act_sheet(window, hands, name))


def take_up(window: Window, path: Path) -> None:
    """A file from anywhere is looked at: as a table or forms if it is called so, else as a bundle."""
    if intake.is_brought_in(path):
        look_at_sheet(window, window.hands, "", path)
    else:
        window.go("sharing", {"file": str(path)})


def explain(window: Window, over: QWidget, code: str = "") -> None:
    """F1: the field in hand, or else what was refused, or else all there is to look up."""
    if not code and explain_field(over, window.hands):
        return
    if code := code or refused_in(over):
        window.hands.dialogs.show(explained(over, code))
    elif over.objectName() != HELP:
        window.hands.dialogs.show(HelpSheet(over, window.hands, ways_to_help(window)))
