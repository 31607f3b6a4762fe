"""Everything that may be said of a spreadsheet before it is brought in: what it holds, its columns, and who is who."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.duplicates import duplicates, in_the_sheet
from caregiver_desk.acts.intake.planning import Plan, Planned
from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.layout import column
from caregiver_desk.desk.parts.sections import section
from caregiver_desk.desk.parts.words import body
from caregiver_desk.desk.sheets.intake.intake import Looked
from caregiver_desk.desk.sheets.intake.parts import SHOWN, Columns, Pair, lines
from caregiver_desk.wording import later, say

HOLDS = {
    "person": later("Caregivers"),
    "household": later("Households"),
    "member": later("Who lives there"),
    "visit": later("Visits"),
    "check_in": later("Check-ins"),
}


class Asked(QWidget):
    """What was understood, to be said otherwise. Where the columns were known, what is to be decided comes first."""

    again = Signal(str, str)
    matched = Signal(str, str)
    ordered = Signal(str, str)
    decided = Signal(object, bool)

    def __init__(self, seen: Looked, plan: Plan | None) -> None:
        super().__init__()
        self._seen = seen
        self._pairs: dict[int, Pair] = {}
        matching, decisions = [self._columns(plan)], self._decisions(plan) if plan else []
        known = bool(plan and seen.matching.known.fields)
        parts = [*decisions, *matching] if known else [*matching, *decisions]
        self.setLayout(column(*self._chips(), *parts, gap=theme.WIDE))

    def _chips(self) -> list[QWidget]:
        """What the sheet holds, and which sheet of a workbook it is."""
        sheet = self._seen.sheet
        holds = Choice([(kind, say(words)) for kind, words in HOLDS.items()], required=True)
        holds.put(self._seen.kind)
        holds.changed.connect(lambda: self.again.emit(holds.value(), sheet.name))
        parts = [section(say("It holds"), *self._other(), holds)]
        if sheet.others:
            sheets = Choice([(name, name) for name in sorted((sheet.name, *sheet.others))], required=True)
            sheets.put(sheet.name)
            sheets.changed.connect(lambda: self.again.emit(self._seen.kind, sheets.value()))
            parts.append(section(say("Read this part of it"), sheets))
        return parts

    def _other(self) -> list[QWidget]:
        """That the columns are those of another kind, if they are."""
        if not self._seen.other:
            return []
        other, kind = (say(HOLDS[each]) for each in (self._seen.other, self._seen.kind))
        words = say(
            "These columns are those of “{other}”, not of “{kind}”. Choose what it holds.", other=other, kind=kind
        )
        return [body(words, weight=theme.MEDIUM, wrap=True)]

    def _columns(self, plan: Plan | None) -> QWidget:
        matching = self._seen.matching
        shown = self._shown = Columns(self._seen, dict(plan.orders) if plan else {})
        shown.matched.connect(self.matched)
        shown.ordered.connect(self.ordered)
        lacking = ", ".join(say(matching.form.targets[name].label) for name in matching.lacks())
        words = say("Which column says this: {fields}?", fields=lacking)
        asked = [body(words, weight=theme.MEDIUM, wrap=True)] if lacking else []
        return section(say("What each column says"), *asked, shown)

    def begin(self) -> None:
        """The keys to the first question that is open."""
        if self._shown.first_open:
            self._shown.first_open.setFocus()

    def _decisions(self, plan: Plan) -> list[QWidget]:
        asked = [(each, each.beside) for each in plan.of(Verdict.PERHAPS) if each.beside][:SHOWN]
        self._pairs = {each.row.number: Pair(each, beside, partial(self.decided.emit, each)) for each, beside in asked}
        parts = [section(say("Perhaps the same"), *self._pairs.values())] if self._pairs else []
        return [*parts, *told_by_line(plan, Verdict.REFUSED)]

    def settle(self, planned: Planned) -> bool:
        """A decided pair goes and the next has the keys; false if it was the last one shown."""
        self._pairs.pop(planned.row.number).hide()
        if self._pairs:
            next(iter(self._pairs.values())).another.setFocus()
        return bool(self._pairs)


def told_by_line(plan: Plan, *to_mend: Verdict) -> list[QWidget]:
    """What is to be mended, what is to be heeded, and what was left out."""
    twice = in_the_sheet(duplicates(plan))
    told = {
        say("Twice in this sheet"): [(each.line, each.why) for each in twice],
        say("To be mended"): [(each.row.number, each.row.told(each.why)) for each in plan.of(*to_mend)],
        say("Comes in, but look again"): [
            (each.row.number, each.row.told(each.heed)) for each in plan.rows if each.heed
        ],
        say("Lines left out"): [(each.row.number, each.row.told(each.why)) for each in plan.of(Verdict.ASIDE)],
    }
    return [section(words, *lines(found)) for words, found in told.items() if found]
