"""Two laptops on one screen, and a stick between them.

Context. How two books go apart and come together again is learnt by doing it, and a hall has one projector. At 1024
pixels, and with large letters, half a screen is too narrow for a desk.

Decision. Two desks as they are, each with its own hands, in one window; the stick lies in a bar above both, where it
takes no width from either and no sheet of theirs covers it. Where half of the window is enough for a desk, they stand
side by side. Where it is not, they overlap like two sheets of paper, each as wide as a desk needs, and the one with the
keys lies on top: nothing is laid out anew when they change. F7 goes to the other laptop, F9 to the stick; every other
key is for the desk that has the keys. Both lanes share one thread, since an exercise asks both books at once. A sheet
covers its own desk only.

What is veiled takes no keys either: Tab stays in one laptop, and keys that come to what lies below a
sheet go to that sheet.

Consequences. Bundles cannot cross into a real book: the stick is a folder of this rehearsal, and goes with it. Both
desks wear one look, whichever of them chose it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_desk import acts
from caregiver_desk.acts.worded import words_of
from caregiver_desk.desk import theme
from caregiver_desk.desk.door.side import Side
from caregiver_desk.desk.door.stick_bar import StickBar
from caregiver_desk.desk.door.stick_dialogs import StickDialogs, StickSeen
from caregiver_desk.desk.door.tabletop import Tabletop
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.keys import OTHER, RESET, STICK
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.pages import all_pages
from caregiver_desk.desk.parts.layout import clear, column
from caregiver_desk.desk.parts.stripes import STRIPE, paint_stripes
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.desk.sheets.rehearsal.reset import ask_reset
from caregiver_desk.desk.work import Lane, one_thread
from caregiver_desk.practice import site_words
from caregiver_desk.settings import NAME, Look
from caregiver_desk.trainer.stick import Stick, Where
from caregiver_desk.trainer.story import owner
from caregiver_desk.wording import say


class Two(QWidget):
    """Two laptops of a rehearsal. `closed` when somebody closes them."""

    closed = Signal()

    def __init__(self, rehearsing: Rehearsing) -> None:
        super().__init__()
        acts.load()
        self.setWindowTitle(NAME)
        self.resize(1366, 768)
        self._rehearsing, self._pool = rehearsing, one_thread()
        self._follows: set[Side] = set()  # who is to wear what the other does
        self.seen = StickSeen(Stick(rehearsing.rehearsal.place / "sticks"))
        laptops = (rehearsing.laptop, Where.LEFT), (rehearsing.beside, Where.RIGHT)
        self._owners = {where: owner(laptop) for laptop, where in laptops}
        self.table = Tabletop([Side(say("{name}’s laptop", name=name), where) for where, name in self._owners.items()])
        site_words.speak(words_of(rehearsing.rehearsal.laptop(rehearsing.laptop)))
        for side, (laptop, _) in zip(self.table.sides, laptops, strict=True):
            side.stand(self._desk(laptop, side))
        self._bar = column(gap=0)
        laid = column(self._bar, self.table, gap=0)
        laid.setStretchFactor(self.table, 1)
        self._laid = laid
        self.setLayout(laid)
        self._lay_bar()
        for lane in self.lanes:
            lane.rested.connect(self._look_at_stick)
        self._key(OTHER.keys, self._go_over)
        self._key(STICK.keys, self._go_to_stick)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self.table.front.take_keys()

    @property
    def windows(self) -> tuple[Window, Window]:
        return self.table.left.laptop, self.table.right.laptop

    @property
    def lanes(self) -> tuple[Lane, Lane]:
        left, right = self.windows
        return left.hands.lane, right.hands.lane

    def go(self, page: str) -> None:
        """At the laptop where one sits."""
        self.windows[0].go(page)

    def _desk(self, laptop: str, side: Side) -> Window:
        rehearsal = self._rehearsing.rehearsal
        lane = Lane(rehearsal.laptop(laptop), self._pool)
        hands = Hands(lane, StickDialogs(side, self.seen, self._rehearsing), rehearsal.opener, self._rehearsing)
        window = Window(hands, all_pages(rehearsing=True), fictional=True)
        window.wearing.worn.connect(partial(self._wear, side))
        return window

    def _look_at_stick(self) -> None:
        self.bar.show_it()

    def _go_over(self) -> None:
        self.table.other.take_keys()

    def _go_to_stick(self) -> None:
        """And back to the laptop from which one came."""
        held = QApplication.focusWidget()
        if held is not None and self.bar.isAncestorOf(held):
            self.table.front.take_keys()
        else:
            self.activateWindow()
            self.bar.take_keys()

    def _ask_reset(self) -> None:
        """Over the laptop where the keys were."""
        front = self.table.front.laptop
        ask_reset(front, front.hands)

    def _lay_bar(self) -> None:
        """In the look of the moment, within the frame of both."""
        stripe = theme.px(STRIPE)
        self._laid.setContentsMargins(stripe, stripe, stripe, stripe)
        clear(self._bar)
        self.bar = StickBar(self.seen, self._owners)
        self.bar.on_key(RESET.keys, self._ask_reset)
        self._bar.addWidget(self.bar)

    def _key(self, keys: str, does: Callable[[], object]) -> None:
        """Also while a sheet has the keys."""
        key = QShortcut(QKeySequence(keys), self)
        key.setContext(Qt.ShortcutContext.ApplicationShortcut)
        key.activated.connect(does)

    def _follow(self, _before: QWidget | None, keys: QWidget | None) -> None:
        """Whoever has the keys lies on top; those of a sheet are of the desk below it."""
        held = keys
        while held is not None and held not in self.table.sides:
            held = held.parentWidget()
        if keys and isinstance(held, Side):
            if held is not self.table.front:
                self.table.bring(held)
            held.keep_keys_above(keys)

    def _wear(self, side: Side, look: Look) -> None:
        """One of them chose it; the other wears it too, and so does what lies between."""
        if side in self._follows:
            self._follows.remove(side)
            return
        (other,) = (each for each in self.table.sides if each is not side)
        self._follows.add(other)
        other.laptop.wearing.put_on(look)
        for each in self.table.sides:
            each.lay_head()
        self._lay_bar()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        for window in self.windows:
            window.close()
        self._pool.shutdown()
        self.seen.stick.put_away()
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        paint_stripes(painter, QRectF(self.rect()))
        painter.end()
