"""The frame: rail, head, page and status line, and how one goes from one page to another.

It is made of the colours and letters of the moment, and thrown away for another when they change; what lasts as long as
the book is open stands in the window. The frame carries messages and knows no subject: pages say where to go, and what
was touched comes round to all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.frame.head import Head
from caregiver_desk.desk.frame.new_menu import New
from caregiver_desk.desk.frame.rail import Rail
from caregiver_desk.desk.frame.stack import Stack
from caregiver_desk.desk.frame.status import Status, standing
from caregiver_desk.desk.frame.toast import Toast
from caregiver_desk.desk.frame.trouble import TroubleTold
from caregiver_desk.desk.frame.under_way import UnderWay
from caregiver_desk.desk.frame.whatday import DayBanner
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Search, pressed
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.wording import say

NARROW_BELOW = 1000  # pixels at 100 per cent


class Frame(QWidget):
    """What one looks at. `begins` an act, `finds` anything, and `moved` when one went to another page."""

    begins = Signal(str)
    finds = Signal()
    moved = Signal()

    def __init__(self, hands: Hands, sorts: Sequence[type[Page]], waiting: QWidget) -> None:
        """`waiting` tells of what waits to be looked at, whichever page is in front."""
        super().__init__()
        self._hands = hands
        self._heads: dict[str, tuple[str, str]] = {}
        self.before = ""  # the page from which one came
        hands.places = [say(page.label) for page in sorts]
        self.pages = Stack(hands, sorts)
        self.rail = Rail([(page.subject, page.icon, say(page.label)) for page in sorts])
        self.head, self.status, self.trouble = Head(), Status(), TroubleTold()
        self._find = pressed(Search(say("Find anything"), icon="search", hint="Ctrl K"), self.finds.emit)
        self.new = New(hands.lane.book.role if hands.lane.book else "", self.begins.emit)
        self._exercise = UnderWay(hands.rehearsing) if hands.rehearsing else None
        self._lay(waiting)
        self._connect()
        self._ask_standing()

    def _lay(self, waiting: QWidget) -> None:
        told = [DayBanner(self._hands.lane), self.trouble, waiting, *([self._exercise] if self._exercise else [])]
        right = holding(column(self.head, *told, self.pages, gap=0))
        upper = QHBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addWidget(right, 1)
        self.setLayout(column(upper, self.status, gap=0))
        self.toast = Toast(self, right)

    def _connect(self) -> None:
        self.rail.goes.connect(self.go)
        self.pages.goes.connect(self.go)
        for moves in (self.pages.shifted, self._hands.lane.rested):
            moves.connect(self.toast.make_way)
        self.pages.headed.connect(self._headed)
        self.pages.counted.connect(lambda subject, number: self.rail.places[subject].waits(number))
        self.trouble.asks.connect(partial(self.begins.emit, "problem"))
        if self._exercise:
            self._exercise.asks.connect(partial(self.go, "rehearsal"))

    def page(self) -> Page:
        """The page in front."""
        return cast("Page", self.pages.front)

    def go(self, subject: str, facts: Mapping[str, object] | None = None) -> None:
        """Bring a page to the front, with what one has in mind."""
        shown = self.page().subject if self.pages.front else ""
        elsewhere = bool(shown) and shown != subject
        if elsewhere:
            self.before = shown
            self.page().keep_draft()
            self._tell_page(say(self.pages.sorts[subject].label))
        page = self._show(subject)
        if facts:
            page.arrive(dict(facts))
        page.seen()
        if elsewhere:
            if not facts:
                page.greet()
            self.moved.emit()

    def leave(self) -> None:
        """Back to the page from which one came."""
        if self.before:
            self.go(self.before)

    def _show(self, subject: str) -> Page:
        page = self.pages.show_page(subject)
        self.rail.choose(subject)
        self.head.show_page(page, [self._find, self.new])
        if self._exercise:
            self._exercise.stand_aside(aside=subject == "rehearsal")
        self._order_keys()
        self._headed(subject, *self._heads.get(subject, (say(page.label), "")))
        return page

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

    def heed(self, touched: frozenset[str]) -> None:
        """What shows one of these kinds asks again."""
        self.pages.heed(touched)
        self._ask_standing()

    def _ask_standing(self) -> None:
        self._hands.lane.ask(standing, then=self.status.show_standing, owner=self)

    def say(self, words: str) -> None:
        """What went well, in the status line; what had gone wrong is told no longer."""
        self.trouble.hide()
        self.status.say(words)
        tell(self.status, words)

    def complain(self, told: Told) -> None:
        """The whole of it below the head, its beginning in the status line."""
        self.trouble.tell(told)
        self.status.say(str(told), "brick")

    def fit(self, size: QSize) -> None:
        """As it looks where there is so much room."""
        narrow = size.width() < theme.px(NARROW_BELOW)
        self.rail.make_narrow(narrow=narrow)
        self.status.make_narrow(narrow=narrow)
        self.toast.make_way()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self.fit(event.size())
        super().resizeEvent(event)
