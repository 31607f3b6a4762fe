"""The programme is being told: how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.desk.parts.buttons import Quiet, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, column
from caregiver_desk.desk.parts.stripes import paint_stripes
from caregiver_desk.desk.parts.words import PlainLabel, card_title, meta
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import Stopped
from caregiver_desk.trainer.care import warning
from caregiver_desk.wording import say

WIDE = 460  # pixels at 100 per cent


class Telling(QWidget):
    """A small window while weeks are told. `told` when they are, or when it was stopped and all is as before."""

    told = Signal()
    refused = Signal(object)  # the Problem; all is as before
    _heard = Signal(int, int)

    def __init__(self, tell: Callable[..., object], week: int) -> None:
        super().__init__()
        self._lane, self._bar, self._says = Lane(), Bar(), meta(wrap=True)
        self._stopped = False
        stop = pressed(Quiet(say("Stop")), self._stop)
        hard = [meta(words, wrap=True)] if (words := warning(week)) else []
        card = Card(
            card_title(say("Telling the story up to week {week}", week=week)),
            PlainLabel(say("FICTIONAL"), size=theme.META, weight=theme.BOLD, tint="amber"),
            *hard, self._bar, self._says, flow(stop), gap=theme.GAP,
        )  # fmt: skip
        laid = column(card)
        room = theme.px(theme.WIDE)
        laid.setContentsMargins(room, room, room, room)
        self.setLayout(laid)
        self._show(1, week)
        wide = theme.px(WIDE)
        self.resize(wide, max(laid.heightForWidth(wide), laid.sizeHint().height()))
        self._heard.connect(self._show)
        self._lane.run(
            lambda: tell(heard=self._hear),
            then=lambda _: self._end(self.told.emit),
            owner=self,
            refused=lambda problem: self._end(partial(self.refused.emit, problem)),
        )

    def _hear(self, week: int, weeks: int) -> None:
        """On the lane."""
        if self._stopped:
            raise Stopped
        self._heard.emit(week, weeks)

    def _show(self, week: int, weeks: int) -> None:
        self._bar.show_share((week - 1) / weeks)
        self._says.setText(say("week {week} of {weeks}", week=week, weeks=weeks))

    def _stop(self) -> None:
        self._stopped = True

    def _end(self, says: Callable[[], object]) -> None:
        self._lane.close()
        self.hide()
        says()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        paint_stripes(painter, QRectF(self.rect()))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._stop()
        event.ignore()
