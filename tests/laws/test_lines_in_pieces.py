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
from pieces import OF_THEM, in_pieces, whole_world

from caregiver_desk import acts, clock, reports
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk import answers
from caregiver_desk.errors import Problem
from caregiver_desk.practice.growth.own_year import Days
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

OWN_NAME = {"learning_goal": "goal"}  # what a reader calls a record of this kind
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
    return whole_world(book)


def given_to(book: Book, world: dict[str, str]) -> dict[str, Any]:
    today = clock.today()
    days = {"today": today, "until": today, "day": today, "on": today, "month": today, "now": today}
    people = dict.fromkeys(("person", "caregiver", "who"), world["person"])
    processes = {"process": world["process"], "process, read": questions.get(book, "process", world["process"])}
    return {**days, **people, **processes, "days": Days(date(2025, 1, 1), today), "team": world["team"]}


@pytest.mark.in_turns(6)
@pytest.mark.parametrize("kind", OF_THEM)
def test_whatever_a_line_left_out_everything_that_reads_the_book_goes_on(book: Book, world: dict[str, str], kind: str):
    given = given_to(book, world)
    asked = readers(given)
    assert len(asked) >= LEAST_READERS
    before = told_by(book, asked, given)
    written = in_pieces(book, kind, world)

    assert not any(".py:" in trouble for trouble in before.values())
    assert told_by(book, asked, given) == before
    assert {name: words for name, words in of_each(book, kind, written, given).items() if ".py:" in words} == {}


def of_each(book: Book, kind: str, written: list[str], given: dict[str, Any]) -> dict[str, str]:
    """What is refused, or breaks, of all that is asked about one record: by its kind, or by whatever kind it is."""
    names = {"record", OWN_NAME.get(kind, kind)}
    about = readers({**given, **dict.fromkeys(names, "")})
    one = {name: each for name, each in about.items() if names & {_named(needed) for needed in _needed(each)}}
    troubles = [told_by(book, one, {**given, **dict.fromkeys(names, record)}) for record in written]
    return {name: words for each in troubles for name, words in each.items()}


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
