"""What can be pressed: buttons and chips, painted from the tokens, with a focus ring that is always seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QMargins, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts import icons
from caregiver_desk.desk.parts.words import tip
from caregiver_desk.wording import say

B = TypeVar("B", bound=QAbstractButton)


class Pressable(QAbstractButton):
    """Text with an icon before it and a key after it, in a rounded outline."""

    size_of_text = theme.TEXT
    weight = theme.SEMIBOLD
    high = theme.FIELD
    beside = theme.ROOM
    shortens = True  # where there is too little room

    def __init__(self, text: str, *, icon: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self._icon, self._hint = icon, hint
        self.setAccessibleDescription(hint.replace("↵", say("Return")))
        self._bare = self._spares = False
        self.setFont(theme.font(self.size_of_text, self.weight))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def bare(self, *, bare: bool) -> None:
        """Only the icon, where the letters are too large for the place; the words are its name and its tip."""
        self._bare = bare and bool(self._icon)
        self.setToolTip(tip(self.text()) if self._bare else "")
        self.updateGeometry()

    def spare_hint(self, *, spares: bool) -> None:
        """Without its key, where that leaves room for the words."""
        self._spares = spares
        self.updateGeometry()

    @property
    def hint(self) -> str:
        return "" if self._spares else self._hint

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        if self._bare:
            return QSize(theme.px(theme.ICON + 2 * theme.GAP), theme.px(self.high))
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * theme.px(self.beside)
        if self._icon:
            wide += theme.px(theme.ICON + theme.SMALL)
        if self.hint:
            wide += self._hint_width() + theme.px(theme.SMALL)
        return QSize(wide, theme.px(self.high))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def _hint_width(self) -> int:
        return QFontMetrics(self._hint_font()).horizontalAdvance(self.hint) + theme.px(theme.SMALL) * 2

    def _hint_font(self) -> QFont:
        return theme.font(theme.META - 1.5, theme.MEDIUM)

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """(ground, outline, text) as it stands now."""
        raise NotImplementedError

    def rounding(self, box: QRectF) -> float:  # noqa: ARG002 - chips are as round as they are high
        return theme.px(theme.ROUND)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground, outline, ink = self.colours()
        painter.setPen(QPen(outline, theme.hair()))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, self.rounding(box), self.rounding(box))
        if self.hasFocus():
            self._paint_ring(painter, box, ground)
        self._paint_content(painter, box, ink)
        painter.end()

    def _paint_ring(self, painter: QPainter, box: QRectF, ground: QColor) -> None:
        """A ring at the edge; on a leaf ground a light one inside it."""
        on_leaf = ground in (theme.colour("leaf"), theme.colour("leaf-deep"))
        inset = theme.ring() + 1.5 if on_leaf else theme.ring() / 2
        ring = box.adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(theme.colour("on-leaf" if on_leaf else "leaf"), theme.ring()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, self.rounding(box) - inset, self.rounding(box) - inset)

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        if self._bare:
            size = theme.px(theme.ICON - 2)
            left, top = box.center().x() - size / 2, box.center().y() - size / 2
            icons.paint(painter, self._icon, QRectF(left, top, size, size), self.icon_token())
            return
        wide = self.sizeHint().width() - 2 * theme.px(self.beside)
        left = box.left() + max(theme.px(self.beside), (box.width() - wide) / 2)
        if self._icon:
            size = theme.px(theme.ICON - 2)
            icons.paint(painter, self._icon, QRectF(left, box.center().y() - size / 2, size, size), self.icon_token())
            left += theme.px(theme.ICON + theme.SMALL)
        painter.setPen(ink)
        painter.setFont(self.font())
        text_wide = self.fontMetrics().horizontalAdvance(self.text())
        room = int(box.right() - left) - (self._hint_width() + theme.px(theme.GAP) if self.hint else 0)
        short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        shown = short if self.shortens or short == self.text() else ""
        painter.drawText(QRectF(left, box.top(), text_wide + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hint:
            self._paint_hint(painter, left + text_wide + theme.px(theme.SMALL), box, ink)

    def _paint_hint(self, painter: QPainter, left: float, box: QRectF, ink: QColor) -> None:
        high = theme.px(theme.META + 8)
        cap = QRectF(left, box.center().y() - high / 2, self._hint_width(), high)
        painter.setPen(QPen(ink, theme.hair()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, theme.px(theme.TIGHT), theme.px(theme.TIGHT))
        painter.setFont(self._hint_font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.hint)

    def icon_token(self) -> str:
        return "ink-soft"


class Primary(Pressable):
    """The one obvious next thing of a page, unless something else comes first."""

    _back = False

    def step_back(self, *, back: bool) -> None:
        self._back = back
        self.update()

    def colours(self) -> tuple[QColor, QColor, QColor]:
        if self._back:
            return _quiet_colours(self)
        if not self.isEnabled():
            return theme.colour("off"), theme.colour("off"), theme.colour("ink-soft")
        ground = theme.colour("leaf-deep" if self.isDown() or self.underMouse() else "leaf")
        return ground, ground, theme.colour("on-leaf")

    def icon_token(self) -> str:
        return super().icon_token() if self._back else "on-leaf"


class Quiet(Pressable):
    """Everything else that can be pressed."""

    def colours(self) -> tuple[QColor, QColor, QColor]:
        return _quiet_colours(self)


def _quiet_colours(button: QAbstractButton) -> tuple[QColor, QColor, QColor]:
    if not button.isEnabled():
        return theme.colour("off"), theme.colour("off"), theme.colour("ink-soft")
    ground = theme.colour("leaf-wash" if button.isDown() or button.underMouse() else "sheet")
    return ground, theme.colour("edge"), theme.colour("ink")


class Plain(Pressable):
    """What can be pressed in a line of words: no outline until it has the keys or the mouse over it."""

    size_of_text = theme.META
    weight = theme.MEDIUM
    high = 26
    beside = theme.SMALL

    def colours(self) -> tuple[QColor, QColor, QColor]:
        over = theme.colour("leaf-wash") if self.isDown() or self.underMouse() else QColor(0, 0, 0, 0)
        return over, over, theme.colour("ink-soft")


class Search(Quiet):
    """A button that looks like the field it opens."""

    weight = theme.REGULAR
    beside = 13
    shortens = False
    USUAL = 280

    def __init__(self, text: str, *, icon: str = "", hint: str = "") -> None:
        super().__init__(text, icon=icon, hint=hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        usual = 0 if self._bare else theme.px(self.USUAL)
        return QSize(max(super().sizeHint().width(), usual), theme.px(self.high))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its words whole; where there is no room for them, the icon alone says enough."""
        size = super().sizeHint()
        return size if self._bare else size.grownBy(QMargins(0, 0, theme.px(theme.GAP), 0))

    def colours(self) -> tuple[QColor, QColor, QColor]:
        ground, outline, _ = super().colours()
        return ground, outline, theme.colour("ink-soft")

    def _paint_hint(self, painter: QPainter, left: float, box: QRectF, ink: QColor) -> None:  # noqa: ARG002
        super()._paint_hint(painter, box.right() - self._hint_width() - theme.px(theme.SMALL), box, ink)


