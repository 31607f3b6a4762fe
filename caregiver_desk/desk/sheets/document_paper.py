"""A document on paper: labels on the left, words on the right, page by page, in black.

Words are broken into lines here, so that a text longer than a page goes on on the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPagedPaintDevice

from caregiver_desk.desk.parts import paper
from caregiver_desk.desk.parts.paper import Paper, printed
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.wording import say

TITLE, HEADING, TEXT, SMALL = 20, 13, 10, 8
LINE, LABEL, GAP = 14.0, 150.0, 12.0  # points: of a line, of the labels, and beside them
FOOT, TOGETHER = 24.0, 70.0  # at the end of a page, and what a heading needs below it


def as_pdf(document: Document, fictional: bool) -> bytes:
    return paper.as_pdf(document.title, lambda device: paint(device, document, fictional))


def paint(device: QPagedPaintDevice, document: Document, fictional: bool) -> None:
    paint_all(device, (document,), fictional)


def paint_all(device: QPagedPaintDevice, documents: Sequence[Document], fictional: bool) -> None:
    """Each begins on a page of its own."""
    on = _Pages(device, fictional=fictional)
    for place, document in enumerate(documents):
        if place:
            on.go_on()
        on.write(document.title, TITLE, QFont.Weight.DemiBold)
        for words in document.under:
            on.write(words, TEXT)
        for section in document.sections:
            _section(on, section)
    on.end()


def _section(on: _Pages, section: Section) -> None:
    on.y += GAP
    on.need(TOGETHER)
    on.write(section.title, HEADING, QFont.Weight.DemiBold)
    for line in section.lines:
        _line(on, line)


def _line(on: _Pages, line: Line) -> None:
    if not line.words:
        on.y += LINE / 3
        on.need(3 * LINE)
        on.write(line.label, TEXT, QFont.Weight.DemiBold)
        return
    left = LABEL + GAP if line.label else 0.0
    labels = [*broken(line.label, LABEL, TEXT)] if line.label else []
    told = broken(line.words, on.width - left, TEXT)
    for label, words in zip_longest(labels, told, fillvalue=""):
        on.need(LINE)
        on.put(QRectF(0, on.y, LABEL, LINE), label, TEXT)
        on.put(QRectF(left, on.y, on.width - left, LINE), words, TEXT)
        on.y += LINE


class _Pages(Paper):
    """Pages with their number below."""

    def __init__(self, device: QPagedPaintDevice, *, fictional: bool) -> None:
        super().__init__(device, fictional=fictional)
        self._number = 1
        self._foot()

    def need(self, high: float) -> None:
        """A new page, where so much does not fit on this one."""
        if self.y + high > self.height - FOOT:
            self.go_on()

    def go_on(self) -> None:
        """On the next page."""
        self.turn()
        self._number += 1
        self._foot()

    def _foot(self) -> None:
        self.put(QRectF(0, self.height - LINE, self.width, LINE), say("page {number}", number=self._number), SMALL)


def broken(words: str, wide: float, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> Iterator[str]:
    """The lines that fit this width; a word longer than that is broken anywhere."""
    metrics = QFontMetricsF(printed(size, weight))
    for paragraph in words.splitlines() or [""]:
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if metrics.horizontalAdvance(longer) <= wide:
                line = longer
                continue
            if line:
                yield line
            *whole, line = _pieces(word, metrics, wide)
            yield from whole
        yield line


def _pieces(word: str, metrics: QFontMetricsF, wide: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and metrics.horizontalAdvance(pieces[-1] + letter) > wide:
            pieces.append("")
        pieces[-1] += letter
    return pieces
