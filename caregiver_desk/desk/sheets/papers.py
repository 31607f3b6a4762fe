"""Who paints which paper: lines by the one hand for documents, and each of the others by its own."""

from __future__ import annotations

from PySide6.QtGui import QPagedPaintDevice

from caregiver_desk.desk.parts import paper
from caregiver_desk.desk.sheets import card_paper, document_paper
from caregiver_desk.desk.sheets.onto_paper import Printed
from caregiver_desk.desk.sheets.supervision import observation_paper
from caregiver_desk.desk.sheets.visits import list_paper, week_paper
from caregiver_desk.reports.concerns.ringing import NumberCard
from caregiver_desk.reports.document import Document
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.reports.papers import PAPERS, Asked, Told, made
from caregiver_desk.reports.supervision.observation_prompt import Prompt
from caregiver_desk.reports.visits.week_sheets import WeekSheets
from caregiver_desk.wording import say


def printed(name: str, asked: Asked, about: str = "") -> Printed[Told]:
    """One of the papers by its name, for printing; `about` is the person whose it is."""
    return Printed(say(PAPERS[name].title), lambda book: made(book, name, asked), paint, about)


def as_pdf(told: Told, imprint: Imprint) -> bytes:
    """Any of them as a PDF; the title in it is that of its words, and nobody's name."""
    document = told if isinstance(told, Document) else told.in_words()
    return paper.as_pdf(document.title, lambda device: paint(device, told, imprint))


def paint(device: QPagedPaintDevice, told: Told, imprint: Imprint) -> None:
    match told:
        case Document():
            document_paper.paint(device, told, imprint)
        case WeekSheets():
            week_paper.paint(device, told, imprint)
        case NumberCard():
            card_paper.paint_four(device, told, imprint)
        case Prompt():
            observation_paper.paint(device, told, imprint)
        case _:
            list_paper.paint(device, told, imprint)
