"""How things lie on a page: cards, rows, columns that fold when the window is narrow, and a scroll that stays quiet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar, cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caregiver_desk.desk import theme

BAR = 8  # pixels of a scroll bar
ENDLESS = (1 << 24) - 1  # how wide Qt lets a widget become
LOW = 440  # pixels of a window, at 100 per cent, below which a page has hardly any room
MOST = 1000  # against a stretch of one
DESK = "a desk"
L = TypeVar("L", bound=QBoxLayout)


def column(*parts: QWidget | QLayout | int, gap: int = theme.GAP) -> QVBoxLayout:
    """Things below each other; a number is a stretch."""
    return _filled(QVBoxLayout(), parts, gap)


def row(*parts: QWidget | QLayout | int, gap: int = theme.SMALL) -> QHBoxLayout:
    """Things beside each other; a number is a stretch."""
    return _filled(QHBoxLayout(), parts, gap)


def _filled(layout: L, parts: Iterable[QWidget | QLayout | int], gap: int) -> L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(gap))
    for part in parts:
        put(layout, part)
    return layout


def put(layout: QBoxLayout, part: QWidget | QLayout | int) -> None:
    if isinstance(part, int):
        layout.addStretch(part)
    elif isinstance(part, QLayout):
        layout.addLayout(part)
    else:
        layout.addWidget(part)


def holding(layout: QLayout) -> QWidget:
    """A bare widget round a layout."""
    bare = QWidget()
    bare.setLayout(layout)
    return bare


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class Card(QFrame):
    """A sheet with a hairline and round corners; things lie in it below each other."""

    def __init__(self, *parts: QWidget | QLayout | int, gap: int = theme.SMALL, edge: str = "line") -> None:
        super().__init__()
        self._edge, self._least = edge, 0
        self.inside = column(*parts, gap=gap)
        room = theme.px(theme.ROOM)
        self.inside.setContentsMargins(room, room, room, room)
        self.setLayout(self.inside)

    def add(self, part: QWidget | QLayout | int) -> None:
        put(self.inside, part)

    def at_least(self, high: int) -> None:
        """So high at 100 per cent, or as high as it needs."""
        self._least = theme.px(high)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return super().minimumSizeHint().expandedTo(QSize(0, self._least))

    def filled_by(self, part: QWidget) -> Card:
        """Give this part all the room there is, and the top to the others while it is hidden."""
        self.inside.setStretchFactor(part, MOST)
        self.inside.addStretch(1)
        return self

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(self._edge), theme.hair()))
        painter.setBrush(theme.colour("sheet"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(theme.RADIUS), theme.px(theme.RADIUS)
        )
        painter.end()


class Hairline(QWidget):
    """One pixel between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.hair())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("line"))
        painter.end()


