"""A page: what it is called, which kinds it shows, what it asks the book, and how it shows the answer.

A page never calls another. It says where to go (`goes`), and learns of every change, its own or a colleague's, by the
kinds that were touched: if it shows one of them it asks again, at once if it is seen, else when it next is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.dialogs import Dialogs
from caregiver_desk.desk.drafts import Draft, Drafts
from caregiver_desk.desk.parts.layout import BAR, Card, Columns, column
from caregiver_desk.desk.rounds import Rounds
from caregiver_desk.desk.work import Lane
from caregiver_desk.store import looks
from caregiver_desk.store.access import What

if TYPE_CHECKING:
    from caregiver_desk.desk.rehearsing import Rehearsing
    from caregiver_desk.store.book import Book
    from caregiver_desk.sync.opener import Opener


LEAST = 560  # pixels of a window, at 100 per cent, in which a sheet can scroll by itself and still be read


@dataclass
class Hands:
    """What a page may use: the lane to the book, dialogs, the worker that opens bundles, and what was begun."""

    lane: Lane
    dialogs: Dialogs
    opener: Opener
    rehearsing: Rehearsing | None = None  # where this desk is one of a rehearsal
    drafts: Drafts = field(init=False)
    rounds: Rounds = field(init=False)
    places: Sequence[str] = ()  # what the rail calls its pages, in their order

    def __post_init__(self) -> None:
        self.drafts, self.rounds = Drafts(self.lane), Rounds(self.lane, self.opener)

    def looked(self, what: What, people: Collection[str]) -> None:
        """Somebody's record is on the screen: the access log says so, once it is shown."""
        self.lane.note(lambda book: looks.looked(book, what, people), dear=False)


@contextmanager
def _keeping_keys(part: QWidget) -> Iterator[None]:
    """Whatever in this part has the keys has them still when it is moved."""
    held = QApplication.focusWidget()
    inside = held is not None and part.isAncestorOf(held)
    yield
    if held is not None and inside:
        held.setFocus()


class Below(QWidget):
    """What stays in sight below a page that scrolls; nothing, mostly."""

    def __init__(self) -> None:
        super().__init__()
        self._laid = column(gap=0)
        side = theme.px(theme.WIDE + 2)
        self._laid.setContentsMargins(side, theme.px(theme.SMALL), side + theme.px(BAR), theme.px(theme.SMALL))
        self.setLayout(self._laid)
        self._holds, self._serves = False, True
        self.hide()

    def take(self, foot: QWidget) -> None:
        with _keeping_keys(foot):
            self._laid.addWidget(foot)
            self._holds = True
            self._fit()

    def give_back(self, foot: QWidget, card: Card) -> None:
        with _keeping_keys(foot):
            card.add(foot)
            self._holds = False
            self._fit()

    def serve(self, *, begun: bool) -> None:
        """Nothing is saved from a page on which nothing can be begun yet."""
        self._serves = begun
        self._fit()

    def _fit(self) -> None:
        self.setVisible(self._holds and self._serves)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.end()


class Page(QWidget):
    """One subject on the screen."""

    subject: ClassVar[str] = ""
    label: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    kinds: ClassVar[frozenset[str]] = frozenset()

    goes = Signal(str, dict)
    moved = Signal()  # to somebody or something else on this page
    headed = Signal(str, str)
    counted = Signal(int)

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self.drafts: list[Draft] = []
        self.below = Below()
        self.first: QWidget | None = None  # the way to begin, while there is nothing on it yet
        self.serves = True  # whether there is what the head's buttons are for
        self._stale = True

    def keep_in_sight(self, foot: QWidget, card: Card, columns: Columns) -> None:
        """What saves stands below the page where that alone scrolls, and in its card where what is in the card does."""
        columns.lengthen_below(LEAST)
        columns.lengthened.connect(lambda long: self.below.take(foot) if long else self.below.give_back(foot, card))

    def question(self) -> Callable[[Book], Any]:
        """What to ask the book: a pure function that runs on the lane and knows nothing of widgets."""
        raise NotImplementedError

    @classmethod
    def waiting(cls) -> Callable[[Book], int] | None:
        """How much waits here, for the rail: asked before anybody looks, and before the page is built."""
        return None

    def answer(self, found: Any) -> None:
        """Show what was found."""
        raise NotImplementedError

    def arrive(self, facts: dict[str, Any]) -> None:
        """Somebody came here with something in mind, such as a caregiver."""

    def place(self) -> dict[str, str]:
        """Where one is on this page, as facts with which one arrives there again."""
        return {}

    def header_buttons(self) -> list[QWidget]:
        """What can be done from the head of this page, while it `serves`."""
        return []

    def serve(self, *, begun: bool) -> None:
        """From its head nothing can be done before something is begun: the first act stands in the middle."""
        self.serves = begun
        for button in self.header_buttons():
            button.setVisible(begun and self.isVisible())

    def save(self) -> None:
        """Ctrl+Enter."""

    def keep_draft(self) -> None:
        """Keep what is begun here, now."""
        for draft in self.drafts:
            draft.keep()

    def bring_back(self) -> None:
        """Show again what was begun here before the desk was closed, or the power went."""
        for draft in self.drafts:
            draft.come_back()

    def greet(self) -> None:
        """Somebody came here with nothing in mind."""
        if self.first:
            self.first.setFocus()
        else:
            self.take_keys()

    def take_keys(self) -> None:
        """Somebody came here with nothing in mind: put the keys where one begins, mostly where one looks for it."""
        self.filter_list()

    def filter_list(self) -> None:
        """Ctrl+F: narrow the list of this page, if it has one."""

    def heed(self, touched: frozenset[str]) -> None:
        """Ask again if what this page shows was touched."""
        if touched & self.kinds:
            self._stale = True
        if self._stale and self.isVisible():
            self.ask()

    def seen(self) -> None:
        """The page came to the front."""
        if self._stale:
            self.ask()

    def ask(self) -> None:
        self._stale = False
        self.hands.lane.ask(self.question(), then=self.answer, owner=self)
