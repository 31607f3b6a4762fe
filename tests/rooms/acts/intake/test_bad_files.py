"""Files that cannot be brought in: each ends in a sentence that says what is wrong and where; nothing comes in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import Problem
from caregiver_desk.store import agreement
from caregiver_desk.store.book import Book

TITLES = ["HH ID", "Village", "Date enrolled"]


def workbook(*rows: list[str], sheet: str = "Sheet1") -> bytes:
    made = io.BytesIO()
    with Workbook(made) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return made.getvalue()


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """A good workbook with something else in one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(TITLES, ["HH-1", "Emakhaya", "2026-02-03"]))) as good:
        assert old in good.read(part)
        with zipfile.ZipFile(made, "w") as bad:
            for name in good.namelist():
                data = good.read(name)
                bad.writestr(name, data.replace(old, new) if name == part else data)
            if not new:
                bad.writestr("xl/vbaProject.bin", b"macros")
    return made.getvalue()


def text(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


SHEET, EMPTY = "xl/worksheets/sheet1.xml", b"<row/>"
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a sheet of something else": (
        lambda: workbook(["Surname and name", "Cell no", "D.O.B"], ["Ndaba S", "0825550103", "1978"]),
        "The columns of this sheet are those of people, not of households",
    ),
    "no titles that are known": (lambda: text("colour;size", "red;4"), "No column of this sheet could be matched"),
    "a title that is lacking": (
        lambda: workbook(TITLES[1:], ["Emakhaya", "2026-02-03"]),
        "one column has to say this: Code",
    ),
    "a workbook with macros": (lambda: changed("xl/workbook.xml", b"", b""), "it holds macros"),
    "a workbook that was cut off": (lambda: workbook(TITLES, ["HH-1"])[:-300], "it is damaged"),
    "letters of no alphabet": (lambda: changed(SHEET, b'encoding="UTF-8"', b'encoding="UTF-88"'), "it is damaged"),
    "a part that was cut off": (lambda: changed(SHEET, b"</sheetData>", b"<row"), "it is damaged"),
    "a cell that points nowhere": (lambda: changed(SHEET, b"<v>4</v>", b"<v>99</v>"), "its cell B2 is damaged"),
    "a locked workbook": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old or locked Excel file"),
    "a quotation mark without an end": (lambda: text("HH ID;Village", 'HH-1;"Emakhaya', "HH-2;x"), "near line 3"),
    "a line that is too wide": (lambda: text("HH ID", "HH-1" + ";x" * 300), "line 2 is too wide"),
    "bytes that are no text": (lambda: bytes(range(256)), "it is not text that can be read for certain"),
    "blank lines without end": (lambda: text("HH ID;Village") + b"\n" * 1_100_000, "more lines than a spreadsheet"),
    "an empty file": (lambda: b"", "No column of this sheet could be matched"),
}
READ: dict[str, Callable[[], bytes]] = {
    "a million empty rows": lambda: changed(SHEET, b"</sheetData>", EMPTY * 1_000_000 + b"</sheetData>"),
    "UTF-16": lambda: text("HH ID;Village;Date enrolled", "HH-1;Tshiḓimbini;2026-02-03", encoding="utf-16"),
    "Windows-1252": lambda: text("HH ID;Village;Date enrolled", "HH-1;Zoë se plaas;2026-02-03", encoding="cp1252"),
    "titles below a merged line": lambda: workbook(["Register", "", ""], TITLES, ["HH-1", "Emakhaya", "2026-02-03"]),
}


@pytest.fixture
def brought(book: Book, tmp_path: Path) -> Callable[[bytes], dict[str, object]]:
    def bring(data: bytes) -> dict[str, object]:
        path = tmp_path / "sheet"
        path.write_bytes(data)
        return ACTS["bring_in_households"](book, path=path).facts

    return bring


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_a_sentence_and_nothing_comes_in(
    name: str, book: Book, brought: Callable[[bytes], dict[str, object]]
):
    make, words = REFUSED[name]
    before = list(agreement.state(book))

    with pytest.raises(Problem) as refused:
        brought(make())

    assert words in str(refused.value)
    assert "Nothing was brought in" in str(refused.value)
    assert list(agreement.state(book)) == before


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_odd_comes_in(name: str, brought: Callable[[bytes], dict[str, object]]):
    told = brought(READ[name]())

    assert (told["new"], told["to_mend"]) == (1, [])


def test_a_day_that_could_be_two_waits_with_its_line_and_its_column(brought: Callable[[bytes], dict[str, object]]):
    told = brought(workbook(TITLES, ["HH-1", "Emakhaya", "03/04/2026"], ["HH-2", "Emakhaya", "05/06/2026"]))

    assert told["new"] == 0
    assert told["to_mend"] == [
        {"line": 2, "why": "Enrolled on: this could be 4 Mar 2026 or 3 Apr 2026; write the one you mean"},
        {"line": 3, "why": "Enrolled on: this could be 6 May 2026 or 5 Jun 2026; write the one you mean"},
    ]
