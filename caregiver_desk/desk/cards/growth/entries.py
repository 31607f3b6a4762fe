"""The list of one shelf: what it is for, how something new is begun, and its entries, narrowed as one likes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import Choices
from caregiver_desk.desk.answers.growth.shelves import PAGE, Asked, Entry, Last, Shown
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.keys import FILTER, called
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Chip, Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.finding import Looks, Pick
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.heard import one_of_a_few
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.lists import LinesPainter, PaintedList
from caregiver_desk.desk.parts.tables import RECORD, Heading
from caregiver_desk.desk.parts.words import card_title, meta
from caregiver_desk.wording import say

ROWS = 3  # that are seen however small the window is
LEAST = 300
Does = Callable[[], object]


class Entries(PaintedList):
    """Opened by a click, or by Enter on the one with the keys."""

    opened = Signal(object)

    def __init__(self) -> None:
        says = Heading(say("Entries"), lambda entry: joined(entry.name, entry.quiet))
        super().__init__(says, LinesPainter(lambda entry: (entry.name, entry.quiet, entry.tone)), say("Entries"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_whole_rows(ROWS)
        self.clicked.connect(lambda index: self.opened.emit(index.data(RECORD)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.current():
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)


class EntriesCard(Card):
    """`asks` whenever it is narrowed otherwise; `wants_more` what comes after the last that is here."""

    asks = Signal()
    opened = Signal(object)
    wants_more = Signal(object)

    def __init__(self, before: QWidget) -> None:
        """`before` stands above it all and names the shelf, where the shelves do not stand beside it."""
        self._before = before
        self._title, self._says, self._ways = card_title(), meta(wrap=True), column(gap=0)
        self._line = Line(hint=say("Filter this list"), icon="search")
        self._line.setAccessibleName(say("Filter this list"))
        self._line.setAccessibleDescription(called(FILTER))
        self.whose = Pick(hint=say("everybody"))
        self.whose.setObjectName("whose")
        self.whose.setAccessibleName(say("Whose"))
        self.whose.setMinimumWidth(theme.px(190))
        self.list = Entries()
        self._last: Last | None = None
        self._narrowing = self._build_narrowing()
        self._empty, self._nothing = column(), meta(wrap=True)
        self._whole = holding(self._empty)
        super().__init__(
            before, holding(column(self._title, self._says, gap=theme.TIGHT)), holding(self._ways), self._narrowing,
            self.list, self._nothing, self._whole, gap=theme.GAP,
        )  # fmt: skip
        self.filled_by(self.list)
        self.at_least(LEAST)
        for part in (self._narrowing, self.list):
            part.hide()  # until it is known what stands there
        self._person, self._wants_keys = "", False
        self._first: QWidget | None = None  # the way to begin, where nothing stands on the shelf yet
        self._line.textChanged.connect(lambda _: self.asks.emit())
        self.whose.changed.connect(self._choose_whose)
        self.list.opened.connect(self.opened)
        self.list.rows.wants_more.connect(lambda: self.wants_more.emit(self._last))

    def _build_narrowing(self) -> QWidget:
        self._all, self._open = Chip(say("All")), Chip(say("Under way"))
        self._group = QButtonGroup()
        one_of_a_few(self._all, self._open)
        for chip in (self._all, self._open):
            self._group.addButton(chip)
            chip.clicked.connect(lambda _=False: self.asks.emit())
        self._all.setChecked(True)
        looked_for = beside(self._line, self.whose)
        self._chips = holding(flow(self._all, self._open, gap=theme.SMALL))
        return holding(column(looked_for, self._chips, gap=theme.SMALL))

    def asked(self, shelf: str) -> Asked:
        """What to ask for now; what was read once stays read."""
        many = max(PAGE, len(self.list.rows.rows()))
        return Asked(shelf, str(self.whose.value() or ""), self._open.isChecked(), self._line.text().strip(), many)

    def offer_people(self, found: Choices | None, elsewhere: Looks) -> None:
        if found is not None:
            self.whose.offer(found)
        elif self.whose.elsewhere is None:
            self.whose.look(elsewhere)

    def show_shelf(self, shown: Shown, begins: Sequence[tuple[str, Does]], further: Sequence[tuple[str, Does]]) -> None:
        """Where nothing stands on it yet, it says what it is for and how to begin, and nothing else."""
        narrowed = bool(self._line.text().strip() or self._open.isChecked() or self.whose.value())
        nothing = not shown.rows
        unbegun = nothing and not narrowed
        self._title.setText(say(shown.shelf.label))
        self._says.setText(say(shown.shelf.says))
        clear(self._ways)
        clear(self._empty)
        buttons = self._buttons(begins, further)
        self._first = buttons[0] if unbegun and buttons else None
        ways = holding(flow(*buttons, middle=unbegun, gap=theme.SMALL))
        if unbegun:
            self._empty.addWidget(Empty("growth", say(shown.shelf.label), say(shown.shelf.says), ways))
        else:
            self._ways.addWidget(ways)
        for part in (self._says, self._narrowing):
            part.setVisible(not unbegun)
        self._title.setVisible(not unbegun and not self._before.isVisibleTo(self))
        self._whole.setVisible(unbegun)
        self._nothing.setVisible(nothing and narrowed)
        self._nothing.setText(say("Nothing here is as you narrowed it."))
        self.list.setVisible(not nothing)
        self._show_rows(shown)
        if self._wants_keys:
            self.begin_filter()

    def _buttons(self, begins: Sequence[tuple[str, Does]], further: Sequence[tuple[str, Does]]) -> list[QWidget]:
        ways = [*begins, *further]
        first = [pressed(SmallPrimary(words, icon="plus" if begins else ""), does) for words, does in ways[:1]]
        return [*first, *(pressed(Small(words), does) for words, does in ways[1:])]

    def name_itself(self, *, names: bool) -> None:
        """Its name stands above it, unless what stands before it says it."""
        self._title.setVisible(names and self._narrowing.isVisibleTo(self))

    def go_on_show(self, *, goes: bool) -> None:
        """Whether anything of this shelf can be under way: where nothing can, nobody is asked for it."""
        self._chips.setVisible(goes)

    def _show_rows(self, shown: Shown) -> None:
        held = self.list.current()
        self._last = shown.last
        self.list.rows.set_rows(shown.rows, more=shown.last is not None)
        ids = [each.id for each in shown.rows]
        if ids:
            self.list.choose(ids.index(held.id) if isinstance(held, Entry) and held.id in ids else 0)

    def add_rows(self, after: Last, shown: Shown | None) -> None:
        """The next page, if what it comes after is still the last."""
        if shown is not None and after is self._last:
            self._last = shown.last
            self.list.rows.add_rows(shown.rows, more=shown.last is not None)

    def turn_to(self) -> None:
        """Another shelf comes to the front: what was looked for on the last is not looked for on this."""
        self._line.blockSignals(True)
        self._line.clear()
        self._line.blockSignals(False)
        self.list.rows.set_rows(())
        self._all.setChecked(True)

    def want(self, person: str) -> None:
        """Of this person, or of everybody."""
        self._person = person
        self.whose.put(person)

    def _choose_whose(self) -> None:
        if str(self.whose.value() or "") != self._person and (self.whose.value() or not self.whose.text().strip()):
            self._person = str(self.whose.value() or "")
            self.asks.emit()

    def begin_filter(self) -> None:
        """Ctrl+F; on a shelf where nothing stands yet, the way to begin."""
        self._wants_keys = not (self._first or self._narrowing.isVisible())
        if self._first:
            self._first.setFocus()
        elif not self._wants_keys:
            self._line.setFocus()
            self._line.selectAll()
