"""Words on the screen: every label that can show what a person typed shows it as plain text, never as markup."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from caregiver_desk.desk import theme

NARROWEST = 110  # pixels for words that wrap, at 100 per cent


class PlainLabel(QLabel):
    """Words as they were typed, whatever they look like."""

    def __init__(
        self,
        text: str = "",
        *,
        size: float = theme.TEXT,
        weight: QFont.Weight = theme.REGULAR,
        tint: str = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setFont(theme.font(size, weight))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.tint(tint)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words that go on in the next line ask for little width: Qt's own guess makes columns wider than they are."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), theme.px(NARROWEST)), least.height()) if self.wordWrap() else least

    def tint(self, name: str) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(name))
        self.setPalette(palette)


class ShortLabel(PlainLabel):
    """One line that is cut short with three dots where there is no room; the whole of it is its tip."""

    LEAST = 28

    def event(self, event: QEvent) -> bool:
        """A tip where something is cut: kept as one, it would be read aloud after the words that it repeats."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cut = self.width() < self.fontMetrics().horizontalAdvance(self.text())
            QToolTip.showText(event.globalPos(), tip(self.text()) if cut else "", self)
            return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), theme.px(self.LEAST)), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()


class Even(PlainLabel):
    """Quiet words in the middle, in lines that are about as long as each other: no word is left alone in the last."""

    FLAGS = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap

    def __init__(self, text: str) -> None:
        super().__init__(text, size=theme.META, tint="ink-soft", wrap=True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def evened(self) -> QRect:
        """The narrowest place, in the middle of its own, in which it takes no more lines."""
        whole = self.rect()
        high = self._needs(whole.width()).height()

        def fits(wide: int) -> bool:
            needed = self._needs(wide)
            return needed.height() <= high and needed.width() <= wide

        aside = (whole.width() - bisect_left(range(whole.width()), x=True, key=fits)) // 2
        return whole.adjusted(aside, 0, -aside, 0)

    def _needs(self, wide: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, wide, 1 << 16), self.FLAGS, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.evened(), self.FLAGS, self.text())
        painter.end()


def title(text: str = "") -> PlainLabel:
    return PlainLabel(text, size=theme.TITLE, weight=theme.BOLD)


def card_title(text: str = "") -> PlainLabel:
    return PlainLabel(text, size=theme.CARD, weight=theme.SEMIBOLD)


def heading(text: str = "") -> PlainLabel:
    """The quiet title of a section."""
    return PlainLabel(text, size=theme.META, weight=theme.SEMIBOLD, tint="ink-soft")


def meta(text: str = "", *, wrap: bool = False) -> PlainLabel:
    return PlainLabel(text, size=theme.META, tint="ink-soft", wrap=wrap)


def body(text: str = "", *, weight: QFont.Weight = theme.REGULAR, wrap: bool = False) -> PlainLabel:
    return PlainLabel(text, weight=weight, wrap=wrap)


def tip(text: str) -> str:
    """Words for a tooltip, which Qt would otherwise read as markup."""
    from html import escape

    return f"<span>{escape(text)}</span>"
