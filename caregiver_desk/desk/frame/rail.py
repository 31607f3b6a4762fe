"""The rail: the pages, each with its icon, its name, and how much there waits; narrow where the window is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.keys import called, page_key
from caregiver_desk.desk.parts import icons
from caregiver_desk.desk.parts.folding import turned
from caregiver_desk.desk.parts.heard import as_group
from caregiver_desk.desk.parts.layout import Scroll, holding, row
from caregiver_desk.desk.parts.lists import line
from caregiver_desk.desk.parts.marks import paint_tag
from caregiver_desk.desk.parts.words import PlainLabel, tip
from caregiver_desk.settings import NAME
from caregiver_desk.wording import say

MOST = 99  # that a place counts; beyond, it is told by ear and on the page
HIGH, NARROW, NARROW_HIGH = 34, 104, 32  # so that thirteen stand below each other at 150 per cent
BADGE = 22
NO_HEAD, WIDES_HEAD = (0, theme.TIGHT, 0), (10, 18, theme.GAP)  # what stands before, above and below it
NARROWS_HEAD = ((NARROW - 2 * theme.SMALL - BADGE) // 2, theme.SMALL, 6)
BADGE_HIGH = BADGE + theme.SMALL + 6 + theme.TIGHT  # with the room round it, where the rail is narrow


class Place(QAbstractButton):
    """One page in the rail."""

    def __init__(self, icon: str, label: str, key: str) -> None:
        super().__init__()
        self._icon, self._waiting, self.narrow = icon, 0, False
        self.setText(label)
        self.setAccessibleName(label)
        self.setToolTip(tip(say("{page}  {key}", page=label, key=called(key))))
        self.setAccessibleDescription(called(key))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def waits(self, number: int) -> None:
        self._waiting = number
        words = say("{page}, {number} waiting", page=self.text(), number=number) if number else self.text()
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.px(NARROW - 16), theme.px(NARROW_HIGH if self.narrow else HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.colour("leaf"), theme.ring()) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("leaf-wash") if chosen or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(theme.ROUND), theme.px(theme.ROUND))
        tint = "leaf" if chosen else "ink-soft"
        (self._paint_narrow if self.narrow else self._paint_wide)(painter, box, tint)
        painter.end()

    def _paint_wide(self, painter: QPainter, box: QRectF, tint: str) -> None:
        size, left = theme.px(theme.ICON - 2), box.left() + theme.px(10)
        sign = QRectF(left, box.center().y() - size / 2, size, size)
        icons.paint(painter, self._icon, turned(sign, box), tint)
        left += theme.px(theme.ICON + 8)
        wide = self._count_width(26)
        words = QRectF(left, box.top(), box.right() - left - wide - theme.px(theme.TIGHT), box.height())
        line(
            painter,
            turned(words, box),
            self.text(),
            weight=theme.SEMIBOLD if self.isChecked() else theme.MEDIUM,
            tint=tint,
        )
        if self._waiting:
            high, right = theme.px(20), box.right() - theme.px(10)
            number = QRectF(right - wide, box.center().y() - high / 2, wide, high)
            self._paint_count(painter, turned(number, box))

    def _paint_narrow(self, painter: QPainter, box: QRectF, tint: str) -> None:
        size = theme.px(theme.ICON - 4)
        icons.paint(painter, self._icon, QRectF(box.center().x() - size / 2, box.top() + theme.px(1), size, size), tint)
        painter.setFont(theme.font(theme.META - 1, theme.SEMIBOLD if self.isChecked() else theme.MEDIUM))
        painter.setPen(theme.colour(tint))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(
            box.adjusted(0, 0, 0, -theme.px(1)), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words
        )
        if self._waiting:
            wide = self._count_width(22)
            left = min(box.center().x() + size / 2 + theme.px(2), box.right() - wide)
            self._paint_count(painter, QRectF(left, box.top() + 1, wide, theme.px(15)))

    @property
    def _count(self) -> str:
        return str(self._waiting) if self._waiting <= MOST else say("{most}+", most=MOST)

    def _count_width(self, least: int) -> float:
        """As wide as its number, with room at its round ends."""
        return max(theme.px(least), QFontMetricsF(_count_font()).horizontalAdvance(self._count) + theme.px(theme.SMALL))

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(_count_font())
        paint_tag(painter, box, self._count, "plain")


def _count_font() -> QFont:
    return theme.font(theme.META - 1, theme.SEMIBOLD)


class Rail(QWidget):
    """Where one can go."""

    goes = Signal(str)

    def __init__(self, places: Sequence[tuple[str, str, str]]) -> None:
        """`places` are (subject, icon, label); the last of them stands at the foot."""
        super().__init__()
        as_group(self).setAccessibleName(say("Pages"))
        self._name = PlainLabel(NAME, size=theme.CARD - 1, weight=theme.BOLD)
        self._badge = _Badge()
        self._head = row(self._badge, self._name, 1, gap=9)
        self._laid = QVBoxLayout(self)
        self._laid.setContentsMargins(theme.px(theme.GAP), 0, theme.px(theme.GAP), theme.px(theme.GAP))
        self._laid.setSpacing(1)
        self._laid.addLayout(self._head)
        self._places = QVBoxLayout()
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(1)
        self.places = {
            subject: self._place(subject, icon, label, i + 1) for i, (subject, icon, label) in enumerate(places)
        }
        self._places.insertStretch(len(places) - 1, 1)
        self._scroll = Scroll(holding(self._places))
        self._laid.addWidget(self._scroll, 1)
        self.make_narrow(narrow=False)

    def _place(self, subject: str, icon: str, label: str, number: int) -> Place:
        place = Place(icon, label, page_key(number))
        place.setObjectName(f"rail-{subject}")
        place.clicked.connect(lambda: self.goes.emit(subject))
        self._places.addWidget(place)
        return place

    def choose(self, subject: str) -> None:
        self.places[subject].setChecked(True)
        self._scroll.ensureWidgetVisible(self.places[subject])

    def make_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._name.setVisible(not narrow)
        self._make_room()
        side = theme.px(theme.SMALL if narrow else theme.GAP)
        self._laid.setContentsMargins(side, 0, side, theme.px(theme.TIGHT if narrow else theme.GAP))
        for place in self.places.values():
            place.narrow = narrow
            place.updateGeometry()
        self.setFixedWidth(theme.px(NARROW if narrow else theme.RAIL + 8))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The mark of the program goes where the last place would be out of sight for it."""
        every = len(self.places) * (theme.px(NARROW_HIGH) + 1)
        shown = not self._narrow or self.height() >= theme.px(BADGE_HIGH) + every
        left, above, below = (NARROWS_HEAD if shown else NO_HEAD) if self._narrow else WIDES_HEAD
        self._badge.setVisible(shown)
        self._head.setContentsMargins(theme.px(left), theme.px(above), 0, theme.px(below))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.colour("line"))
        painter.end()


class _Badge(QWidget):
    """The mark of the program: a leaf on a green square."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme.px(BADGE), theme.px(BADGE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("leaf"))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        inset = theme.px(4)
        icons.paint(painter, "leaf", box.adjusted(inset, inset, -inset, -inset), "on-leaf")
        painter.end()