class Columns(QWidget):
    """Columns side by side; where they are too narrow, those at the end fold below the others."""

    folded = Signal(bool)  # whether all of them stand below each other now
    lengthened = Signal(bool)  # whether they are as long as what is in them now, so that the page alone scrolls

    def __init__(self, *panes: tuple[QWidget, int, int]) -> None:
        """Each pane with the width it needs at 100 per cent, and how much of what is left it takes."""
        super().__init__()
        self._panes = panes
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(theme.GAP) + 2)
        self._beside, self._leading, self._low, self._long = 0, 0, 0, False
        self._place(len(panes))

    def lengthen_below(self, high: int) -> None:
        """In a window lower than this at 100 per cent the page scrolls, and nothing within it does."""
        self._low = theme.px(high)

    def lead(self, pane: int) -> None:
        """Which pane stands first where one stands below the other."""
        if pane != self._leading:
            self._leading = pane
            beside, self._beside = self._beside, 0
            self._place(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._place(self._fitting(event.size().width()))
        self._lengthen()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        self.window().installEventFilter(self)
        self._lengthen()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """What is as long as its content does not learn by itself that its window has become higher."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._lengthen()
        return super().eventFilter(watched, event)

    def _lengthen(self) -> None:
        long = self._beside == 1 or self.window().height() < self._low
        if long != self._long:
            self._long = long
            for scroll in self.findChildren(Scroll):
                scroll.show_whole(whole=long)
            self.lengthened.emit(long)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        widest = max(theme.px(wide) for _, wide, _ in self._panes)
        return QSize(min(widest, theme.px(320)), super().minimumSizeHint().height())

    def _fitting(self, width: int) -> int:
        gap, taken = self._grid.spacing(), 0
        for number, (_, wide, _) in enumerate(self._panes):
            taken += theme.px(wide) + (gap if number else 0)
            if taken > width:
                return max(1, number)
        return len(self._panes)

    def _place(self, beside: int) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        self.folded.emit(beside == 1)
        order = list(self._panes)
        if beside == 1:
            order.insert(0, order.pop(self._leading))
        for number, (pane, _wide, _share) in enumerate(order):
            self._grid.removeWidget(pane)
            place, span = divmod(number, beside)[::-1], 1
            last_alone = number == len(self._panes) - 1 and place[0] == 0
            span = beside if last_alone else 1
            self._grid.addWidget(pane, place[1], place[0], 1, span)
        for number in range(len(self._panes)):
            # what is left over comes after the last, not between
            below = beside == 1 and number == len(self._panes) - 1
            self._grid.setRowStretch(number, 1 if below else 0)
            inside = number < beside
            self._grid.setColumnStretch(number, self._panes[number][2] if inside else 0)
            self._grid.setColumnMinimumWidth(number, theme.px(self._panes[number][1]) if inside and beside > 1 else 0)


class Scroll(QScrollArea):
    """A page or a card that may be longer than its place."""

    def __init__(self, inside: QWidget, *, beside: int = 0, steady: bool = False, firm: bool = False) -> None:
        """`beside` keeps what is inside away from the bar where there is one; a steady one keeps room for it always.

        A firm one is never narrower than what is inside, unless the page itself scrolls.
        """
        super().__init__()
        self._inside, self._whole, self._firm = inside, False, firm
        self._to_show: QWidget | None = None
        self._watched: list[QWidget] = []  # it, and what it is in
        self._beside = theme.px(beside)
        if beside and (laid := inside.layout()):
            laid.setContentsMargins(0, 0, 0, 0)
            self.verticalScrollBar().rangeChanged.connect(self._keep_away)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().setStyleSheet(slim_bar())
        self.verticalScrollBar().actionTriggered.connect(self._look_elsewhere)
        if steady:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow)

    def _follow(self, _before: QObject | None, now: QObject | None) -> None:
        """What has the keys is seen, whoever gave them; what the mouse presses stays below it."""
        within = isinstance(now, QWidget) and self.isAncestorOf(now)
        if within and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._keep_in_sight(cast("QWidget", now))

    def _keep_in_sight(self, part: QWidget) -> None:
        """A page is laid out after its keys are given: what has them stays in sight when it moves, or what it is in."""
        self._look_elsewhere()
        self._to_show, above = part, part
        while above is not self._inside:
            above.installEventFilter(self)
            self._watched.append(above)
            above = cast("QWidget", above.parentWidget())
        self.ensureWidgetVisible(part)

    def _show_again(self) -> None:
        """The whole of it, where Qt would be content with the caret."""
        part = self._to_show
        if part is not None and part is self.window().focusWidget():
            self.ensureWidgetVisible(part)
            if part.height() < self.viewport().height():
                middle = part.mapTo(self._inside, part.rect().center())
                self.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + theme.px(theme.SMALL))

    def _keep_away(self, _least: int, most: int) -> None:
        """Where there is no bar, what is inside ends where all else of the sheet does."""
        cast("QLayout", self._inside.layout()).setContentsMargins(0, 0, self._beside if most else 0, 0)

    def back_to_top(self) -> None:
        """Where it begins, whatever was kept in sight before it was filled."""
        self._look_elsewhere()
        self.verticalScrollBar().setValue(0)

    def _look_elsewhere(self) -> None:
        self._to_show = None
        for each in filter(shiboken6.isValid, self._watched):
            each.removeEventFilter(self)
        self._watched.clear()

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as what is inside, where the page itself scrolls."""
        self._whole = whole
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._inside and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        elif event.type() == QEvent.Type.Move and watched is not self._inside:
            QTimer.singleShot(0, self, self._show_again)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_again)

    def _fit(self) -> None:
        laid = self._inside.layout()
        width = self.viewport().width()
        needed = laid.heightForWidth(width) if laid and laid.hasHeightForWidth() else self._inside.sizeHint().height()
        self.setMinimumHeight(needed if self._whole else 0)
        if self._firm:
            least = self._inside.minimumSizeHint().width() + theme.px(BAR)
            self.setMinimumWidth(0 if self._whole else least)
            self._inside.setMaximumWidth(width if self._whole else ENDLESS)


def is_low(part: QWidget) -> bool:
    """It stands in a window in which every line that is not asked for takes the page's room."""
    return part.window().height() < theme.px(LOW)


def as_desk(whole: QWidget) -> QWidget:
    """The same, known as the desk of whatever lies in it, also where another stands beside it in one window."""
    whole.setProperty(DESK, True)
    return whole


def desk_of(part: QWidget) -> QWidget:
    """The desk in which it lies, or the sheet."""
    whole = part
    while not whole.isWindow() and not whole.property(DESK):
        whole = cast("QWidget", whole.parentWidget())
    return whole


def over_window(dialog: QWidget, wide: int, high: int) -> None:
    """So large at 100 per cent, as far as the window below it goes."""
    below = desk_of(cast("QWidget", dialog.parentWidget())).size()
    dialog.resize(QSize(theme.px(wide), theme.px(high)).boundedTo(below - QSize(theme.px(theme.WIDE), 0)))


def bring_in_sight(part: QWidget) -> None:
    """Scroll whatever it lies in until it is seen, and give it the keys."""
    part.setFocus()
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(part)
        QTimer.singleShot(0, part, lambda: above.ensureWidgetVisible(part))  # when what it says now is laid out


def slim_bar() -> str:
    """The look of a scroll bar."""
    wide, handle = theme.px(BAR), theme.tokens().edge
    return (
        f"QScrollBar:vertical{{width:{wide}px;background:transparent;margin:0}}"
        "QScrollBar::handle:vertical:disabled{background:transparent}"
        f"QScrollBar::handle:vertical:enabled{{background:{handle};border-radius:{wide // 2}px}}"
        f"QScrollBar::handle:vertical{{min-height:{theme.px(32)}px}}"
        "QScrollBar::add-line,QScrollBar::sub-line{height:0}"
        "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}"
    )
