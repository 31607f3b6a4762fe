"""Tables as text (CSV, RFC 4180): UTF-8, commas or what was asked for, lines that end in CR LF.

Decision. What a spreadsheet would run as a formula gets an apostrophe in front, as it does wherever this program writes
such a file, and it is taken off where such a file is brought in. A mark of UTF-8 at the head is there on request only:
Excel needs it, other programs stumble over it. Numbers and days stand as they are, nothing is written for what is not
known.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from caregiver_desk.acts.intake.table import guarded
from caregiver_desk.reports.tables.columns import Cell
from caregiver_desk.reports.tables.rows import Hears, Table, heard

DELIMITERS = {",": ",", ";": ";", "tab": "\t"}
SUFFIX = ".csv"
_WRITTEN = {True: "true", False: "false"}


@dataclass(frozen=True)
class Text:
    """How a table is written as text."""

    delimiter: str = ","
    bom: bool = False

    @property
    def encoding(self) -> str:
        return "utf-8-sig" if self.bom else "utf-8"


def into_file(path: Path, table: Table, how: Text, hears: Hears, *, tags: bool) -> None:
    """One table as one file."""
    with path.open("w", encoding=how.encoding, newline="") as file:
        _write(file, table, how, hears, tags=tags)


def into_folder(path: Path, tables: Iterable[Table], how: Text, hears: Hears, *, tags: bool) -> None:
    """A folder with one file for each table."""
    path.mkdir()
    for table in tables:
        into_file(path / f"{table.name}{SUFFIX}", table, how, hears, tags=tags)


def into_archive(path: Path, tables: Iterable[Table], how: Text, hears: Hears, *, tags: bool) -> None:
    """The same in one packed file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables:
            with _member(archive, f"{table.name}{SUFFIX}", how) as file:
                _write(file, table, how, hears, tags=tags)


@contextmanager
def _member(archive: zipfile.ZipFile, name: str, how: Text) -> Iterator[IO[str]]:
    with (
        archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as packed,
        io.TextIOWrapper(packed, encoding=how.encoding, newline="") as file,
    ):
        yield file


def _write(file: IO[str], table: Table, how: Text, hears: Hears, *, tags: bool) -> None:
    writer = csv.writer(file, delimiter=how.delimiter, lineterminator="\r\n")
    writer.writerow([guarded(column.title) for column in table.columns])
    if tags:
        writer.writerow([column.tag for column in table.columns])
    writer.writerows(map(_as_text, heard(table.rows, hears)))


def _as_text(row: Sequence[Cell]) -> list[str | int | None]:
    return [_cell(cell) if type(cell) is str or type(cell) is bool else cell for cell in row]


def _cell(cell: str | bool) -> str:
    """What begins with a letter or a figure is no formula: most cells need no other look."""
    if isinstance(cell, bool):
        return _WRITTEN[cell]
    return cell if cell[:1].isalnum() else guarded(cell)
