"""A file that is being written from a sheet: how far it is, what stops it, and what is said when it was not written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.errors import Problem, Stopped
from caregiver_desk.wording import say

OFTEN = 500  # pieces, after which it is said how far it is where nobody knows how many there are


class Listening:
    """Passes on how many records are written, until somebody wants it to stop."""

    def __init__(self, tell: Callable[[int], object]) -> None:
        self._tell, self._written, self._stopped = tell, 0, False

    def stop(self) -> None:
        self._stopped = True

    def __call__(self, more: int) -> None:
        """Raises Stopped."""
        if self._stopped:
            raise Stopped
        self._written += more
        self._tell(self._written)


class Writing(QObject):
    """The two ways out of such a sheet; while it writes, the one that leaves stops it first."""

    written = Signal(int)

    def __init__(self, of: str, go_on: Callable[[], object], leave: Callable[[], object]) -> None:
        """`of` is what is written."""
        super().__init__()
        self.under_way = False
        self._of = 0
        self._listening = Listening(self.written.emit)
        self.go = pressed(Primary(say("Choose where it goes"), hint="Ctrl ↵"), go_on)
        self._leave = pressed(Quiet(say("Not now")), leave)
        self._foot = Foot(self.go, others=[self._leave])
        self._bar, self._how_far = Bar(of), meta()
        self._far = holding(column(self._bar, self._how_far, gap=theme.TIGHT))
        self._far.hide()
        self.complain = self._foot.complain
        self.parts = column(self._far, self._foot, gap=theme.GAP)
        self.written.connect(self._show)

    def begin(self, of: int) -> Listening:
        """So many are to be written, 0 where nobody knows; whoever writes them tells each of them here."""
        self._of, self._listening = of, Listening(self.written.emit)
        self._bar.setVisible(bool(of))
        self._work(writing=True)
        return self._listening

    def end(self) -> None:
        self.under_way = False

    def fail(self, problem: Problem) -> None:
        self._work(writing=False)
        self.complain(say("Stopped. Nothing was written.") if isinstance(problem, Stopped) else problem)

    def stop(self) -> None:
        self._listening.stop()

    def _work(self, *, writing: bool) -> None:
        self.under_way = writing
        self._bar.show_share(0)
        self._how_far.setText(say("Writing …"))
        self._far.setVisible(writing)
        self.go.setVisible(not writing)
        self._leave.setText(say("Stop") if writing else say("Not now"))
        self.complain("")

    def _show(self, written: int) -> None:
        if self._of:
            self._bar.show_share(written / self._of)
            self._how_far.setText(say("Written {done} of {of}.", done=f"{written:,}", of=f"{self._of:,}"))
        elif written % OFTEN == 0:
            self._how_far.setText(say("Writing … {done}", done=f"{written:,}"))
