"""Tables as a workbook (XLSX): a sheet for each, row by row.

Context. A spreadsheet takes text that begins with an equals sign for a formula and a phone number for a number, and
counts the days before March 1900 in more than one way.

Decision. Every cell is written as what its column is: text as text, numbers as numbers, days as days. A day that
spreadsheets count differently is text. What no workbook can hold is an error and no shortened cell. While it is made,
rows wait in files of the folder in which the workbook is made, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from caregiver_desk.errors import TooMuchForASheet
from caregiver_desk.reports.tables.columns import Cell, Column, Sort
from caregiver_desk.reports.tables.rows import Hears, Table, heard
from caregiver_desk.wording import say

SUFFIX = ".xlsx"
MOST_ROWS, LONGEST_NAME = 1_048_576, 31
COUNTED_ALIKE = "1900-03-01"  # from which day on every spreadsheet counts the same
_DAY, _WIDE = "yyyy-mm-dd", 18
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "use_zip64": True}

Put = Callable[[int, int, Any], int | None]


def into_file(path: Path, tables: Iterable[Table], hears: Hears, *, tags: bool) -> None:
    """These tables as one workbook. Raises TooMuchForASheet."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    book = Workbook(str(path), {**_OPTIONS, "tmpdir": str(path.parent)})
    try:
        for table in tables:
            _sheet(book, table, hears, tags=tags)
        book.close()
    except FileCreateError as trouble:
        raise OSError(*getattr(trouble.__context__, "args", ())) from None
    finally:
        _let_go(book)


def _let_go(book: Any) -> None:
    """Close the files in which rows waited, also where the workbook was not finished."""
    book.fileclosed = True
    for sheet in book.worksheets():
        with suppress(OSError):
            sheet._opt_close()  # noqa: SLF001 - it has no other way to let go of a workbook that is given up


def _sheet(book: Any, table: Table, hears: Hears, *, tags: bool) -> None:
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": _DAY, "align": "left"})
    sheet = book.add_worksheet(table.name[:LONGEST_NAME])
    heads = 2 if tags else 1
    sheet.freeze_panes(heads, 1)
    sheet.set_column(0, len(table.columns) - 1, _WIDE)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.title, bold)
    if tags:
        for place, column in enumerate(table.columns):
            sheet.write_string(1, place, column.tag)
    puts = [_put(sheet, column, day) for column in table.columns]
    for number, row in enumerate(heard(table.rows, hears), heads):
        _row(number, row, puts)


def _row(number: int, row: Sequence[Cell], puts: Sequence[Put]) -> None:
    if number >= MOST_ROWS:
        raise TooMuchForASheet(what=say("There are more than {number} records", number=f"{MOST_ROWS:,}"))
    for place, (cell, put) in enumerate(zip(row, puts, strict=True)):
        if cell is not None and put(number, place, cell):
            raise TooMuchForASheet(what=say("One of the texts is longer than a cell"))


def _put(sheet: Any, column: Column, format_of_days: Any) -> Put:
    """How a cell of this column is written."""

    def day(row: int, place: int, cell: str) -> int | None:
        if cell < COUNTED_ALIKE:
            return int(sheet.write_string(row, place, cell))
        return int(sheet.write_datetime(row, place, date.fromisoformat(cell), format_of_days))

    plain: dict[Sort, Put] = {Sort.NUMBER: sheet.write_number, Sort.TRUTH: sheet.write_boolean, Sort.DAY: day}
    as_text: Put = sheet.write_string
    return plain.get(column.sort, as_text)
