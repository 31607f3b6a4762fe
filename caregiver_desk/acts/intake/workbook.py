"""The sheets of an Excel workbook (.xlsx), cell by cell, as text.

Context. A workbook comes from anywhere. It is a zip of XML: it can unpack to gigabytes, name entities without end, or
hold one cell in the last corner of the sheet. A ready reader that was tried lays every sheet out as a full rectangle:
800 bytes with one such cell ended the whole program, and so would an honest sheet with a stray cell at the bottom.

Decision. Read it here, with the standard library, piece by piece: unpack under one budget, refuse a document type, keep
only cells that hold something. Sheets that are hidden stay so; rows that a filter hides are read, since nobody sees why
they are missing. Values are the results that Excel kept; a formula without one reads as an error. A date is a number
with a date's format, and becomes `2026-03-09`; a time alone becomes its minutes.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any
from xml.etree import ElementTree as ET

from caregiver_desk.errors import NotASheet
from caregiver_desk.wording import say

MACROS = "vbaProject.bin"
MAGIC = b"PK\x03\x04"
OLD_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
MOST_UNPACKED = 100_000_000
MOST_STRINGS = 500_000
MOST_ELEMENTS = 300_000  # that are read before one of them can be let go of
NO_RESULT = "#VALUE!"
_PIECE = 1 << 12  # bytes; of larger ones so many elements live at once that Python keeps looking through all it holds
_DOCUMENT_TYPE = b"<!DOCTYPE"
_ALPHABET = 26
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_DATE_FORMATS = {14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)}
_TIME_FORMATS = {18, 19, 20, 21, 45, 46, 47}
_MINUTES_IN_A_DAY = 1440
_NOT_A_FORMAT = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    EOFError,
    LookupError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_WHOLE = 10**15
_LETTERS = re.compile("[A-Z]{1,3}")
_RUNS = {"r", "is"}


@contextmanager
def opened(data: bytes) -> Iterator[Workbook]:
    """The workbook in this file. Raises NotASheet, also for what is found out only while it is read."""
    try:
        yield Workbook(zipfile.ZipFile(io.BytesIO(data)))
    except _UNREADABLE:
        raise _damaged() from None


def _damaged() -> NotASheet:
    return NotASheet(reason=say("it is damaged, or not an Excel workbook; save it as .xlsx or CSV"))


def _too_much() -> NotASheet:
    return NotASheet(reason=say("it holds more than a sheet that people read; save the sheet alone, as .xlsx or CSV"))


class Workbook:
    """The parts of one workbook, unpacked under one budget."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MOST_UNPACKED
        if any(name.endswith(MACROS) for name in archive.namelist()):
            raise NotASheet(reason=say("it holds macros, which are never opened here; save it as .xlsx, or as CSV"))

    def sheets(self) -> list[str]:
        """The names of the sheets that can be seen, as they stand."""
        return list(self._parts)

    def rows(self, sheet: str) -> Iterator[tuple[int, list[str]]]:
        """(line, cells) of a sheet, lines with something in them only."""
        number = 0
        for row in self._elements(self._parts[sheet], "row"):
            number = int(row.get("r", number + 1))
            if number > _LAST_ROW:
                raise NotASheet(reason=say("it has more lines than a spreadsheet can have"))
            cells = self._cells(row)
            if any(cells):
                yield number, cells

    def _cells(self, row: ET.Element) -> list[str]:
        """Its cells by their places; one that does not name its place stands behind the one before."""
        cells: list[str] = []
        place = 0
        for cell in row:
            if _named(cell) == "c":
                place = _column(cell.get("r", "")) or min(place + 1, _LAST_COLUMN)
                if text := self._read(cell, row, place):
                    cells += [""] * (place - len(cells))
                    cells[place - 1] = text
        return cells

    def _read(self, cell: ET.Element, row: ET.Element, place: int) -> str:
        """What a cell says. Raises NotASheet, which names it."""
        try:
            return self._text(cell)
        except (IndexError, OverflowError, ValueError):
            where = cell.get("r") or f"{letter(place - 1)}{row.get('r', '')}"
            raise NotASheet(
                reason=say("its cell {cell} is damaged; open it, save it again and try", cell=where)
            ) from None

    def _text(self, cell: ET.Element) -> str:
        parts = {_named(part): part for part in cell}
        value = (parts["v"].text or "") if "v" in parts else ""
        match cell.get("t", "n"):
            case "s":
                return self._strings[int(value)]
            case "inlineStr":
                return _words(cell).strip()
            case "n" if value:
                return self._number(float(value), int(cell.get("s", "0")))
        return value.strip() or (NO_RESULT if "f" in parts else "")

    def _number(self, value: float, style: int) -> str:
        if style in self._date_styles:
            return (self.day_zero + timedelta(days=int(value))).isoformat()
        if style in self._time_styles and 0 < value < 1:
            return str(round(value * _MINUTES_IN_A_DAY))
        return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else str(value)

    @cached_property
    def _strings(self) -> list[str]:
        strings = [
            _words(each).strip() for each in islice(self._elements("xl/sharedStrings.xml", "si"), MOST_STRINGS + 1)
        ]
        if len(strings) > MOST_STRINGS:
            raise _too_much()
        return strings

    @cached_property
    def _date_styles(self) -> set[int]:
        return self._styles(_DATE_FORMATS, "[dy]")

    @cached_property
    def _time_styles(self) -> set[int]:
        return self._styles(_TIME_FORMATS, "[hs]") - self._date_styles

    def _styles(self, built_in: set[int], letters: str) -> set[int]:
        """The places of the cell styles whose format is one of these, or is written with one of these letters."""
        styles = self._stylesheet
        if styles is None:
            return set()
        own = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in styles.iterfind(".//{*}numFmt")}
        wanted = built_in | {number for number, code in own.items() if _is_written_with(letters, code)}
        used = styles.iterfind("{*}cellXfs/{*}xf")
        return {place for place, each in enumerate(used) if int(each.get("numFmtId", "0")) in wanted}

    @cached_property
    def _stylesheet(self) -> ET.Element | None:
        return self._document("xl/styles.xml") if "xl/styles.xml" in self._archive.namelist() else None

    @cached_property
    def day_zero(self) -> date:
        """From when its days are counted: 1904 on old Macs."""
        told = self._book.find("{*}workbookPr")
        of_a_mac = told is not None and told.get("date1904") in {"1", "true"}
        return date(1904, 1, 1) if of_a_mac else date(1899, 12, 30)

    @cached_property
    def _book(self) -> ET.Element:
        return self._document("xl/workbook.xml")

    @cached_property
    def _parts(self) -> dict[str, str]:
        """Where each sheet that can be seen is kept, by name."""
        targets = {each.get("Id", ""): each.get("Target", "") for each in self._document("xl/_rels/workbook.xml.rels")}
        sheets = self._book.iterfind("{*}sheets/{*}sheet")
        seen = [each for each in sheets if each.get("state", "visible") == "visible"]
        return {each.get("name", ""): _place(targets[_relation(each)]) for each in seen}

    def _document(self, part: str) -> ET.Element:
        data = b"".join(self._unpacked(part))
        if data.count(b"<") > 2 * MOST_ELEMENTS:  # each has a beginning and an end
            raise _too_much()
        return ET.fromstring(data)  # noqa: S314 - a document type was refused

    def _elements(self, part: str, name: str) -> Iterator[ET.Element]:
        """The elements of this name as they are read; each is let go of when the next is asked for."""
        parser: ET.XMLPullParser[Any] = ET.XMLPullParser(["start", "end"])
        above: list[ET.Element] = []
        begun = 0
        for piece in self._unpacked(part):
            parser.feed(piece)
            read: Iterator[Any] = parser.read_events()
            for event, element in read:
                if event == "start":
                    above.append(element)
                    begun += 1
                    if begun > MOST_ELEMENTS:
                        raise _too_much()
                else:
                    above.pop()
                    if _named(element) == name:
                        yield element
                        above[-1].clear()
                        begun = 0
        parser.close()

    def _unpacked(self, part: str) -> Iterator[bytes]:
        """A part of the workbook, piece by piece. Only UTF-8 is read, as every spreadsheet writes it."""
        before = b""
        with self._archive.open(part) as file:
            while piece := file.read(_PIECE):
                self._left -= len(piece)
                if self._left < 0:
                    raise NotASheet(reason=say("it unpacks to more than {limit} MB", limit=MOST_UNPACKED // 1_000_000))
                if b"\0" in piece or _DOCUMENT_TYPE in before + piece:
                    raise _damaged()
                yield piece
                before = piece[-len(_DOCUMENT_TYPE) :]


def _relation(sheet: ET.Element) -> str:
    return next(value for name, value in sheet.items() if name.endswith("}id"))


def _place(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _words(element: ET.Element) -> str:
    """The runs of a text, without the reading aids that stand beside it."""
    told = ""
    for part in element:
        name = _named(part)
        if name == "t":
            told += part.text or ""
        elif name in _RUNS:
            told += _words(part)
    return told


def _named(element: ET.Element) -> str:
    """Its name without the space it comes from."""
    return element.tag.rpartition("}")[2]


@lru_cache(_LAST_COLUMN)
def _column_called(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return min(number, _LAST_COLUMN)


def letter(place: int) -> str:
    """The name that a spreadsheet gives to a column, counted from 0."""
    before, last = divmod(place, _ALPHABET)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _column(reference: str) -> int:
    """The column of `C7`: 3. Nought where none is named."""
    letters = _LETTERS.match(reference)
    return _column_called(letters[0]) if letters else 0


def _is_written_with(letters: str, code: str) -> bool:
    return bool(re.search(letters, _NOT_A_FORMAT.sub("", code).casefold()))
