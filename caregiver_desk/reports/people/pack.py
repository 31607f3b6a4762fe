"""A person's own pack: all that this book holds about her and she may read, as one paper and one file for programs.

Decision. Built from the declarations of the kinds, so that nothing about her is left out because nobody thought of it.
Every field stands with its label, why it is asked, and who reads it. What is left out by rule is said in the pack
itself: what is its author's alone, words about families, and the names of others (see masking). Who has looked comes
from the access log; who received it from what partners said they hold.

Consequences. It holds what stands now; what was written over or taken out is in the history, which can be asked for.
Whoever hands it over reads it first: a nickname that no record knows is not masked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import msgspec

from caregiver_desk import clock
from caregiver_desk.acts.wellbeing.answers import as_read
from caregiver_desk.practice import spoken
from caregiver_desk.practice.readers import PARTS, READ_ABOUT_HER
from caregiver_desk.records import otherwise, submitted
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import ANSWERS
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.records.wellbeing.questionnaires import QUESTIONNAIRE_ANSWERS
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.reports.fairness.process import HERE, papers_about
from caregiver_desk.reports.looked import Look, in_days, who_looked, whose_book
from caregiver_desk.reports.masking import Masks
from caregiver_desk.store import access, holding, partners, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import capital, count, full_day, later, say

HERS = frozenset({Audience.OPEN, Audience.TEAM, Audience.CONTACT, Audience.WORDS, Audience.PAIR, Audience.PROCESS})
AT_LENGTH = frozenset({"source", submitted.FIELD})  # said in the file for programs only, where a record is one line
OF_FAMILIES = frozenset({"visit", "assignment"})  # of these no words, names or places: they are the families’
THEIRS = frozenset({Audience.WORDS, Audience.CONTACT})
LEFT_OUT = (
    later("Notes that somebody wrote for themselves alone are not in it."),
    later("Words about families are not in it, and homes stand in it by their code."),
    later("Other people’s names are masked. Their own record is theirs."),
    later("What was written over or taken out is in the history. You may ask to see it."),
    later("If something is wrong, say so: it is put right, or your word is added."),
)


class Said(NamedTuple):
    """What one field says, in words."""

    field: str
    label: str
    words: str


@dataclass(frozen=True)
class Written:
    """One record about her. `disputed` where two laptops say otherwise, and nobody has settled it."""

    day: date | None
    said: tuple[Said, ...]
    disputed: bool = False


class Asked(NamedTuple):
    """A field, why it is asked, and who reads it."""

    field: str
    label: str
    why: str
    readers: str


@dataclass(frozen=True)
class Sort:
    """All records of one kind about her, the newest first, and what their fields are for."""

    kind: str
    label: str
    records: tuple[Written, ...]
    fields: tuple[Asked, ...]


def counted(sort: Sort) -> str:
    """How many of them there are: 3 check-ins."""
    kind, number = KINDS[sort.kind], len(sort.records)
    return say("{number} {what}", number=number, what=say(kind.label if number == 1 else kind.plural))


class Received(NamedTuple):
    """A partner, and of how many records about her which parts are on a laptop of that partner."""

    name: str
    role: str
    parts: Mapping[str, int]  # what of them, and of how many records


@dataclass(frozen=True)
class Pack:
    """The whole of it."""

    name: str
    made: date
    fictional: bool
    answers: Mapping[str, str]
    sorts: tuple[Sort, ...]
    opened_by: str
    looks: tuple[Look, ...]
    received: tuple[Received, ...]
    left_out: tuple[str, ...]
    processes: tuple[Document, ...] = ()  # the same papers that everybody in them has

    @property
    def records(self) -> int:
        return sum(len(each.records) for each in self.sorts)


def pack(book: Book, person: str) -> Pack:
    """Everything about one person. Raises NoSuchRecord."""
    her = questions.get(book, "person", person)
    found = {kind.name: _about(book, kind, her) for kind in _kinds()}
    masks, site = Masks(book, her), questions.own_site(book)
    records = {leaf.id for leaves in found.values() for leaf in leaves}
    return Pack(
        name=questions.call(KINDS["person"], her.values),
        made=clock.today(),
        fictional=book.fictional,
        answers={each: str(site[each]) for each in ANSWERS if site and site[each]},
        sorts=tuple(_sort(KINDS[name], leaves, masks) for name, leaves in found.items() if leaves and name not in HERE),
        opened_by=whose_book(book),
        looks=who_looked(book, person),
        received=tuple(_received(book, records)),
        left_out=tuple(map(say, LEFT_OUT)),
        processes=papers_about(book, her.id),
    )


def handed(book: Book, person: str) -> Pack:
    """The same, for a file that leaves the book: the access log says so, and so does the pack."""
    access.note(book, What.EXPORTED, person)
    return pack(book, person)


def _kinds() -> list[Kind]:
    """Who she is, and then every kind that is about a person."""
    about = [each for each in KINDS.values() if each.about and each.fields[each.about].shown.refers == "person"]
    return [KINDS["person"], *about]


def _about(book: Book, kind: Kind, her: Leaf) -> list[Leaf]:
    if kind.name == "person":
        return [her]
    found = questions.listing(book, kind.name, {kind.about: her.id}, limit=EVERY)
    return [as_read(book, each) for each in found] if kind is QUESTIONNAIRE_ANSWERS else found


def _sort(kind: Kind, leaves: list[Leaf], masks: Masks) -> Sort:
    records = tuple(_written(kind, each, masks) for each in leaves)
    used = {said.field for each in records for said in each.said}
    fields = tuple(_asked(field) for name, field in kind.fields.items() if name in used)
    return Sort(kind.name, say(kind.plural), records, fields)


def _asked(field: Field) -> Asked:
    readers = field.shown.readers or READ_ABOUT_HER[field.audience]
    return Asked(field.name, say(field.label), say(field.shown.why), say(readers))


def _written(kind: Kind, leaf: Leaf, masks: Masks) -> Written:
    day = date.fromisoformat(str(leaf[kind.when])) if kind.when and leaf[kind.when] else None
    return Written(day, tuple(_said(kind, leaf, masks)), bool(leaf.quarrels))


def _said(kind: Kind, leaf: Leaf, masks: Masks) -> Iterator[Said]:
    for name, field in kind.fields.items():
        if _is_hers(kind, field) and name != kind.about and leaf[name] not in (None, "", frozenset()):
            words = _words(kind, field, leaf, masks)
            if words:
                yield Said(name, say(field.label), words)


def _is_hers(kind: Kind, field: Field) -> bool:
    """Of visits and homes no word but their own."""
    of_a_family = kind.name in OF_FAMILIES and field.audience in THEIRS and field.name != otherwise.FIELD
    return field.audience in HERS and not of_a_family


def _words(kind: Kind, field: Field, leaf: Leaf, masks: Masks) -> str:
    """Others by what they are to her; what has no name of its own, such as the check-in of a promise, is left out."""
    if field.shown.refers:
        return _called(field.shown.refers, str(leaf[field.name]), masks)
    words = spoken.value(field, leaf[field.name], {}, spoken.worded_in(leaf.values))
    free = field.base is str and not field.choices and kind.name != "person"
    return masks(words) if free else words


def _called(refers: str, record: str, masks: Masks) -> str:
    told: dict[str, Callable[[str], str]] = {"person": masks.person, "household": masks.home}
    return told[refers](record) if refers in told else ""


def _received(book: Book, records: set[str]) -> Iterator[Received]:
    """By partner, how many of these records they hold, of each audience."""
    for partner in partners.known(book):
        held = holding.held(book, partner.key, records)
        parts = {audience: {each.record for each in held if each.audience == audience} for audience in Audience}
        said = {say(PARTS[audience]): len(found) for audience, found in parts.items() if found}
        if said:
            yield Received(partner.name, partner.role, said)


def as_json(told: Pack) -> bytes:
    """For programs: the same words, field by field."""
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def as_document(told: Pack) -> Document:
    """For people."""
    under = [
        say("{day} · made-up people", day=full_day(told.made)) if told.fictional else full_day(told.made),
        *([say("Responsible: {who}", who=told.answers["organisation"])] if "organisation" in told.answers else []),
        *([say("Whom to ask: {who}", who=told.answers["officer"])] if "officer" in told.answers else []),
        say("This is what {owner}’s book holds about you.", owner=told.opened_by),
    ]
    who, *rest = told.sorts
    sections = [
        Section(say("Who you are"), tuple(_entry(who.records[0]))),
        *(
            Section(say("{what} ({number})", what=capital(each.label), number=len(each.records)), _entries(each))
            for each in rest
        ),
        *(section for each in told.processes for section in _paper(each)),
        Section(say("Who has looked"), tuple(_looked(told))),
        Section(say("Who received it"), tuple(_sent(told))),
        Section(say("What is not in it"), tuple(Line("", each) for each in told.left_out)),
        Section(say("Why it is asked, and who reads it"), tuple(_reasons(told))),
    ]
    return Document(say("Your record, {name}", name=told.name), tuple(under), tuple(sections))


def _paper(paper: Document) -> Iterator[Section]:
    """A process, part by part, each with what it is called."""
    yield Section(paper.title, tuple(Line("", each) for each in paper.under))
    for each in paper.sections:
        yield Section(say("{what}: {part}", what=paper.title, part=each.title), each.lines)


def _entries(sort: Sort) -> tuple[Line, ...]:
    """Of visits and homes a line each; of everything else a heading with its fields below."""
    if sort.kind in OF_FAMILIES:
        return tuple(Line(_day(each), say(" · ").join(_shortly(sort, each))) for each in sort.records)
    kind = KINDS[sort.kind]
    return tuple(
        line
        for each in sort.records
        for line in (Line(_day(each) if kind.when else capital(say(kind.label)), ""), *_entry(each, kind.when))
    )


def _shortly(sort: Sort, written: Written) -> Iterator[str]:
    """What speaks for itself, and the rest with its label."""
    kind = KINDS[sort.kind]
    for each in written.said:
        field = kind.fields[each.field]
        if each.field not in {kind.when, *AT_LENGTH}:
            speaks = field.choices or field.shown.refers or field.shown.unit
            yield each.words if speaks else say("{label}: {words}", label=each.label, words=each.words)


def _day(written: Written) -> str:
    day = full_day(written.day) if written.day else say("without a day")
    return say("{day} (two versions)", day=day) if written.disputed else day


def _entry(written: Written, but: str = "") -> Iterator[Line]:
    return (Line(each.label, each.words) for each in written.said if each.field != but)


def _looked(told: Pack) -> Iterator[Line]:
    yield Line("", say("Only {owner} opens this book.", owner=told.opened_by))
    for look in told.looks:
        yield Line(look.words, in_days(look))
    if not told.looks:
        yield Line("", say("No look at it was noted before today."))


def _sent(told: Pack) -> Iterator[Line]:
    for each in told.received:
        of = (
            count("{part} of {number} record", "{part} of {number} records", n, part=p) for p, n in each.parts.items()
        )
        yield Line(say("{name} · {role}", name=each.name, role=each.role), say("; ").join(of))
    if not told.received:
        yield Line("", say("Nobody else said that they hold any of it."))


def _reasons(told: Pack) -> Iterator[Line]:
    for sort in told.sorts:
        yield Line(capital(sort.label), "")
        for each in sort.fields:
            yield Line(each.label, say("{why} Read by: {readers}.", why=each.why, readers=each.readers))
