"""What is not fair in a process although it came with a bundle: acts refuse it, a merge cannot.

It holds nothing up and takes nothing out of sight; whoever reads the process sees it until somebody mends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.fairness.line_manager import line_manager_of
from caregiver_desk.acts.fairness.taking_part import about_of, is_held_by, name_of, sort_of
from caregiver_desk.acts.keeping import period
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.practice.concerns.concerns import is_one
from caregiver_desk.practice.fairness.chronology import offers
from caregiver_desk.practice.fairness.processes import LED_BY_LINE, OPEN_STILL, looked_further
from caregiver_desk.records.fairness.processes import CHRONOLOGY_ENTRY, PROCESS, Sort
from caregiver_desk.records.supervision.supervision import LinkPurpose
from caregiver_desk.store import histories, partners, questions
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
    if sort in LED_BY_LINE:
        yield from _of_its_holder(book, process, about)
    if sort is Sort.CAPABILITY and not about["adviser"]:
        yield "nobody-advises"
    if sort is Sort.CAPABILITY and not looked_further(about.values):
        yield "looked-at-no-cause"
    if sort is Sort.GRIEVANCE and is_one(str(about["goes_to"] or ""), str(about["against"] or "")):
        yield "goes-to-whom-it-is-about"


def _of_its_holder(book: Book, process: Leaf, about: Leaf) -> Iterator[str]:
    """Whether whoever has it in hand is the line manager; where no link was sent here, nobody can say."""
    if not _links_are_here(book, process):
        return
    managed = line_manager_of(book, str(process["caregiver"]), _day(process["handed_on"]))
    if process["handed_to"] and managed and not _may_be(book, managed, str(process["handed_to"])):
        yield "handed-to-another"
    if about["outcome"] in OPEN_STILL and not _line_manager_reads(book, process):
        yield "no-line-manager-reads"


def _line_manager_reads(book: Book, process: Leaf) -> bool:
    """Whether the line manager of today holds it, reads it here, or was let in as far as this book knows.

    Where none is known here, nobody can say of one to whom it was handed over that they are not, unless that has ended.
    """
    manager = line_manager_of(book, str(process["caregiver"]))
    if manager is None:
        return bool(process["handed_to"]) and not _has_ended(book, process, str(process["handed_to"]))
    name = name_of(book, manager)
    if manager == book.shown(book.person) or is_held_by(process, manager, name) or not name:
        return True
    let_in = standing_of(book).is_let_in
    return any(let_in(each.key, process.scope) for each in partners.known(book) if is_one(each.name, name))


def _has_ended(book: Book, process: Leaf, name: str) -> bool:
    """Whether a link by which they managed this caregiver when it was handed over is here: it holds no longer."""
    day = _day(process["handed_on"]) or clock.today()
    asked = {"caregiver": str(process["caregiver"]), "purpose": LinkPurpose.LINE}
    links = questions.listing(book, "supervision", asked, limit=EVERY)
    return any(period(each).holds(day) and is_one(name_of(book, str(each["supervisor"])), name) for each in links)


def _may_be(book: Book, person: str, name: str) -> bool:
    """Whether somebody is called so; where their name is not here, nobody can say."""
    called = name_of(book, person)
    return not called or is_one(called, name)


def _by_line_manager(book: Book, process: Leaf) -> bool:
    """Whether whoever wrote its first line managed them on that day. Where no link was sent here, nobody can say."""
    if not _links_are_here(book, process):
        return True
    first = histories.history(book, PROCESS.name, process.id)[0]
    return line_manager_of(book, str(process["caregiver"]), _day(process["opened"])) == book.shown(first.by)


def _day(told: object) -> date | None:
    return date.fromisoformat(str(told)) if told else None


def _links_are_here(book: Book, process: Leaf) -> bool:
    return bool(questions.listing(book, "supervision", {"caregiver": str(process["caregiver"])}, limit=1))
