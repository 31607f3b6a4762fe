"""What would come of each row of a sheet: new, already here, perhaps the same, to be mended, or left out, and why.

Nothing is written here, so a preview is the plan itself. Rows to be mended go into a copy of the sheet with one more
column that says what is wrong; that copy can be mended and brought in again, and nothing comes in twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from caregiver_desk.acts.intake import progress, returned
from caregiver_desk.acts.intake.acquaintance import Beside, Verdict
from caregiver_desk.acts.intake.cells import Reader
from caregiver_desk.acts.intake.columns import Matching
from caregiver_desk.acts.intake.days import Order
from caregiver_desk.acts.intake.forms import ANSWER, MEND
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.progress import Hears, Stage
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.errors import NotFilledIn, NotUnderstood, Refused
from caregiver_desk.practice.people.names import folded
from caregiver_desk.wording import say

_FEW = 3  # a sheet with fewer titles than this may well have rows of one cell
_TOTALS = ("total", "totaal", "subtotal", "sub total", "grand total", "sum", "average", "count")


@dataclass(frozen=True)
class Planned:
    """What one row tells of, what is to become of it, and why; `heed` is a warning that stops nothing.

    `record` is the id that it will have where that follows from the row, or has where it is corrected; `forms` are the
    numbers of outdated forms that it leaves behind. One that is `gone` is taken out by a correction.
    """

    row: Row
    verdict: Verdict
    why: str = ""
    heed: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)
    beside: Beside | None = None
    record: str = ""
    gone: bool = False
    forms: tuple[str, ...] = ()


COMING = (Verdict.NEW, Verdict.CORRECTED)


@dataclass(frozen=True)
class Plan:
    """What would come of a whole sheet. `orders` says how each column of days was read."""

    sheet: Sheet
    matching: Matching
    rows: tuple[Planned, ...]
    orders: Mapping[str, Order]

    def of(self, *verdicts: Verdict) -> list[Planned]:
        return [planned for planned in self.rows if planned.verdict in verdicts]

    @property
    def coming(self) -> list[Planned]:
        """What will be saved."""
        return self.of(*COMING)

    @property
    def to_mend(self) -> list[Planned]:
        return self.of(Verdict.REFUSED, Verdict.PERHAPS)

    def decided(self, asked: Planned, verdict: Verdict) -> Plan:
        """The same plan after somebody said whether this row is another one, or the same."""
        answered = replace(asked, verdict=verdict, why="")
        return replace(self, rows=tuple(answered if each is asked else each for each in self.rows))

    def facts(self) -> dict[str, Any]:
        """The plan in plain values: how the sheet was read, counts, and every line that needs a look."""
        titles = zip(self.sheet.columns, self.matching.fields, strict=True)
        return {
            "encoding": self.sheet.hand.encoding,
            "sheet": self.sheet.name,
            "other_sheets": list(self.sheet.others),
            "columns": {title: name for title, name in titles if name},
            "dates": {title: str(order) for title, order in self.orders.items()},
            "left_out": self.matching.left_out(self.sheet),
            **{verdict.name.lower(): len(self.of(verdict)) for verdict in Verdict},
            "to_mend": [_line(each.row, each.why) for each in self.to_mend],
            "heed": [_line(each.row, each.heed) for each in self.rows if each.heed],
            "lines_left_out": [_line(each.row, each.why) for each in self.of(Verdict.ASIDE)],
        }

    def mending_copy(self, path: Path) -> bytes:
        """The rows to be mended as a file, each once, with a last column that says what is wrong."""
        kept = [place for place, name in enumerate(self.matching.fields) if name != ANSWER]
        titles = [self.sheet.columns[place] for place in kept]
        rows = [[*_taken(row.cells, kept), why] for row, why in self._reasons().items()]
        return returned.rows_in(self.sheet.hand, path, [[*titles, say(MEND)], *rows])

    def _reasons(self) -> dict[Row, str]:
        told: dict[Row, list[str]] = {}
        for each in self.to_mend:
            told.setdefault(each.row, []).append(each.why)
        return {row: "; ".join(dict.fromkeys(why)) for row, why in told.items()}


def _line(row: Row, why: str) -> dict[str, Any]:
    """A line with its reason, and where there are many files the one in which it stands."""
    return {"line": row.number, "why": why} | ({"file": row.within} if row.within else {})


def _taken(cells: Sequence[str], places: Sequence[int]) -> list[str]:
    beyond = cells[max(places) + 1 :] if places and len(cells) > max(places) + 1 else ()
    return [*(cells[place] if place < len(cells) else "" for place in places), *beyond]


class Judge(Protocol):
    """Judges row after row of one kind of sheet, and remembers what came before."""

    reader: Reader

    def judge(self, row: Row) -> Iterable[Planned]:
        """What comes of one row that has the shape of the sheet. Raises Refused."""
        ...

    def afterwards(self) -> Iterable[Planned]:
        """What comes of all rows together, besides."""
        ...


def plan(sheet: Sheet, matching: Matching, judge: Judge, hears: Hears) -> Plan:
    """What would come of each row."""
    rows = progress.told(Stage.LOOKING, sheet.rows, hears)
    judged = [planned for row in rows for planned in _judged(row, matching.fields, judge)]
    return Plan(sheet, matching, (*judged, *judge.afterwards()), judge.reader.orders)


def _judged(row: Row, fields: Sequence[str], judge: Judge) -> Iterable[Planned]:
    if row.trouble:
        return [Planned(row, Verdict.REFUSED, row.trouble)]
    if _is_total(row):
        return [Planned(row, Verdict.ASIDE, say("a line of totals"))]
    if wrong := _misshapen(row, fields):
        return [Planned(row, Verdict.REFUSED, wrong)]
    try:
        return judge.judge(row)
    except Refused as trouble:
        return [Planned(row, Verdict.REFUSED, in_words(trouble))]


def _is_total(row: Row) -> bool:
    """A line that begins with such a word and has figures behind it, or nothing."""
    first, *rest = [cell for cell in row.cells if cell] or [""]
    said = folded(first)
    begins = any(said == word or said.startswith(word + " ") for word in _TOTALS)
    return begins and not any(sign.isalpha() for cell in rest for sign in cell)


def _misshapen(row: Row, fields: Sequence[str]) -> str:
    if len(row.cells) > len(fields):
        return say("this line has more cells than the sheet has titles")
    told = [name for name, cell in zip(fields, row.cells, strict=False) if cell and name != ANSWER]
    if len(told) == 1 and len(fields) >= _FEW:
        return say("only one cell is filled, as in a note; if it is not one, fill in another, else leave it out")
    return ""


def in_words(trouble: Refused) -> str:
    """Why a row was refused, without the sentences that speak of a form."""
    if isinstance(trouble, NotUnderstood):
        return "{field}: {reason}".format(**trouble.facts)
    return say("{fields} is missing", **trouble.facts) if isinstance(trouble, NotFilledIn) else str(trouble)
