"""A course group on one sheet: tasks and results by digits, who takes part, its days, and its end for all at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.growth.training import (
    CourseGroups,
    Grid,
    changed_results,
    changed_squares,
    course_groups,
)
from caregiver_desk.desk.cards.growth.marks_grid import MarksGrid
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.words import PlainLabel, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.growth.certificates_sheet import show_certificates
from caregiver_desk.desk.sheets.growth.joining_sheet import show_joining
from caregiver_desk.desk.sheets.growth.task_sheet import show_task
from caregiver_desk.desk.sheets.sheet import act_sheet, open_record
from caregiver_desk.desk.sheets.supervision.session import show_session
from caregiver_desk.errors import Problem
from caregiver_desk.store.access import What
from caregiver_desk.wording import say

WIDE, HIGH = 880, 640


def show_course(parent: QWidget, hands: Hands, cohort: str = "") -> None:
    """The group that is asked for, else the one that goes on; where there is none, one is begun."""

    def show(told: CourseGroups) -> None:
        if told.shown is None:
            _begin_first(parent, hands)
            return
        hands.dialogs.show(CourseSheet(parent, hands, told.groups, told.shown))
        hands.looked(What.LISTED, {each.person for each in told.shown.rows})

    hands.lane.ask(lambda book: course_groups(book, cohort), then=show, owner=parent)


def show_the_course(parent: QWidget, hands: Hands, _person: str = "") -> None:
    """The one that goes on."""
    show_course(parent, hands)


def show_days(parent: QWidget, hands: Hands, _person: str = "") -> None:
    """Who came today to the course that goes on."""

    def show(told: CourseGroups) -> None:
        if told.shown and told.shown.circle:
            show_session(parent, hands, told.shown.circle)
        else:
            _begin_first(parent, hands)

    hands.lane.ask(course_groups, then=show, owner=parent)


def _begin_first(parent: QWidget, hands: Hands) -> None:
    """Who came, and what they handed in, is kept with a group: where there is none, it is said why one is begun."""
    why = say("There is no course group yet. Who came, tasks and results are kept with one: begin it here first.")
    hands.dialogs.show(act_sheet(parent, hands, "record_cohort", why=why))


class Marked(QObject):
    """What was marked in the grid, as a draft keeps it."""

    filled = Signal()

    def __init__(self, grid: MarksGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        grid.filled.connect(self.filled)

    def values(self) -> dict[str, Any]:
        return dict(self._grid.values())

    def fill(self, values: Mapping[str, Any]) -> None:
        self._grid.fill({name: str(value) for name, value in values.items()})


class CourseSheet(QDialog):
    """One group at a time; another is chosen above."""

    def __init__(self, parent: QWidget, hands: Hands, groups: Mapping[str, str], grid: Grid) -> None:
        super().__init__(parent)
        self._hands, self._told, self._over = hands, grid, parent
        self.setObjectName("course")
        self.setWindowTitle(say("Course group"))
        self.marks = MarksGrid(grid, clock.today())
        self._draft = Draft(self, hands.drafts, f"course/{grid.cohort}", Marked(self.marks))
        self._draft.come_back()
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        others = [] if grid.completed else [pressed(Quiet(say("Complete the course")), self._complete)]
        self._foot = Foot(save, others=[pressed(Quiet(say("Leave")), self.reject), *others])
        below = column(self.marks, meta(self._keys_told(), wrap=True), self._foot, gap=theme.SMALL)
        stand_over(self, column(self._head(groups), below, gap=theme.ROOM), WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self._draft.ends_with(self)
        self.marks.setFocus()

    def _head(self, groups: Mapping[str, str]) -> QWidget:
        words = title(self._told.name)
        words.setWordWrap(True)
        parts: list[QWidget] = [words, meta(self._told.course, wrap=True)]
        parts += [PlainLabel(each, size=theme.META, tint="amber", wrap=True) for each in self._told.warnings]
        return holding(column(*parts, self._ways(groups), gap=theme.SMALL))

    def _ways(self, groups: Mapping[str, str]) -> QWidget:
        ways: list[QWidget] = [
            pressed(Plain(say("Who came"), icon="team"), self._who_came),
            pressed(Plain(say("Who takes part"), icon="people"), self._who_joins),
            pressed(Plain(say("Give a task"), icon="plus"), self._give_task),
            pressed(Plain(say("About the group"), icon="eye"), self._change),
            pressed(Plain(say("Certificates of attendance"), icon="print"), self._certify),
        ]
        if len(groups) > 1:
            chooser = Chooser(groups, self._told.cohort, name=say("Course group"))
            chooser.chosen.connect(self._turn_to)
            ways.append(chooser)
        return holding(flow(*ways, gap=theme.SMALL))

    def _keys_told(self) -> str:
        return say(
            "A task: 1 handed in, 2 competent, 3 not yet competent. A result: 1 attended, 2 competent, 3 not yet "
            "competent, 4 withdrew. 0 takes a mark away."
        )

    def _turn_to(self, cohort: str) -> None:
        self.reject()
        show_course(self._over, self._hands, cohort)

    def _who_came(self) -> None:
        self.reject()
        show_session(self._over, self._hands, self._told.circle)

    def _who_joins(self) -> None:
        self._turn_by(partial(show_joining, cohort=self._told.cohort))

    def _give_task(self) -> None:
        self._turn_by(partial(show_task, cohort=self._told.cohort))

    def _certify(self) -> None:
        self.reject()
        show_certificates(self._over, self._hands, self._told.cohort)

    def _change(self) -> None:
        """Its days, who teaches and who judges."""
        self.reject()
        open_record(self._over, self._hands, "cohort", self._told.cohort)

    def _turn_by(self, shows: Any) -> None:
        """Another sheet first; this one comes back with what it saved. What was marked waits."""
        self.reject()
        shows(self._over, self._hands, then=partial(show_course, self._over, self._hands, self._told.cohort))

    def _marked(self) -> dict[str, Any]:
        before, after = self._told.rows, self.marks.learners
        return {"tasks": changed_squares(before, after), "results": changed_results(before, after)}

    def save(self) -> None:
        self._do("mark_course", self._marked())

    def _complete(self) -> None:
        """What was marked is saved with it: all of it is one save."""
        self._do("complete_cohort", self._marked())

    def _do(self, name: str, told: Mapping[str, Any]) -> None:
        act, given = named(name), {"cohort": self._told.cohort, **told}
        self._hands.lane.do(
            lambda book: act(book, **given), owner=self, then=lambda _: self.accept(), refused=self._refused
        )

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)
