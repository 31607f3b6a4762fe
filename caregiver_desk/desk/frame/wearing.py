"""The look in which the desk stands, and another one put on: colours, letters, and the site's own words.

Decision. Nothing is painted over: the frame is thrown away and a new one built, and what stood is brought back. That
waits until nobody waits for the lane, since a page that is gone misses its answer, and until no sheet stands over the
desk, since it would go with what lies below it. A desk that is about to lock is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from caregiver_desk.acts.worded import words_of
from caregiver_desk.desk import theme
from caregiver_desk.desk.frame.toast import Offer
from caregiver_desk.desk.frame.whereabouts import said
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.practice import site_words
from caregiver_desk.records.customs import WORDING
from caregiver_desk.settings import Look
from caregiver_desk.store import choices

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.frame import Frame
    from caregiver_desk.desk.frame.window import Window


class Wearing(QObject):
    """`worn` is the look that was put on."""

    worn = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._lane = window, window.hands.lane
        self._next: Look | None = None
        self._waits_for: QDialog | None = None  # with whose end it is put on
        self._lane.touched.connect(self._heed)
        self._lane.rested.connect(self._put_on_next)

    def put_on(self, look: Look) -> None:
        """As soon as nobody waits for the lane."""
        self._next = look
        if not self._lane.busy:
            self._put_on_next()

    def _heed(self, touched: frozenset[str]) -> None:
        if choices.LOOK in touched:
            self._ask_look()
        if WORDING.name in touched:
            self._lane.ask(words_of, then=self._speak, owner=self)

    def _speak(self, spoken: site_words.Spoken) -> None:
        """What things are called stands in every list and form: all of it is built anew in the site's words."""
        if site_words.speak(spoken):
            self._ask_look()

    def _ask_look(self) -> None:
        self._lane.ask(lambda book: choices.look(book) or Look(), then=self._wait, owner=self)

    def _wait(self, look: Look) -> None:
        self._next = look

    def _put_on_next(self) -> None:
        if self._next and (sheet := self._window.open_sheet()):
            if sheet is not self._waits_for:
                self._waits_for = sheet
                sheet.finished.connect(self._put_on_next, Qt.ConnectionType.QueuedConnection)
            return
        look, self._next = self._next, None
        if look and not (self._window.locking and self._window.locking.under_way):
            self._build_anew(look)
            self.worn.emit(look)

    def _build_anew(self, look: Look) -> None:
        self._window.keep_drafts()
        stood = _standing(self._window.frame)
        theme.wear(cast("QApplication", QApplication.instance()), look)
        self._window.lay_frame()
        _bring_back(self._window.frame, stood)
        if self._window.locking:
            self._window.locking.cover_anew()


class Stood(NamedTuple):
    """What stood in a frame that is thrown away."""

    page: str
    place: dict[str, str]
    before: str
    in_hand: str  # what had the keys, by its name
    told: Told
    missed: str
    offered: Offer | None


def _standing(frame: Frame) -> Stood:
    page, held = frame.page(), QApplication.focusWidget()
    in_hand = held.accessibleName() if held else ""
    said_so = frame.trouble.told, frame.status.missed, frame.toast.offered
    return Stood(page.subject, page.place(), frame.before, in_hand, *said_so)


def _bring_back(frame: Frame, stood: Stood) -> None:
    frame.pages.bring_back()
    frame.go(stood.page, said(stood.place))
    frame.pages.count_all()
    frame.before = stood.before
    if stood.told:
        frame.complain(stood.told)
    if stood.missed:
        frame.status.miss_backup(stood.missed)
    if stood.offered:
        frame.toast.offer(*stood.offered)
    _give_keys(frame, stood.in_hand)


def _give_keys(frame: Frame, name: str) -> None:
    """To what is called so on the page in front."""
    called = (each for each in frame.page().findChildren(QWidget) if name and each.accessibleName() == name)
    if found := next(called, None):
        found.setFocus()
