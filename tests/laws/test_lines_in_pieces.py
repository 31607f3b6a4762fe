"""A merge brings lines and not records: whatever a line left out, everything that reads the book goes on.

Of every kind of growth and of fairness there is a record for each of its fields, with all of it but that field, one
that says only what it belongs to, and one that says nothing that a person would read. Then every answer of the desk,
every paper and every finding that can be asked for by a book and a few plain things is asked for.
"""

from __future__ import annotations

import inspect
import pkgutil
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
    first, *rest = list(inspect.signature(reader).parameters.values()) or [None]
    return first is not None and first.name == "book" and all(each.name in given for each in rest if _is_needed(each))


def _is_needed(parameter: inspect.Parameter) -> bool:
    variable = parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
    return parameter.default is parameter.empty and not variable


def ask(book: Book, reader: Reader, given: dict[str, Any]) -> None:
    needed = [each.name for each in list(inspect.signature(reader).parameters.values())[1:] if _is_needed(each)]
    try:
        answer = reader(book, **{name: given[name] for name in needed})
        if inspect.isgenerator(answer):
            list(answer)
    except Problem:
        pass


@pytest.fixture
def world(book: Book) -> dict[str, str]:
    """What the records of this book are about, by kind."""
    who = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    for road in Road:
        ACTS["open_road"](book, road=road)
    told = {"adviser": "Naledi Khoza", "not_met": "x", "found_work": "ten homes"}
    process = ACTS["open_capability"](book, caregiver=who, **told).record
    link = questions.listing(book, "supervision")[0].id
    home = ACTS["record_household"](book, team=own_team(book), code="HH-001").record
    site = questions.own_site(book).id
    return {"person": who, "team": own_team(book), "process": process, "supervision": link, "household": home, "site": site}


def given_to(world: dict[str, str]) -> dict[str, Any]:
    today = clock.today()
    days = {"today": today, "until": today, "day": today, "on": today, "month": today, "now": today}
    people = {name: world["person"] for name in ("person", "caregiver", "who")}
    return {**days, **people, "days": Days(date(2025, 1, 1), today), "team": world["team"], "process": world["process"]}


def whole(kind: Kind, world: dict[str, str]) -> dict[str, Any]:
    """Something in every field that can be filled in plainly."""
    found: dict[str, Any] = {}
    for name, field in kind.fields.items():
        if field.shown.refers:
            found[name] = world.get(field.shown.refers)
        elif not field.many:
            plain = {date: "2026-03-02", int: 5, bool: True, str: "x"}
            found[name] = str(next(iter(field.choices))) if field.choices else plain.get(field.base)
    return {name: value for name, value in found.items() if value is not None}


def pieces(kind: Kind, world: dict[str, str]) -> Iterator[dict[str, Any]]:
    every = whole(kind, world)
    names = {name for name in every if kind.fields[name].shown.refers}
    yield every
    yield {name: every[name] for name in names}
    yield from ({other: every[other] for other in every if other != name} for name in every)
    yield from ({other: every[other] for other in {*names, name}} for name in every.keys() - names)


def scope_of(book: Book, kind: Kind, world: dict[str, str]) -> str:
    if "process" in kind.fields or kind.name == "process":
        return questions.get(book, "process", world["process"]).scope
    parent = next((each for each in ("supervision", "household", "site") if each in kind.fields), "team")
    return questions.get(book, parent, world[parent]).scope


@pytest.mark.parametrize("kind", OF_THEM)
def test_whatever_a_line_left_out_everything_that_reads_the_book_goes_on(book: Book, world: dict[str, str], kind: str):
    scope, given = scope_of(book, KINDS[kind], world), given_to(world)
    for fields in pieces(KINDS[kind], world):
        if fields:
            ledger.append(book, "by hand", [Change(kind, clock.new_record(scope), scope, fields)])
    asked = readers(given)
    assert len(asked) >= LEAST_READERS

    troubles = {}
    for name, reader in asked.items():
        try:
            ask(book, reader, given)
        except Exception as trouble:  # noqa: BLE001 - all that fail are told at once
            troubles[name] = repr(trouble)
    assert troubles == {}
