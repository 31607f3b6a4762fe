"""The pages of the desk, one of them in front; each is built when somebody first looks at it.

What waits on a page is asked of the book and not of the page, so the rail knows it before anybody looks there. A page
that is built later brings back what was begun on it, as if it had stood there from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.heard import as_group
from caregiver_desk.desk.parts.layout import Scroll, column, holding


class Stack(QStackedWidget):
    """`goes`, `moved`, `headed` and `counted` are what pages say, the last two with the subject of who says it.

    `shifted` says that another page is in front, or that it was scrolled.
    """

    moved = Signal()
    shifted = Signal()
    goes = Signal(str, dict)
    headed = Signal(str, str, str)
    counted = Signal(str, int)

    def __init__(self, hands: Hands, sorts: Sequence[type[Page]]) -> None:
        super().__init__()
        self._hands, self.sorts = hands, {each.subject: each for each in sorts}
        self._built: dict[str, Page] = {}
        self._remembers = False
        self.front: Page | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        as_group(self)

    def __getitem__(self, subject: str) -> Page:
        """The page of this subject."""
        if subject not in self._built:
            self._built[subject] = self._build(self.sorts[subject])
        return self._built[subject]

    def __iter__(self) -> Iterator[str]:
        """The subjects, in their order."""
        return iter(self.sorts)

    def _build(self, sort: type[Page]) -> Page:
        page = sort(self._hands)
        page.goes.connect(self.goes)
        page.moved.connect(self.moved)
        page.headed.connect(partial(self.headed.emit, sort.subject))
        page.counted.connect(partial(self.counted.emit, sort.subject))
        side = theme.px(theme.WIDE + 2)
        page.setContentsMargins(side, 0, side, theme.px(theme.GAP))
        scroll = Scroll(page, steady=True)
        scroll.verticalScrollBar().valueChanged.connect(self.shifted)
        self.addWidget(holding(column(scroll, page.below, gap=0)))
        if self._remembers:
            page.bring_back()
        return page

    def show_page(self, subject: str) -> Page:
        """Bring it to the front."""
        self.front = self[subject]
        self.setCurrentIndex(list(self._built).index(subject))
        self.shifted.emit()
        return self.front

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        """Asked for Tab, and where what had the keys is gone."""
        return self.keep_keys(QApplication.focusWidget()) or super().focusNextPrevChild(next)

    def keep_keys(self, held: QWidget | None) -> bool:
        """If what had the keys is gone the page has them, where Qt would give them to whatever stands after it."""
        above = held if held and self.isAncestorOf(held) else self
        while above is not self and not above.isHidden():
            above = cast("QWidget", above.parentWidget())
        if above is not self:
            self.setFocus()
        return above is not self

    def heed(self, touched: frozenset[str]) -> None:
        for page in self._built.values():
            page.heed(touched)
        self._count(each for each in self.sorts.values() if touched & each.kinds)

    def count_all(self) -> None:
        """How much waits on each page."""
        self._count(self.sorts.values())

    def _count(self, sorts: Iterable[type[Page]]) -> None:
        """The page in front says it by itself."""
        for each in sorts:
            waiting = each.waiting()
            if waiting and not (self.front and self.front.subject == each.subject):
                self._hands.lane.ask(waiting, then=partial(self.counted.emit, each.subject), owner=self)

    def keep_drafts(self) -> None:
        for page in self._built.values():
            page.keep_draft()

    def bring_back(self) -> None:
        """What was begun before the desk was closed is known now."""
        self._remembers = True
        for page in self._built.values():
            page.bring_back()
