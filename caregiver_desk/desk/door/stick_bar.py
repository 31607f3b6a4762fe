"""The stick between two laptops: where it is, and what can happen to it. It lies above both, and F9 goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.stick_dialogs import StickSeen
from caregiver_desk.desk.door.stick_ways import Ways
from caregiver_desk.desk.keys import STICK, called
from caregiver_desk.desk.parts.buttons import Chip, Small, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import holding, row
from caregiver_desk.desk.parts.marks import Icon, KeyCap
from caregiver_desk.desk.parts.parting import go_on
from caregiver_desk.desk.parts.stripes import fictional
from caregiver_desk.desk.parts.words import PlainLabel, meta
from caregiver_desk.store.drive import Step
from caregiver_desk.trainer.stick import Where
from caregiver_desk.wording import count, later, say

NARROW_BELOW = 1080  # pixels at 100 per cent
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
    """`names` says whose each laptop is. Nothing in it comes or goes: what cannot be done now is hidden."""

    def __init__(self, seen: StickSeen, names: Mapping[Where, str]) -> None:
        super().__init__()
        self._stick = seen.stick
        self._came_out = self._waits = False  # by itself; and whether it is to
        self._names = names
        self._places = {where: self._place(where) for where in (Where.LEFT, Where.TABLE, Where.RIGHT)}
        self._says = meta()
        self._lose, self._pocket = Small(say("Lose it")), Small("")
        self._find, self._another = Small(say("Find it")), Small(say("Take another one"))
        self._moment = Chooser(
            {key: say(words) for key, words in COMES_OUT.items()}, BY_HAND, name=say("When it comes out")
        )
        self._moment.chosen.connect(self._choose)
        self._lay()
        seen.moved.connect(self._moved)
        self.show_it()

    def _lay(self) -> None:
        stick = self._stick
        does = {self._lose: stick.lose, self._pocket: stick.keep_back, self._find: stick.pull_out,
                self._another: stick.take_another}  # fmt: skip
        ways = [pressed(button, partial(self._do, what)) for button, what in does.items()]
        self._head = PlainLabel(say("The stick"), weight=theme.SEMIBOLD)
        self._cap = KeyCap(called(STICK.keys))
        named = (Icon("bundle", "leaf"), self._head, self._cap)
        self._each, self._ways = holding(flow(*ways, self._moment)), Ways(ways, self._moment)
        line = flow(*named, *self._places.values(), self._says, self._each, self._ways)
        laid = row(holding(line), fictional(), gap=theme.GAP)
        laid.setStretch(0, 1)
        side, room = theme.px(theme.ROOM), theme.px(theme.SMALL)
        laid.setContentsMargins(side, room, side, room)
        self.setLayout(laid)
        self.setAccessibleName(say("The stick"))
        self._make_narrow(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._make_narrow(narrow=event.size().width() < theme.px(NARROW_BELOW))
        super().resizeEvent(event)

    def _make_narrow(self, *, narrow: bool) -> None:
        """It takes one line of a small screen: what can happen to it goes behind one button."""
        self._ways.setVisible(narrow)
        for where, chip in self._places.items():
            chip.setText(self._names.get(where, self._called(where)) if narrow else self._called(where))
        for each in (self._head, self._cap, self._each):
            each.setVisible(not narrow)

    def take_keys(self) -> None:
        """To where the stick is, or to the way to find it."""
        found = self._find if self._find.isVisible() else self._ways
        self._places.get(self._stick.where, found).setFocus()

    def on_key(self, keys: str, does: Callable[[], object]) -> None:
        """While the keys are here."""
        key = QShortcut(QKeySequence(keys), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(does)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab stays here: F7 and F9 are the ways to a laptop."""
        return go_on(self, back=not onward)

    def _place(self, where: Where) -> Chip:
        words = self._called(where)
        chip = Chip(words)
        chip.setAccessibleName(say("The stick: {place}", place=words))
        return pressed(chip, partial(self._go, where))

    def _called(self, where: Where) -> str:
        return say("{name}’s laptop", name=self._names[where]) if where in self._names else say("On the table")

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
        tell(self, self._says.text())

    def show_it(self) -> None:
        """Where it is now, and how much is on it."""
        lost = self._stick.where == Where.LOST
        for where, chip in self._places.items():
            chip.setChecked(where == self._stick.where)
        self._says.setText(self._words())
        self._pocket.setText(say("Out of the pocket") if self._stick.kept_back else say("Into a pocket"))
        self._pocket.setAccessibleName(self._pocket.text())
        for each in (self._find, self._another):
            _offer(each, offered=lost)
        for each in (self._lose, self._pocket):
            _offer(each, offered=not lost)
        self._moment.show_chosen(self._stick.comes_out_at or BY_HAND)
        self._pocket.updateGeometry()

    def _words(self) -> str:
        if self._stick.where == Where.LOST:
            return say("Lost.")
        if self._came_out:
            return say("It came out.")
        number = len(self._stick.bundles())
        return count("{number} bundle on it", "{number} bundles on it", number) if number else say("Empty")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        painter.end()


def _offer(button: QAbstractButton, *, offered: bool) -> None:
    button.setVisible(offered)
    button.setEnabled(offered)
