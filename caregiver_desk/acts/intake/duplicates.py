"""Who stands twice: in the sheet itself, or in the sheet and in the book. Told before anything is brought in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.acts.intake import returned
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.planning import Plan, Planned
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.wording import later, say

BECOMES = {
    Verdict.HERE: later("left as it is"),
    Verdict.PERHAPS: later("to be decided"),
    Verdict.REFUSED: later("to be mended"),
}
TITLES = (
    later("Line"), later("Who"), later("Also on line"), later("Known as"), later("Why"), later("What becomes of it"),
)  # fmt: skip


class Twice(NamedTuple):
    """A line, and whom it tells of again: an earlier line, or, with line 0, somebody or some household in the book."""

    line: int
    who: str
    other: int
    known_as: str
    why: str
    verdict: Verdict

    def words(self) -> str:
        if self.other:
            return say("Line {line} and line {other}: {why}", line=self.line, other=self.other, why=self.why)
        return say("Line {line} and {name} in this book: {why}", line=self.line, name=self.known_as, why=self.why)


def duplicates(plan: Plan) -> list[Twice]:
    """Line by line."""
    return [_twice(each) for each in plan.rows if each.beside and each.verdict in BECOMES]


def in_the_sheet(found: Sequence[Twice]) -> list[Twice]:
    return [each for each in found if each.other]


def report(plan: Plan, path: Path) -> bytes:
    """All of them as a table, in the hand that the name of the file asks for."""
    rows = [
        (str(each.line), each.who, str(each.other or ""), each.known_as, each.why, say(BECOMES[each.verdict]))
        for each in duplicates(plan)
    ]
    return returned.rows_in(plan.sheet.hand, path, [[say(title) for title in TITLES], *rows])


def _twice(planned: Planned) -> Twice:
    beside = planned.beside
    if beside is None:
        raise TypeError
    return Twice(planned.row.number, _who(planned.row), beside.line, beside.known_as, beside.reason, planned.verdict)


def _who(row: Row) -> str:
    """The line as somebody would find it again: its first cells."""
    return " · ".join(filter(None, row.cells[:3]))
