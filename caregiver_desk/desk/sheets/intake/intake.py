"""What the desk asks of a spreadsheet before it brings it in. Runs on the lane and knows nothing of widgets.

Whoever begins an act says what the sheet holds. Whoever drops a file, or begins on the page, need not: the sheet is
taken for what most of its columns speak of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from caregiver_desk.acts import intake
from caregiver_desk.acts.intake import cells, columns, files, returned
from caregiver_desk.acts.intake.columns import AS_FOUND, Matching, Wishes
from caregiver_desk.acts.intake.days import Order, Readings
from caregiver_desk.acts.intake.forms import FORMS
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.planning import Plan
from caregiver_desk.acts.intake.progress import Hears, Stage
from caregiver_desk.errors import NoColumns, Stopped
from caregiver_desk.store import safely
from caregiver_desk.store.book import Book
from caregiver_desk.sync.bundle import SUFFIX
from caregiver_desk.wording import say

KIND_OF = {form.act: kind for kind, form in FORMS.items()}
SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xml", ".zip"})
SAMPLES = 3


@dataclass(frozen=True)
class Looked:
    """A sheet, which of its columns says what, and the days of which nobody can tell yet how they are written."""

    path: Path
    kind: str
    sheet: Sheet
    matching: Matching
    unclear: dict[str, tuple[str, Readings]]
    other: str = ""  # the kind whose titles these plainly are, if it is another one

    def samples(self, place: int) -> str:
        """Some of what stands in a column."""
        filled = (row.cells[place] for row in self.sheet.rows if place < len(row.cells) and row.cells[place])
        return " · ".join(islice(dict.fromkeys(" ".join(cell.split()) for cell in filled), SAMPLES))


def is_brought_in(path: Path) -> bool:
    """Whether it is a table or filled-in forms by its name, or a folder of a phone and no stick with bundles."""
    if path.is_dir():
        return not any(path.glob(f"*{SUFFIX}")) and files.holds_forms(path)
    return path.suffix.lower() in SUFFIXES


def look(book: Book, kind: str, path: Path, wishes: Wishes = AS_FOUND) -> Looked:
    """The file as it is understood; without a kind, as what it most likely is. Raises NoColumns or NotASheet."""
    matched = intake.matched(book, kind, path, wishes=wishes) if kind else intake.likeliest(book, path)
    if not matched[0].columns:
        raise NoColumns(kind=matched[1].form.kind.plural, columns=0, known=", ".join(matched[1].form.targets))
    return looked(book, path, *matched)


def looked(book: Book, path: Path, sheet: Sheet, matching: Matching) -> Looked:
    unclear, other = cells.unclear_days(sheet, matching), columns.other_form(book, sheet, matching)
    return Looked(path, KIND_OF[matching.form.act], sheet, matching, unclear, other.kind.name if other else "")


def with_order(seen: Looked, title: str, order: Order) -> Looked:
    """The same, with the days of this column written so."""
    wishes = seen.matching.wishes
    orders = replace(wishes, orders={**wishes.orders, title: order})
    return replace(seen, matching=replace(seen.matching, wishes=orders))


def plan(book: Book, seen: Looked, hears: Hears) -> Plan:
    return intake.planned(book, seen.sheet, seen.matching, hears=hears)


def free_name(folder: Path, plan: Plan, sheet: Path) -> Path:
    """Where the lines to mend of a sheet may be written without writing over anything."""
    return safely.free(folder, sheet.stem, say(" to mend"), returned.suffix(plan.sheet.hand))


def save_to_mend(book: Book, plan: Plan, folder: Path, sheet: Path) -> Path:
    path = free_name(folder, plan, sheet)
    intake.save_to_mend(book, plan, path)
    return path


class Listening:
    """Passes on how far the lane has come, until somebody wants it to stop."""

    def __init__(self, tell: Hears) -> None:
        self._tell = tell
        self._stopped = False

    def stop(self) -> None:
        self._stopped = True

    def __call__(self, stage: Stage, done: int, of: int) -> None:
        """Raises Stopped."""
        if self._stopped:
            raise Stopped
        self._tell(stage, done, of)
