"""What the desk asks of a spreadsheet before it brings it in. Runs on the lane and knows nothing of widgets.

Whoever begins an act says what the sheet holds. Whoever drops a file, or begins on the page, need not: the sheet is
taken for what most of its columns speak of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from caregiver_desk.acts import intake
from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.intake.columns import FORMS
from caregiver_desk.acts.intake.planning import Plan
from caregiver_desk.errors import NoColumns
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say

KIND_OF = {FORMS[kind].act: kind for kind in ("person", "household")}  # households name their caregivers
SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".xlsx"})


@dataclass(frozen=True)
class Previewed:
    """A sheet, what would come of it, and where the lines to mend would go."""

    path: Path
    plan: Plan
    copy: Path


def is_spreadsheet(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def previewed(book: Book, kind: str, path: Path) -> Previewed:
    plan = intake.preview(book, kind, path) if kind else likeliest(book, path)
    return Previewed(path, plan, free_name(path.parent, path))


def likeliest(book: Book, path: Path) -> Plan:
    """The plan under which most columns of this sheet are understood. Raises NoColumns if none are."""
    plans = [plan for kind in FORMS if (plan := _if_it_fits(book, kind, path))]
    if not plans:
        return intake.preview(book, "person", path)
    return max(plans, key=lambda plan: sum(map(bool, plan.matching.fields)))


def _if_it_fits(book: Book, kind: str, path: Path) -> Plan | None:
    try:
        return intake.preview(book, kind, path)
    except NoColumns:
        return None


def free_name(folder: Path, sheet: Path) -> Path:
    """Where the lines to mend of a sheet may be written without writing over anything."""
    stem, number = say("{name} to mend", name=sheet.stem), 1
    path = folder / f"{stem}.csv"
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}.csv"
    return path


def bring_in(book: Book, seen: Previewed) -> Outcome:
    """What was shown, and no more; the sentence names the file with the lines to mend."""
    outcome = intake.bring_in(book, seen.plan, mending_copy=seen.copy)
    if not seen.plan.to_mend:
        return outcome
    waiting = count("It is in “{file}”.", "They are in “{file}”.", len(seen.plan.to_mend), file=seen.copy.name)
    return replace(outcome, sentence=f"{outcome.sentence} {waiting}")
