"""What is not fair in a process although it came with a bundle: acts refuse it, a merge cannot.

It holds nothing up and takes nothing out of sight; whoever reads the process sees it until somebody mends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from caregiver_desk.acts.fairness.line_manager import line_manager_of
from caregiver_desk.acts.fairness.taking_part import about_of, sort_of
from caregiver_desk.practice.concerns.concerns import is_one
from caregiver_desk.practice.fairness.chronology import offers
from caregiver_desk.practice.fairness.processes import LED_BY_LINE, looked_further
from caregiver_desk.records.fairness.processes import CHRONOLOGY_ENTRY, PROCESS, Sort
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf


class Unfair(NamedTuple):
    code: str
    kind: str
    record: str


def unfair(book: Book) -> Iterator[Unfair]:
    for process in questions.listing(book, PROCESS.name, limit=EVERY):
        about = about_of(book, process.id)
        if about is not None:
            yield from (Unfair(code, PROCESS.name, process.id) for code in _of(book, process, about))
    for each in questions.listing(book, CHRONOLOGY_ENTRY.name, limit=EVERY):
        if each["source_kind"] not in offers():
            yield Unfair("not-for-a-chronology", CHRONOLOGY_ENTRY.name, each.id)


def _of(book: Book, process: Leaf, about: Leaf) -> Iterator[str]:
    sort = sort_of(about)
    if sort in LED_BY_LINE and not _by_line_manager(book, process):
        yield "not-the-line-manager"
    if sort is Sort.CAPABILITY and not about["adviser"]:
        yield "nobody-advises"
    if sort is Sort.CAPABILITY and not looked_further(about.values):
        yield "looked-at-no-cause"
    if sort is Sort.GRIEVANCE and is_one(str(about["goes_to"] or ""), str(about["against"] or "")):
        yield "goes-to-whom-it-is-about"


def _by_line_manager(book: Book, process: Leaf) -> bool:
    """Whether whoever wrote its first line managed them on that day. Where no link was sent here, nobody can say."""
    caregiver = str(process["caregiver"])
    if not questions.listing(book, "supervision", {"caregiver": caregiver}, limit=1):
        return True
    first = histories.history(book, PROCESS.name, process.id)[0]
    return line_manager_of(book, caregiver, date.fromisoformat(str(process["opened"]))) == book.shown(first.by)
