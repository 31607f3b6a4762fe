"""A page: what it is called, which kinds it shows, what it asks the book, and how it shows the answer.

A page never calls another. It says where to go (`goes`), and learns of every change, its own or a colleague's, by the
kinds that were touched: if it shows one of them it asks again, at once if it is seen, else when it next is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.dialogs import Dialogs
from caregiver_desk.desk.work import Lane

if TYPE_CHECKING:
    from caregiver_desk.store.book import Book
    from caregiver_desk.sync.opener import Opener


@dataclass
class Hands:
    """What a page may use: the lane to the book, dialogs, and the worker that opens bundles."""

    lane: Lane
    dialogs: Dialogs
    opener: Opener
    drafts: dict[str, dict[str, Any]] = field(default_factory=dict)  # what was begun on sheets and left, by act


class Page(QWidget):
    """One subject on the screen."""

    subject: ClassVar[str] = ""
    label: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    kinds: ClassVar[frozenset[str]] = frozenset()

    goes = Signal(str, dict)
    headed = Signal(str, str)
    counted = Signal(int)

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self._stale = True

    def question(self) -> Callable[[Book], Any]:
        """What to ask the book: a pure function that runs on the lane and knows nothing of widgets."""
        raise NotImplementedError

    def answer(self, found: Any) -> None:
        """Show what was found."""
        raise NotImplementedError

    def arrive(self, facts: dict[str, Any]) -> None:
        """Somebody came here with something in mind, such as a caregiver."""

    def header_buttons(self) -> list[QWidget]:
        """What can be done from the head of this page."""
        return []

    def save(self) -> None:
        """Ctrl+Enter."""

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
