"""Two versions of some words beside each other, with what differs marked word by word. Plain text, laid out by hand."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_desk.desk import theme

Span = tuple[int, int]
_WORDS = re.compile(r"\s+|[^\s]+")
LEAST_LINES = 3


def differing(words: str, others: str) -> list[Span]:
    """Where in `words` (start, length) something stands that the others do not say at this place."""
    mine, theirs = _WORDS.findall(words), _WORDS.findall(others)
    matcher = difflib.SequenceMatcher(a=mine, b=theirs, autojunk=False)
    return list(_joined(_spans(mine, matcher)))


def _spans(mine: list[str], matcher: difflib.SequenceMatcher[str]) -> Iterator[Span]:
    starts = [0]
    for word in mine:
        starts.append(starts[-1] + len(word))
    for change, low, high, _, _ in matcher.get_opcodes():
        if change in {"replace", "delete"}:
            yield starts[low], starts[high] - starts[low]


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Neighbours with nothing but a space between them as one."""
    last: Span | None = None
    for start, length in spans:
        if last and start - (last[0] + last[1]) <= 1:
            last = (last[0], start + length - last[0])
            continue
        if last:
            yield last
        last = (start, length)
    if last:
        yield last


class Compared(QWidget):
    """One version, with what the other does not have on a wash and underlined."""

    def __init__(self, words: str, others: str) -> None:
        super().__init__()
        self._words, self._spans = words, differing(words, others)
        self.setAccessibleName(words)
        self.setFont(theme.font())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        room = theme.px(theme.GAP)
        return max(round(self._laid(width - 2 * room)[1]) + 2 * room, self.minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.px(240), self.heightForWidth(theme.px(240)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.px(120), self.fontMetrics().lineSpacing() * LEAST_LINES + theme.px(theme.GAP))

    def _laid(self, width: float) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self._words.replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(*span) for span in self._spans])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top))
            top += self.fontMetrics().lineSpacing()
        layout.endLayout()
        return layout, top

    def _format(self, start: int, length: int) -> QTextLayout.FormatRange:
        marked = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setBackground(theme.colour("leaf-wash"))
        look.setForeground(theme.colour("leaf"))
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setFontUnderline(True)
        marked.start, marked.length, marked.format = start, length, look
        return marked

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("paper"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.px(theme.ROUND), theme.px(theme.ROUND))
        room = theme.px(theme.GAP)
        painter.setPen(theme.colour("ink"))
        self._laid(self.width() - 2 * room)[0].draw(painter, QPointF(room, room))
        painter.end()
