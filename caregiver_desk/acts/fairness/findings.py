"""What is not fair in a process although it came with a bundle: acts refuse it, a merge cannot.

It holds nothing up; whoever reads the process sees it until somebody mends it. What was not for its writer to write, or
came from outside, counts for nothing meanwhile (inside.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.fairness.chronology import is_kept_back
from caregiver_desk.acts.fairness.inside import (
    OF_IT,
    Part,
    about_of,
    abouts,
    all_parts,
    from_outside,
    hand_of,
    may_end_so,
    process_of,
)
from caregiver_desk.acts.fairness.line_manager import line_manager_of
from caregiver_desk.acts.fairness.taking_part import adviser_of, is_held_by, is_meant, name_of, sort_of, unnamed_readers
from caregiver_desk.acts.keeping import period
from caregiver_desk.practice.fairness.processes import LED_BY_LINE, OPEN_STILL, looked_further
from caregiver_desk.practice.people.meant import is_called
from caregiver_desk.records.fairness.processes import CHRONOLOGY_ENTRY, PROBATION, PROCESS, ProbationEnd, Sort
from caregiver_desk.records.supervision.supervision import LinkPurpose
from caregiver_desk.store import authors, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf


class Unfair(NamedTuple):
    code: str
    kind: str
    record: str


def unfair(book: Book) -> Iterator[Unfair]:
    for each in questions.listing(book, PROCESS.name, limit=EVERY):
        yield from unfair_in(book, each)


def unfair_in(book: Book, came: Leaf) -> Iterator[Unfair]:
    """What is not fair in one process, of it and of what stands in it."""
    process, about = process_of(book, came.id), about_of(book, came.id)
    if about is not None:
        yield from (Unfair(code, PROCESS.name, process.id) for code in _of(book, process, about))
    yield from _written_otherwise(book, Part(came, process))
    yield from (Unfair("written-from-outside", each.kind, each.id) for each in from_outside(book, process))


def _written_otherwise(book: Book, process: Part) -> Iterator[Unfair]:
    """What was not for its writer to write, and what may not stand in a chronology."""
    inside = [process, *(each for kind in OF_IT for each in all_parts(book, process.came, kind.name))]
    for part in inside:
        if not part.is_as_written:
            yield Unfair("not-theirs-to-write", part.came.kind, part.came.id)
        counts = part.counts
        if counts and not counts.gone and counts.kind == CHRONOLOGY_ENTRY.name and is_kept_back(book, counts):
            yield Unfair("not-for-a-chronology", counts.kind, counts.id)


def _of(book: Book, process: Leaf, about: Leaf) -> Iterator[str]:
    sort = sort_of(about)
    if sort in LED_BY_LINE:
        yield from _of_the_line(book, process, about)
    if sort is Sort.CAPABILITY:
        yield from _of_capability(about)
    if sort is Sort.PROBATION and _longer_without_reason(book, about):
        yield "longer-without-reason"
    if sort is Sort.GRIEVANCE:
        yield from _of_a_grievance(book, about)
    if len(said := abouts(book, process)) > 1:
        yield "two-subjects"
    if not may_end_so(book, process, said[0]):
        yield "parted-unheard"
    if unnamed_readers(book, process, about):
        yield "reads-unnamed"


def _of_capability(about: Leaf) -> Iterator[str]:
    if not about["adviser"]:
        yield "nobody-advises"
    if not looked_further(about.values):
        yield "looked-at-no-cause"


def _of_a_grievance(book: Book, about: Leaf) -> Iterator[str]:
    against = str(about["against"] or "")
    if is_meant(book, str(about["goes_to"] or ""), against):
        yield "goes-to-whom-it-is-about"
    if is_meant(book, adviser_of(about), against):
        yield "advised-by-whom-it-is-about"


def _longer_without_reason(book: Book, about: Leaf) -> bool:
    """Whether its last day was moved on otherwise than by an end that says why."""
    extended = about["extended"] and about["outcome"] == ProbationEnd.EXTENDED and not about["why"]
    lines = authors.written(book, PROBATION.name, about.id)
    first = min((str(until) for _, held in lines if (until := held.line.fields.get("until"))), default="")
    return bool(extended) or str(about["until"] or "") > first


def _of_the_line(book: Book, process: Leaf, about: Leaf) -> Iterator[str]:
    """Whether whoever opened it was the line manager, and who has it in hand is, as far as links are here."""
    if not questions.listing(book, "supervision", {"caregiver": str(process["caregiver"])}, limit=1):
        return
    if not _by_line_manager(book, process):
        yield "not-the-line-manager"
    managed = line_manager_of(book, str(process["caregiver"]), _day(process["handed_on"]))
    if process["handed_to"] and managed and not _is_holder(book, process, managed):
        yield "handed-to-another"
    if about["outcome"] in OPEN_STILL and not _line_manager_leads(book, process):
        yield "nobody-leads"


def _line_manager_leads(book: Book, process: Leaf) -> bool:
    """Whether the line manager of today has it in hand: to read it is not enough.

    Where none is known here, nobody can say of one to whom it was handed over that they are not, unless that has ended.
    """
    manager = line_manager_of(book, str(process["caregiver"]))
    if manager is None:
        return bool(process["handed_to"]) and not _has_ended(book, process, str(process["handed_to"]))
    return _is_holder(book, process, manager)


def _is_holder(book: Book, process: Leaf, person: str) -> bool:
    """Whether somebody has it in hand; where it was handed over and their name is not here, nobody can say."""
    name, handed = name_of(book, person), str(process["handed_to"] or "")
    if handed and (not name or is_called(name, handed)):
        return True
    return is_held_by(book, process, person, name)


def _has_ended(book: Book, process: Leaf, name: str) -> bool:
    """Whether a link by which they managed this caregiver when it was handed over is here: it holds no longer."""
    day = _day(process["handed_on"]) or clock.today()
    asked = {"caregiver": str(process["caregiver"]), "purpose": LinkPurpose.LINE}
    links = questions.listing(book, "supervision", asked, limit=EVERY)
    return any(period(each).holds(day) and is_called(name_of(book, str(each["supervisor"])), name) for each in links)


def _by_line_manager(book: Book, process: Leaf) -> bool:
    """Whether whoever opened it managed them when they wrote it down, and on the day that they say."""
    opener, caregiver = hand_of(book, process).opener, str(process["caregiver"])
    return all(opener in _managed_on(book, caregiver, each) for each in _opened_on(book, process))


def _opened_on(book: Book, process: Leaf) -> set[date]:
    """The day that is said, and that on which whoever founded it began to write."""
    lines = authors.written(book, PROCESS.name, process.id)
    moments = [held.line.at for author, held in lines if clock.founded(author.key, process.scope) and held.line.at]
    days = [_day(process["opened"]), clock.day_of(min(moments)) if moments else None]
    return {each for each in days if each}


def _managed_on(book: Book, caregiver: str, day: date) -> set[str | None]:
    """Who managed them on a day; on which a line ends, whoever did until then is one of them."""
    return {line_manager_of(book, caregiver, day), line_manager_of(book, caregiver, day - timedelta(1))}


def _day(told: object) -> date | None:
    return date.fromisoformat(str(told)) if told else None
