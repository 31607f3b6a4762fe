"""A person's own pack, before it is handed over: what is in it, what is not, and that it is no longer encrypted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Hairline
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.reports import handing
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.reports.imprint import imprint as imprint_of
from caregiver_desk.reports.people.pack import Pack, as_document, as_json, counted, handed, pack
from caregiver_desk.wording import count, say

WIDE, HIGH = 560, 440


def show_pack(parent: QWidget, hands: Hands, person: str) -> None:
    """Ask what would be in it, and show that."""
    hands.lane.ask(
        lambda book: pack(book, person),
        then=lambda told: hands.dialogs.show(PackSheet(parent, hands, person, told)),
        owner=parent,
    )


class PackSheet(QDialog):
    """Looked through, then printed or saved."""

    def __init__(self, parent: QWidget, hands: Hands, person: str, told: Pack) -> None:
        super().__init__(parent)
        self._page, self._hands, self._person = parent, hands, person
        self.setObjectName("pack")
        words = say("A pack for {name}", name=told.name)
        about = say("All that this book holds about them, to take along: one paper, one file.")
        save = pressed(Primary(say("Save both"), hint="Ctrl ↵"), self._save)
        onto = pressed(Quiet(say("Print"), icon="print"), self._print)
        foot = Foot(save, others=[pressed(Quiet(say("Leave")), self.reject), onto])
        lay_out(self, words, about, _parts(told), foot, (WIDE, HIGH))
        on_ctrl_enter(self, self._save)
        save.setFocus()

    def _print(self) -> None:
        paper = Printed(say("Record"), partial(pack, person=self._person), _paint, self._person)
        print_out(self._page, self._hands, paper)
        self.accept()

    def _save(self) -> None:
        parent, hands, person = self._page, self._hands, self._person
        hands.dialogs.pick_folder(parent, say("Where shall the two files go?"), partial(_into, parent, hands, person))
        self.accept()


def _into(parent: QWidget, hands: Hands, person: str, folder: Path) -> None:
    """Painted here, since painting belongs to the window; written on the lane."""

    def write(asked: tuple[Pack, Imprint]) -> None:
        told, imprint = asked
        pdf = document_paper.as_pdf(as_document(told), imprint)
        hands.lane.do(lambda _: _written(folder, pdf, as_json(told)), owner=parent)

    hands.lane.ask(lambda book: (handed(book, person), imprint_of(book)), then=write, owner=parent)


def _written(folder: Path, pdf: bytes, data: bytes) -> Outcome:
    paper, _ = handing.put(folder, pdf, data)
    return Outcome(say("Saved: {file}, and beside it a file for programs.", file=paper.name))


def _paint(device: QPagedPaintDevice, told: Pack, imprint: Imprint) -> None:
    document_paper.paint(device, as_document(told), imprint)


def _parts(told: Pack) -> list[QWidget]:
    """What is in it, what is not, and what to heed."""
    told_of = map(counted, told.sorts[1:])
    records = count("{number} record", "{number} records", told.records)
    heed = say(
        "Read it before you hand it over: a nickname that no record knows is not masked. The files are not encrypted:"
        " whoever has them can read them."
    )
    return [
        heading(say("In it: {records}", records=records)),
        meta(say(" · ").join(told_of), wrap=True),
        Hairline(),
        *(meta(words, wrap=True) for words in told.left_out[:3]),
        Hairline(),
        beside(body(heed, wrap=True), first=[Icon("alert", "amber", 18)], gap=theme.SMALL),
    ]
