"""The first sheet of an Excel workbook (.xlsx), cell by cell, as text.

Context. A workbook comes from anywhere. It is a zip of XML: it can unpack to gigabytes, name entities without end, or
hold one cell in the last corner of the sheet. A ready reader that was tried lays every sheet out as a full rectangle:
800 bytes with one such cell ended the whole program, and so would an honest sheet with a stray cell at the bottom.

Decision. Read it here, with the standard library: unpack under one budget, refuse a document type, keep only cells that
hold something. Values are the results that Excel kept; a formula without one reads as an error. A date is a number with
a date's format, and becomes `2026-03-09`.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from xml.etree import ElementTree as ET

from caregiver_desk.errors import NotASheet
from caregiver_desk.wording import say

MAGIC = b"PK\x03\x04"
OLD_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
MOST_UNPACKED = 100_000_000
NO_RESULT = "#VALUE!"
_PIECE = 1 << 16
_LAST_COLUMN = 16_384
_DATE_FORMATS = {14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)}
_NOT_A_FORMAT = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_WHOLE = 10**15


def rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of the first visible sheet, lines with something in them only. Raises NotASheet."""
    try:
        yield from Workbook(zipfile.ZipFile(io.BytesIO(data))).rows()
    except _UNREADABLE:
        raise NotASheet(reason=say("it is damaged, or not an Excel workbook; save it as .xlsx or CSV")) from None


class Workbook:
    """The parts of one workbook, unpacked under one budget."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MOST_UNPACKED

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        number = 0
        for row in self._elements(self._first_sheet(), "row"):
            number = int(row.get("r", number + 1))
            cells = self._cells(row)
            if any(cells):
                yield number, cells

    def _cells(self, row: ET.Element) -> list[str]:
        cells: list[str] = []
        for cell in row.iterfind("{*}c"):
            if text := self._text(cell):
                place = _column(cell.get("r", "")) or len(cells) + 1
                cells += [""] * (place - len(cells))
                cells[place - 1] = text
        return cells

    def _text(self, cell: ET.Element) -> str:
        value = cell.findtext("{*}v", "")
        match cell.get("t", "n"):
            case "s":
                return self._strings[int(value)]
            case "inlineStr":
                return _words(cell)
            case "n" if value:
                return self._number(float(value), int(cell.get("s", "0")))
        return value.strip() or (NO_RESULT if cell.find("{*}f") is not None else "")

    def _number(self, value: float, style: int) -> str:
        if style in self._date_styles:
            return (self._day_zero + timedelta(days=int(value))).isoformat()
        return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else str(value)

    @cached_property
    def _strings(self) -> list[str]:
        return [_words(each) for each in self._elements("xl/sharedStrings.xml", "si")]

    @cached_property
    def _date_styles(self) -> set[int]:
        if "xl/styles.xml" not in self._archive.namelist():
            return set()
        styles = self._document("xl/styles.xml")
        formats = {
            int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in styles.iterfind(".//{*}numFmt")
        }
        dates = _DATE_FORMATS | {number for number, code in formats.items() if _is_date(code)}
        used = styles.iterfind("{*}cellXfs/{*}xf")
        return {place for place, each in enumerate(used) if int(each.get("numFmtId", "0")) in dates}

    @cached_property
    def _day_zero(self) -> date:
        told = self._book.find("{*}workbookPr")
        of_a_mac = told is not None and told.get("date1904") in {"1", "true"}
        return date(1904, 1, 1) if of_a_mac else date(1899, 12, 30)

    @cached_property
    def _book(self) -> ET.Element:
        return self._document("xl/workbook.xml")

    def _first_sheet(self) -> str:
        sheets = self._book.iterfind("{*}sheets/{*}sheet")
        first = next(each for each in sheets if each.get("state", "visible") == "visible")
        wanted = next(value for name, value in first.items() if name.endswith("}id"))
        relations = self._document("xl/_rels/workbook.xml.rels")
        target = next(each.get("Target", "") for each in relations if each.get("Id") == wanted)
        return target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def _document(self, part: str) -> ET.Element:
        return ET.fromstring(self._unpacked(part))  # noqa: S314 - a document type was refused

    def _elements(self, part: str, name: str) -> Iterator[ET.Element]:
        """The elements of this name as they are read; each is let go of when the next is asked for."""
        text = self._unpacked(part)
        parser: ET.XMLPullParser[Any] = ET.XMLPullParser(["end"])
        for start in range(0, len(text), _PIECE):
            parser.feed(text[start : start + _PIECE])
            ended: Iterator[Any] = parser.read_events()
            for _, element in ended:
                if element.tag.rpartition("}")[2] == name:
                    yield element
                    element.clear()
        parser.close()

    def _unpacked(self, part: str) -> str:
        with self._archive.open(part) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise NotASheet(reason=say("it unpacks to more than {limit} MB", limit=MOST_UNPACKED // 1_000_000))
        text = data.decode("utf-8-sig")
        if "<!DOCTYPE" in text:
            raise NotASheet(reason=say("it is damaged, or not an Excel workbook; save it as .xlsx or CSV"))
        return text


def _words(element: ET.Element) -> str:
    """The runs of a text, without the reading aids that stand beside it."""
    runs = [element, *element.iterfind("{*}r"), *element.iterfind("{*}is"), *element.iterfind("{*}is/{*}r")]
    return "".join(run.findtext("{*}t", "") for run in runs).strip()


def _column(reference: str) -> int:
    """The column of `C7`: 3. Nought where none is named."""
    letters = re.match("[A-Z]{1,3}", reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return min(number, _LAST_COLUMN)


def _is_date(code: str) -> bool:
    return bool(re.search("[dy]", _NOT_A_FORMAT.sub("", code).casefold()))
