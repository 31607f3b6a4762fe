"""A merge brings lines and not records: whatever a line left out, everything that reads the book goes on.

Of every kind of growth and of fairness there is a record for each of its fields, with all of it but that field, one
that says only what it belongs to, and one that says nothing that a person would read. Then every answer of the desk,
every paper and every finding that can be asked for by a book and a few plain things is asked for.
"""

from __future__ import annotations

import inspect
import pkgutil
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from caregiver_desk import acts, clock, reports
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk import answers
from caregiver_desk.errors import Problem
from caregiver_desk.practice.growth.own_year import Days
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
LEAST_READERS = 150  # so that a reader which changes its name is not silently asked no more
Reader = Callable[..., Any]


def modules() -> Iterator[ModuleType]:
    for package in (answers, reports, acts):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield import_module(found.name)


def readers(given: dict[str, Any]) -> dict[str, Reader]:
    """Everything that is asked for with a book and what is given, by where it stands."""
    found = {}
    for module in modules():
        for name, reader in vars(module).items():
            own = inspect.isfunction(reader) and reader.__module__ == module.__name__
            if own and not name.startswith("_") and name not in ACTS and _is_asked(reader, given):
                found[f"{module.__name__}.{name}"] = reader
    return found


def _is_asked(reader: Reader, given: dict[str, Any]) -> bool:
    first = next(iter(inspect.signature(reader).parameters), "")
    return first == "book" and all(_named(each) in given for each in _needed(reader))


def _needed(reader: Reader) -> list[inspect.Parameter]:
    _, *rest = inspect.signature(reader).parameters.values()
    variable = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return [each for each in rest if each.default is each.empty and each.kind not in variable]


def _named(parameter: inspect.Parameter) -> str:
    """A process is named by its id, or given as it was read."""
    return f"{parameter.name}, read" if parameter.annotation == "Leaf" else parameter.name


def ask(book: Book, reader: Reader, given: dict[str, Any]) -> None:
    answer = reader(book, **{each.name: given[_named(each)] for each in _needed(reader)})
    if inspect.isgenerator(answer):
        list(answer)


@pytest.fixture
def world(book: Book) -> dict[str, str]:
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


def write(book: Book, kind: Kind, world: dict[str, str], fields: dict[str, Any]) -> str:
    """A record by hand, where such a one would be."""
    scope = scope_of(book, kind, world)
    record = clock.new_record(scope)
    ledger.append(book, "by hand", [Change(kind.name, record, scope, fields)])
    return record


def given_to(book: Book, world: dict[str, str]) -> dict[str, Any]:
    today = clock.today()
    days = {"today": today, "until": today, "day": today, "on": today, "month": today, "now": today}
    people = dict.fromkeys(("person", "caregiver", "who"), world["person"])
    processes = {"process": world["process"], "process, read": questions.get(book, "process", world["process"])}
    return {**days, **people, **processes, "days": Days(date(2025, 1, 1), today), "team": world["team"]}


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


def pieces(kind: Kind, world: dict[str, str]) -> Iterator[dict[str, Any]]:
    every = whole(kind, world)
    names = {name for name in every if kind.fields[name].shown.refers}
    yield every
    told = [{name: every[name] for name in names}]
    told += [{other: every[other] for other in every if other != name} for name in every]
    told += [{other: every[other] for other in {*names, name}} for name in sorted(every.keys() - names)]
    yield from filter(None, told)


def scope_of(book: Book, kind: Kind, world: dict[str, str]) -> str:
    if "process" in kind.fields or kind.name == "process":
        return questions.get(book, "process", world["process"]).scope
    parent = next((each for each in ("supervision", "household", "site") if each in kind.fields), "team")
    return questions.get(book, parent, world[parent]).scope


@pytest.mark.parametrize("kind", OF_THEM)
def test_whatever_a_line_left_out_everything_that_reads_the_book_goes_on(book: Book, world: dict[str, str], kind: str):
    given = given_to(book, world)
    asked = readers(given)
    assert len(asked) >= LEAST_READERS
    before = told_by(book, asked, given)
    for fields in pieces(KINDS[kind], world):
        record = write(book, KINDS[kind], world, fields)
        for child in children(kind):
            write(book, child, world, whole(child, {**world, kind: record}))

    assert not any(".py:" in trouble for trouble in before.values())
    assert told_by(book, asked, given) == before


def children(kind: str) -> list[Kind]:
    """The kinds that say to which record of this kind they belong."""
    kinds = map(KINDS.__getitem__, OF_THEM)
    return [each for each in kinds if any(of.shown.refers == kind for of in each.fields.values())]


def told_by(book: Book, asked: dict[str, Reader], given: dict[str, Any]) -> dict[str, str]:
    """Of what is asked for, what is refused, or breaks."""
    troubles = {}
    for name, reader in asked.items():
        try:
            ask(book, reader, given)
        except Problem as refused:
            troubles[name] = refused.code
        except Exception as trouble:  # noqa: BLE001 - all that fail are told at once
            ours = [each for each in traceback.extract_tb(trouble.__traceback__) if "caregiver_desk" in each.filename]
            place = f"{ours[-1].filename.rpartition('caregiver_desk/')[2]}:{ours[-1].lineno}"
            troubles[name] = f"{trouble!r} in {place}"
    return troubles
