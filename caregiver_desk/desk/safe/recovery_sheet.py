"""The recovery sheet: as it is seen, printed, and kept as a file.

Decision. The page stands in memory only. It is painted onto a printer or into a PDF that is written whole, like every
file of ours; no half page and no temporary file with the key is left anywhere. What it says is said in
`store/sheet.py`, here it is only laid out.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QPagedPaintDevice
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.dialogs import Dialogs
from caregiver_desk.desk.parts import paper
from caregiver_desk.desk.parts.buttons import Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Card, Hairline, column, holding, row
from caregiver_desk.desk.parts.paper import Paper
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import PlainLabel, card_title, meta
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import Problem
from caregiver_desk.store import safely, sheet
from caregiver_desk.wording import say

KEY = 19.0  # pixels of the letters of the key


def as_pdf(identity: str, sign: str) -> bytes:
    """The page as a PDF."""
    return paper.as_pdf(say("Recovery sheet"), lambda device: paint(device, identity, sign))


def as_text(identity: str, sign: str) -> bytes:
    return sheet.sheet_text(identity, sign).encode()


def free_place(folder: Path, sign: str, suffix: str) -> Path:
    """A name in this folder that tells of the sign only, and overwrites no other sheet."""
    name = f"recovery-sheet-{sign}" if sign else "recovery-sheet"
    return safely.free(folder, name, f"-{clock.today().isoformat()}", suffix, joint="-")


def paint(device: QPagedPaintDevice, identity: str, sign: str) -> float:
    """Lay the page out on paper: what it is, the key in its lines, what to do with it. Returns its height in points."""
    page_of_paper = Paper(device, fictional=False)  # the keys of a made-up book stand nowhere
    first, *rest = sheet.heading(sign)
    page_of_paper.write(first, 20, QFont.Weight.Bold)
    for line in rest:
        page_of_paper.write(line, 11)
    page_of_paper.y += 18
    for number, groups in enumerate(sheet.lines(identity), 1):
        _key_line(page_of_paper, number, groups)
    page_of_paper.y += 14
    for told in (sheet.checks(), *sheet.advice(), sheet.for_computers()):
        page_of_paper.write(told, 11)
    page_of_paper.write(identity, 8)
    page_of_paper.end()
    return page_of_paper.y


def _key_line(on: Paper, number: int, groups: list[str]) -> None:
    on.put(QRectF(0, on.y, 24, 26), f"{number})", 11)
    for place, group in enumerate(groups):
        on.put(QRectF(28 + place * 92, on.y, 92, 26), group, 20, QFont.Weight.DemiBold)
    on.y += 32


class Page(Card):
    """The page as it will be on paper, but for the key: that is seen on asking, for somebody may look on."""

    def __init__(self, identity: str, sign: str) -> None:
        first, *rest = sheet.heading(sign)
        self._key = holding(_key(identity))
        self._key.setAccessibleName(say("The key on the recovery sheet"))
        self._key.hide()
        self._show = pressed(Small(say("Show the four lines"), icon="eye"), self._uncover)
        key = column(self._key, row(self._show, 1), gap=0)
        told = [meta(words, wrap=True) for words in (sheet.checks(), *sheet.advice())]
        head = card_title(first)
        head.setWordWrap(True)
        named = column(head, meta(" · ".join(rest), wrap=True), gap=theme.TIGHT)
        super().__init__(named, key, Hairline(), column(*told, gap=theme.SMALL), gap=theme.ROOM)

    def _uncover(self) -> None:
        self._show.hide()
        self._key.show()


def _key(identity: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(theme.WIDE))
    grid.setVerticalSpacing(theme.px(theme.SMALL))
    for line, groups in enumerate(sheet.lines(identity)):
        grid.addWidget(meta(f"{line + 1})"), line, 0)
        for place, group in enumerate(groups, 1):
            grid.addWidget(PlainLabel(group, size=KEY, weight=theme.SEMIBOLD), line, place)
    grid.setColumnStretch(5, 1)
    return grid


class RecoverySheet(QWidget):
    """The page, and the ways to bring it onto paper."""

    kept = Signal()

    def __init__(self, identity: str, sign: str, *, lane: Lane, dialogs: Dialogs) -> None:
        super().__init__()
        self._identity, self._sign, self._lane, self._dialogs = identity, sign, lane, dialogs
        self._said = meta(wrap=True)
        self._said.setObjectName("said")
        self._trouble = Trouble()
        self._first = pressed(Primary(say("Print"), icon="print"), self._print)
        ways = flow(
            self._first,
            pressed(Quiet(say("Save as PDF")), lambda: self._save(".pdf")),
            pressed(Quiet(say("Save as text")), lambda: self._save(".txt")),
        )
        self.setFocusProxy(self._first)
        self.setLayout(column(ways, self._said, self._trouble, Page(identity, sign), gap=theme.GAP))

    def _print(self) -> None:
        self._dialogs.pick_printer(self, say("Print the recovery sheet"), self._printed)

    def _printed(self, printer: QPagedPaintDevice) -> None:
        paint(printer, self._identity, self._sign)
        self._is_kept(say("Sent to the printer. Lock the paper away, in another place than the laptop."))

    def _save(self, suffix: str) -> None:
        self._dialogs.pick_folder(self, say("Where shall the sheet go?"), lambda folder: self._save_in(folder, suffix))

    def _save_in(self, folder: Path, suffix: str) -> None:
        data = (as_pdf if suffix == ".pdf" else as_text)(self._identity, self._sign)

        def write() -> str:
            place = free_place(folder, self._sign, suffix)
            safely.write(place, data)
            return place.name

        self._lane.run(write, then=self._saved, owner=self, refused=self._refused)

    def _saved(self, name: str) -> None:
        self._is_kept(say("Saved as {file}. Print it, lock the paper away, then delete the file.", file=name))

    def _is_kept(self, words: str) -> None:
        self._trouble.say("")
        self._said.setText(words)
        tell(self, words)
        self._first.step_back(back=True)
        self.kept.emit()

    def _refused(self, problem: Problem) -> None:
        self._trouble.say(problem)
