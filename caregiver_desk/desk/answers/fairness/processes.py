"""Processes in words of the desk: a list for who asks for it, one of them whole, and what of them is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.fairness.chronology import chronology, day_of, offered
from caregiver_desk.acts.fairness.findings import unfair_in
from caregiver_desk.acts.fairness.handing import may_be_handed
from caregiver_desk.acts.fairness.inside import about_of, parts, process_of, supported
from caregiver_desk.acts.fairness.taking_part import (
    in_words,
    is_held_by,
    is_theirs,
    leads,
    may_give,
    may_read,
    own_name,
    support_before,
)
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.acts.sharing.together import WORDS
from caregiver_desk.desk.answers.days import as_day, short_day
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.practice.fairness.chronology import fact_of
from caregiver_desk.practice.fairness.processes import OPEN_STILL, is_over
from caregiver_desk.practice.spoken import value
from caregiver_desk.records.fairness.processes import PROBATION, PROCESS, PROCESS_STAGE, Sort
from caregiver_desk.records.fairness.worry import PERFORMANCE_WORRY
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.reports.fairness.process import called, evidence_of, process_on_paper, source_of, steps_of
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, known_day, say


class Row(NamedTuple):
    """Something that is listed: what it is, and a quiet line."""

    kind: str
    id: str
    name: str
    quiet: str
    tone: str = "ink-soft"


class Step(NamedTuple):
    """A step, note or line of a chronology: what it says, a quiet line, what is to be heeded, and its record."""

    words: str
    quiet: str
    tags: tuple[tuple[str, str], ...]
    kind: str = ""
    record: str = ""


@dataclass(frozen=True)
class Told:
    """A process as its sheet shows it; `to` are partners who may still be let in, `mine` whether its reader leads.

    Who is no longer the line manager has it `in_hand` until it is handed over. `next` are those
    to whom it may be: the line manager of today, or where none is known whoever may be.
    """

    process: str
    caregiver: str
    about: Leaf | None
    sort: Sort | None
    title: str
    line: str
    heed: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    support: tuple[str, ...]
    support_since: tuple[str, ...]  # arranged since, as far as this book knows
    steps: tuple[Step, ...]
    notes: tuple[Step, ...]
    entries: tuple[Step, ...]
    ended: tuple[tuple[str, str], ...]
    readers: tuple[str, ...]
    to: tuple[str, ...]
    next: tuple[str, ...]
    mine: bool
    in_hand: bool
    theirs: bool
    over: bool


@dataclass(frozen=True)
class Due:
    """A day of a process that has come or comes soon."""

    process: str
    caregiver: str
    name: str
    words: str
    day: date


def processes(book: Book) -> list[Row]:
    """Those that this book's owner takes part in, what is open first."""
    found = questions.listing(book, PROCESS.name, limit=EVERY)
    names = questions.names_of(book, [str(each["caregiver"]) for each in found])
    rows = [(_is_over(about_of(book, each.id)), each) for each in found]
    rows.sort(key=lambda row: row[0])
    return [_row(book, each, names.get(str(each["caregiver"]), say("Name not sent here"))) for _, each in rows]


def _row(book: Book, process: Leaf, name: str) -> Row:
    about = about_of(book, process.id)
    opened = as_day(process["opened"])
    told = joined(called(about), say("opened {day}", day=full_day(opened)) if opened else "", _state(about))
    return Row(PROCESS.name, process.id, name, told)


def _state(about: Leaf | None) -> str:
    if about is None or not about["outcome"]:
        return say("open")
    return value(KINDS[about.kind].fields["outcome"], about["outcome"], {})


def _is_over(about: Leaf | None) -> bool:
    return about is not None and about["outcome"] not in OPEN_STILL


def worries(book: Book) -> list[Row]:
    """Worries about work, the newest first."""
    found = questions.listing(book, PERFORMANCE_WORRY.name, limit=EVERY)
    names = questions.names_of(book, [str(each["caregiver"]) for each in found])
    fields = PERFORMANCE_WORRY.fields
    return [
        Row(
            each.kind, each.id, names.get(str(each["caregiver"]), say("Name not sent here")),
            joined(value(fields["day"], each["day"], {}), value(fields["after"], each["after"], {})),
        )
        for each in found
    ]  # fmt: skip


