"""A spreadsheet before it counts: which column says what, how many are new, what is asked, and what came of it.

One sheet over the window in three states. *Looking*: how far it has come, and a way to stop. *Asking*: what would come,
nothing changed yet; columns may be matched otherwise, and who may be the same is decided side by side. *Told*: what was
brought in, and the way to keep the lines to mend as a file.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts import intake as acts_intake
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.intake import columns
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.columns import Wishes
from caregiver_desk.acts.intake.days import Order
from caregiver_desk.acts.intake.planning import Plan, Planned
from caregiver_desk.acts.intake.progress import Stage
from caregiver_desk.desk import intake, theme
from caregiver_desk.desk.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.fields import Choice
from caregiver_desk.desk.forms import Foot
from caregiver_desk.desk.intake import KIND_OF, SUFFIXES, Listening, Looked
from caregiver_desk.desk.intake_parts import SHOWN, Bar, Columns, Pair, lines, section
from caregiver_desk.desk.layout import Scroll, clear, column, holding, put, row
from caregiver_desk.desk.marks import figure
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.words import body, meta, title
from caregiver_desk.errors import Problem, Stopped
from caregiver_desk.wording import later, say

HOLDS = {"person": later("Caregivers"), "household": later("Households"), "visit": later("Visits")}
HOW_FAR = {Stage.LOOKING: later("Looked at {done} of {of} lines"), Stage.SAVING: later("Saved {done} of {of}")}


def pick_sheet(parent: QWidget, hands: Hands, act: str = "") -> None:
    """Ask which file, and look at it."""
    pattern = say("Spreadsheets ({suffixes})", suffixes=" ".join(f"*{suffix}" for suffix in sorted(SUFFIXES)))
    hands.dialogs.pick_file(parent, say("Which spreadsheet?"), pattern, partial(look_at_sheet, parent, hands, act))


def look_at_sheet(parent: QWidget, hands: Hands, act: str, path: Path) -> None:
    """Show what would come of a file, before anything does."""
    hands.lane.ask(
        lambda book: intake.look(book, KIND_OF.get(act, ""), path),
        then=lambda seen: hands.dialogs.show(IntakeSheet(parent, hands, seen)),
        owner=parent,
    )


class IntakeSheet(QDialog):
    """A spreadsheet on its way in."""

    heard = Signal(str, int, int)

    def __init__(self, parent: QWidget, hands: Hands, seen: Looked) -> None:
        super().__init__(parent)
        self._hands, self._seen, self._room = hands, seen, parent.window()
        self._plan: Plan | None = None
        self._listening = Listening(self._pass_on)
        self._saving = self._told = False
        self._pairs: dict[int, Pair] = {}
        self.setObjectName("intake")
        self.setWindowTitle(say("Bring in a spreadsheet"))
        self._title, self._about = title(), meta(wrap=True)
        self._bar, self._how_far = Bar(), meta()
        self._far = holding(column(self._bar, self._how_far, gap=theme.TIGHT))
        self._counts = row(gap=theme.WIDE)
        self._figures = holding(self._counts)
        self._inside = column(gap=theme.WIDE)
        self._scroll = Scroll(holding(self._inside), beside=theme.GAP)
        self._go = pressed(Primary("", icon="check"), self.go_on)
        self._leave = pressed(Quiet(say("Not now")), self.reject)
        self._foot = Foot(self._go, beside=self._leave)
        self._lay()
        self.heard.connect(self._show_how_far)
        self.finished.connect(self._finish)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.go_on)
        self._look()

    def _lay(self) -> None:
        head = column(self._title, self._about, gap=theme.TIGHT)
        laid = column(head, self._far, self._figures, self._scroll, self._foot, gap=theme.ROOM)
        room = theme.px(theme.WIDE)
        laid.setContentsMargins(room, room, room, room)
        self.setLayout(laid)
        self.resize(min(theme.px(760), self._room.width()), min(theme.px(680), self._room.height()))

    # --- looking -----------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Find out what would come of it, if all that is needed has a column."""
        self._plan = None
        if self._seen.matching.lacks():
            self._ask()
            return
        seen, listening = self._seen, self._begin_to_listen()
        self._hands.lane.ask(
            lambda book: intake.plan(book, seen, listening),
            then=partial(self._take_from, listening),
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

    def _take_from(self, listening: Listening, plan: Plan) -> None:
        """The answer, unless something else has been asked since."""
        if listening is self._listening:
            self._take(plan)

    def _take(self, plan: Plan) -> None:
        self._plan = plan
        self._ask()

    def _refused(self, problem: Problem) -> None:
        if isinstance(problem, Stopped) and not self._saving:
            return
        self._saving = False
        self._ask()
        self._foot.complain(str(problem))

    # --- asking ------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """What would come, and everything that may be said otherwise."""
        self._show_head(working=False)
        self._show_figures()
        clear(self._inside)
        parts = [self._columns(), self._asked()]
        known = bool(self._plan and self._seen.matching.known.fields)
        for part in (*self._chips(), *(each for some in parts[:: -1 if known else 1] for each in some)):
            put(self._inside, part)
        put(self._inside, 1)
        if self._go.isVisibleTo(self):
            self._go.setFocus()

    def _show_head(self, *, working: bool) -> None:
        plan = self._plan
        self._title.setText(say(named(self._seen.matching.form.act).label))
        sheet = say(", sheet “{sheet}”", sheet=self._seen.sheet.name) if self._seen.sheet.others else ""
        self._about.setText(
            say("{file}{sheet}. Nothing is changed before you say so.", file=self._seen.path.name, sheet=sheet)
        )
        self._far.setVisible(working)
        self._figures.setVisible(not working and plan is not None)
        coming = len(plan.of(Verdict.NEW)) if plan else 0
        waiting = bool(plan and plan.to_mend)
        self._go.setText(say("Bring in {number}", number=coming) if coming else say("Save the rows to mend"))
        self._go.setVisible(not working and (bool(coming) or waiting))
        idle = say("Not now") if coming or not plan else say("Close")
        self._leave.setText(say("Stop") if working else idle)
        self._scroll.setEnabled(not working)
        self._foot.complain("")

    def _show_figures(self) -> None:
        clear(self._counts)
        if self._plan is None:
            return
        counted = {
            say("brought in") if self._told else say("new"): (Verdict.NEW,),
            say("already here"): (Verdict.HERE,),
            say("perhaps the same"): (Verdict.PERHAPS,),
            say("to be mended"): (Verdict.REFUSED,),
        }
        for words, verdicts in counted.items():
            put(self._counts, figure(len(self._plan.of(*verdicts)), words))
        put(self._counts, 1)

    def _chips(self) -> list[QWidget]:
        """What the sheet holds, and which sheet of a workbook it is."""
        holds = Choice([(kind, say(HOLDS[kind])) for kind in HOLDS], required=True)
        holds.put(self._seen.kind)
        holds.changed.connect(lambda: self._look_again(str(holds.value())))
        parts = [section(say("It holds"), holds)]
        if self._seen.sheet.others:
            names = sorted((self._seen.sheet.name, *self._seen.sheet.others))
            sheets = Choice([(name, name) for name in names], required=True)
            sheets.put(self._seen.sheet.name)
            sheets.changed.connect(lambda: self._look_again(self._seen.kind, str(sheets.value())))
            parts.append(section(say("Read this sheet of the workbook"), sheets))
        return parts

    def _look_again(self, kind: str, sheet: str = "") -> None:
        path, wishes = self._seen.path, Wishes(sheet=sheet or self._seen.sheet.name)
        self._hands.lane.ask(
            lambda book: intake.look(book, kind, path, wishes), then=self._see, owner=self, refused=self._refused
        )

    def _see(self, seen: Looked) -> None:
        self._seen = seen
        self._look()

    def _columns(self) -> list[QWidget]:
        matching = self._seen.matching
        shown = Columns(self._seen, dict(self._plan.orders) if self._plan else {})
        shown.matched.connect(self._match)
        shown.ordered.connect(self._order)
        lacking = ", ".join(say(matching.form.targets[name].label) for name in matching.lacks())
        words = say("Which column says this: {fields}?", fields=lacking)
        asked = [body(words, weight=theme.MEDIUM, wrap=True)] if lacking else []
        return [section(say("What each column says"), *asked, shown)]

    def _match(self, column_title: str, name: str) -> None:
        matching = columns.rematched(self._seen.matching, self._seen.sheet, column_title, name)
        self._see(intake.looked(self._seen.path, self._seen.sheet, matching))

    def _order(self, column_title: str, order: str) -> None:
        self._see(intake.with_order(self._seen, column_title, Order(order)))

    def _asked(self) -> list[QWidget]:
        """Who may be the same, what is to be mended, what is to be heeded, and what was left out."""
        if self._plan is None:
            return []
        asked = [(each, each.beside) for each in self._plan.of(Verdict.PERHAPS) if each.beside][:SHOWN]
        self._pairs = {each.row.number: Pair(each, beside, partial(self._decide, each)) for each, beside in asked}
        parts = [section(say("Perhaps the same"), *self._pairs.values())] if self._pairs else []
        return parts + self._lines(self._plan, Verdict.REFUSED)

    def _lines(self, plan: Plan, *to_mend: Verdict) -> list[QWidget]:
        told = {
            say("To be mended"): [(each.row.number, each.why) for each in plan.of(*to_mend)],
            say("Comes in, but look again"): [(each.row.number, each.heed) for each in plan.rows if each.heed],
            say("Left out"): [(each.row.number, each.why) for each in plan.of(Verdict.ASIDE)],
        }
        return [section(words, *lines(found)) for words, found in told.items() if found]

    def _decide(self, planned: Planned, another: bool) -> None:
        """One pair is answered and goes; the next has the keys."""
        if self._plan is None:
            return
        self._plan = self._plan.decided(planned, Verdict.NEW if another else Verdict.HERE)
        self._pairs.pop(planned.row.number).hide()
        if not self._pairs:
            self._ask()
            return
        self._show_head(working=False)
        self._show_figures()
        next(iter(self._pairs.values())).another.setFocus()

    # --- told --------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Do what was shown; then there is only to keep what is to be mended."""
        if not self._go.isVisible():
            return
        plan = self._plan
        if self._told or (plan and not plan.of(Verdict.NEW)):
            self._save_to_mend()
        elif plan:
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

    def _tell(self, plan: Plan, _outcome: Outcome) -> None:
        self._saving = False
        if not plan.to_mend:
            self.accept()
            return
        self._told = True
        self._show_head(working=False)
        self._show_figures()
        self._about.setText(self._seen.path.name)
        self._go.setText(say("Save the rows to mend"))
        self._leave.setText(say("Done"))
        clear(self._inside)
        words = say(
            "Save them as a file, mend them there, and bring that file in. What is here already is not doubled."
        )
        for part in (body(words, wrap=True), *self._lines(plan, Verdict.REFUSED, Verdict.PERHAPS)[:1]):
            put(self._inside, part)
        put(self._inside, 1)
        self._go.setFocus()

    def _save_to_mend(self) -> None:
        self._hands.dialogs.pick_folder(self, say("Where shall the rows to mend go?"), self._save_into)

    def _save_into(self, folder: Path) -> None:
        plan, sheet = self._plan, self._seen.path
        if plan:
            self._hands.lane.ask(
                lambda book: intake.save_to_mend(book, plan, folder, sheet),
                then=self._saved,
                owner=self,
                refused=self._complain,
            )

    def _saved(self, path: Path) -> None:
        self._hands.lane.said.emit(say("The rows to mend are in “{file}”.", file=path.name))
        self.accept()

    def _complain(self, problem: Problem) -> None:
        self._foot.complain(str(problem))

    def _finish(self) -> None:
        self._listening.stop()
        self.deleteLater()
