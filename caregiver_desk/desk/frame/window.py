"""The window of one open book: what lasts as long as the book is open, whatever frame it stands in.

Beside the desk there are those who see to something by themselves: backups, minutes, whoever else writes, the post,
files that were opened elsewhere, the lock. They begin with the window and stop with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.care import Care
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.frame import beginning
from caregiver_desk.desk.frame.frame import Frame
from caregiver_desk.desk.frame.handed import FilesWait, Handed
from caregiver_desk.desk.frame.kept import what_was_kept
from caregiver_desk.desk.frame.links import Links
from caregiver_desk.desk.frame.others import Others
from caregiver_desk.desk.frame.palette import Palette
from caregiver_desk.desk.frame.shortcuts import listen_only_within, listen_to_keys
from caregiver_desk.desk.frame.stack import Stack
from caregiver_desk.desk.frame.wearing import Wearing
from caregiver_desk.desk.frame.whereabouts import Whereabouts
from caregiver_desk.desk.minutes import Minutes
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import pressed
from caregiver_desk.desk.parts.heard import heard_as
from caregiver_desk.desk.parts.layout import as_desk, clear, column
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.stripes import STRIPE, paint_stripes
from caregiver_desk.desk.safe.locking import Locking
from caregiver_desk.desk.work import Lane
from caregiver_desk.settings import NAME
from caregiver_desk.store import choices
from caregiver_desk.wording import say


class Window(QWidget):
    """The desk of one open book."""

    closed = Signal()
    locked = Signal()
    put_down = Signal()  # the book is to be closed, and an earlier one chosen

    def __init__(self, hands: Hands, sorts: Sequence[type[Page]], *, fictional: bool) -> None:
        super().__init__()
        heard_as(as_desk(self), QAccessible.Role.Window)
        self.hands, self._sorts, self._fictional = hands, sorts, fictional
        self._shared = hands.lane.book is not None and hands.lane.book.shared
        self.setWindowTitle(say("{name} · shared book", name=NAME) if self._shared else NAME)
        self.resize(1366, 768)
        self.setAcceptDrops(True)
        self._inside = column(gap=0)
        self.setLayout(self._inside)
        self.locking = None if fictional else Locking(self)
        self.whereabouts, self.handed = Whereabouts(self), Handed(self)
        self.lay_frame()
        self._listen()
        self.wearing = Wearing(self)
        listen_to_keys(self)
        hands.drafts.read(self._bring_back, owner=self)
        self.go(next(iter(self.pages)))
        self.pages.count_all()
        self.pages.setFocus()
        self._begin_beside()

    def lay_frame(self) -> None:
        """In the colours and letters of the moment, in place of the one that lies there."""
        clear(self._inside)
        self.frame = Frame(self.hands, self._sorts, FilesWait(self.handed))
        self.frame.begins.connect(self.begin)
        self.frame.finds.connect(self.open_palette)
        self.frame.moved.connect(self.whereabouts.note)
        self.pages.moved.connect(self.whereabouts.start)
        if self.locking:
            pressed(self.frame.status.lock, self.locking.lock).show()
        self._make_room_for_stripes()
        self._inside.addWidget(self.frame)
        self.frame.fit(self.size())

    def _listen(self) -> None:
        lane = self.hands.lane
        lane.touched.connect(self._heed)
        lane.said.connect(self._say)
        lane.can_be_undone.connect(self._offer_undo)
        lane.troubled.connect(self._complain)

    def _begin_beside(self) -> None:
        lane = self.hands.lane
        self.care, self.minutes = Care(self, lane), Minutes(self, lane)
        self.others, self.links = Others(self, lane), Links(self, self.hands)
        self.care.failed.connect(self._miss_backup)
        self.care.begin()
        self.others.begin()
        self.links.begin()

    def _stop_beside(self) -> None:
        if self.locking:
            self.locking.stop()
        self.care.stop()
        self.minutes.stop()
        self.others.stop()
        self.links.stop()
        self.hands.rounds.close()

    def _heed(self, touched: frozenset[str]) -> None:
        self.frame.heed(touched)

    def _say(self, words: str) -> None:
        self.frame.say(words)

    def _miss_backup(self, words: str) -> None:
        self.frame.status.miss_backup(words)

    def _complain(self, told: Told) -> None:
        self.frame.complain(told)

    def _offer_undo(self, words: str, save: int) -> None:
        if self.locking and self.locking.under_way:
            return  # nothing shows above the cover
        undo = partial(named("undo"), save=save)
        self.frame.toast.offer(words, lambda: self.hands.lane.do(undo, owner=self))

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The ways to the books that stand on this screen."""
        return (self.hands.lane,)

    @property
    def pages(self) -> Stack:
        """Those of the frame that lies there now."""
        return self.frame.pages

    def page(self) -> Page:
        """The page in front."""
        return self.frame.page()

    def open_sheet(self) -> QDialog | None:
        """The sheet that stands over the desk, if one does."""
        return next((each for each in self.findChildren(QDialog) if each.isVisible()), None)

    def go(self, subject: str, facts: Mapping[str, object] | None = None) -> None:
        """Bring a page to the front, with what one has in mind."""
        self.frame.go(subject, facts)

    def leave(self) -> None:
        """Back to the page from which one came."""
        self.frame.leave()

    def begin(self, name: str) -> None:
        """Begin an act where it belongs."""
        beginning.begin(self, name)

    def take_up(self, path: Path) -> None:
        """Look at a file that came from anywhere."""
        beginning.take_up(self, path)

    def explain(self, over: QWidget, code: str = "") -> None:
        """What is asked, or what was refused, over the desk or over a sheet on it."""
        beginning.explain(self, over, code)

    def open_palette(self) -> None:
        book = self.hands.lane.book
        self.hands.dialogs.show(Palette(self, self.hands, book.role if book else ""))

    def stand_beside(self) -> None:
        """Another desk stands in the same window."""
        self._make_room_for_stripes()
        listen_only_within(self)

    def _make_room_for_stripes(self) -> None:
        """Beside another desk both stand in one frame, which is not this one."""
        self._stripe = theme.px(STRIPE) if self._fictional and self.isWindow() else 0
        self._inside.setContentsMargins(self._stripe, self._stripe, self._stripe, self._stripe)

    def keep_drafts(self) -> None:
        """The desk is about to lock, close or change its look: what is half typed goes to the book."""
        self.pages.keep_drafts()
        for dialog in self.findChildren(QDialog):
            for draft in dialog.findChildren(Draft):
                draft.keep()

    def _bring_back(self) -> None:
        self.pages.bring_back()
        if self.locking and not self._shared:
            self.hands.lane.ask(choices.sit_down, then=self._say_kept, owner=self)

    def _say_kept(self, cut_off: bool) -> None:
        words = what_was_kept(self.hands.drafts.many, cut_off=cut_off)
        if words and not (self.frame.trouble.told or self.frame.status.missed):
            self.frame.status.say(words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        first, *others = [Path(each.toLocalFile()) for each in event.mimeData().urls()]
        self.take_up(first)
        self.handed.add(others)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        if self.locking:
            self.locking.cover.resize(event.size())
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Whatever had the keys may have gone while a sheet lay over it."""
        if event.type() == QEvent.Type.WindowActivate:
            self.pages.keep_keys(self.focusWidget())
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._stop_beside()
        self.keep_drafts()
        self.whereabouts.stop()
        self.whereabouts.note()
        if self.locking and not self._shared:
            self.hands.lane.note(choices.get_up, dear=False)
        self.hands.lane.close()
        for dialog in self.findChildren(QDialog):
            dialog.hide()  # none stays behind when this desk makes room for another
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Stripes only where they are asked for: a list that scrolls asks for the paper below it at every step."""
        painter = QPainter(self)
        inset = self._stripe
        if self.rect().adjusted(inset, inset, -inset, -inset).contains(event.rect()):
            painter.fillRect(event.rect(), theme.colour("paper"))
        else:
            paint_stripes(painter, QRectF(self.rect()))
        painter.end()
