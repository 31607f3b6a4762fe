"""What may be taken out as a spreadsheet from the desk, and what of it was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.practice.spans import Span, span
from caregiver_desk.records.record import Kind
from caregiver_desk.reports.tables.asked import offered
from caregiver_desk.reports.tables.texts import Text
from caregiver_desk.store import safely
from caregiver_desk.wording import later, month_and_year, say

COMMON = (
    "visit", "household", "member", "person", "engagement", "assignment", "check_in", "promise", "referral",
    "training", "request",
)  # fmt: skip
MONTHS = 12


class Form(StrEnum):
    """How it is written."""

    WORKBOOK = "workbook"
    TEXT = "text"
    TEXT_FOR_EXCEL = "text for Excel"


FORMS = {
    Form.WORKBOOK: later("Workbook (.xlsx)"),
    Form.TEXT: later("CSV"),
    Form.TEXT_FOR_EXCEL: later("CSV for Excel (semicolons)"),
}
HOW = {Form.WORKBOOK: Text(), Form.TEXT: Text(), Form.TEXT_FOR_EXCEL: Text(";", bom=True)}
OTHER = "other"


@dataclass(frozen=True)
class Days:
    """Days to choose by one press; no span means all of them."""

    key: str
    words: str
    span: Span | None


def common() -> list[Kind]:
    """The kinds that most people take out."""
    known = {kind.name: kind for kind in offered()}
    return [known[name] for name in COMMON]


def others() -> list[Kind]:
    return sorted((kind for kind in offered() if kind.name not in COMMON), key=lambda kind: say(kind.plural))


def days_offered(today: date) -> list[Days]:
    """This month, last month, this quarter, this year, all days."""
    last = date(today.year - (today.month == 1), (today.month - 2) % MONTHS + 1, 1)
    quarter = f"{today.year}-Q{(today.month + 2) // 3}"
    return [
        Days("month", month_and_year(today), span(f"{today:%Y-%m}")),
        Days("last", month_and_year(last), span(f"{last:%Y-%m}")),
        Days("quarter", say("this quarter"), span(quarter)),
        Days("year", say("{year}", year=today.year), span(f"{today:%Y}")),
        Days("all", say("all days"), None),
    ]


def place(folder: Path, form: Form, kinds: int) -> Path:
    """A free name in this folder: CSV of several kinds is a folder."""
    text = ".csv" if kinds == 1 else ""
    suffix = ".xlsx" if form is Form.WORKBOOK else text
    return safely.free(folder, say("records"), f" {clock.today().isoformat()}", suffix)
