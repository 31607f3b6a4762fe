"""One of a dozen or more, chosen from a list that opens: a button that shows what is chosen now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts import icons
from caregiver_desk.desk.parts.buttons import Small


class Chooser(Small):
    """Its words are what is chosen; pressed, it offers the others."""

    chosen = Signal(str)
    MARK = 16

    def __init__(self, options: Mapping[str, str], chosen: str, *, name: str) -> None:
        super().__init__(options[chosen])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._options, self._name = options, name
        self.show_chosen(chosen)
        self.clicked.connect(self.offer)

    def show_chosen(self, key: str) -> None:
        """Something else is chosen now, whoever chose it."""
        self._chosen = key
        self.setText(self._options[key])
        self.setAccessibleName(f"{self._name}: {self._options[key]}")
        self.updateGeometry()

    def offer(self) -> None:
        """Open the list below, what is chosen now in hand."""
        menu = QMenu(self)
        menu.setFont(self.font())
        menu.aboutToHide.connect(menu.deleteLater)
        self.fill(menu)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def fill(self, menu: QMenu) -> None:
        """Everything that may be chosen, what is chosen now in hand."""
        for key, words in self._options.items():
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == self._chosen)
            action.triggered.connect(lambda _=False, key=key: self.chosen.emit(key))
            if key == self._chosen:
                menu.setActiveAction(action)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width() + theme.px(self.MARK + self.beside), theme.px(self.high))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.px(120), theme.px(self.high))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground, outline, ink = self.colours()
        painter.setPen(QPen(outline, theme.hair()))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, theme.px(theme.ROUND), theme.px(theme.ROUND))
        if self.hasFocus():
            self._paint_ring(painter, box, ground)
        room, mark = theme.px(self.beside), theme.px(self.MARK)
        words = box.adjusted(room, 0, -room - mark, 0)
        painter.setPen(ink if self._chosen else theme.colour("ink-soft"))
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        right = QRectF(box.right() - room / 2 - mark, box.center().y() - mark / 2, mark, mark)
        icons.paint(painter, "down", right, "ink-soft")
        painter.end()
