"""The window before the desk. It is painted before anything heavy is brought in.

Decision. Everything that happens while no book is open happens in one window, one step after another: unlock, begin,
the recovery sheet, recover. A step knows the door and no other step's widgets. None of these files imports the records
or the book at its head; they are imported on the lane while she types, and the book is opened there too, so the window
never stands still.

The door holds the open book for as long as there is a desk, and lets go of it when the desk is closed or locked.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget
from shiboken6 import isValid

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.waiting import Waiting
from caregiver_desk.desk.parts.asked import STEP
from caregiver_desk.desk.parts.heard import heard_as, tell
from caregiver_desk.desk.parts.layout import BAR, MOST, Scroll, column, holding, row
from caregiver_desk.errors import Broken, Problem, Stopped
from caregiver_desk.settings import NAME, Shelved
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.dialogs import Dialogs
    from caregiver_desk.desk.door.begin import Begin
    from caregiver_desk.desk.door.seat import Seat
    from caregiver_desk.desk.door.telling import Telling
    from caregiver_desk.desk.door.two import Two
    from caregiver_desk.desk.door.unlock import Unlock
    from caregiver_desk.desk.frame.window import Window
    from caregiver_desk.desk.work import Lane
    from caregiver_desk.store.book import Book
    from caregiver_desk.sync.opener import Opener
    from caregiver_desk.trainer.rehearsal import Rehearsal


ALMOST = 0.8  # of the height of the screen


class Step(Protocol):
    """One thing at the door. It says how much room it would like, at 100 per cent, and what stands below it."""

    ROOM: tuple[int, int]
    foot: QWidget | None

    def arrive(self) -> None:
        """It is in front now: put the keys where they are needed."""
        ...


def bring_in() -> None:
    """What the desk needs, brought in while she types."""
    from caregiver_desk import acts
    from caregiver_desk.acts import opening  # noqa: F401 - for what it brings
    from caregiver_desk.desk.frame import window  # noqa: F401
    from caregiver_desk.desk.pages import all_pages

    acts.load()
    all_pages()


def _let_go() -> None:
    """A program that was fetched to take the place of an earlier one may be this one by now."""
    from caregiver_desk.sync import releases

    releases.let_go()


def _come_forward(window: QWidget) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def _screen() -> QSize:
    return QGuiApplication.primaryScreen().availableGeometry().size()


def _laid(step: QWidget) -> QWidget:
    """A step and what stands below it. Only one that may not fit scrolls: a bar costs a tenth of the first window."""
    (wide, _), foot = cast("Step", step).ROOM, cast("Step", step).foot
    inside = _amid(step, wide)
    fits = inside.sizeHint().height() < _screen().height() * ALMOST and not foot
    if fits:
        return holding(column(inside, gap=0))
    below = [_amid(foot, wide)] if foot else []
    for each in below:
        each.setContentsMargins(0, 0, theme.px(BAR), 0)  # they end where what scrolls above them ends
    return holding(column(Scroll(inside, steady=True), *below, gap=0))


def _amid(part: QWidget, wide: int) -> QWidget:
    """In the middle of a wide window, and not wider than it reads well."""
    part.setMaximumWidth(theme.px(wide))
    laid = row(1, part, 1)
    laid.setStretch(1, MOST)
    return holding(laid)


class Door(QWidget):
    """The ways to a desk: by the passphrase of a book that is here, by a new book, by a recovery sheet."""

    leaves = Signal()  # this process makes room for another
    stands = Signal()  # it was painted

    def __init__(self, books: Sequence[Shelved], chosen: Path | None = None, handed: Sequence[Path] = ()) -> None:
        super().__init__()
        self.books, self.chosen, self._handed = list(books), chosen, list(handed)
        self.telling: Telling | None = None
        self._desk: Window | None = None
        self._seat: Seat | None = None
        self._held = ExitStack()
        self._painted = self._looks_round = False
        heard_as(self, QAccessible.Role.Window)
        self._steps, self._waiting = QStackedWidget(), Waiting()
        self.setWindowTitle(NAME)
        self.setLayout(column(self._waiting, self._steps, gap=0))
        self.resize(0, 0)  # as small as the first step would like
        self._say_what_waits()
        self.first_step()

    @property
    def desk(self) -> Window | Two | None:
        """The desk that was opened here; of a rehearsal, the laptop that somebody sits at now, or both."""
        return self._seat.window if self._seat else self._desk

    @cached_property
    def lane(self) -> Lane:
        from caregiver_desk.desk.work import Lane

        return Lane()

    @cached_property
    def dialogs(self) -> Dialogs:
        from caregiver_desk.desk.dialogs import Dialogs

        return Dialogs()

    def explain(self, over: QWidget, code: str = "") -> None:
        """What was refused here: what it means, and what to do next."""
        if code:
            from caregiver_desk.desk.sheets.helping import explained

            self.dialogs.show(explained(over, code))

    def first_step(self) -> None:
        """Unlock where there is a book to unlock, else begin one."""
        if self.books:
            from caregiver_desk.desk.door.unlock import Unlock

            self.show_step(Unlock(self))
        else:
            from caregiver_desk.desk.door.begin import Begin

            self.show_step(Begin(self))

    def show_step(self, step: QWidget) -> None:
        before, self.step = self._steps.currentWidget(), step
        self._steps.setCurrentIndex(self._steps.addWidget(_laid(step)))
        if before is not None:
            self._steps.removeWidget(before)
            before.deleteLater()
        self.make_room(cast("Step", step).ROOM)
        if self._painted:
            cast("Step", step).arrive()
            self._say_where()

    def _say_where(self) -> None:
        """Another step is said by its title, to whoever does not see it."""
        if title := self.step.findChild(QLabel, STEP):
            tell(self, title.text())

    def make_room(self, room: tuple[int, int]) -> None:
        """Grow to this size at 100 per cent, as far as the screen goes; never shrink."""
        wide, high = room
        self.resize(QSize(theme.px(wide), theme.px(high)).boundedTo(_screen()).expandedTo(self.size()))

    def hold(self, book: Book) -> None:
        """Keep an open book until there is no desk any more."""
        self._held.callback(book.close)

    def enter(self, book: Book) -> None:
        """Show the desk of a book that is held."""
        from caregiver_desk.sync.opener import Opener

        opener = Opener()
        self._held.callback(opener.close)
        desk = self._show_desk(book, opener)
        desk.closed.connect(self.close)
        desk.locked.connect(self._lock)
        desk.put_down.connect(self._choose_backup)
        for file in self._handed:
            desk.handed.take(file)
        self._handed = []

    def take_up(self, file: Path | None) -> None:
        """Somebody opened a file, or the program once more: what is open here comes forward, and shows it."""
        if file and self._desk:
            self._desk.handed.take(file)
        elif file:
            self._handed.append(file)
            self._say_what_waits()
        _come_forward(next((each for each in (self.desk, self.telling) if each and each.isVisible()), self))

    def _say_what_waits(self) -> None:
        """Here, and at the desk of a rehearsal."""
        self._waiting.say(len(self._handed))
        if self._handed and self._seat:
            self._seat.tell(say("What was opened is shown once you leave the rehearsal and open your book."))

    def tell_fault(self, where: str) -> None:
        """Something of ours broke that nobody caught: say so where a desk is open."""
        if self.desk and isValid(self.desk):
            lane, *_ = self.desk.lanes
            if not lane.closed:
                lane.troubled.emit(Broken(where=where))

    def look_round(self) -> None:
        """Have a fictional programme told, and begin at once with its first exercise, which walks round the desk."""
        self._looks_round = True
        self.rehearse()

    def rehearse(self) -> None:
        """Have a fictional programme told, and sit down at its exercises; after that this window is there again."""
        from caregiver_desk.desk.door.rehearse import telling

        self.telling = telling()
        self.telling.told.connect(lambda told: self._sit_down(*told))
        self.telling.refused.connect(self._stay)
        self.telling.show()
        self.hide()

    def _sit_down(self, rehearsal: Rehearsal, held: ExitStack) -> None:
        from caregiver_desk.desk.door.seat import Seat
        from caregiver_desk.desk.rehearsing import Rehearsing
        from caregiver_desk.trainer.exercises.shelf import shipped

        self._held = held
        self._seat = Seat(Rehearsing(rehearsal, shipped()))
        self._seat.left.connect(self._back)
        self._seat.sit_down("rehearsal")
        if self._looks_round:
            self._seat.rehearsing.begin(self._seat.rehearsing.exercises[0])
        self._looks_round = False
        self._say_what_waits()

    def _stay(self, problem: Problem) -> None:
        """It could not be told, or somebody did not want it: what was typed here stands here still."""
        self._looks_round = False
        self.show()
        if not isinstance(problem, Stopped):
            cast("Begin | Unlock", self.step).complain(problem)

    def _show_desk(self, book: Book, opener: Opener) -> Window:
        from caregiver_desk.desk.frame.opening import window_for

        self._desk = window_for(book, opener)
        self._desk.show()
        self.hide()
        return self._desk

    def _back(self) -> None:
        self._seat = None
        self._held.close()
        self.first_step()
        self.show()

    def _choose_backup(self) -> None:
        """Close the desk and its book, and stand where a backup is chosen."""
        desk = cast("Window", self.desk)
        folder = cast("Book", desk.hands.lane.book).vault.folder
        desk.closed.disconnect(self.close)
        desk.close()
        self._desk, self._handed = None, desk.handed.waits
        self._say_what_waits()
        self._held.close()
        self.bring_back(folder)
        self.show()

    def bring_back(self, folder: Path) -> None:
        from caregiver_desk.desk.door.bring_back import BringBack

        self.show_step(BringBack(self, folder))

    def _lock(self) -> None:
        """Let go of the book, and become a process that never had its key."""
        from caregiver_desk.desk.safe.locking import start_again

        desk = cast("Window", self.desk)
        folder = cast("Book", desk.hands.lane.book).vault.folder
        try:
            desk.close()
        finally:
            self.leaves.emit()
            start_again(folder, *desk.handed.waits)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        cast("Step", self.step).arrive()
        self.stands.emit()
        for each in (bring_in, _let_go):
            self.lane.run(each, then=lambda _: None, owner=self)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.lane.close()
        self._held.close()
        super().closeEvent(event)
