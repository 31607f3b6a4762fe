"""The rows of a table as they are read from the book: one page at a time, never all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.reports.tables.asked import Asked
from caregiver_desk.reports.tables.columns import Cell, Column, Names, columns, has_name, naming
from caregiver_desk.store import pages, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.pages import Told

Hears = Callable[[int], None]  # of how many rows are written; may raise Stopped


@dataclass(frozen=True)
class Table:
    """A name, its columns, and its rows, which can be gone through once."""

    name: str
    columns: Sequence[Column]
    rows: Iterator[Sequence[Cell]]


def tables(book: Book, asked: Asked) -> Iterator[Table]:
    """One table for each kind, in the order in which they were asked for."""
    for kind in asked.kinds:
        found = columns(kind, asked)
        yield Table(kind.name, found, _rows(book, kind, asked, found))


def heard(rows: Iterator[Sequence[Cell]], hears: Hears) -> Iterator[Sequence[Cell]]:
    """The same rows; whoever listens is told of every page."""
    for number, row in enumerate(rows, 1):
        yield row
        if number % pages.AT_ONCE == 0:
            hears(pages.AT_ONCE)


def _rows(book: Book, kind: Kind, asked: Asked, found: Sequence[Column]) -> Iterator[Sequence[Cell]]:
    cells = [column.cell for column in found]
    for page in pages.pages(book, kind, asked.fields(kind), asked.days):
        names = _names(book, kind, asked, page)
        for told in page:
            yield [cell(told, names) for cell in cells]


def _names(book: Book, kind: Kind, asked: Asked, page: Sequence[Told]) -> Names:
    """What the records at which this page points are called, as far as that may be in the file."""
    called: dict[str, str] = {}
    for place, field in enumerate(asked.fields(kind)):
        if has_name(field, asked):
            refers = KINDS[field.shown.refers]
            by = naming(refers, asked)
            ids = {str(told.values[place]) for told in page if told.values[place]} - called.keys()
            for told in pages.some(book, refers, by, ids):
                values = {each.name: value for each, value in zip(by, told.values, strict=True)}
                called[told.id] = questions.call(refers, values)
    return called
