"""Taking records out as a spreadsheet: what the file is follows from its name, and the access log says that it was.

The file is complete or it is not there; nothing that is there is written over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from caregiver_desk.errors import NoSuchTable, OneTable
from caregiver_desk.reports.tables import texts, workbook
from caregiver_desk.reports.tables.asked import Asked
from caregiver_desk.reports.tables.rows import Hears, Table, tables
from caregiver_desk.reports.tables.telling import Telling, telling
from caregiver_desk.reports.tables.texts import Text
from caregiver_desk.store import access, looks, safely
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

ARCHIVE, PLAIN = ".zip", Text()
Write = Callable[[Path], None]


def nobody(_: int) -> None:
    """Nobody listens."""


@dataclass(frozen=True)
class Into:
    """Where a file goes, how text is written in it, and who hears how far it is."""

    out: Path
    how: Text = PLAIN
    hears: Hears = nobody


def take_out(book: Book, asked: Asked, out: Path, how: Text = PLAIN, hears: Hears = nobody) -> Telling:
    """Write what was asked for, and say what went.

    Raises OneTable, NoSuchTable, FileInTheWay, TooMuchForASheet, Stopped, DiskFull or CannotWrite: nothing is there.
    """
    told = telling(book, asked)
    put(book, told, tables(book, asked), Into(out, how, hears))
    return told


def put(
    book: Book,
    told: Telling,
    found: Iterator[Table],
    into: Into,
    then: Callable[[], object] = lambda: None,
) -> None:
    """Write these tables as the name of the file says; that they go is noted, and `then` done, before they stand."""
    write = _writer(told.asked, found, into)
    with safely.made(into.out) as place:
        write(place)
        then()
        access.note(book, What.EXPORTED, many=told.records)
        looks.looked(book, What.EXPORTED, told.people)


def _writer(asked: Asked, found: Iterator[Table], into: Into) -> Write:
    """What writes a file of this name."""
    out, how, hears = into.out, into.how, into.hears
    tags, suffix = asked.hxl, out.suffix.lower()
    if suffix == workbook.SUFFIX:
        return lambda place: workbook.into_file(place, found, hears, tags=tags)
    if suffix == ARCHIVE:
        return lambda place: texts.into_archive(place, found, how, hears, tags=tags)
    if suffix == texts.SUFFIX:
        if len(asked.kinds) > 1:
            raise OneTable(tables=len(asked.kinds))
        return lambda place: texts.into_file(place, next(found), how, hears, tags=tags)
    if suffix or out.is_file():
        raise NoSuchTable(name=out.name)
    return lambda place: texts.into_folder(place, found, how, hears, tags=tags)
