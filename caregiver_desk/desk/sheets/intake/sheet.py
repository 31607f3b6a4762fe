"""A spreadsheet before it counts: which column says what, how many are new, what is asked, and what came of it.

One sheet over the window in three states. *Looking*: how far it has come, and a way to stop. *Asking*: what would come,
nothing changed yet; columns may be matched otherwise, and who may be the same is decided side by side. *Told*: what was
brought in, and the way to keep the lines to mend as a file.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts import intake as acts_intake
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.intake import columns
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.columns import Wishes
from caregiver_desk.acts.intake.days import Order
from caregiver_desk.acts.intake.planning import Plan, Planned
from caregiver_desk.acts.intake.progress import Stage
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Scroll, clear, column, desk_of, holding, put, row
from caregiver_desk.desk.parts.marks import figure
from caregiver_desk.desk.parts.over import lay_in
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.intake import intake
from caregiver_desk.desk.sheets.intake.asked import Asked, told_by_line
from caregiver_desk.desk.sheets.intake.intake import KIND_OF, SUFFIXES, Listening, Looked
from caregiver_desk.errors import Problem, Stopped
from caregiver_desk.wording import count, later, say

HOW_FAR = {Stage.LOOKING: later("Looked at {done} of {of} lines"), Stage.SAVING: later("Saved {done} of {of}")}


def pick_sheet(parent: QWidget, hands: Hands, act: str = "") -> None:
    """Ask which file, and look at it."""
    pattern = say(
        "Spreadsheets and phone forms ({suffixes})", suffixes=" ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
    )
    hands.dialogs.pick_file(parent, say("Which spreadsheet?"), pattern, partial(look_at_sheet, parent, hands, act))


def look_at_sheet(parent: QWidget, hands: Hands, act: str, path: Path) -> None:
    """Show what would come of a file, before anything does."""

    def show(seen: Looked) -> None:
        hands.lane.said.emit("")
        hands.dialogs.show(IntakeSheet(parent, hands, seen))

    hands.lane.said.emit(say("Reading “{file}” …", file=path.name))
    hands.lane.ask(lambda book: intake.look(book, KIND_OF.get(act, ""), path), then=show, owner=parent)


class IntakeSheet(QDialog):
    """A spreadsheet on its way in."""

    heard = Signal(str, int, int)

    def __init__(self, parent: QWidget, hands: Hands, seen: Looked) -> None:
        super().__init__(parent)
        self._hands, self._seen = hands, seen
        self._plan: Plan | None = None
        self._asked: Asked | None = None
        self._listening = Listening(self._pass_on)
        self._saving = self._told = False
        self.setObjectName("intake")
        self.setWindowTitle(say("Bring in a spreadsheet"))
        self._title, self._about = title(), meta(wrap=True)
        self._title.setWordWrap(True)
        self._bar, self._how_far = Bar(say("Bring in a spreadsheet")), meta()
        self._far = holding(column(self._bar, self._how_far, gap=theme.TIGHT))
        self._counts = row(gap=theme.WIDE)
        self._figures = holding(self._counts)
        self._inside = column(gap=theme.WIDE)
        self._scroll = Scroll(holding(self._inside), beside=theme.GAP)
        self._go = pressed(Primary(""), self.go_on)
        self._leave = pressed(Quiet(""), self.reject)
        self._foot = Foot(self._go, others=[self._leave])
        self._lay(desk_of(parent))
        self.heard.connect(self._show_how_far)
        self.finished.connect(self._finish)
        on_ctrl_enter(self, self.go_on)
        self._look()

    def _lay(self, window: QWidget) -> None:
        head = column(self._title, self._about, gap=theme.TIGHT)
        asked = column(self._scroll, self._foot, gap=0)
        lay_in(self, column(head, self._far, self._figures, asked, gap=theme.ROOM))
        self.resize(min(theme.px(760), window.width()), min(theme.px(680), window.height()))

    # --- looking -----------------------------------------------------------------------------------------------

    def _see(self, seen: Looked) -> None:
        self._seen = seen
        self._look()

    def _look(self) -> None:
        """Find out what would come of it, if it is such a sheet and all that is needed has a column."""
        self._plan = None
        if self._seen.other or self._seen.matching.lacks():
            self._ask()
            return
        seen, listening = self._seen, self._begin_to_listen()
        self._hands.lane.ask(
            lambda book: intake.plan(book, seen, listening),
            then=partial(self._take, listening),
            owner=self,
            refused=self._refused,
        )

    def _begin_to_listen(self) -> Listening:
        self._listening.stop()
        self._listening = Listening(self._pass_on)
        self._bar.show_share(0)
        self._how_far.setText("")
        self._show_head(working=True)
        return self._listening

    def _pass_on(self, stage: Stage, done: int, of: int) -> None:
        """Heard on the lane, told in the window."""
        self.heard.emit(stage, done, of)

    def _show_how_far(self, stage: str, done: int, of: int) -> None:
        self._bar.show_share(done / of if of else 1)
        self._how_far.setText(say(HOW_FAR[Stage(stage)], done=f"{done:,}", of=f"{of:,}"))

    def _take(self, listening: Listening, plan: Plan) -> None:
        """The answer, unless something else has been asked since."""
        if listening is self._listening:
            self._plan = plan
            self._ask()

    def _refused(self, problem: Problem) -> None:
        if isinstance(problem, Stopped) and not self._saving:
            return
        self._saving = False
        self._ask()
        self._foot.complain(problem)

    # --- asking ------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """What would come, and everything that may be said otherwise."""
        self._show_head(working=False)
        self._asked = asked = Asked(self._seen, self._plan)
        asked.again.connect(self._look_again)
        asked.matched.connect(self._match)
        asked.ordered.connect(self._order)
        asked.decided.connect(self._decide)
        self._show(asked)

    def _show(self, *parts: QWidget) -> None:
        clear(self._inside)
        for part in parts:
            put(self._inside, part)
        put(self._inside, 1)
        if self._is_asked() and self._asked:
            self._asked.begin()
        elif self._go.isVisibleTo(self):
            self._go.setFocus()

    def _show_head(self, *, working: bool) -> None:
        coming, waiting = self._coming(), bool(self._plan and self._plan.to_mend)
        self._title.setText(say(named(self._seen.matching.form.act).label))
        self._about.setText(say("From “{file}”. Nothing is changed before you say so.", file=self._seen.path.name))
        self._far.setVisible(working)
        self._figures.setVisible(not working and self._plan is not None)
        self._go.setText(say("Bring in {number}", number=coming) if coming else self._mending())
        self._go.setVisible(not working and (bool(coming) or waiting))
        self._go.step_back(back=self._is_asked())
        idle = say("Not now") if coming or not self._plan else say("Close")
        self._leave.setText(say("Stop") if working else idle)
        self._scroll.setEnabled(not working)
        self._foot.complain("")
        self._show_figures()

    def _mending(self) -> str:
        one, many = "Save {number} row to mend in a file", "Save {number} rows to mend in a file"
        return count(one, many, len(self._plan.to_mend) if self._plan else 0)

    def _is_asked(self) -> bool:
        """Whether a column has days that may be read two ways, and nobody has said which."""
        return not self._told and self._plan is not None and not set(self._seen.unclear) <= set(dict(self._plan.orders))

    def _coming(self) -> int:
        return len(self._plan.coming) if self._plan else 0

    def _show_figures(self) -> None:
        clear(self._counts)
        counted = {
            Verdict.NEW: say("brought in") if self._told else say("new"),
            Verdict.CORRECTED: say("corrected"),
            Verdict.HERE: say("already here"),
            Verdict.PERHAPS: say("perhaps the same"),
            Verdict.REFUSED: say("to be mended"),
        }
        found = {verdict: len(self._plan.of(verdict)) if self._plan else 0 for verdict in counted}
        for verdict, words in counted.items():
            if found[verdict] or verdict is not Verdict.CORRECTED:
                put(self._counts, figure(found[verdict], words))
        put(self._counts, 1)

    def _look_again(self, kind: str, sheet: str) -> None:
        path = self._seen.path
        self._hands.lane.ask(
            lambda book: intake.look(book, kind, path, Wishes(sheet=sheet)),
            then=self._see,
            owner=self,
            refused=self._refused,
        )

    def _match(self, column_title: str, name: str) -> None:
        path, sheet = self._seen.path, self._seen.sheet
        matching = columns.rematched(self._seen.matching, sheet, column_title, name)
        self._hands.lane.ask(lambda book: intake.looked(book, path, sheet, matching), then=self._see, owner=self)

    def _order(self, column_title: str, order: str) -> None:
        self._see(intake.with_order(self._seen, column_title, Order(order)))

    def _decide(self, planned: Planned, another: bool) -> None:
        if self._plan and self._asked:
            self._plan = self._plan.decided(planned, Verdict.NEW if another else Verdict.HERE)
            if self._asked.settle(planned):
                self._show_head(working=False)
            else:
                self._ask()

    # --- told --------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Do what was shown; then there is only to keep what is to be mended."""
        plan = self._plan
        if plan is None or not self._go.isVisible():
            return
        if self._told or not self._coming():
            self._hands.dialogs.pick_folder(self, say("Where shall the rows to mend go?"), self._save_to_mend)
            return
        listening, self._saving = self._begin_to_listen(), True
        self._hands.lane.do(
            lambda book: acts_intake.bring_in(book, plan, hears=listening),
            owner=self,
            then=partial(self._tell, plan),
            refused=self._refused,
        )

    def reject(self) -> None:
        """Leave; while it is being saved, stop that first, and nothing has happened."""
        if self._saving:
            self._listening.stop()
        else:
            super().reject()

    def _tell(self, plan: Plan, _: Outcome) -> None:
        self._saving = False
        if not plan.to_mend:
            self.accept()
            return
        self._told = True
        self._show_head(working=False)
        self._about.setText(self._seen.path.name)
        self._go.setText(self._mending())
        self._leave.setText(say("Done"))
        words = say(
            "Save them as a file, mend them there, and bring that file in. What is here already is not doubled. "
            "If you leave them now, the same sheet brought in again shows them again."
        )
        self._show(body(words, wrap=True), *told_by_line(plan, Verdict.REFUSED, Verdict.PERHAPS)[:1])

    def _save_to_mend(self, folder: Path) -> None:
        plan, sheet = self._plan, self._seen.path
        if plan:
            self._hands.lane.ask(
                lambda book: intake.save_to_mend(book, plan, folder, sheet),
                then=self._saved,
                owner=self,
                refused=self._foot.complain,
            )

    def _saved(self, path: Path) -> None:
        self._hands.lane.said.emit(say("The rows to mend are in “{file}”.", file=path.name))
        self.accept()

    def _finish(self) -> None:
        self._listening.stop()
        self.deleteLater()
