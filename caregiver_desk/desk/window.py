"""The frame: rail, head, page, and a status line that says whose book is open and whether all is saved and shared.

The window carries messages and knows no subject: pages say where to go and what was touched comes round to all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS, named
from caregiver_desk.desk import intake, theme, ways
from caregiver_desk.desk.buttons import Pressable, Search, pressed
from caregiver_desk.desk.intake_sheet import look_at_sheet, pick_sheet
from caregiver_desk.desk.layout import Scroll, column, holding, row
from caregiver_desk.desk.marks import Icon
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.palette import Palette
from caregiver_desk.desk.rail import Rail
from caregiver_desk.desk.sheet import act_sheet
from caregiver_desk.desk.words import PlainLabel, ago, as_day, meta, tip, title
from caregiver_desk.store import backups, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import exchange
from caregiver_desk.wording import count, say

NARROW_BELOW = 1000  # pixels at 100 per cent
TINY_BELOW = 600
STRIPE = 6


@dataclass(frozen=True)
class Standing:
    """What the status line says of the book."""

    owner: str
    team: str
    backed_up: str
    to_share: int
    fictional: bool


def standing(book: Book) -> Standing:
    names = questions.names_of(book, [book.person])
    teams = questions.listing(book, "team", limit=1)
    kept = backups.backups(book.vault.folder)
    saved_on = as_day(kept[0].name[:10]) if kept else None
    backed_up = say("Backed up {when}", when=ago(saved_on, clock.today())) if saved_on else say("No backup yet")
    to_share = sum(exchange.undelivered(book, partner) for partner in partners.known(book))
    team = str(teams[0]["name"]) if teams else ""
    return Standing(names.get(book.person, ""), team, backed_up, to_share, book.fictional)


class Status(QWidget):
    """Whose book, saved when, backed up when, how much to share."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(theme.STATUS))
        self.owner = PlainLabel(size=theme.META, weight=theme.SEMIBOLD)
        self.team, self.backed_up, self.to_share = meta(), meta(), meta()
        self.fictional = PlainLabel(say("FICTIONAL"), size=theme.META, weight=theme.BOLD, tint="amber")
        self.fictional.hide()
        self.saying = meta(say("All saved"))
        self.saying.setObjectName("message")
        self.saying.setMinimumWidth(1)  # long words are cut rather than the window made wider
        self._icon = Icon("check", "leaf", 15)
        self._wrong = Icon("alert", "brick", 15)
        self._wrong.hide()
        laid = row(
            self.owner, self.team, self.fictional, 1, self._icon, self._wrong, self.saying, self.backed_up,
            self.to_share,
            gap=theme.ROOM,
        )  # fmt: skip
        laid.setContentsMargins(theme.px(theme.ROOM), 0, theme.px(theme.ROOM), 0)
        self.setLayout(laid)

    def say(self, words: str, *, wrong: bool = False) -> None:
        self.saying.setText(words)
        self.saying.setToolTip(tip(words))
        self.saying.tint("brick" if wrong else "ink-soft")
        self._icon.setVisible(not wrong)
        self._wrong.setVisible(wrong)

    def make_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, whose book and what must be shared go first."""
        self.team.setVisible(not narrow)
        self.backed_up.setVisible(not narrow)

    def show_standing(self, standing: Standing) -> None:
        self.owner.setText(standing.owner)
        self.team.setText(say("{team} team", team=standing.team) if standing.team else "")
        self.backed_up.setText(standing.backed_up)
        words = count("{number} change to share", "{number} changes to share", standing.to_share)
        self.to_share.setText(words if standing.to_share else say("Nothing to share"))
        self.fictional.setVisible(standing.fictional)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        painter.end()


class Head(QWidget):
    """The title of the page, the line beneath it, and what can be done from here."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.line = title(), meta(wrap=True)
        self.title.setWordWrap(True)
        self._buttons, self._narrow = row(gap=theme.SMALL), False
        words = column(self.title, self.line, gap=2)
        laid = row(holding(words), gap=theme.GAP)
        laid.addLayout(self._buttons)
        laid.setStretch(0, 1)
        side = theme.px(theme.WIDE + 2)
        laid.setContentsMargins(side, theme.px(theme.ROOM), side, theme.px(theme.GAP))
        self.setLayout(laid)

    def make_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        for button in self.findChildren(Pressable):
            button.bare(bare=narrow)

    def buttons(self) -> list[QWidget]:
        items = (self._buttons.itemAt(place) for place in range(self._buttons.count()))
        return [widget for item in items if item and (widget := item.widget())]

    def show_page(self, page: Page, always: Sequence[QWidget]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
        for button in (*always, *page.header_buttons()):
            self._buttons.addWidget(button)
            button.show()
        self.make_narrow(narrow=self._narrow)


class Window(QWidget):
    """The desk of one open book."""

    closed = Signal()

    def __init__(self, hands: Hands, pages: Sequence[type[Page]], *, fictional: bool) -> None:
        super().__init__()
        self.hands, self._fictional, self._before = hands, fictional, ""
        self._heads: dict[str, tuple[str, str]] = {}
        self.setWindowTitle(say("Caregiver Desk"))
        self.pages = {page.subject: page(hands) for page in pages}
        self.rail = Rail([(page.subject, page.icon, say(page.label)) for page in pages])
        self.head, self.status, self._stack = Head(), Status(), QStackedWidget()
        self._find = pressed(Search(say("Find anything"), icon="search", hint="Ctrl K"), self.open_palette)
        self._lay()
        self._connect()
        self._shortcuts()
        self.resize(1366, 768)
        self.setAcceptDrops(True)
        self._ask_standing()
        self._stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.go(next(iter(self.pages)))
        self._stack.setFocus()

    def _lay(self) -> None:
        for page in self.pages.values():
            side = theme.px(theme.WIDE + 2)
            page.setContentsMargins(side, 0, side, theme.px(theme.GAP))
            self._stack.addWidget(Scroll(page))
        right = holding(column(self.head, self._stack, gap=0))
        upper = QHBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addWidget(right, 1)
        whole = column(upper, self.status, gap=0)
        stripe = theme.px(STRIPE) if self._fictional else 0
        whole.setContentsMargins(stripe, stripe, stripe, stripe)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.rail.goes.connect(self.go)
        lane = self.hands.lane
        lane.touched.connect(self._heed)
        lane.said.connect(self.status.say)
        lane.troubled.connect(lambda words: self.status.say(words, wrong=True))
        for subject, page in self.pages.items():
            page.goes.connect(self.go)
            page.headed.connect(partial(self._headed, subject))
            page.counted.connect(self.rail.places[subject].waits)

    def _shortcuts(self) -> None:
        for number, subject in enumerate(self.pages, 1):
            self._key(f"Alt+{number % 10}", partial(self.go, subject))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys, lambda: self.page().save())
        self._key("Esc", self._leave)
        self._key("Ctrl+K", self.open_palette)
        self._key("Ctrl+F", lambda: self.page().filter_list())
        for act in ACTS.values():
            if act.shortcut:
                self._key(act.shortcut, partial(self.begin, act.name))

    def _key(self, keys: str, does: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(does)

    def page(self) -> Page:
        """The page in front."""
        return list(self.pages.values())[self._stack.currentIndex()]

    def go(self, subject: str, facts: dict[str, object] | None = None) -> None:
        """Bring a page to the front, with what one has in mind."""
        page = self.pages[subject]
        shown = self.page().subject if self._stack.count() else ""
        self._before = shown if shown != subject else self._before
        self._stack.setCurrentIndex(list(self.pages).index(subject))
        self.rail.choose(subject)
        self.head.show_page(page, [self._find])
        self._order_keys()
        self._headed(subject, *self._heads.get(subject, (say(page.label), "")))
        if facts:
            page.arrive(facts)
        page.seen()

    def _order_keys(self) -> None:
        """Tab goes as one reads: the rail, the head, the page."""
        before: QWidget = list(self.rail.places.values())[-1]
        for button in self.head.buttons():
            QWidget.setTabOrder(before, button)
            before = button

    def _headed(self, subject: str, title: str, line: str) -> None:
        self._heads[subject] = (title, line)
        if self.page().subject == subject:
            self.head.title.setText(title)
            self.head.line.setText(line)

    def _heed(self, touched: frozenset[str]) -> None:
        for page in self.pages.values():
            page.heed(touched)
        self._ask_standing()

    def _ask_standing(self) -> None:
        self.hands.lane.ask(standing, then=self.status.show_standing, owner=self)

    def _leave(self) -> None:
        if self._before:
            self.go(self._before)

    def begin(self, name: str) -> None:
        """Begin an act where it belongs: on its page, with a file, at once, or on a sheet."""
        if name in ways.PAGES:
            subject, facts = ways.PAGES[name]
            self.go(subject, dict(facts))
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
        """A file dropped anywhere is looked at: as a spreadsheet if it is called one, else as a bundle."""
        path = Path(event.mimeData().urls()[0].toLocalFile())
        if intake.is_spreadsheet(path):
            look_at_sheet(self, self.hands, "", path)
        else:
            self.go("sharing", {"file": str(path)})

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        narrow = event.size().width() < theme.px(NARROW_BELOW)
        self.rail.make_narrow(narrow=narrow)
        self.status.make_narrow(narrow=narrow)
        self.head.make_narrow(narrow=event.size().width() < theme.px(TINY_BELOW))
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.hands.lane.close()
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        if self._fictional:
            paint_stripes(painter, QRectF(self.rect()))
        painter.end()


def paint_stripes(painter: QPainter, place: QRectF) -> None:
    """The frame of a book whose people are made up."""
    painter.fillRect(place, theme.colour("stripe"))
    painter.fillRect(place, Qt.BrushStyle.BDiagPattern)
    inset = theme.px(STRIPE)
    painter.fillRect(place.adjusted(inset, inset, -inset, -inset), theme.colour("paper"))
