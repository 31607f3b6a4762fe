"""The head of the window: the title of the page, the line beneath it, and what can be done from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Page
from caregiver_desk.desk.parts.buttons import Pressable
from caregiver_desk.desk.parts.layout import BAR, column, holding, is_low, row
from caregiver_desk.desk.parts.words import PlainLabel, ShortLabel, title

LEAST = 130  # pixels for a title, at 100 per cent
MOST = 0.5  # of the head that a title takes before it goes on in a second line
WHOLE = 0.36  # of the head, up to which the line beneath the title is not broken in two
HALF = 0.6  # of a line, of which two lines are made where it is broken between words


class Beneath(ShortLabel):
    """The line beneath the title. It goes on in a second one, but for a low window, where that would be the page's."""

    def __init__(self) -> None:
        super().__init__(size=theme.META, tint="ink-soft", wrap=True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        (PlainLabel if self.wordWrap() else ShortLabel).paintEvent(self, event)


class Head(QWidget):
    """The title of the page, the line beneath it, and what can be done from here."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.line = title(), Beneath()
        self.title.setWordWrap(True)
        self._buttons = row(gap=theme.SMALL)
        words = column(self.title, self.line, gap=2)
        self._words = holding(words)
        laid = row(self._words, gap=theme.GAP)
        laid.addLayout(self._buttons)
        laid.setStretch(0, 1)
        side = theme.px(theme.WIDE + 2)
        laid.setContentsMargins(side, theme.px(theme.ROOM), side + theme.px(BAR), theme.px(theme.GAP))
        self.setLayout(laid)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def say(self, title: str, line: str) -> None:
        self.title.setText(title)
        self.line.setText(line)
        self._fit()

    def _title_room(self) -> int:
        """What the title takes in one line, and a long line beneath it in two, as far as that is not too much."""
        whole = self.title.fontMetrics().horizontalAdvance(self.title.text()) + 1
        beneath = self.line.fontMetrics().horizontalAdvance(self.line.text()) + 1
        if beneath > self.width() * WHOLE:
            beneath = round(beneath * HALF)
        return max(theme.px(LEAST), min(max(whole, beneath), round(self.width() * MOST)))

    def _fit(self) -> None:
        """As far as the room asks for it, icons go without their words; the last button keeps its own longest."""
        self.line.setWordWrap(not is_low(self))
        shown = [each for each in self.buttons() if not each.isHidden()]
        pressable = [each for each in shown if isinstance(each, Pressable)]
        for button in pressable:
            button.bare(bare=False)
            button.spare_hint(spares=False)
        room = self._title_room()
        for spare in _sparings(pressable):
            if room <= self._left_beside(shown):
                break
            spare()
        self._words.setMinimumWidth(max(theme.px(LEAST), min(room, self._left_beside(shown))))

    def _left_beside(self, buttons: Sequence[QWidget]) -> int:
        """What the buttons leave for the title, when each is as small as it may be."""
        needed = sum(each.minimumSizeHint().width() + theme.px(theme.GAP) for each in buttons)
        return self.width() - needed - 2 * theme.px(theme.WIDE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.px(LEAST), super().minimumSizeHint().height())

    def buttons(self) -> list[QWidget]:
        items = (self._buttons.itemAt(place) for place in range(self._buttons.count()))
        return [widget for item in items if item and (widget := item.widget())]

    def show_page(self, page: Page, always: Sequence[QWidget]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if widget := item.widget():
                widget.removeEventFilter(self)
                widget.hide()
        own = page.header_buttons()
        for button in (*always, *own):
            self._buttons.addWidget(button)
            button.setVisible(page.serves or button not in own)
            button.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A page shows and hides its own buttons: what is left has their room, and gives it back."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)


def _sparings(buttons: Sequence[Pressable]) -> Iterator[Callable[[], object]]:
    """What can be gone without, the least missed first."""
    for button in buttons[:-1]:
        yield partial(button.bare, bare=True)
    for button in buttons[-1:]:
        yield partial(button.spare_hint, spares=True)
        yield partial(button.bare, bare=True)
