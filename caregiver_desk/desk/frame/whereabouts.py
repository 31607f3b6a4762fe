"""Where she is, and how large her window stands: noted a moment after she came there, and found again next time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer

from caregiver_desk.store import choices
from caregiver_desk.store.choices import Left

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window

SOON = 1000  # milliseconds after somebody was chosen, until it is noted where one is


class Whereabouts(QTimer):
    """Runs from the last step until that is noted."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, interval=SOON, singleShot=True)
        self._window = window
        self.timeout.connect(self.note)

    def note(self) -> None:
        """Where she is, and how large a window of its own stands."""
        window = self._window
        if not window.isWindow():
            return
        page, usual, whole = window.page(), window.normalGeometry(), window.isMaximized()
        size = (usual.width(), usual.height())
        keep = partial(choices.leave, page=page.subject, place=page.place(), size=size, whole=whole)
        window.hands.lane.note(keep, dear=False)

    def come_back(self, left: Left) -> None:
        """As large as it was left, if this screen is as large, and today at the same page."""
        window = self._window
        window.resize(QSize(left.wide, left.high).boundedTo(window.screen().availableSize()))
        if left.whole:
            window.setWindowState(Qt.WindowState.WindowMaximized)
        if left.today and left.page in window.pages:
            window.go(left.page, said(left.place))


def said(place: Mapping[str, str]) -> dict[str, object]:
    """Of what makes a place, that which was said."""
    return {name: fact for name, fact in place.items() if fact}
