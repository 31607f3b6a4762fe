"""What to bring to a check-in, each line with why it is there; what they asked for waits where it was not spoken of."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.answers.supervision.to_bring import Agenda, ToBring
from caregiver_desk.desk.parts.buttons import Chip, Plain, Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Scroll, column, holding, row
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.wording import count, full_day, say


class Brings(Card):
    """The agenda. Where all stands below each other it is one line, so that the sheet is seen."""

    offers = Signal()
    turns = Signal()
    asks = Signal()
    moves = Signal()

    def __init__(self, *read: QWidget) -> None:
        """`read` are ways to pages that help with a talk."""
        super().__init__()
        self._items, self._load, self._planned = Shelf(say("To bring")), meta(wrap=True), meta(wrap=True)
        self._waits: dict[str, Chip] = {}
        self._caregiver, self._folded = "", False
        move = pressed(Small(say("Move")), self.moves.emit)
        move.setAccessibleName(say("Move the check-in that is planned"))
        self._plan = beside(self._planned, move)
        self._ask = holding(flow(pressed(Plain(say("They asked to bring"), icon="plus"), self.asks.emit)))
        self._ways = holding(
            flow(
                pressed(Small(say("Offer support"), icon="wellbeing"), self.offers.emit),
                pressed(Small(say("Show them their record"), icon="eye"), self.turns.emit),
            )
        )
        note = meta(say("Nothing here has to be used. Skip what does not serve."), wrap=True)
        parts = (heading(say("To bring")), self._items, self._ask, self._load, self._plan, note, self._ways)
        self._shown, self._unfold = (
            Scroll(holding(column(*parts, *read, 1)), beside=theme.SMALL),
            Plain("", icon="down"),
        )
        pressed(self._unfold, lambda: self._shown.setVisible(self._shown.isHidden())).hide()
        self.add(row(self._unfold, 1))
        self.add(self._shown)

    def fold(self, folded: bool) -> None:
        self._folded = folded
        self._unfold.setVisible(folded)
        self._shown.setVisible(not folded)
        side, above = theme.px(theme.ROOM), theme.px(theme.TIGHT if folded else theme.ROOM)
        self.inside.setContentsMargins(side - theme.px(theme.SMALL) * folded, above, side, above)
        self._be_seen()

    def _be_seen(self) -> None:
        """Before somebody is chosen one line of it would say nothing."""
        self.setVisible(bool(self._caregiver) or not self._folded)

    def show_agenda(self, told: Agenda) -> None:
        if told.caregiver != self._caregiver:
            self._items.fold()
        self._caregiver = told.caregiver
        lines = {id(item): partial(self._line, item, clock.today()) for item in told.items}
        self._items.show_rows(list(lines.values()), first=[lines[id(item)] for item in told.first])
        self._waits = {item.asked: self._waits[item.asked] for item in told.items if item.asked}
        self._be_seen()
        self._load.setText(told.load)
        self._plan.setVisible(told.planned is not None)
        self._planned.setText(say("Planned for {day}", day=full_day(told.planned)) if told.planned else "")
        how_many = count("{number} thing to bring", "{number} things to bring", len(told.items))
        self._unfold.setText(how_many if told.items else say("Nothing to bring"))
        self._unfold.setAccessibleName(self._unfold.text())
        self._unfold.updateGeometry()
        for way in (self._ask, self._ways):
            way.setVisible(bool(told.caregiver))

    def _line(self, item: ToBring, today: date) -> QWidget:
        words = column(body(item.title, weight=theme.MEDIUM, wrap=True), meta(item.why, wrap=True), gap=1)
        tag = [Tag(due(item.day, today), "amber" if item.day <= today else "plain")] if item.day else []
        return beside(words, *tag, *([self._waiting(item)] if item.asked else []))

    def _waiting(self, item: ToBring) -> Chip:
        """What was not spoken of waits for the next check-in."""
        chip = Chip(say("Not yet"))
        chip.setAccessibleName(say("Not yet: {what}", what=item.title))
        chip.setChecked(item.asked in self.not_yet())
        self._waits[item.asked] = chip
        return chip

    def not_yet(self) -> set[str]:
        """What they asked to bring and was not spoken of."""
        return {asked for asked, chip in self._waits.items() if chip.isChecked()}

    def forget(self) -> None:
        """Another talk begins."""
        for chip in self._waits.values():
            chip.setChecked(False)
