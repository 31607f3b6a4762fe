"""The frame: rail, head, page, and a status line that says whose book is open and whether all is saved and shared.

The window carries messages and knows no subject: pages say where to go and what was touched comes round to all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QWidget

from caregiver_desk.acts.act import ACTS, named
from caregiver_desk.acts.worded import words_of
from caregiver_desk.desk import theme
from caregiver_desk.desk.care import Care
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.frame.handed import Handed
from caregiver_desk.desk.frame.head import Head
from caregiver_desk.desk.frame.kept import what_was_kept
from caregiver_desk.desk.frame.links import Links
from caregiver_desk.desk.frame.looking import OVER, ways_to_help
from caregiver_desk.desk.frame.new_menu import New
from caregiver_desk.desk.frame.others import Others
from caregiver_desk.desk.frame.palette import Palette
from caregiver_desk.desk.frame.rail import Rail
from caregiver_desk.desk.frame.stack import Stack
from caregiver_desk.desk.frame.status import Status, standing
from caregiver_desk.desk.frame.toast import Toast
from caregiver_desk.desk.frame.trouble import TroubleTold
from caregiver_desk.desk.frame.under_way import UnderWay
from caregiver_desk.desk.frame.whatday import DayBanner
from caregiver_desk.desk.keys import FRAME, REHEARSAL, RESET, page_key
from caregiver_desk.desk.minutes import Minutes
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Search, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.heard import heard_as, tell
from caregiver_desk.desk.parts.layout import as_desk, clear, column, holding
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.parting import go_to_part
from caregiver_desk.desk.parts.stripes import STRIPE, paint_stripes
from caregiver_desk.desk.safe import safekeeping
from caregiver_desk.desk.safe.locking import Locking
from caregiver_desk.desk.sheets import ways
from caregiver_desk.desk.sheets.aid_sheet import show_aid
from caregiver_desk.desk.sheets.helping import HELP, HelpSheet, explained
from caregiver_desk.desk.sheets.intake import intake
from caregiver_desk.desk.sheets.intake.sheet import look_at_sheet, pick_sheet
from caregiver_desk.desk.sheets.people.with_whom import ask_with_whom
from caregiver_desk.desk.sheets.rehearsal.reset import ask_reset
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.desk.sheets.why import explain_field
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import Problem
from caregiver_desk.practice import site_words
from caregiver_desk.records.customs import WORDING
from caregiver_desk.reports import aids
from caregiver_desk.settings import NAME, Look
from caregiver_desk.store import choices
from caregiver_desk.store.choices import Left
from caregiver_desk.wording import say

NARROW_BELOW = 1000  # pixels at 100 per cent
SOON = 1000  # milliseconds after somebody was chosen, until it is noted where one is


class Window(QWidget):
    """The desk of one open book."""

    closed = Signal()
    locked = Signal()
    put_down = Signal()  # the book is to be closed, and an earlier one chosen
    worn = Signal(object)  # the look in which it stands now

    def __init__(self, hands: Hands, pages: Sequence[type[Page]], *, fictional: bool) -> None:
        super().__init__()
        heard_as(as_desk(self), QAccessible.Role.Window)
        self.hands, self._fictional, self._before = hands, fictional, ""
        self._next_look: Look | None = None
        self._waits_for: QDialog | None = None  # with whose end it is worn
        self._shared = hands.lane.book is not None and hands.lane.book.shared
        self.setWindowTitle(say("{name} · shared book", name=NAME) if self._shared else NAME)
        self.resize(1366, 768)
        self.setAcceptDrops(True)
        self._inside = column(gap=0)
        self.setLayout(self._inside)
        self.locking = None if fictional else Locking(self)
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._soon.timeout.connect(self._note_place)
        self._build(pages)
        self._listen()
        self._shortcuts()
        hands.drafts.read(self._bring_back, owner=self)
        self.go(next(iter(self.pages)))
        self.pages.count_all()
        self.pages.setFocus()
        self.care = Care(self, hands.lane)
        self.care.failed.connect(self._miss_backup)
        self.care.begin()
        self.minutes = Minutes(self, hands.lane)
        self.others = Others(self, hands.lane)
        self.others.begin()
        self.links = Links(self, hands)
        self.links.begin()
        self.handed = Handed(self)

    def _build(self, pages: Sequence[type[Page]]) -> None:
        """Everything that wears the colours and letters of the moment."""
        self._heads: dict[str, tuple[str, str]] = {}
        self.hands.places = [say(page.label) for page in pages]
        self.pages = Stack(self.hands, pages)
        self.rail = Rail([(page.subject, page.icon, say(page.label)) for page in pages])
        self.head, self.status = Head(), Status()
        self.trouble = TroubleTold()
        self.trouble.asks.connect(partial(self.begin, "problem"))
        self._find = pressed(Search(say("Find anything"), icon="search", hint="Ctrl K"), self.open_palette)
        book = self.hands.lane.book
        self._new = New(book.role if book else "", self.begin)
        self._make_room_for_stripes()
        self._inside.addWidget(self._laid())
        self.toast = Toast(self, self._right)
        self._connect()
        self._ask_standing()
        if self.locking:
            pressed(self.status.lock, self.locking.lock).show()

    def stand_beside(self) -> None:
        """Another desk stands in the same window: keys are for the one that has them."""
        self._make_room_for_stripes()
        for key in self.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def wear(self, look: Look) -> None:
        """As soon as nobody waits for the lane."""
        self._next_look = look
        if not self.hands.lane.busy:
            self._wear_next()

    def _wait_to_wear(self, look: Look) -> None:
        self._next_look = look

    def _wear_next(self) -> None:
        """Nobody waits for the lane any more: a page that is built anew misses no answer, and no sheet goes with it."""
        if self._next_look and (sheet := self.open_sheet()):
            if sheet is not self._waits_for:
                self._waits_for = sheet
                sheet.finished.connect(self._wear_next, Qt.ConnectionType.QueuedConnection)
            return
        look, self._next_look = self._next_look, None
        if look and not (self.locking and self.locking.under_way):
            self._build_anew(look)
            self.worn.emit(look)

    def open_sheet(self) -> QDialog | None:
        """The sheet that stands over the desk, if one does."""
        return next((each for each in self.findChildren(QDialog) if each.isVisible()), None)

    def _build_anew(self, look: Look) -> None:
        """She chose other colours or letters: everything is built from them, and stands as it stood."""
        front, place, narrowed, before = self.page().subject, self.page().place(), self.size(), self._before
        held = QApplication.focusWidget()
        in_hand, told, missed = held.accessibleName() if held else "", self.trouble.told, self.status.missed
        self.keep_drafts()
        theme.wear(cast("QApplication", QApplication.instance()), look)
        self.toast.hide()
        self.toast.deleteLater()
        clear(self._inside)
        self._build(list(self.pages.sorts.values()))
        self._make_narrow(narrowed.width())
        self.pages.bring_back()
        self.go(front, _said(place))
        self.pages.count_all()
        self._before = before
        if told:
            self._complain(told)
        if missed:
            self.status.miss_backup(missed)
        self._give_keys(in_hand)
        if self.locking:
            self.locking.cover_anew()

    def _give_keys(self, name: str) -> None:
        """To what is called so on the page in front."""
        called = (each for each in self.page().findChildren(QWidget) if name and each.accessibleName() == name)
        if found := next(called, None):
            found.setFocus()

    def _laid(self) -> QWidget:
        self._right = holding(
            column(self.head, DayBanner(self.hands.lane), self.trouble, *self._under_way(), self.pages, gap=0)
        )
        upper = QHBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addWidget(self._right, 1)
        return holding(column(upper, self.status, gap=0))

    def _make_room_for_stripes(self) -> None:
        """Beside another desk both stand in one frame, which is not this one."""
        self._stripe = theme.px(STRIPE) if self._fictional and self.isWindow() else 0
        self._inside.setContentsMargins(self._stripe, self._stripe, self._stripe, self._stripe)

    def _under_way(self) -> list[QWidget]:
        """The exercise that somebody does, where this is a rehearsal."""
        if not self.hands.rehearsing:
            return []
        self._exercise = UnderWay(self.hands.rehearsing)
        self._exercise.asks.connect(partial(self.go, "rehearsal"))
        return [self._exercise]

    def _listen(self) -> None:
        lane = self.hands.lane
        lane.touched.connect(self._heed)
        lane.said.connect(self._say)
        lane.can_be_undone.connect(self._offer_undo)
        lane.rested.connect(self._wear_next)
        lane.troubled.connect(self._complain)

    def _connect(self) -> None:
        self.rail.goes.connect(self.go)
        self.pages.goes.connect(self.go)
        self.pages.moved.connect(self._soon.start)
        for moves in (self.pages.shifted, self.hands.lane.rested):
            moves.connect(self.toast.make_way)
        self.pages.headed.connect(self._headed)
        self.pages.counted.connect(lambda subject, number: self.rail.places[subject].waits(number))

    def _miss_backup(self, words: str) -> None:
        self.status.miss_backup(words)

    def _say(self, words: str) -> None:
        self.trouble.hide()
        self.status.say(words)
        tell(self.status, words)

    def _offer_undo(self, words: str, save: int) -> None:
        undo = named("undo")
        if self.locking and self.locking.under_way:
            return  # nothing shows above the cover
        self.toast.offer(words, lambda: self.hands.lane.do(lambda book: undo(book, save=save), owner=self))

    def _complain(self, told: Told) -> None:
        """The whole of it below the head, its beginning in the status line."""
        self.trouble.tell(told)
        self.status.say(str(told), "brick")

    def _shortcuts(self) -> None:
        does: Mapping[str, Callable[[], object]] = {
            "find": self.open_palette,
            "filter": lambda: self.page().filter_list(),
            "leave": self._leave,
            "stick": lambda: self.go("sharing", {"stick": True}),
            "part": lambda: go_to_part(self.focusWidget()),
            "part_before": lambda: go_to_part(self.focusWidget(), back=True),
            "why": partial(self.explain, self),
        }
        for key in FRAME:
            if key.name in does:
                self._key(key.keys, does[key.name])
        on_ctrl_enter(self, lambda: self.page().save())
        for number, subject in enumerate(self.pages, 1):
            self._key(page_key(number), partial(self.go, subject))
        if self.hands.rehearsing:
            self._key(RESET.keys, partial(ask_reset, self, self.hands))
            self._key(REHEARSAL.keys, partial(self.go, "rehearsal"))
        for act in ACTS.values():
            if act.shortcut:
                self._key(act.shortcut, partial(self.begin, act.name))

    def explain(self, over: QWidget, code: str = "") -> None:
        """F1: the field in hand, or else what was refused, or else all there is to look up."""
        if not code and explain_field(over, self.hands):
            return
        told = self.trouble.told if over is self else ""
        code = code or (told.code if isinstance(told, Problem) else "")
        if code:
            self.hands.dialogs.show(explained(over, code))
        elif over.objectName() != HELP:
            self.hands.dialogs.show(HelpSheet(over, self.hands, ways_to_help(self)))

    def _key(self, keys: str, does: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(does)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The ways to the books that stand on this screen."""
        return (self.hands.lane,)

    def page(self) -> Page:
        """The page in front."""
        return cast("Page", self.pages.front)

    def go(self, subject: str, facts: dict[str, object] | None = None) -> None:
        """Bring a page to the front, with what one has in mind."""
        shown = self.page().subject if self.pages.front else ""
        self._before = shown if shown != subject else self._before
        if shown != subject and shown:
            self.page().keep_draft()
            self._tell_page(say(self.pages.sorts[subject].label))
        page = self.pages.show_page(subject)
        self.rail.choose(subject)
        self.head.show_page(page, [self._find, self._new])
        if self.hands.rehearsing:
            self._exercise.stand_aside(aside=subject == "rehearsal")
        self._order_keys()
        self._headed(subject, *self._heads.get(subject, (say(page.label), "")))
        if facts:
            page.arrive(facts)
        page.seen()
        if shown and shown != subject:
            if not facts:
                page.take_keys()
            self._note_place()

    def _tell_page(self, name: str) -> None:
        """The page has the keys before anything on it does: its name is heard, and nothing of what it takes away."""
        self.pages.setAccessibleName(name)
        self.pages.setFocus()

    def _order_keys(self) -> None:
        """Tab goes as one reads: rail, head, page, however late it is built, and round by the status line."""
        before: QWidget = self.status.lock
        for place in self.rail.places.values():
            QWidget.setTabOrder(before, place)
            before = place
        for button in self.head.buttons():
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, self.pages)

    def _headed(self, subject: str, title: str, line: str) -> None:
        self._heads[subject] = (title, line)
        if self.pages.front and self.page().subject == subject:
            self.head.say(title, line)
            self.pages.setAccessibleName(title)
            self.pages.setAccessibleDescription(line)

    def _heed(self, touched: frozenset[str]) -> None:
        self.pages.heed(touched)
        self._ask_standing()
        if choices.LOCK in touched and self.locking:
            self.locking.ask_how_soon()
        if choices.LOOK in touched:
            self.hands.lane.ask(lambda book: choices.look(book) or Look(), then=self._wait_to_wear, owner=self)
        if WORDING.name in touched:
            self.hands.lane.ask(words_of, then=self._speak, owner=self)

    def _speak(self, spoken: site_words.Spoken) -> None:
        """What things are called stands in every list and form: all of it is built anew in the site's words."""
        if site_words.speak(spoken):
            self.hands.lane.ask(lambda book: choices.look(book) or Look(), then=self._wait_to_wear, owner=self)

    def _ask_standing(self) -> None:
        self.hands.lane.ask(standing, then=self.status.show_standing, owner=self)

    def _leave(self) -> None:
        if self._before:
            self.go(self._before)

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
        if words and not (self.trouble.told or self.status.missed):
            self.status.say(words)

    def begin(self, name: str) -> None:
        """Begin an act where it belongs: on its page, with a file, at once, or on a sheet."""
        if name in safekeeping.DOINGS:
            safekeeping.DOINGS[name].does(self)
        elif name in ways.PAGES:
            subject, facts = ways.PAGES[name]
            self.go(subject, dict(facts))
        elif name in OVER:
            OVER[name](self)
        elif name in aids.NAMES:
            show_aid(self, self.hands, name)
        elif name in ways.SHEET_OF_ITS_OWN:
            ask_with_whom(self, self.hands, name)
        elif name in intake.KIND_OF:
            pick_sheet(self, self.hands, name)
        elif ways.at_once(named(name)):
            self.hands.lane.do(named(name), owner=self)
        else:
            self.hands.dialogs.show(act_sheet(self, self.hands, name))

    def open_palette(self) -> None:
        book = self.hands.lane.book
        self.hands.dialogs.show(Palette(self, self.hands, book.role if book else ""))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.take_up(Path(event.mimeData().urls()[0].toLocalFile()))

    def take_up(self, path: Path) -> None:
        """A file from anywhere is looked at: as a table or forms if it is called so, else as a bundle."""
        if intake.is_brought_in(path):
            look_at_sheet(self, self.hands, "", path)
        else:
            self.go("sharing", {"file": str(path)})

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        if self.locking:
            self.locking.cover.resize(event.size())
        self._make_narrow(event.size().width())
        super().resizeEvent(event)

    def _make_narrow(self, wide: int) -> None:
        narrow = wide < theme.px(NARROW_BELOW)
        self.rail.make_narrow(narrow=narrow)
        self.status.make_narrow(narrow=narrow)
        self.toast.make_way()

    def come_back(self, left: Left) -> None:
        """As large as it was left, if this screen is as large, and today at the same page."""
        self.resize(QSize(left.wide, left.high).boundedTo(self.screen().availableSize()))
        if left.whole:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if left.today and left.page in self.pages:
            self.go(left.page, _said(left.place))

    def _note_place(self) -> None:
        """Where she is, and how large a window of its own stands."""
        if not self.isWindow():
            return
        page, size, whole = (
            self.page().subject,
            (self.normalGeometry().width(), self.normalGeometry().height()),
            self.isMaximized(),
        )
        keep = partial(choices.leave, page=page, place=self.page().place(), size=size, whole=whole)
        self.hands.lane.note(keep, dear=False)

    def event(self, event: QEvent) -> bool:
        """Whatever had the keys may have gone while a sheet lay over it."""
        if event.type() == QEvent.Type.WindowActivate:
            self.pages.keep_keys(self.focusWidget())
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if self.locking:
            self.locking.stop()
        self.care.stop()
        self.minutes.stop()
        self.others.stop()
        self.links.stop()
        self.hands.rounds.close()
        self.keep_drafts()
        self._soon.stop()
        self._note_place()
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


def _said(place: Mapping[str, str]) -> dict[str, object]:
    return {name: fact for name, fact in place.items() if fact}
