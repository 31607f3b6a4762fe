"""Lines that go on below where there is no more room: for large letters, long words and small screens.

Two layouts of ours, since Qt has none of the kind: a flow of small things, and words with what can be done beside them.
Both turn round where a language is read from the right.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from caregiver_desk.desk import theme


class Items(QLayout):
    """What Qt asks of every layout, answered from a list."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, until something changes: Qt asks again and again
        self._gap = theme.px(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), only_measure=True)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, place: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(place)
        self._lay(place, only_measure=False)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of it on one line."""
        shown = [item for item in self._items if not item.isEmpty()]
        return QSize(self._width(shown), max((item.sizeHint().height() for item in shown), default=0))

    def _lay(self, place: QRect, *, only_measure: bool) -> int:
        """Put everything in its place, or only say how high it is."""
        raise NotImplementedError

    def _width(self, line: Sequence[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self._gap * max(0, len(line) - 1)

    def _lines(self, items: Sequence[QLayoutItem], wide: int) -> list[list[QLayoutItem]]:
        """What goes on each line."""
        lines: list[list[QLayoutItem]] = [[]]
        for item in (each for each in items if not each.isEmpty()):
            if lines[-1] and self._width([*lines[-1], item]) > wide:
                lines.append([])
            lines[-1].append(item)
        return [line for line in lines if line]

    def _place(self, line: Sequence[QLayoutItem], room: QRect, indent: int = 0) -> None:
        """Beside each other from the side from which one reads, each in the middle of the line's height."""
        x = room.x() + max(0, indent)
        for item in line:
            size = item.sizeHint().boundedTo(room.size())
            self._put(item, QRect(QPoint(x, room.y() + (room.height() - size.height()) // 2), size), room)
            x += size.width() + self._gap

    def _put(self, item: QLayoutItem, box: QRect, room: QRect) -> None:
        item.setGeometry(QStyle.visualRect(self.parentWidget().layoutDirection(), room, box))


class Flow(Items):
    """Things beside each other that go on in the next line where there is no more room."""

    def __init__(self, gap: int = theme.SMALL, *, middle: bool = False) -> None:
        super().__init__(gap)
        self._middle = middle

    def _lay(self, place: QRect, *, only_measure: bool) -> int:
        y, high = place.y(), 0
        for line in self._lines(self._items, place.width()):
            high = max(item.sizeHint().height() for item in line)
            if not only_measure:
                room = QRect(place.x(), y, place.width(), high)
                self._place(line, room, (place.width() - self._width(line)) // 2 if self._middle else 0)
            y += high + self._gap
        return y - self._gap - place.y() if high else 0


class Beside(Items):
    """Words that take the room there is, and what can be done about them: beside them, or below where that is little.

    `lead` is how many things, such as a face, stand before the words. With `at_end`, what is below ends where the words
    may end, and its last line is the fullest: what is done most stands last, and always in the same corner.
    """

    LEAST = 130  # pixels for the words, at 100 per cent

    def __init__(self, *, lead: int = 0, gap: int = theme.SMALL, least: int = LEAST, at_end: bool = False) -> None:
        super().__init__(gap)
        self._lead, self._least, self._at_end = lead, least, at_end

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        before = sum(item.minimumSize().width() + self._gap for item in self._items[: self._lead])
        least = super().minimumSize()
        return QSize(min(least.width(), before + theme.px(self.LEAST)), least.height())

    def _lay(self, place: QRect, *, only_measure: bool) -> int:
        lead, words, rest = self._parts()
        before = sum(item.sizeHint().width() + self._gap for item in lead)
        beside = self._width(rest) + self._gap if rest else 0
        folds = bool(rest) and place.width() - before - beside < min(theme.px(self._least), words.sizeHint().width())
        wide = max(1, place.width() - before - (0 if folds else beside))
        first = [*lead] if folds else [*lead, *rest]
        high = max(_height(words, wide), *(item.sizeHint().height() for item in first), 0)
        if not only_measure:
            upper = QRect(place.x(), place.y(), place.width(), high)
            self._place(lead, upper)
            told = _height(words, wide)
            self._put(words, QRect(place.x() + before, place.y() + (high - told) // 2, wide, told), upper)
            if not folds:
                self._place(rest, upper, place.width() - beside + self._gap)
        return high + (self._lay_below(rest, place, high, before, only_measure=only_measure) if folds else 0)

    def _lay_below(
        self, rest: Sequence[QLayoutItem], place: QRect, high: int, indent: int, *, only_measure: bool
    ) -> int:
        y = place.y() + high + (self._gap if high else 0)
        for line in self._lines_below(rest, place.width() - indent):
            tall = max(item.sizeHint().height() for item in line)
            if not only_measure:
                aside = place.width() - self._width(line) if self._at_end else indent
                self._place(line, QRect(place.x(), y, place.width(), tall), aside)
            y += tall + self._gap
        return y - self._gap - place.y() - high

    def _lines_below(self, rest: Sequence[QLayoutItem], wide: int) -> list[list[QLayoutItem]]:
        if not self._at_end:
            return self._lines(rest, wide)
        return [line[::-1] for line in self._lines(rest[::-1], wide)][::-1]

    def _parts(self) -> tuple[list[QLayoutItem], QLayoutItem, list[QLayoutItem]]:
        lead, words, rest = self._items[: self._lead], self._items[self._lead], self._items[self._lead + 1 :]
        return [each for each in lead if not each.isEmpty()], words, [each for each in rest if not each.isEmpty()]


def turned(box: QRectF, within: QRectF) -> QRectF:
    """Where a painted box stands: from the other side where a language is read from the right."""
    if not QGuiApplication.isRightToLeft():
        return box
    return QRectF(within.left() + within.right() - box.right(), box.top(), box.width(), box.height())


def _height(item: QLayoutItem, wide: int) -> int:
    return item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()


def flow(*parts: QWidget, gap: int = theme.SMALL, middle: bool = False) -> Flow:
    laid = Flow(gap, middle=middle)
    for part in parts:
        laid.addWidget(part)
    return laid


def beside(
    words: QWidget | QLayout,
    *rest: QWidget,
    first: Sequence[QWidget] = (),
    gap: int = theme.SMALL,
    least: int = Beside.LEAST,
    at_end: bool = False,
) -> QWidget:
    """Words with what stands before them and what can be done about them; `least` is how wide the words stay there."""
    laid = Beside(lead=len(first), gap=gap, least=least, at_end=at_end)
    bare = QWidget()
    for part in (*first, words, *rest):
        laid.addWidget(_bare(part) if isinstance(part, QLayout) else part)
    bare.setLayout(laid)
    return bare


def _bare(layout: QLayout) -> QWidget:
    held = QWidget()
    held.setLayout(layout)
    return held
