"""Ctrl+K: people, households, acts and pages in one list, narrowed as one types. Acts come from the register.

What begins as one types comes first, then what has it in its name, last what has another name with others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.frame.also_called import others
from caregiver_desk.desk.frame.looking import LOOKS
from caregiver_desk.desk.keys import called, page_key
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts import icons
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.folding import turned
from caregiver_desk.desk.parts.layout import column, over_window
from caregiver_desk.desk.parts.lists import Index, PaintedList, line, paint_ground
from caregiver_desk.desk.parts.tables import RECORD, Heading
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.desk.safe import safekeeping
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.desk.sheets.ways import ICONS, beginnable
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.reports import aids
from caregiver_desk.store import questions, undoing
from caregiver_desk.store.book import Book
from caregiver_desk.wording import fold, say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window

WIDE, HIGH, ROW = 620, 460, 44


@dataclass(frozen=True)
class Found:
    """Something to go to or to do."""

    icon: str
    words: str
    note: str
    subject: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    act: str = ""
    of: str = ""  # what it does this to: said, and not looked for
    also: str = ""  # what others call it: looked for, and not said

    def rank(self, typed: str) -> int | None:
        """How well it is called so; None where it is not. A page comes after acts, unless it is called just so."""
        itself = fold(self.words)
        if itself == typed or (itself.startswith(typed) and not self.subject):
            return 0
        own, also = (all(part in told for part in typed.split()) for told in (itself, f"{itself} {fold(self.also)}"))
        return (2 if self.subject else 1) if own else 3 if also else None

    @property
    def called(self) -> str:
        return say("{act}: {what}", act=self.words, what=self.of) if self.of else self.words


def offered_acts(role: str) -> list[Found]:
    """The acts that can be begun from here."""
    return [
        Found(ICONS.get(act.name, "plus"), say(act.label), called(act.shortcut), act=act.name, also=others(act.name))
        for act in beginnable(role)
    ]


def _doings(window: Window) -> list[Found]:
    """What can be done with the book itself, if it is one that can be locked."""
    doings = safekeeping.DOINGS.items() if window.locking else ()
    return [
        Found(doing.icon, say(doing.label), called(doing.keys), act=name, also=others(name)) for name, doing in doings
    ]


def _looks() -> list[Found]:
    return [
        Found(look.icon, say(look.label), called(look.keys), act=name, also=others(name))
        for name, look in LOOKS.items()
    ]


def _pages(window: Window) -> list[Found]:
    return [
        Found(page.icon, say(page.label), called(page_key(number)), subject=page.subject, also=others(page.subject))
        for number, page in enumerate(window.pages.sorts.values(), 1)
    ]


def _pages_to_read() -> list[Found]:
    return [Found("eye", say("Read: {page}", page=aids.called(name)), "", act=name) for name in aids.NAMES]


def what_undo_takes_back(book: Book) -> str:
    """The act that an undo would take back now; empty if there is none."""
    last = undoing.saved(book)
    return say(ACTS[last.act].label) if last and last.act in ACTS else ""


def found_records(book: Book, words: str) -> list[Found]:
    """People and households whose names begin with these words."""
    return [_record(leaf) for leaf in questions.find(book, words, limit=20)]


def _record(leaf: questions.Leaf) -> Found:
    """A person and a household have a page; somebody of a household is found there; the rest opens in its form."""
    kind = KINDS[leaf.kind]
    name, note = questions.call(kind, leaf.values), say(kind.label)
    if leaf.kind == "person":
        return Found("person", name, note, "people", (("caregiver", leaf.id),))
    if leaf.kind in {"household", "member"}:
        home = leaf.id if leaf.kind == "household" else str(leaf["household"])
        return Found("home", name, note, "households", (("household", home),))
    return Found("eye", name, note, facts=(("kind", leaf.kind), ("record", leaf.id)))


class Palette(QDialog):
    """One line to type into, and what it finds."""

    def __init__(self, window: Window, hands: Hands, role: str) -> None:
        super().__init__(window)
        self._window, self._hands = window, hands
        self._acts = [*offered_acts(role), *_doings(window), *_looks(), *_pages_to_read(), *_pages(window)]
        self._records: list[Found] = []
        self.setObjectName("palette")
        self.setWindowTitle(say("Find anything"))
        self.line = Line(hint=say("A name, a household, or something to do"), icon="search")
        self.line.setAccessibleName(say("Find anything"))
        says = Heading(say("Found"), lambda found: joined(found.called, found.note))
        self.list = PaintedList(says, _FoundPainter(), say("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self._go(index.data(RECORD)))
        laid = column(self.line, self.list, meta(say("↑ ↓ choose · Enter go · Esc leave")), gap=theme.GAP)
        room = theme.px(theme.ROOM)
        laid.setContentsMargins(room, room, room, room)
        self.setLayout(laid)
        over_window(self, WIDE, HIGH)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._ask)
        self.finished.connect(self.deleteLater)
        self._show([])
        hands.lane.ask(what_undo_takes_back, then=self._name_undo, owner=self)

    def _name_undo(self, words: str) -> None:
        if words:
            row = self.list.currentIndex().row()
            self._acts = [replace(each, of=words) if each.act == "undo" else each for each in self._acts]
            self._show(self._records)
            self.list.choose(row)

    def _ask(self, typed: str) -> None:
        self._hands.lane.ask(lambda book: found_records(book, typed), then=self._show, owner=self)

    def _show(self, records: list[Found]) -> None:
        typed, self._records = fold(self.line.text().strip()), records
        ranked = [(rank, found) for found in self._acts if (rank := found.rank(typed)) is not None]
        acts = [found for _, found in sorted(ranked, key=lambda each: each[0])]
        self.list.rows.set_rows([*records, *acts])
        self.list.choose(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if step := steps.get(Qt.Key(event.key())):
                count = self.list.rows.rowCount()
                if count:
                    self.list.choose((self.list.currentIndex().row() + step) % count)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.current():
                self._go(self.list.current())
                return True
        return super().eventFilter(watched, event)

    def _go(self, found: Found) -> None:
        self.accept()
        if found.act:
            self._window.begin(found.act)
        elif not found.subject:
            open_record(self._window, self._hands, **dict(found.facts))
        else:
            self._window.go(found.subject, dict(found.facts))


class _FoundPainter(QStyledItemDelegate):
    """An icon, what it is called, and what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name
        return QSize(theme.px(200), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Found = index.data(RECORD)
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        size, left = theme.px(theme.ICON - 2), place.left() + theme.px(theme.GAP)
        sign = QRectF(left, place.center().y() - size / 2, size, size)
        icons.paint(painter, found.icon, turned(sign, place), "ink-soft")
        left += theme.px(theme.ICON + theme.GAP)
        painter.setFont(theme.font(theme.META))
        note = painter.fontMetrics().horizontalAdvance(found.note)
        right = place.right() - theme.px(theme.GAP)
        line(
            painter,
            turned(QRectF(right - note - 2, place.top(), note + 2, place.height()), place),
            found.note,
            size=theme.META,
            tint="ink-soft",
        )
        words = QRectF(left, place.top(), right - note - left - theme.px(theme.SMALL), place.height())
        line(painter, turned(words, place), found.called)
        painter.restore()
