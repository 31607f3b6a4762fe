"""What would come of each row of a sheet: new, already here, perhaps the same, or to be mended, with the reason in words.

Nothing is written here, so a preview is the plan itself. Rows to be mended go into a copy in the hand of the sheet, with
one more column that says what is wrong; that copy can be mended and brought in again, and nothing comes in twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from caregiver_desk.acts.act import understood
from caregiver_desk.acts.intake import table
from caregiver_desk.acts.intake.acquaintance import Acquaintances, Verdict, caregivers, entry, teams
from caregiver_desk.acts.intake.cells import Reader, Told
from caregiver_desk.acts.intake.columns import ANSWER, MEND, Matching, Sheet
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.errors import NotFilledIn, NotUnderstood, Refused
from caregiver_desk.practice import codes, names
from caregiver_desk.records.people import (
    ASSIGNMENT,
    HOUSEHOLD,
    PERSON,
    AssignmentDraft,
    EngagementDraft,
    HouseholdDraft,
    PersonDraft,
)
from caregiver_desk.records.record import Draft
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say

_FEW = 3  # a sheet with fewer titles than this may well have rows of one cell
_PENDING = "(new)"


@dataclass(frozen=True)
class Planned:
    """One row, what is to become of it, and why; `heed` is a warning that stops nothing."""

    row: Row
    verdict: Verdict
    why: str = ""
    heed: str = ""
    called: str = ""
    drafts: Mapping[str, Told] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """What would come of a whole sheet."""

    sheet: Sheet
    matching: Matching
    team: str
    rows: tuple[Planned, ...]

    def of(self, *verdicts: Verdict) -> list[Planned]:
        return [planned for planned in self.rows if planned.verdict in verdicts]

    @property
    def to_mend(self) -> list[Planned]:
        return self.of(Verdict.REFUSED, Verdict.PERHAPS)

    def facts(self) -> dict[str, Any]:
        """The plan in plain values: how the sheet was read, counts, and every line that needs a look."""
        titles = zip(self.sheet.columns, self.matching.fields, strict=True)
        return {
            "encoding": self.sheet.hand.encoding,
            "columns": {title: name for title, name in titles if name},
            "left_out": self.matching.left_out(self.sheet),
            **{verdict.name.lower(): len(self.of(verdict)) for verdict in Verdict},
            "to_mend": [{"line": each.row.number, "why": each.why} for each in self.to_mend],
            "heed": [{"line": each.row.number, "why": each.heed} for each in self.rows if each.heed],
        }

    def sentence(self) -> str:
        """Whole sentences for the status line."""
        return " ".join(
            told.format(number=number) if False else told
            for told, number in (
                (count("{number} line was here already.", "{number} lines were here already.", here), here)
                for here in [len(self.of(Verdict.HERE))]
            )
            if number
        )


def plan(book: Book, sheet: Sheet, matching: Matching, *, team: str) -> Plan:
    """What would come of each row, in this book and this team."""
    judge = _Judge(book, sheet, matching, team)
    return Plan(sheet, matching, team, tuple(judge.judge(row) for row in sheet.rows))
