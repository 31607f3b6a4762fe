"""The programme is being told: what is hard in it first, then how far it is, and a way to stop it.

Decision. Whoever is in the room hears of the hard weeks while they can still say no. So nothing is told before somebody
has read that and said yes, and while it is told the window speaks of how far it is, and of nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, clear, column
from caregiver_desk.desk.parts.stripes import fictional, paint_stripes
from caregiver_desk.desk.parts.words import body, card_title, meta
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import Stopped
from caregiver_desk.wording import say

WIDE = 460  # pixels at 100 per cent


class Telling(QWidget):
    """A small window before and while weeks are told; with nothing hard in them, it begins at once.

    `told` with whatever the telling made; `refused` with the Problem where it was stopped, and all is as before.
    """

    told = Signal(object)
    refused = Signal(object)
    _heard = Signal(int, int)

    def __init__(self, tell: Callable[..., object], week: int, hard: str = "", goes: str = "") -> None:
        """`hard` is asked first; `goes` says what is no more once all is told."""
        super().__init__()
        self._tell, self._week, self._goes = tell, week, goes
        self._begun = self._stopped = False
        self._title = say("Telling the story up to week {week}", week=week)
        self._lane, self._bar, self._says = Lane(), Bar(self._title), meta(wrap=True)
        self._laid = column()
        room = theme.px(theme.WIDE)
        self._laid.setContentsMargins(room, room, room, room)
        self.setLayout(self._laid)
        self._heard.connect(self._show)
        if hard:
            self._ask(hard)
        else:
            self._begin()

    def _ask(self, hard: str) -> None:
        yes, no = pressed(Primary(say("Tell it")), self._begin), pressed(Quiet(say("Not now")), self._stop)
        title = say("The story up to week {week}", week=self._week)
        self._lay(title, yes, body(hard, wrap=True), flow(yes, no))

    def _begin(self) -> None:
        self._begun, stop = True, pressed(Quiet(say("Stop")), self._stop)
        self._show(1, self._week)
        goes = [body(self._goes, wrap=True)] if self._goes else []
        self._lay(self._title, stop, *goes, self._bar, self._says, flow(stop))
        self._lane.run(
            lambda: self._tell(heard=self._hear),
            then=lambda told: self._end(partial(self.told.emit, told)),
            owner=self,
            refused=lambda problem: self._end(partial(self.refused.emit, problem)),
        )

    def _lay(self, title: str, first: QAbstractButton, *parts: QWidget | QLayout) -> None:
        """`first` has the keys."""
        clear(self._laid)
        head = card_title(title)
        head.setWordWrap(True)
        self._laid.addWidget(Card(head, fictional(), *parts, gap=theme.GAP))
        wide = theme.px(WIDE)
        tall = (
            self._laid.totalHeightForWidth(wide) if self._laid.hasHeightForWidth() else self._laid.sizeHint().height()
        )
        self.resize(wide, tall)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, week: int, weeks: int) -> None:
        """On the lane."""
        if self._stopped:
            raise Stopped
        self._heard.emit(week, weeks)

    def _show(self, week: int, weeks: int) -> None:
        self._bar.show_share((week - 1) / weeks)
        self._says.setText(say("week {week} of {weeks}", week=week, weeks=weeks))

    def _stop(self) -> None:
        """At once where nothing is told yet, else when the week that is told is over."""
        self._stopped = True
        if not self._begun:
            self._end(partial(self.refused.emit, Stopped()))

    def _end(self, says: Callable[[], object]) -> None:
        self._lane.close()
        self.hide()
        says()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        paint_stripes(painter, QRectF(self.rect()))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._stop()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._stop()
        event.ignore()
