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
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.stick_dialogs import Told
from caregiver_desk.desk.keys import STICK, called
from caregiver_desk.desk.parts.buttons import Chip, Small, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import clear, column, holding
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
    """`names` is what each laptop is called."""

    def __init__(self, told: Told, names: Mapping[Where, str]) -> None:
        super().__init__()
        self._stick, self._names = told.stick, {Where.TABLE: say("On the table"), **names}
        self._waited = False  # whether it was to come out by itself
        self._says = meta()
        self._laid = column(gap=0)
        side = theme.px(theme.ROOM)
        self._laid.setContentsMargins(side, theme.px(theme.SMALL), side, theme.px(theme.SMALL))
        self.setLayout(self._laid)
        self.setAccessibleName(say("The stick"))
        told.moved.connect(self._moved)
        self._lay()

    def take_keys(self) -> None:
        """To where the stick is."""
        shown = self.findChildren(QAbstractButton)
        next((each for each in shown if each.isChecked()), shown[0]).setFocus()

    def on_key(self, keys: str, does: Callable[[], object]) -> None:
        """While the keys are here."""
        key = QShortcut(QKeySequence(keys), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(does)

    def _lay(self) -> None:
        """Once more, with the keys where they were: what can be done differs with where the stick is."""
        held = next((each.accessibleName() for each in self.findChildren(QAbstractButton) if each.hasFocus()), "")
        clear(self._laid)
        self._says = meta(self._words())
        head = PlainLabel(say("The stick"), weight=theme.SEMIBOLD)
        parts = [
            Icon("bundle", "leaf"),
            head,
            KeyCap(called(STICK.keys)),
            *self._places(),
            self._says,
            *self._ways(),
            self._moment(),
        ]
        self._laid.addWidget(holding(flow(*parts)))
        if held:
            shown = self.findChildren(QAbstractButton)
            next((each for each in shown if each.accessibleName() == held), shown[0]).setFocus()

    def _places(self) -> list[QWidget]:
        return [self._place(where) for where in (Where.LEFT, Where.TABLE, Where.RIGHT)]

    def _place(self, where: Where) -> Chip:
        chip = Chip(self._names[where])
        chip.setChecked(self._stick.where == where)
        name = say("The stick: {place}", place=self._names[where])
        chip.setAccessibleName(name)
        return pressed(chip, partial(self._go, where))

    def _go(self, where: Where) -> None:
        (self._stick.pull_out if where == Where.TABLE else partial(self._stick.put_in, where))()
        self._lay()

    def _ways(self) -> list[QWidget]:
        stick = self._stick
        if stick.where == Where.LOST:
            return [
                pressed(Small(say("Find it")), stick.pull_out),
                pressed(Small(say("Take another one")), stick.take_another),
            ]
        pocket = say("Out of the pocket") if stick.kept_back else say("Into a pocket")
        return [pressed(Small(say("Lose it")), stick.lose), pressed(Small(pocket), stick.keep_back)]

    def _moment(self) -> Chooser:
        """When it comes out by itself, in the middle of what the program does."""
        options = {key: say(words) for key, words in COMES_OUT.items()}
        moment = Chooser(options, self._stick.comes_out_at or BY_HAND, name=say("When it comes out"))
        moment.chosen.connect(self._choose)
        return moment

    def _choose(self, key: str) -> None:
        self._stick.comes_out_at = None if key == BY_HAND else Step(key)
        self._waited = self._stick.comes_out_at is not None
        self._lay()

    def _moved(self) -> None:
        self._lay()
        self._waited = self._stick.comes_out_at is not None
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._says.text()))

    def _words(self) -> str:
        if self._stick.where == Where.LOST:
            return say("Lost.")
        if self._waited and self._stick.comes_out_at is None:
            return say("It was pulled out just now.")
        number = len(self._stick.bundles())
        return count("{number} bundle on it", "{number} bundles on it", number) if number else say("Empty")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        painter.end()
