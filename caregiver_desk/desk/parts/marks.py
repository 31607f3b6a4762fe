"""Small things that are only looked at: a tag, an avatar, an icon, a pair of label and figure."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts import icons
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.words import PlainLabel, body, meta
from caregiver_desk.practice.people.names import initials
from caregiver_desk.wording import digits

TONES = {
    "plain": ("sheet", "edge", "ink-soft"),
    "leaf": ("leaf-wash", "leaf-wash", "leaf"),
    "amber": ("amber-wash", "amber-wash", "amber"),
    "brick": ("brick-wash", "brick-wash", "brick"),
    "sky": ("sky-wash", "sky-wash", "sky"),
}


def paint_tag(painter: QPainter, box: QRectF, text: str, tone: str) -> None:
    """A pill with a word in it."""
    ground, outline, ink = TONES[tone]
    painter.setPen(QPen(theme.colour(outline), theme.hair()))
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(theme.colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Tag(QWidget):
    """A word or two about the thing beside it; its colour repeats what the words say."""

    def __init__(self, text: str, tone: str = "plain") -> None:
        super().__init__()
        self._tone = tone
        self.setFont(theme.font(theme.META - 0.5, theme.MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: str = "") -> None:
        self.text, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().horizontalAdvance(self.text) + theme.px(20), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        paint_tag(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.text, self._tone)
        painter.end()


class KeyCap(QWidget):
    """The name of a key, as it stands on the keyboard."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setAccessibleName(keys)
        self.setFont(theme.font(theme.META - 0.5, theme.MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().horizontalAdvance(self._keys) + theme.px(16), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), theme.hair()))
        painter.setBrush(theme.colour("paper"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.px(theme.TIGHT), theme.px(theme.TIGHT))
        painter.setPen(theme.colour("ink-soft"))
        painter.setFont(self.font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()


def paint_avatar(painter: QPainter, box: QRectF, name: str) -> None:
    """A person's initials in a circle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("leaf-wash"))
    painter.drawEllipse(box)
    painter.setPen(theme.colour("leaf"))
    painter.setFont(theme.font(theme.META, theme.SEMIBOLD))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(name))


class Avatar(QWidget):
    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.name = name
        self.setFixedSize(theme.px(theme.AVATAR), theme.px(theme.AVATAR))

    def show_name(self, name: str) -> None:
        self.name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_avatar(painter, QRectF(self.rect()), self.name)
        painter.end()


class Icon(QWidget):
    """A drawing beside words; it says nothing that they do not."""

    def __init__(self, name: str, tint: str = "ink-soft", size: int = theme.ICON) -> None:
        super().__init__()
        self._name, self._tint = name, tint
        self.setFixedSize(theme.px(size), theme.px(size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.paint(painter, self._name, QRectF(self.rect()), self._tint)
        painter.end()


def figure(number: int, words: str) -> QWidget:
    """A figure with what it counts below it."""
    return holding(column(PlainLabel(digits(number), size=theme.FIGURE, weight=theme.BOLD), meta(words), gap=0))


def figure_row(label: str, figure: str | QWidget) -> QWidget:
    """What a figure is about on the left, the figure on the right."""
    right = body(figure, weight=theme.SEMIBOLD) if isinstance(figure, str) else figure
    left = PlainLabel(label, wrap=True)
    return beside(left, right)