def told(book: Book, process: str) -> Told:
    """All of one process, for who takes part in it."""
    leaf, about = process_of(book, process), about_of(book, process)
    paper = process_on_paper(book, process)
    sections = {section.title: section.lines for section in paper.sections}
    readers, others = _readers(book, leaf)
    before = [each.words for each in sections[say("Support given before")]] if supported(leaf) else []
    since = support_before(book, str(leaf["caregiver"]), clock.today())
    return Told(
        process,
        str(leaf["caregiver"] or ""),
        about,
        Sort(about.kind) if about else None,
        paper.title,
        joined(*paper.under, _state(about)),
        tuple(
            dict.fromkeys(say(WORDS[each.code]) for each in unfair_in(book, questions.get(book, PROCESS.name, process)))
        ),
        tuple((each.label, each.words) for each in sections.get(say("What it is about"), ())),
        tuple(before),
        tuple(each for each in in_words(since).splitlines() if each not in before),
        tuple(_step(each) for each in steps_of(book, process)),
        tuple(_note(each, later=later) for each, later in evidence_of(book, process)),
        tuple(_entries(book, process)),
        tuple((each.label, each.words) for each in sections.get(say("How it ended"), ())),
        readers,
        others,
        tuple(may_be_handed(book, leaf)),
        leads(book, leaf, about),
        is_held_by(book, leaf, book.shown(book.person), own_name(book)),
        is_theirs(book, leaf),
        _is_over(about),
    )


def as_it_counts(book: Book, kind: str, record: str) -> Leaf:
    """A record of a process as those wrote it whose it is to write, for whoever changes it."""
    came = questions.get(book, kind, record)
    found = parts(book, process_of(book, str(came["process"])), kind)
    return next((each for each in found if each.id == record), came)


def _readers(book: Book, process: Leaf) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who was let in, by name, and who else may be."""
    standing, known = standing_of(book), [each for each in partners.known(book) if not each.parted]
    inside = {each.key for each in known if standing.is_let_in(each.key, process.scope)}
    read = tuple(each.name for each in known if each.key in inside)
    others = [each for each in known if each.key not in inside and each.key != book.key]
    if not may_give(book, process):
        return read, ()
    return read, tuple(each.name for each in others if may_read(book, process, each))


def _step(leaf: Leaf) -> Step:
    target, held = as_day(leaf["target"]), as_day(leaf["day"])
    tag = (say("held {day}", day=short_day(held)), "leaf") if held else ("", "")
    if not held and target:
        tag = (say("by {day}", day=short_day(target)), "amber" if target < clock.today() else "plain")
    fields = PROCESS_STAGE.fields
    answer = say("They say: {words}", words=leaf["response"]) if leaf["response"] else ""
    agrees = "" if leaf["agrees"] is None else say("They agree") if leaf["agrees"] else say("They disagree")
    beside = say("with {name}", name=leaf["companion"]) if leaf["companion"] else ""
    quiet = joined(value(fields["content"], leaf["content"], {}), answer, agrees, beside)
    return Step(str(leaf["called"] or say("Step")), quiet, (tag,) if tag[0] else (), leaf.kind, leaf.id)


def _note(leaf: Leaf, *, later: str) -> Step:
    day = as_day(leaf["day"])
    tags = ((later, "amber"),) if later else ()
    return Step(str(leaf["words"] or ""), full_day(day) if day else "", tags)


def _entries(book: Book, process: str) -> Iterator[Step]:
    for each in chronology(book, process):
        changed = [(say("its record has changed since"), "amber")] if each.changed else []
        late = [(say("written late"), "amber")] if each.late else []
        quiet = joined(known_day(each.day), source_of(each), str(each.leaf["matters"] or ""))
        yield Step(each.fact, quiet, (*late, *changed), str(each.leaf["source_kind"]), each.leaf.id)


def to_choose(book: Book, process: str) -> list[Row]:
    """What may be put into its chronology: a record each, in the words that would be copied."""
    return [
        Row(each.kind, each.id, fact_of(each.kind, each.values), _day_words(each)) for each in offered(book, process)
    ]


def _day_words(leaf: Leaf) -> str:
    day = day_of(leaf)
    return full_day(day) if day else ""


def due_in_processes(book: Book, until: date, today: date) -> Iterator[Due]:
    """What whoever leads has to see to: a probation that ends, a step whose day comes. Neither says why."""
    for each in questions.listing(book, PROCESS.name, limit=EVERY):
        process, about = process_of(book, each.id), about_of(book, each.id)
        if about is None or _is_over(about) or not leads(book, process, about):
            continue
        whom = str(process["caregiver"])
        name = questions.names_of(book, [whom]).get(whom, say("somebody"))
        ends = as_day(about["extended"] or about["until"]) if about.kind == PROBATION.name else None
        if ends and (is_over(ends, about["outcome"], today) or ends <= until):
            yield Due(process.id, whom, name, say("Say how the probation went"), ends)
        for step in steps_of(book, process.id):
            day = as_day(step["target"])
            if day and not step["day"] and day <= until:
                yield Due(process.id, whom, name, say("A talk that you agreed on"), day)
