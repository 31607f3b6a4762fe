"""A table as it stands in a file: the rows of cells, and the hand it was written in.

Context. The sheets that people have were made by Excel on Windows: semicolons, Windows-1252 or UTF-16, a byte-order
mark, quotes round some cells. Which it is stands nowhere in the file.

Decision. A mark at the head of the file is believed. Otherwise it is UTF-8 if every byte of it is, else Windows-1252 if
every byte means a letter there, else it is refused: a wrong guess would turn names into others. The delimiter is the
one under which most titles are known; where that does not decide, most cells must stand in rows of one width. Limits
hold before anything is looked at. A leading apostrophe that keeps a spreadsheet from reading a cell as a formula is
taken off on reading, and put there on writing.

Of a workbook, the sheet is read in which most titles are known; hidden sheets are not, and the names of the others are
told.

Consequence. What is written back is in the same hand, and reads back as the same cells.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.acts.intake import workbook
from caregiver_desk.acts.intake.days import DAY_ZERO
from caregiver_desk.errors import NotASheet
from caregiver_desk.sync.files import regular
from caregiver_desk.wording import say

LARGEST_FILE = 20_000_000
MOST_ROWS, MOST_COLUMNS = 50_000, 200
MOST_CELLS = 1_000_000
LONGEST_CELL = 32_767  # what a cell of a spreadsheet can hold
MOST_LINES = 1_048_576  # blank ones too
LONGEST_LINE = 1_000_000  # letters
DELIMITERS = ";\t,|"
_LOOKED_AT = 200
_TITLES_LOOKED_AT, _NOUGHTS_LOOKED_AT = 30, 4_000
_MOSTLY = 4

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BINARY = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


Knows = Callable[[str], bool]


class Row(NamedTuple):
    """Cells, and the number of the line as the spreadsheet counts it.

    `within` names the file or sheet of one of many; `trouble` says, in words, why such a line cannot be read.
    """

    number: int
    cells: tuple[str, ...]
    within: str = ""
    trouble: str = ""

    def told(self, reason: str) -> str:
        """What is to be said of it, with the file in which it is looked for where there are many."""
        return say("{reason} (in “{file}”)", reason=reason, file=self.within) if self.within else reason


class Hand(NamedTuple):
    """How a file is written."""

    encoding: str
    delimiter: str


WORKBOOK = Hand("", "")


@dataclass(frozen=True)
class Table:
    """Every row of a sheet that is not blank. `other_sheets` stand in the same file; `day_zero` begins its count.

    Where the file itself says which row holds the titles, that is the first (`titled`); `form` names the phone form.
    """

    rows: tuple[Row, ...]
    hand: Hand
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    day_zero: date = DAY_ZERO
    titled: bool = False
    form: str = ""


def read(path: Path, knows: Knows, *, sheet: str = "") -> Table:
    """The table in a CSV file or an Excel workbook, told apart by content; `knows` a title. Raises NotASheet."""
    return understood(bytes_of(path), knows, sheet=sheet)


def understood(data: bytes, knows: Knows, *, sheet: str = "") -> Table:
    """The table in what stood in such a file. Raises NotASheet."""
    if data.startswith(workbook.MAGIC):
        return _of_workbook(data, knows, sheet)
    if sheet:
        raise NotASheet(reason=say("a CSV file has no sheets of its own to choose from: leave --sheet out"))
    if data.startswith(workbook.OLD_MAGIC):
        raise NotASheet(reason=say("it is an old or locked Excel file; save it as .xlsx without a password, or as CSV"))
    text, encoding = _decoded(data)
    text, delimiter = _delimited(text, knows)
    return Table(limited(enumerate(_parsed(text, delimiter), 1)), Hand(encoding, delimiter))


def _of_workbook(data: bytes, knows: Knows, wanted: str) -> Table:
    with workbook.opened(data) as book:
        names = book.sheets()
        chosen = chosen_of(names, wanted) or max(names, key=lambda name: _titles_in(book.rows(name), knows))
        others = tuple(name for name in names if name != chosen)
        return Table(limited(book.rows(chosen)), WORKBOOK, chosen, others, book.day_zero)


def chosen_of(names: Collection[str], wanted: str) -> str:
    """The one that somebody wished for, if anybody did. Raises NotASheet."""
    if wanted and wanted not in names:
        raise NotASheet(reason=say("it has no sheet of that name that can be seen"))
    return wanted


def _titles_in(rows: Iterable[tuple[int, Sequence[str]]], knows: Knows) -> int:
    """How many titles we know stand in one of the first rows."""
    return max((sum(map(knows, cells)) for _, cells in islice(rows, _TITLES_LOOKED_AT)), default=0)


def bytes_of(path: Path) -> bytes:
    """What stands in a file that is not too large. Raises NotASheet."""
    try:
        with regular(path).open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        raise NotASheet(reason=say("it cannot be opened")) from None
    if len(data) > LARGEST_FILE:
        raise NotASheet(reason=say("it is larger than {limit} MB", limit=LARGEST_FILE // 1_000_000))
    return data


def _decoded(data: bytes) -> tuple[str, str]:
    marked = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), "") or _by_noughts(data)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
        if not _BINARY.search(text):
            return text, encoding
    raise NotASheet(reason=say("it is not text that can be read for certain; save it as “CSV UTF-8” or as .xlsx"))


def _by_noughts(data: bytes) -> str:
    """UTF-16 without a mark: in Latin letters every other byte is nought, mostly on one side."""
    before, behind = (data[:_NOUGHTS_LOOKED_AT][side::2].count(0) for side in (0, 1))
    if max(before, behind) < _MOSTLY * min(before, behind) + 1:
        return ""
    return "utf-16-be" if before > behind else "utf-16-le"


def _delimited(text: str, knows: Knows) -> tuple[str, str]:
    """The text without Excel's `sep=` line, and its delimiter."""
    first, _, rest = text.partition("\n")
    if found := re.fullmatch(r"\"?sep=(.)\"?\r?", first, re.IGNORECASE):
        return "\n" + rest, found[1]
    start = "".join(islice(_lines(text), _LOOKED_AT))
    return text, max(DELIMITERS, key=lambda delimiter: _sense(start, delimiter, knows))


