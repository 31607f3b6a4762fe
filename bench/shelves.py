"""Whether a shelf of the page Growth opens as quickly with very many entries as with a hundred.

The rows are put into the projections as in `lists`. A fifth of the trainings is under way; thanks are never.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping

from bench import shelf
from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio, spending, spread
from bench.lists import row
from bench.programme import Programme
from caregiver_desk import clock
from caregiver_desk.desk.answers.growth.shelves import Asked, growth, more
from caregiver_desk.records.record import KINDS
from caregiver_desk.store import signing, statements
from caregiver_desk.store.book import Book

FEW, RATIO = 100, 2.0
EACH = 8  # entries a person has of a sort, in either book
TRAINING, THANKS = (Asked(shelf, many=FEW // 5) for shelf in ("training", "thanks"))  # as many are told in either


def figures(scale: Scale) -> Iterator[Figure]:
    many = max(scale.listed)
    books = {number: shelf.mixed(0, scale.coming).fresh() for number in (FEW, many)}
    programme = Programme(signing.public_key(os.urandom(32)), 3)
    people = [clock.new_record(programme.site) for _ in range(many // EACH)]
    try:
        for number, book in books.items():
            _fill(book, programme, people[: number // EACH], number)
        for what, ask in _asked().items():
            runs = {name: _spent(ask, books[number], people[0]) for name, number in (("large", many), ("small", FEW))}
            taken = in_turns(scale.times, runs)
            ratio, note = middle_ratio(taken["large"], taken["small"]), spread(taken["large"], taken["small"])
            yield Figure(f"a shelf of {many:,}: {what}", ratio, f"x {FEW}", RATIO, note=note)
    finally:
        for book in books.values():
            shelf.let_go(book)


def _fill(book: Book, programme: Programme, people: list[str], number: int) -> None:
    with book.writing() as cursor:
        for name in ("training", "thanks"):
            kind = KINDS[name]
            rows = [
                row(kind.fields, clock.new_record("s"), _values(programme, name, programme.one(*people), each))
                for each in range(number)
            ]
            cursor.executemany(statements.new_row(kind), rows)


def _values(programme: Programme, kind: str, person: str, number: int) -> dict[str, str]:
    if kind == "thanks":
        return {"person": person, "what_for": programme.words(4), "day": programme.day()}
    told = {"person": person, "title": programme.words(3), "since": programme.day(), "until": "2999-01-01"}
    return told if number % 5 == 0 else told | {"result": "attended"}


def _asked() -> Mapping[str, Callable[[Book, str], object]]:
    return {
        "opened": lambda book, _: growth(book, TRAINING),
        "of thanks, opened": lambda book, _: growth(book, THANKS),
        "its next page": lambda book, _: _next(book),
        "only what is under way": lambda book, _: growth(book, TRAINING._replace(going=True)),
        "what many entries say": lambda book, _: growth(book, THANKS._replace(typed="a")),
        "of one person": lambda book, person: growth(book, TRAINING._replace(person=person)),
    }


def _next(book: Book) -> object:
    shown = growth(book, TRAINING).shown
    return more(book, TRAINING, shown.last) if shown and shown.last else None


def _spent(ask: Callable[[Book, str], object], book: Book, person: str) -> Callable[[], float]:
    def once() -> float:
        with spending() as spent:
            ask(book, person)
        return spent.cpu

    return once