class Small(Quiet):
    """A button in a row of a card."""

    size_of_text = theme.META
    high = 30
    beside = theme.GAP


class Warns(Small):
    """That there is something to know before anything else; what it is, is seen once it is pressed."""

    def colours(self) -> tuple[QColor, QColor, QColor]:
        over = self.isDown() or self.underMouse()
        return theme.colour("sheet" if over else "amber-wash"), theme.colour("amber"), theme.colour("amber")

    def icon_token(self) -> str:
        return "amber"


class SmallPrimary(Primary):
    """The first of the buttons in a row of a card."""

    size_of_text = theme.META
    high = 30
    beside = theme.GAP


class Chip(Pressable):
    """One of a few: a filter, or a choice in a form. Chosen, it carries a tick as well as its colour."""

    size_of_text = theme.META
    weight = theme.MEDIUM
    high = 26
    beside = 11
    widest = 560  # longer than any words of ours: what is longer in another language is cut, and read whole as a tip

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setCheckable(True)
        if super().sizeHint().width() > theme.px(self.widest):
            self.setToolTip(tip(text))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return super().sizeHint().boundedTo(QSize(theme.px(self.widest), theme.px(self.high)))

    def colours(self) -> tuple[QColor, QColor, QColor]:
        if self.isChecked():
            return theme.colour("leaf-wash"), theme.colour("leaf"), theme.colour("leaf")
        ground = theme.colour("leaf-wash" if self.underMouse() else "sheet")
        return ground, theme.colour("edge"), theme.colour("ink")

    def rounding(self, box: QRectF) -> float:
        return box.height() / 2

    def _paint_ring(self, painter: QPainter, box: QRectF, ground: QColor) -> None:
        """Round its own outline, while it is not chosen: having the keys is not being chosen."""
        super()._paint_ring(painter, box, ground)
        if self.isChecked():
            return
        inset = theme.ring() + 1.5
        painter.setPen(QPen(self.colours()[1], theme.hair()))
        painter.drawRoundedRect(
            box.adjusted(inset, inset, -inset, -inset), self.rounding(box) - inset, self.rounding(box) - inset
        )

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """The tick takes of the room that its words keep to its sides, so nothing moves when it is chosen."""
        aside = theme.px(theme.TIGHT) if self.isChecked() and not self._icon else 0
        if aside:
            _paint_tick(painter, box, ink)
        super()._paint_content(painter, box.translated(aside, 0), ink)


def _paint_tick(painter: QPainter, box: QRectF, ink: QColor) -> None:
    left, middle, unit = box.left() + theme.px(theme.TIGHT), box.center().y(), theme.px(theme.SMALL) / 8
    painter.setPen(QPen(ink, 1.5 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline([QPointF(left + x * unit, middle + y * unit) for x, y in ((0, 0.5), (2.5, 3), (7, -3))])


def on_ctrl_enter(place: QWidget, does: Callable[[], object]) -> None:
    """Ctrl and either Enter do what the button with that hint does."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), place).activated.connect(lambda: does())  # noqa: PLW0108 - see pressed


def pressed(button: B, does: Callable[[], object]) -> B:
    """The button, with what it does."""
    button.clicked.connect(lambda: does())  # noqa: PLW0108 - Qt would hand over whether it is checked
    return button
