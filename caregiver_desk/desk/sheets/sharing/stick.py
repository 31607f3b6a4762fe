"""A stick with many bundles, before it counts: what all of them would do, one word to take them in, what came of it.

One sheet over the window in three states. *Looking*: how far it has come, and a way to stop. *Asking*: one preview of
all of them; nothing is changed yet. *Told*: what was taken in, a receipt for everybody in one press, and a report on
paper.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing import stick
from caregiver_desk.desk.answers.sharing.stick import Told
from caregiver_desk.desk.cards.sharing.brought import brought_figures, brought_parts
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Scroll, clear, column, holding, put, row
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.intake.intake import is_brought_in
from caregiver_desk.desk.sheets.intake.sheet import look_at_sheet
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.desk.sheets.sharing import stick_paper
from caregiver_desk.errors import Problem, Stopped
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say

WIDE, HIGH = 720, 600


def look_at_stick(parent: QWidget, hands: Hands, folder: Path) -> None:
    """A stick of bundles; what phones filled in is looked at as that."""
    if is_brought_in(folder):
        look_at_sheet(parent, hands, "", folder)
    else:
        hands.dialogs.show(StickSheet(parent, hands, folder))


class StickSheet(QDialog):
    """Everything on a stick, on its way in."""

    heard = Signal(int, int)

    def __init__(self, parent: QWidget, hands: Hands, folder: Path) -> None:
        super().__init__(parent)
        self._hands, self._folder = hands, folder
        self._told: Told | None = None
        self._stopped = self._taking = self._done = False
        self.setObjectName("stick")
        self._title, self._about = title(), meta(wrap=True)
        self._bar, self._how_far = Bar(say("Looking at the stick")), meta()
        self._far = holding(column(self._bar, self._how_far, gap=theme.TIGHT))
        self._counts = row(gap=theme.WIDE)
        self._inside = column(gap=theme.GAP)
        self._print = pressed(Plain(say("Print the report"), icon="print"), self._print_report)
        self._go = pressed(Primary("", hint="Ctrl ↵"), self.go_on)
        self._leave = pressed(Quiet(""), self.reject)
        self._foot = Foot(self._go, others=[self._print, self._leave])
        self._lay()
        self.heard.connect(self._show_how_far)
        self.finished.connect(self._finish)
        on_ctrl_enter(self, self.go_on)
        self._look()

    def _lay(self) -> None:
        head = column(self._title, self._about, gap=theme.TIGHT)
        listed = column(Scroll(holding(self._inside), beside=theme.GAP), self._foot, gap=0)
        laid = column(head, self._far, holding(self._counts), listed, gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)

    def _say(self, words: str, about: str) -> None:
        self.setWindowTitle(words)
        self._title.setText(words)
        self._about.setText(about)
        tell(self, ". ".join(filter(None, (words, about))))

    # --- looking -----------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self._begin(say("Looking at the stick"), say("Nothing is changed before you say so."))
        folder, opener, hears = self._folder, self._hands.opener, self._hears()
        self._hands.lane.ask(
            lambda book: stick.look(book, folder, opener, hears), then=self._ask, owner=self, refused=self._refused
        )

    def _hears(self) -> Callable[[int, int], None]:
        """Heard on the lane, told in the window."""

        def hear(done: int, of: int) -> None:
            if self._stopped or self._hands.lane.closed:
                raise Stopped
            self.heard.emit(done, of)

        return hear

    def _begin(self, words: str, about: str) -> None:
        """Something long is under way: it can be stopped, and nothing else."""
        self._stopped = False
        self._say(words, about)
        self._bar.setAccessibleName(words)
        self._bar.show_share(0)
        self._far.show()
        self._go.hide()
        self._print.hide()
        self._leave.setText(say("Stop"))
        self._leave.setFocus()

    def _show_how_far(self, done: int, of: int) -> None:
        self._bar.show_share(done / of if of else 1)
        self._how_far.setText(say("{done} of {of} files", done=done, of=of))

    def _refused(self, problem: Problem) -> None:
        self._taking = False
        self._far.hide()
        self._leave.setText(say("Close"))
        self._say(say("The stick was not taken in"), "")
        self._foot.complain(problem)

    # --- asking ------------------------------------------------------------------------------------------------

    def _ask(self, told: Told) -> None:
        coming = count("Take in {number} file", "Take in {number} files", told.coming)
        self._say(_whose(told), say("Nothing is changed before you say so."))
        self._leave.setText(say("Not now") if told.coming else say("Close"))
        self._go.setText(coming)
        self._show(told, go=bool(told.coming))

    def _show(self, told: Told, *, go: bool) -> None:
        self._told = told
        self._far.hide()
        clear(self._counts)
        clear(self._inside)
        for part in brought_figures(told):
            put(self._counts, part)
        put(self._counts, 1)
        for part in brought_parts(told):
            put(self._inside, part)
        put(self._inside, 1)
        self._go.setVisible(go)
        self._go.updateGeometry()
        (self._go if go else self._leave).setFocus()

    # --- told --------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Take in what was shown; then tell everybody that it arrived."""
        if self._told is None or not self._go.isVisible():
            return
        if self._done:
            self._go.hide()
            self._put_receipts(self._told)
        else:
            self._take_in(self._told)

    def _take_in(self, seen: Told) -> None:
        self._taking = True
        self._begin(say("Taking it in"), say("What is in by then stays, also if you stop."))
        opener, hears = self._hands.opener, self._hears()

        def take(book: Book) -> Outcome:
            told, outcome = stick.take_in(book, seen, opener, hears)
            return Outcome(outcome.sentence, outcome.touched, facts={"told": told})

        self._hands.lane.do(take, owner=self, then=self._tell, refused=self._refused)

    def _tell(self, outcome: Outcome) -> None:
        self._taking, self._done = False, True
        told: Told = outcome.facts["told"]
        waits = count("{number} thing more needs you.", "{number} things more need you.", told.needs_you)
        self._say(outcome.sentence, waits if told.needs_you else say("Nothing more needs you."))
        self._leave.setText(say("Close"))
        self._go.setText(say("Put receipts on the stick"))
        self._print.show()
        self._show(told, go=bool(told.to_answer))
        self._foot.complain(told.trouble)

    def _put_receipts(self, told: Told) -> None:
        folder = self._folder
        self._hands.lane.do(
            lambda book: stick.put_receipts(book, told.to_answer, folder),
            owner=self,
            then=lambda _: self.accept(),
            refused=self._not_put,
        )

    def _not_put(self, problem: Problem) -> None:
        self._go.show()
        self._foot.complain(problem)

    def _print_report(self) -> None:
        told = self._told
        if told:
            print_out(self, self._hands, Printed(say("What was taken in"), lambda _: told, stick_paper.paint))

    def reject(self) -> None:
        """Leave; while something is under way, stop that first."""
        self._stopped = True
        if not self._taking:
            super().reject()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Also when the desk locks: nothing goes on behind the cover."""
        self._stopped = True
        super().hideEvent(event)

    def _finish(self) -> None:
        self._stopped = True
        self.deleteLater()


def _whose(told: Told) -> str:
    if not told.coming:
        return say("Nothing new on this stick")
    if len(told.senders) == 1:
        return say("From {name}", name=told.senders[0].sender.name)
    return say("From {number} partners", number=len(told.senders))
