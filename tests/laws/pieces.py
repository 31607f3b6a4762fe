"""Records in pieces: what a merge may bring of every kind of growth and of fairness, whatever acts would have said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

acts.load()
SUBJECTS = ("growth", "fairness")
OF_THEM = sorted(each.name for each in KINDS.values() if each.draft.__module__.split(".")[-2] in SUBJECTS)
PLAIN = {("chronology_entry", "source_kind"): "check_in", ("learning_goal", "state"): "kept"}


def whole_world(book: Book) -> dict[str, str]:
    """What the records of this book are about: by kind, one that is whole."""
    who = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    for road in Road:
        ACTS["open_road"](book, road=road)
    told = {"adviser": "Naledi Khoza", "not_met": "x", "found_work": "ten homes"}
    process = ACTS["open_capability"](book, caregiver=who, **told).record
    link = questions.listing(book, "supervision")[0].id
    home = ACTS["record_household"](book, team=own_team(book), code="HH-001").record
    talk = ACTS["hold_check_in"](book, caregiver=who, day=clock.today()).record
    group = ACTS["record_circle"](book, team=own_team(book), name="Course", sort="course").record
    known = {"person": who, "team": own_team(book), "process": process, "supervision": link, "household": home}
    known |= {"site": questions.own_site(book).id, "check_in": talk, "circle": group}
    for kind in sorted(map(KINDS.__getitem__, OF_THEM), key=_parents):
        if kind.name not in known:
            known[kind.name] = write(book, kind, known, whole(kind, known))
    return known


def _parents(kind: Kind) -> int:
    """How far a kind stands below those that refer to nothing of these subjects."""
    above = [KINDS[each.shown.refers] for each in kind.fields.values() if each.shown.refers in OF_THEM]
    return 1 + max(map(_parents, above), default=0)


def write(book: Book, kind: Kind, world: dict[str, str], fields: dict[str, Any], scope: str = "") -> str:
    """A record by hand, where such a one would be, or in this scope."""
    change = by_hand(kind, scope or scope_of(book, kind, world), fields)
    ledger.append(book, "by hand", [change])
    return change.record


def by_hand(kind: Kind, scope: str, fields: dict[str, Any]) -> Change:
    return Change(kind.name, clock.new_record(scope), scope, fields)


def whole(kind: Kind, world: dict[str, str]) -> dict[str, Any]:
    """Something in every field that can be filled in plainly."""
    found: dict[str, Any] = {}
    for name, field in kind.fields.items():
        if field.shown.refers:
            found[name] = world.get(field.shown.refers)
        elif not field.many:
            plain = {date: "2026-03-02", int: 5, bool: True, str: PLAIN.get((kind.name, name), "x")}
            found[name] = str(next(iter(field.choices))) if field.choices else plain.get(field.base)
    return {name: value for name, value in found.items() if value is not None}


def begun(kind: Kind, world: dict[str, str]) -> dict[str, Any]:
    """Only what nothing of this kind is without: it goes on, and nobody has said more of it."""
    return {name: each for name, each in whole(kind, world).items() if kind.draft.model_fields[name].is_required()}


def pieces(kind: Kind, world: dict[str, str]) -> Iterator[dict[str, Any]]:
    every, first = whole(kind, world), begun(kind, world)
    names = {name for name in every if kind.fields[name].shown.refers}
    told = [{name: every[name] for name in names}]
    told += [{other: each[other] for other in each if other != name} for each in (every, first) for name in each]
    told += [{other: every[other] for other in {*names, name}} for name in sorted(every.keys() - names)]
    yield from filter(None, told)


def scope_of(book: Book, kind: Kind, world: dict[str, str]) -> str:
    if "process" in kind.fields or kind.name == "process":
        return questions.get(book, "process", world["process"]).scope
    parent = next((each for each in ("supervision", "household", "site") if each in kind.fields), "team")
    return questions.get(book, parent, world[parent]).scope


def children(kind: str) -> list[Kind]:
    """The kinds that say to which record of this kind they belong."""
    kinds = map(KINDS.__getitem__, OF_THEM)
    return [each for each in kinds if any(of.shown.refers == kind for of in each.fields.values())]


def in_pieces(book: Book, kind: str, world: dict[str, str]) -> list[str]:
    """Every piece of a record of this kind, and records that belong to it, whole and just begun.

    What founds a scope of its own does so here too, but for the first piece: that one lives where another of its kind
    does, with all that belongs to both. Were all of them there, each would be read beside the parts of every other.
    """
    written = []
    for number, fields in enumerate(pieces(KINDS[kind], world)):
        apart = clock.new_scope(book.key) if number and KINDS[kind].home == Kind.OWN else ""
        record = write(book, KINDS[kind], world, fields, apart)
        written.append(record)
        around = {**world, kind: record}
        below = [(child, filled(child, around)) for child in children(kind) for filled in (whole, begun)]
        if below:
            each_by_hand = [by_hand(child, scope_of(book, child, around), fields) for child, fields in below]
            ledger.append(book, "by hand", each_by_hand)
    return written
