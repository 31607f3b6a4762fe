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
from caregiver_desk.store import statements
from caregiver_desk.store.book import Book
from caregiver_desk.sync import seal

FEW, RATIO = 100, 3.0
OF_THEM = 12  # people, in either book


def figures(scale: Scale) -> Iterator[Figure]:
    many = min(scale.listed) if scale.listed else FEW
    books = {number: shelf.mixed(0, scale.coming).fresh() for number in (FEW, many)}
    programme = Programme(seal.public_key(os.urandom(32)), 3)
    people = [clock.new_record(programme.site) for _ in range(OF_THEM)]
    try:
        for number, book in books.items():
            _fill(book, programme, people, number)
        for what, ask in _asked(people[0]).items():
            yield _figure(scale, what, ask, books[many], books[FEW], many)
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


def _asked(person: str) -> Mapping[str, Callable[[Book], object]]:
    return {
        "opened": lambda book: growth(book, Asked("training")),
        "of thanks, opened": lambda book: growth(book, Asked("thanks")),
        "its next page": _next,
        "only what is under way": lambda book: growth(book, Asked("training", going=True)),
        "what many entries say": lambda book: growth(book, Asked("thanks", typed="a")),
    }


def _next(book: Book) -> object:
    shown = growth(book, Asked("training", many=50)).shown
    assert shown
    assert shown.last
    return more(book, Asked("training", many=50), shown.last)


def _figure(scale: Scale, what: str, ask: Callable[[Book], object], large: Book, small: Book, many: int) -> Figure:
    taken = in_turns(scale.times, {"large": _spent(ask, large), "small": _spent(ask, small)})
    ratio = middle_ratio(taken["large"], taken["small"])
    note = spread(taken["large"], taken["small"])
    return Figure(f"a shelf of {many:,}: {what}", ratio, f"x {FEW}", RATIO, note=note)


def _spent(ask: Callable[[Book], object], book: Book) -> Callable[[], float]:
    def once() -> float:
        with spending() as spent:
            ask(book)
        return spent.cpu

    return once