def _lines(text: str) -> Iterator[str]:
    """Its lines with their ends, whatever those are, without another copy of all of it. Raises NotASheet."""
    for number, line in enumerate(_LINE.finditer(text), 1):
        if line.end() - line.start() > LONGEST_LINE:
            raise NotASheet(reason=say("line {line} is too wide or too long", line=number))
        if number > MOST_LINES:
            raise NotASheet(reason=say("it has more lines than a spreadsheet can have"))
        yield line[0]


def _sense(text: str, delimiter: str, knows: Knows) -> tuple[int, int]:
    """How many titles we know stand in one row, and how many cells in rows of the commonest width."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if len(row) > 1]
    except csv.Error:
        return 0, 0
    titles = max((sum(map(knows, row)) for row in rows), default=0)
    return titles, max((width * many for width, many in Counter(map(len, rows)).items()), default=0)


def _parsed(text: str, delimiter: str) -> Iterable[Sequence[str]]:
    rows = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    try:
        for row in rows:
            yield [_unguarded(cell.strip()) for cell in row]
    except csv.Error:
        raise NotASheet(reason=say("a quotation mark near line {line} has no end", line=rows.line_num)) from None


def limited(rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[Row, ...]:
    """The rows with something in them, if they are not too many. Raises NotASheet."""
    kept: list[Row] = []
    held = 0
    for number, cells in rows:
        row = Row(number, _filled(cells))
        if len(row.cells) > MOST_COLUMNS or max(map(len, row.cells), default=0) > LONGEST_CELL:
            raise NotASheet(reason=say("line {line} is too wide or too long", line=number))
        if row.cells:
            kept.append(row)
            held += len(row.cells)
        if held > MOST_CELLS:
            raise NotASheet(reason=say("it has more than {limit} cells", limit=MOST_CELLS))
        if len(kept) > MOST_ROWS:
            raise NotASheet(reason=say("it has more than {limit} lines", limit=MOST_ROWS))
    return tuple(kept)


def _filled(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells up to the last one that is not empty."""
    width = next((place for place in range(len(cells), 0, -1) if cells[place - 1]), 0)
    return tuple(cells[:width])


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def guarded(cell: str) -> str:
    """The cell as it may be written: an apostrophe before what a spreadsheet would take for a formula."""
    return "'" + cell if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def write(rows: Iterable[Sequence[str]], hand: Hand) -> bytes:
    """These rows as a file in this hand; in marked UTF-8 where they would not read back from it as they are."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=hand.delimiter).writerows([[guarded(cell) for cell in row] for row in rows])
    text = file.getvalue()
    mark = "\ufeff" if hand.encoding.startswith("utf-16") else ""
    try:
        data = (mark + text).encode(hand.encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8-sig")
    return data if _decoded(data)[0] == text else text.encode("utf-8-sig")
