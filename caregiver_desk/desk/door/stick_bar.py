"""The stick between two laptops: where it is, and what can happen to it. It lies above both, and F9 goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.stick_dialogs import Told
from caregiver_desk.desk.keys import STICK, called
from caregiver_desk.desk.parts.buttons import Chip, Small, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.marks import Icon, KeyCap
from caregiver_desk.desk.parts.words import PlainLabel, meta
from caregiver_desk.store.drive import Step
from caregiver_desk.trainer.stick import Where
from caregiver_desk.wording import count, later, say

BY_HAND = "by hand"
COMES_OUT: Mapping[str, str] = {
    BY_HAND: later("Comes out by hand"),
    Step.BEGUN: later("Comes out as the copying begins"),
    Step.WRITTEN: later("Comes out in the middle of copying"),
    Step.COMPARED: later("Comes out as the copy is checked"),
    Step.NAMED: later("Comes out at the very end of copying"),
    Step.FOUND: later("Comes out as a bundle is opened"),
    Step.READ: later("Comes out while a bundle is read"),
}


class StickBar(QWidget):
    """`names` is what each laptop is called. Nothing in it comes or goes: what cannot be done now is hidden."""

    def __init__(self, told: Told, names: Mapping[Where, str]) -> None:
        super().__init__()
        self._stick = told.stick
        self._came_out = self._waits = False  # by itself; and whether it is to
        places = {Where.LEFT: names[Where.LEFT], Where.TABLE: say("On the table"), Where.RIGHT: names[Where.RIGHT]}
        self._places = {where: self._place(where, words) for where, words in places.items()}
        self._says = meta()
        self._lose, self._pocket = Small(say("Lose it")), Small("")
        self._find, self._another = Small(say("Find it")), Small(say("Take another one"))
        self._moment = Chooser(
            {key: say(words) for key, words in COMES_OUT.items()}, BY_HAND, name=say("When it comes out")
        )
        self._moment.chosen.connect(self._choose)
        self._lay()
        told.moved.connect(self._moved)
        self.show_it()

    def _lay(self) -> None:
        stick = self._stick
        does = {self._lose: stick.lose, self._pocket: stick.keep_back, self._find: stick.pull_out,
                self._another: stick.take_another}  # fmt: skip
        ways = [pressed(button, partial(self._do, what)) for button, what in does.items()]
        head = PlainLabel(say("The stick"), weight=theme.SEMIBOLD)
        named = (Icon("bundle", "leaf"), head, KeyCap(called(STICK.keys)))
        laid = column(holding(flow(*named, *self._places.values(), self._says, *ways, self._moment)))
        side, room = theme.px(theme.ROOM), theme.px(theme.SMALL)
        laid.setContentsMargins(side, room, side, room)
        self.setLayout(laid)
        self.setAccessibleName(say("The stick"))

    def take_keys(self) -> None:
        """To where the stick is, or to the way to find it."""
        self._places.get(self._stick.where, self._find).setFocus()

    def on_key(self, keys: str, does: Callable[[], object]) -> None:
        """While the keys are here."""
        key = QShortcut(QKeySequence(keys), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(does)

    def _place(self, where: Where, words: str) -> Chip:
        chip = Chip(words)
        chip.setAccessibleName(say("The stick: {place}", place=words))
        return pressed(chip, partial(self._go, where))

    def _go(self, where: Where) -> None:
        self._do(self._stick.pull_out if where == Where.TABLE else partial(self._stick.put_in, where))

    def _do(self, what: Callable[[], object]) -> None:
        """Whatever somebody does with it, unless this system holds it fast while a file stands open."""
        try:
            what()
        except PermissionError:
            self.show_it()
            self._says.setText(say("It is in use. Try again in a moment."))
        else:
            self.show_it()

    def _choose(self, key: str) -> None:
        """When it comes out by itself, in the middle of what the program does."""
        self._stick.comes_out_at = None if key == BY_HAND else Step(key)
        self._waits, self._came_out = key != BY_HAND, False
        self.show_it()

    def _moved(self) -> None:
        due = self._stick.comes_out_at is not None
        self._came_out, self._waits = self._waits and not due, due
        self.show_it()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._says.text()))

    def show_it(self) -> None:
        """Where it is now, and how much is on it."""
        lost = self._stick.where == Where.LOST
        for where, chip in self._places.items():
            chip.setChecked(where == self._stick.where)
        self._says.setText(self._words())
        self._pocket.setText(say("Out of the pocket") if self._stick.kept_back else say("Into a pocket"))
        self._pocket.setAccessibleName(self._pocket.text())
        for each in (self._find, self._another):
            each.setVisible(lost)
        for each in (self._lose, self._pocket):
            each.setVisible(not lost)
        self._moment.show_chosen(self._stick.comes_out_at or BY_HAND)
        self._pocket.updateGeometry()

    def _words(self) -> str:
        if self._stick.where == Where.LOST:
            return say("Lost.")
        if self._came_out:
            return say("It came out just now.")
        number = len(self._stick.bundles())
        return count("{number} bundle on it", "{number} bundles on it", number) if number else say("Empty")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        painter.end()
