"""From a question to paper: printed, or saved as a PDF beside what is there.

Pages are painted here, since painting belongs to the window; the file is written on the lane. Its name says what it is
and the day, and nobody's name; nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts import paper
from caregiver_desk.reports.imprint import Imprint, imprint
from caregiver_desk.store import access, safely
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

T = TypeVar("T")


@dataclass(frozen=True)
class Printed(Generic[T]):
    """Something for paper: its title, what to ask the book, and the painter, who is told what stands at the foot.

    `about` is whose it is, if it is one person's; `people` are those of whom it holds a page each.
    """

    title: str
    question: Callable[[Book], T]
    paint: Callable[[QPagedPaintDevice, T, Imprint], object]
    about: str = ""
    people: frozenset[str] = frozenset()

    def told(self, book: Book) -> tuple[T, Imprint]:
        return self.question(book), imprint(book)


def print_out(parent: QWidget, hands: Hands, printed: Printed[T]) -> None:
    """Ask for a printer, then print."""
    hands.dialogs.pick_printer(parent, printed.title, partial(_onto, parent, hands, printed))


def _onto(parent: QWidget, hands: Hands, printed: Printed[T], printer: QPagedPaintDevice) -> None:
    def paint(told: tuple[T, Imprint]) -> None:
        printed.paint(printer, *told)
        _note(hands, printed, What.PRINTED)
        hands.lane.said.emit(say("Sent to the printer."))

    hands.lane.ask(printed.told, then=paint, owner=parent)


def save_as_pdf(parent: QWidget, hands: Hands, printed: Printed[T]) -> None:
    """Ask for a folder, then save there."""
    hands.dialogs.pick_folder(parent, say("Where shall it go?"), partial(_into, parent, hands, printed))


def _into(parent: QWidget, hands: Hands, printed: Printed[T], folder: Path) -> None:
    def write(told: tuple[T, Imprint]) -> None:
        data = paper.as_pdf(printed.title, lambda device: printed.paint(device, *told))
        hands.lane.do(lambda _: _written(_free(folder, printed.title), data), owner=parent)
        _note(hands, printed, What.EXPORTED)

    hands.lane.ask(printed.told, then=write, owner=parent)


def _note(hands: Hands, printed: Printed[T], what: What) -> None:
    """Each of them reads it in what was done with their record."""
    for person in sorted(printed.people) or [printed.about]:
        hands.lane.note(partial(access.note, what=what, about=person), dear=False)


def _written(place: Path, data: bytes) -> Outcome:
    safely.write(place, data)
    return Outcome(say("Saved as {file}.", file=place.name))


def _free(folder: Path, title: str) -> Path:
    return safely.free(folder, title.lower(), f" {clock.today().isoformat()}", ".pdf")
