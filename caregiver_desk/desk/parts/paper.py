"""Paper: pages of A4 painted in black, onto a printer or into a PDF that stands in memory until it is whole.

Decision. Whoever takes a sheet of paper says whether what goes onto it is made up, and then each page says so, above
what is painted: no painter can forget it, and none has to make room for it.

What may run over several pages is laid out twice: once on paper that nobody sees, to know how many pages there are,
and then in ink. Both are alike in every measure, so the number at the foot of each page is true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from caregiver_desk.desk import theme
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.settings import NAME
from caregiver_desk.wording import say

BLACK, GREY = QColor(Qt.GlobalColor.black), QColor(90, 90, 90)  # a grey that a poor printer can print
POINTS = 72  # in an inch
FOOT, SMALL, LEAST = 24.0, 8, 6  # points: what the foot of a page takes, its letters, and the smallest on paper
ABOVE = 15.0  # points above a page without a foot, for the word that all is made up
A4 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(20, 20, 20, 20),
    QPageLayout.Unit.Millimeter,
)
A4_ACROSS = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Landscape,
    QMarginsF(15, 14, 15, 12),
    QPageLayout.Unit.Millimeter,
)


class Foot(NamedTuple):
    """What stands at the end of each page, beside its number."""

    title: str
    imprint: Imprint


def as_pdf(title: str, paint: Callable[[QPagedPaintDevice], object]) -> bytes:
    """What is painted, as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(NAME)
    paint(writer)
    return bytes(buffer.data().data())


class Paper:
    """A hand that writes down a page in black, line below line. Lengths are in points."""

    def __init__(
        self,
        device: QPagedPaintDevice,
        layout: QPageLayout = A4,
        foot: Foot | None = None,
        *,
        fictional: bool,
        size: float = 1.0,
    ) -> None:
        device.setPageLayout(layout)
        self._device, self.painter, self.y = device, QPainter(device), 0.0
        self._fictional = fictional
        scale = device.logicalDpiX() / POINTS * size
        self.painter.scale(scale, scale)
        view = self.painter.viewport()
        self.width, whole = view.width() / scale, view.height() / scale
        self.height = whole - (FOOT if foot else 0)
        self.number, self._foot, self._pages = 1, foot, 0
        self.painter.setPen(BLACK)
        self._say_so()

    def _say_so(self) -> None:
        """In the margin above, where no foot says it."""
        if self._fictional and not self._foot:
            self.painter.setFont(printed(SMALL, QFont.Weight.Bold))
            margin = QRectF(0, -ABOVE, self.width, ABOVE)
            self.painter.drawText(margin, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, say("FICTIONAL"))

    def write(self, words: str, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        self.painter.setFont(printed(size, weight))
        room = QRectF(0, self.y, self.width, 400)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        taken = self.painter.boundingRect(room, flags, words)
        self.painter.drawText(room, flags, words)
        self.y += taken.height() + 8

    def put(self, box: QRectF, words: str, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        """One line in a box; it is never cut short, for it may be a key."""
        self.painter.setFont(printed(size, weight))
        self.painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def put_cut(self, box: QRectF, words: str, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        """One line in a box, in smaller letters where there is little room, and cut short only where there is none."""
        while size > LEAST and QFontMetricsF(printed(size, weight)).horizontalAdvance(words) > box.width():
            size -= 1
        metrics = QFontMetricsF(printed(size, weight))
        self.put(box, metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width()), size, weight)

    def number_from(self, pages: int) -> None:
        """There are so many pages: the first has its foot now, and the others as they are turned to."""
        self._pages = pages
        self._stamp()

    def turn(self) -> None:
        """To a new page."""
        self._device.newPage()
        self.number += 1
        self.y = 0.0
        self._say_so()
        self._stamp()

    def end(self) -> None:
        self.painter.end()

    def _stamp(self) -> None:
        if not (self._foot and self._pages):
            return
        words = say("page {number} of {all}", number=self.number, all=self._pages)
        wide = QFontMetricsF(printed(SMALL)).horizontalAdvance(words) + 2
        line = QRectF(0, self.height + FOOT / 2, self.width, FOOT / 2)
        self.put_cut(line.adjusted(0, 0, -wide - 12, 0), self._foot.imprint.below(self._foot.title), SMALL)
        self.put(line.adjusted(self.width - wide, 0, 0, 0), words, SMALL)


def lay(
    device: QPagedPaintDevice,
    write: Callable[[Paper], object],
    foot: Foot,
    layout: QPageLayout = A4,
    sizes: Sequence[float] = (),
) -> None:
    """Paint pages with their number and how many there are, and where they come from.

    What is more than one page is tried in smaller letters, of these sizes in turn.
    """
    device.setPageLayout(layout)
    for size in (1.0, *sizes):
        pages = _tried(device, write, foot, layout, size)
        if pages == 1:
            break
    on = Paper(device, layout, foot, fictional=foot.imprint.fictional, size=size)
    on.number_from(pages)
    _written(on, write)


def _tried(
    device: QPagedPaintDevice, write: Callable[[Paper], object], foot: Foot, layout: QPageLayout, size: float
) -> int:
    """How many pages it takes, on paper that nobody sees."""
    seen_by_nobody = QBuffer()
    seen_by_nobody.open(QIODevice.OpenModeFlag.WriteOnly)
    draft = QPdfWriter(seen_by_nobody)
    draft.setResolution(device.logicalDpiX())
    return _written(Paper(draft, layout, foot, fictional=foot.imprint.fictional, size=size), write)


def _written(on: Paper, write: Callable[[Paper], object]) -> int:
    """How many pages it took."""
    write(on)
    on.end()
    return on.number


def printed(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("calt"), 0)  # signs of another shape beside capitals are lost where text is copied out
    return font
