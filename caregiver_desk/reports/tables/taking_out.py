"""Taking records out as a spreadsheet: what the file is follows from its name, and the access log says that it was.

The file is complete or it is not there; nothing that is there is written over.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_desk.errors import FileInTheWay, NoSuchTable, OneTable
from caregiver_desk.reports.tables import texts, workbook
from caregiver_desk.reports.tables.asked import Asked
from caregiver_desk.reports.tables.rows import Hears, tables
from caregiver_desk.reports.tables.telling import Telling, telling
from caregiver_desk.reports.tables.texts import Text
from caregiver_desk.store import access, looks, safely
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

ARCHIVE, PLAIN = ".zip", Text()
Write = Callable[[Path], None]


def nobody(_: int) -> None:
    """Nobody listens."""


def take_out(book: Book, asked: Asked, out: Path, how: Text = PLAIN, hears: Hears = nobody) -> Telling:
    """Write what was asked for, and say what went.

    Raises OneTable, NoSuchTable, FileInTheWay, TooMuchForASheet, Stopped, DiskFull or CannotWrite: nothing is there.
    """
    write = _writer(book, asked, out, how, hears)
    if out.exists():
        raise FileInTheWay(file=out.name)
    told = telling(book, asked)
    with safely.made(out) as place:
        write(place)
    access.note(book, What.EXPORTED, many=told.records)
    looks.looked(book, What.EXPORTED, told.people)
    return told


def _writer(book: Book, asked: Asked, out: Path, how: Text, hears: Hears) -> Write:
    """What writes a file of this name."""
    tags, suffix = asked.hxl, out.suffix.lower()
    if suffix == workbook.SUFFIX:
        return lambda place: workbook.into_file(place, tables(book, asked), hears, tags=tags)
    if suffix == ARCHIVE:
        return lambda place: texts.into_archive(place, tables(book, asked), how, hears, tags=tags)
    if suffix == texts.SUFFIX:
        if len(asked.kinds) > 1:
            raise OneTable(tables=len(asked.kinds))
        return lambda place: texts.into_file(place, next(tables(book, asked)), how, hears, tags=tags)
    if suffix or out.is_file():
        raise NoSuchTable(name=out.name)
    return lambda place: texts.into_folder(place, tables(book, asked), how, hears, tags=tags)
