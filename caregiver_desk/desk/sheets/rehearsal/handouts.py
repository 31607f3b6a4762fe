"""What is laid on the tables of a rehearsal: chosen, and written into a folder as papers of A4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.keys import every_key, keys_of_a_rehearsal
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts import paper
from caregiver_desk.desk.parts.asked import words as asked_words
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, column, holding
from caregiver_desk.desk.parts.long_words import Boxed, LongWords
from caregiver_desk.desk.parts.parting import as_part
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.document_paper import paint, paint_all
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.growth.certificate_paper import paint_certificates
from caregiver_desk.desk.sheets.rehearsal.handout_paper import paint_poster
from caregiver_desk.reports.growth.attendance import of_a_hall
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.store import safely
from caregiver_desk.trainer import handouts
from caregiver_desk.trainer.exercises.text import Exercise
from caregiver_desk.trainer.story import owner
from caregiver_desk.wording import count, in_words, say


class Handout(NamedTuple):
    """A file by its name, and who paints it."""

    name: str
    paint: Callable[[QPagedPaintDevice], object]


def every_handout(exercises: Sequence[Exercise], whose: handouts.Owner, pages: Sequence[str]) -> Iterator[Handout]:
    """The guide, the sheets and the poster; `pages` are the labels of the rail."""
    keys = [*every_key(pages), *keys_of_a_rehearsal()]
    imprint = Imprint("", clock.today(), fictional=True)
    guide, sheets = handouts.guide(exercises, whose), handouts.sheets(exercises, whose)
    yield Handout("guide", lambda device: paint(device, guide, imprint))
    yield Handout("sheets", lambda device: paint_all(device, sheets, imprint))
    yield Handout("keys", lambda device: paint_poster(device, keys, fictional=True))


def certificates(names: Sequence[str], course: str, led_by: str = "") -> Iterator[Handout]:
    """One for each who is named, dated today; nothing where nobody is."""
    if told := of_a_hall(names, course, clock.today(), led_by):
        yield Handout(
            "certificates", lambda device: paint_certificates(device, told, Imprint("", clock.today(), fictional=False))
        )


def as_files(told: Iterable[Handout]) -> dict[str, bytes]:
    """Each as a PDF, by the name of its file."""
    return {f"{each.name}.pdf": paper.as_pdf(each.name, each.paint) for each in told}


def write(files: dict[str, bytes], folder: Path) -> list[Path]:
    """Into a folder, over nothing that is there. Raises DiskFull or CannotWrite."""
    places = []
    for name, data in files.items():
        places.append(safely.free(folder, name.removesuffix(".pdf"), "", ".pdf"))
        safely.write(places[-1], data)
    return places


class HandoutsSheet(QDialog):
    """Papers for everybody, and certificates for those who are named."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._hands = hands
        self.setObjectName("handouts")
        self._course_asked, self._course = asked_words(say("What it was called"), "course")
        self._course.setText(say("Supervision, rehearsed"))
        self._led_asked, self._led = asked_words(say("Led by"), "led_by", hint=say("to be written in"))
        self._names = LongWords()
        self._names.setObjectName("names")
        self._names.setAccessibleName(say("Who was there, one a line"))
        papers = Card(
            heading(say("For the tables")),
            body(say("A guide for whoever leads, a sheet for each exercise, and a poster of the keys."), wrap=True),
            gap=theme.SMALL,
        )
        named = Card(
            heading(say("Certificates of attendance")),
            meta(say("Who was there, one a line. They stand on the paper and are kept nowhere."), wrap=True),
            Boxed(self._names), self._course_asked, self._led_asked, gap=theme.GAP,
        )  # fmt: skip
        save = pressed(Primary(say("Save in a folder")), self._save)
        foot = Foot(save, others=[pressed(Quiet(say("Leave")), self.reject)])
        about = say("Made from the exercises as they are now, in the names that everybody bears now. A4, grey.")
        parts = [as_part(holding(column(papers))), as_part(named)]
        lay_out(self, say("Handouts"), about, parts, foot, (560, 600))

    def _save(self) -> None:
        self._hands.dialogs.pick_folder(self, say("Where shall they go?"), self._into)

    def _into(self, folder: Path) -> None:
        rehearsing = self._hands.rehearsing
        with in_words(rehearsing.form().sentences if rehearsing else {}):
            files = as_files(self._told())
        self._hands.lane.do(partial(_written, files, folder), owner=self, then=lambda _: self.accept())

    def _told(self) -> Iterator[Handout]:
        rehearsing = self._hands.rehearsing
        if rehearsing:
            own = [each for each in rehearsing.own if isinstance(each, Exercise)]
            yield from every_handout([*rehearsing.exercises, *own], owner, self._hands.places)
        yield from certificates(self._names.toPlainText().splitlines(), self._course.text(), self._led.text())


def _written(files: dict[str, bytes], folder: Path, _book: object) -> Outcome:
    many = len(write(files, folder))
    return Outcome(count("{number} paper saved.", "{number} papers saved.", many))
