"""Exchange in this room: one waits, the other goes there, both look at what came, take it in, and say so.

One sheet over the window, opened from a partner's card. It has a lane of its own for the line between the two laptops,
so the desk goes on working while somebody is waited for; the book is asked on its own lane, in between. Whatever ends
the sheet ends the line: stop, close, and the lock of the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing import room as answers
from caregiver_desk.desk.answers.sharing import stick
from caregiver_desk.desk.answers.sharing.stick import Told
from caregiver_desk.desk.cards.sharing.brought import brought_figures, brought_parts
from caregiver_desk.desk.cards.sharing.doorstep import Ways, shown_to_other
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Card, Scroll, clear, column, holding, put
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import CableBroke, Problem
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import greeting, making, near, receipts, room
from caregiver_desk.sync.greeting import Side
from caregiver_desk.sync.near import Place
from caregiver_desk.sync.room import Meeting, Waiting
from caregiver_desk.sync.stick import nobody
from caregiver_desk.wording import say

WIDE, HIGH, KIB = 640, 560, 1024
Here = Callable[[], Sequence[Place]]


class ExchangeSheet(QDialog):
    """From two ways to begin to one thing that is left: close."""

    crossed = Signal(int, int)

    def __init__(self, parent: QWidget, hands: Hands, partner: Partner, here: Here = near.here) -> None:
        super().__init__(parent)
        self._hands, self._partner, self._here = hands, partner, here
        self._wire, self._stop, self._ends = Lane(), Event(), ExitStack()
        self._folder = self._ends.enter_context(room.landing())
        self._meeting: Meeting | None = None
        self._told: Told | None = None
        self._taking = False
        self.setObjectName("exchange")
        self._title, self._about = title(), meta(wrap=True)
        self._title.setWordWrap(True)
        self._bar, self._how_far = Bar(say("Exchange with {name} in this room", name=partner.name)), meta()
        self._far = holding(column(self._bar, self._how_far, gap=theme.TIGHT))
        self._inside = column(gap=theme.GAP)
        self._go = pressed(Primary(say("Take it in"), icon="check", hint="Ctrl ↵"), self.take_in)
        self._leave = pressed(Quiet(""), self.reject)
        self._foot = Foot(self._go, others=[self._leave])
        self._lay()
        self.crossed.connect(self._show_how_far)
        self.finished.connect(self._finish)
        on_ctrl_enter(self, self.take_in)
        self._choose()

    def _lay(self) -> None:
        head = column(self._title, self._about, gap=theme.TIGHT)
        listed = column(Scroll(holding(self._inside), beside=theme.GAP), self._foot, gap=0)
        stand_over(self, column(head, self._far, listed, gap=theme.ROOM), WIDE, HIGH)

    def _say(self, words: str, about: str, leave: str, *parts: QWidget, far: bool = False, go: bool = False) -> None:
        """What is so now, and the one thing to do."""
        self.setWindowTitle(words)
        self._title.setText(words)
        self._about.setText(about)
        tell(self, ". ".join(filter(None, (words, about))))
        self._leave.setText(leave)
        self._leave.show()
        self._foot.complain("")
        self._far.setVisible(far)
        self._go.setVisible(go)
        clear(self._inside)
        for part in parts:
            put(self._inside, part)
        put(self._inside, 1)
        (self._go if go else self._leave).setFocus()

    # --- two ways to begin -------------------------------------------------------------------------------------

    def _choose(self) -> None:
        name = self._partner.name
        about = say("Join both laptops by one cable, or the same Wi-Fi. Both of you begin here.")
        ways = Ways(lambda: self._begin(self._wait), lambda: self._begin(self._set_out))
        self._say(say("Exchange with {name} in this room", name=name), about, say("Not now"), ways)
        self._ways = ways
        ways.wait.setFocus()

    def _begin(self, then: Callable[[Side], object]) -> None:
        """Once, however often it is pressed: two that wait would show one number and expect another."""
        if not self._ways.isEnabled():
            return
        self._ways.setEnabled(False)
        partner = self._partner
        self._hands.lane.ask(
            lambda book: greeting.side_of(book, partner), then=then, owner=self, refused=self._not_begun
        )

    def _wait(self, side: Side) -> None:
        if self._stop.is_set():  # the desk was locked in the meantime
            return
        try:
            waiting = self._ends.enter_context(closing(Waiting(self._here())))
        except Problem as problem:
            self._not_begun(problem)
            return
        words = say("Waiting for {name}", name=self._partner.name)
        about = say("On the other laptop: “Exchange in this room”, then type this. It ends by itself in five minutes.")
        self._say(words, about, say("Stop"), shown_to_other(waiting.addresses, room.spelt(waiting.number)))
        self._meet(partial(waiting.meet, side, self._partner.name, self._stop))

    def _set_out(self, side: Side) -> None:
        address, number = self._ways.address.text(), self._ways.number.text()
        self._say(say("Going to {name}", name=self._partner.name), "", say("Stop"))
        go = partial(room.go, address, number, side, self._partner.name, self._stop)
        self._meet(go, refused=partial(self._again, address, number))

    def _again(self, address: str, number: str, problem: Problem) -> None:
        """What was typed stays, to be mended."""
        self._choose()
        self._ways.address.setText(address)
        self._ways.number.setText(number)
        self._ways.address.setFocus()
        self._foot.complain(problem)

    def _not_begun(self, problem: Problem) -> None:
        self._ways.setEnabled(True)
        self._foot.complain(problem)

    def _meet(self, meet: Callable[[], Meeting], refused: Callable[[Problem], object] | None = None) -> None:
        def met() -> Meeting:
            return self._ends.enter_context(closing(meet()))

        self._wire.run(met, then=self._swap, owner=self, refused=refused or self._failed)

    # --- crossing ----------------------------------------------------------------------------------------------

    def _swap(self, meeting: Meeting) -> None:
        self._meeting = meeting
        words = say("{name} is here", name=self._partner.name)
        self._say(words, say("Each gives what the other lacks. Nothing is changed yet."), say("Stop"), far=True)
        self._bar.show_share(0)
        self._how_far.setText("")
        make = partial(room.brought, partner=self._partner)
        self._hands.lane.ask(make, then=self._cross, owner=self, refused=self._failed)

    def _cross(self, bundles: Sequence[bytes]) -> None:
        if meeting := self._meeting:
            swap = partial(meeting.swap, bundles, self._folder, self.crossed.emit)
            self._wire.run(swap, then=lambda _: self._look(), owner=self, refused=self._failed)

    def _show_how_far(self, done: int, of: int) -> None:
        self._bar.show_share(done / of if of else 1)
        self._how_far.setText(say("{done} of {of} KB", done=done // KIB, of=-(-of // KIB)))

    # --- what came ---------------------------------------------------------------------------------------------

    def _look(self) -> None:
        folder, opener = self._folder, self._hands.opener
        self._hands.lane.ask(
            lambda book: stick.look(book, folder, opener, nobody), then=self._ask, owner=self, refused=self._failed
        )

    def _ask(self, told: Told) -> None:
        self._told = told
        words = say("From {name}", name=self._partner.name)
        figures = holding(flow(*brought_figures(told), gap=theme.WIDE))
        about = say("Nothing is changed before you say so.")
        self._say(words, about, say("Not now"), figures, *brought_parts(told), go=bool(told.coming))

    def take_in(self) -> None:
        """Take in what was shown; then say so, and hear it."""
        told, partner, opener = self._told, self._partner, self._hands.opener
        if told is None or not self._go.isVisible():
            return
        self._told, self._taking = None, True
        self._say(say("Taking it in"), "", "")
        self._leave.hide()
        self._hands.lane.do(
            lambda book: answers.take_in(book, told, partner, opener, nobody),
            owner=self,
            then=self._taken,
            refused=self._failed,
        )

    # --- receipts ----------------------------------------------------------------------------------------------

    def _taken(self, outcome: Outcome) -> None:
        self._taking = False
        if not outcome.facts["whole"]:
            self._end_with(outcome.sentence)
            return
        waits = say("Waiting until {name} has decided. You may close: nothing is lost.", name=self._partner.name)
        self._say(outcome.sentence, "", say("Close"), _noted(waits, "clock"))
        partner = self._partner

        def make(book: Book) -> bytes:
            return making.receipt(book, partner).sealed

        self._hands.lane.ask(make, then=self._answer, owner=self, refused=self._not_heard)

    def _answer(self, receipt: bytes) -> None:
        if meeting := self._meeting:
            answer = partial(meeting.answer, receipt, self._folder)
            self._wire.run(answer, then=self._hear, owner=self, refused=self._not_heard)

    def _hear(self, came: Path | None) -> None:
        if came is None:
            self._not_heard(CableBroke())
            return
        partner, opener = self._partner, self._hands.opener
        self._hands.lane.do(
            lambda book: answers.hear(book, came, partner, opener),
            owner=self,
            then=lambda outcome: self._end_with(say("Done, on both sides"), _noted(outcome.sentence, "check")),
            refused=self._not_heard,
        )

    def _not_heard(self, _problem: Problem) -> None:
        """What was taken in stays; whether the own arrived is told another time."""
        not_heard = _noted(receipts.not_heard(self._partner.name), "clock")
        self._end_with(say("Taken in from {name}.", name=self._partner.name), not_heard)

    # --- the end -----------------------------------------------------------------------------------------------

    def _end_with(self, words: str, *parts: QWidget) -> None:
        self._say(words, "", say("Close"), *parts)
        if self._meeting:
            self._meeting.close()

    def _failed(self, problem: Problem) -> None:
        self._taking = False
        self._end_with(say("The exchange has ended"))
        self._foot.complain(problem)

    def reject(self) -> None:
        """Leave at any time, but for the moment in which it is taken in."""
        if not self._taking:
            super().reject()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Also when the desk locks: nothing goes on behind the cover."""
        if not event.spontaneous():
            self._end()
        super().hideEvent(event)

    def _end(self) -> None:
        self._stop.set()
        if not self._wire.closed:
            self._wire.close()
            self._ends.close()

    def _finish(self) -> None:
        self._end()
        self.deleteLater()


def _noted(words: str, icon: str) -> QWidget:
    return Card(beside(body(words, wrap=True), first=[Icon(icon, "leaf")]))
