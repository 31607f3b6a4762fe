"""Spreadsheets that would be large: refused before they have taken much memory, and nothing is brought in."""

from __future__ import annotations

import gc
import io
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hostile.gauge import forget_the_peak, held

from caregiver_desk.acts.intake import files, table
from caregiver_desk.errors import NotASheet

MOST = 200_000_000
MEGABYTE = 1_000_000
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
BOOK = b'<workbook xmlns:r="r"><sheets><sheet name="A" r:id="1"/></sheets></workbook>'
RELATIONS = b'<Relationships><Relationship Id="1" Target="sheet.xml"/></Relationships>'


def workbook(sheet: bytes, strings: bytes = b"<sst/>") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        archive.writestr("xl/sharedStrings.xml", strings)
        archive.writestr("xl/sheet.xml", sheet)
    return file.getvalue()


def rows(row: bytes, times: int) -> bytes:
    return b"<worksheet><sheetData>" + row * times + b"</sheetData></worksheet>"


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
CELL = b'<c t="inlineStr"><is><t>xy</t></is></c>'
SHARED = b'<c t="s"><v>0</v></c>'
STRING = b"<sst><si><t>a longer word that stands in every cell of the sheet</t></si></sst>"
BOMBS: dict[str, Callable[[], bytes]] = {
    "ten million lines": lambda: b"a\n" * (10 * MEGABYTE),
    "lines of nothing": lambda: b"\n" * (19 * MEGABYTE),
    "ten million cells": lambda: (b"aa," * 199 + b"a\n") * 33_000,
    "a cell of nineteen megabytes": lambda: b"a" * (19 * MEGABYTE),
    "a quotation mark that has no end": lambda: b'a,b\n"' + b"x\n" * (9 * MEGABYTE),
    "one line of ten million cells": lambda: b"a," * (9 * MEGABYTE),
    "letters that take four times the room": lambda: "a,😀\n".encode() * (2 * MEGABYTE),
    "a workbook that unpacks to a gigabyte": lambda: workbook(rows(b" " * MEGABYTE, 1000)),
    "a workbook of a million lines": lambda: workbook(rows(b"<row>" + CELL + b"</row>", MEGABYTE)),
    "a workbook with a line of a million cells": lambda: workbook(rows(b"<row>" + CELL * MEGABYTE + b"</row>", 1)),
    "a workbook with millions of cells": lambda: workbook(rows(b"<row>" + SHARED * 190 + b"</row>", 20_000), STRING),
    "a workbook of words without end": lambda: workbook(
        rows(b"", 0), b"<sst>" + b"<si><t>xy</t></si>" * (5 * MEGABYTE) + b"</sst>"
    ),
    "a workbook nested a million deep": lambda: workbook(b"<worksheet>" + b"<a>" * MEGABYTE),
    "a workbook with entities": lambda: workbook(LAUGHS),
    "a workbook with a cell in the last corner": lambda: workbook(
        rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', 1)
    ),
}


def forms(form: Callable[[int], bytes], times: int, name: str = "{}.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(times):
            archive.writestr(name.format(number), form(number))
    return file.getvalue()


PHONE_BOMBS: dict[str, Callable[[], bytes]] = {
    "a form of a million answers": lambda: b"<a id='f'>" + b"<b/>" * 400_000 + b"</a>",
    "a form nested a million deep": lambda: b"<a>" * MEGABYTE,
    "a form with entities": lambda: LAUGHS,
    "a zip of forms that unpacks to a hundred megabytes": lambda: forms(
        lambda _: b"<a>" + b" " * MEGABYTE + b"</a>", 100
    ),
    "a zip of forms of many answers": lambda: forms(lambda _: b"<a id='f'>" + b"<b/>" * 4_900 + b"</a>", 58),
    "a zip of forms of ever other answers": lambda: forms(
        lambda number: b"<a id='f'>" + b"".join(b"<b%d-%d/>" % (number, each) for each in range(9_000)) + b"</a>", 40
    ),
    "a zip of ever other forms": lambda: forms(lambda number: b"<a id='f%d'><b>1</b></a>" % number, 20_000),
    "a zip of ever other repeats": lambda: forms(
        lambda number: b"<a id='f'>" + (b"<b%d><c>1</c></b%d>" % (number, number)) * 2 + b"</a>", 20_000
    ),
    "a form of repeats in repeats": lambda: b"<a id='f'>" + b"<b><c><d>1</d></c></b>" * 6_000 + b"</a>",
    "a zip of exports of many lines": lambda: forms(
        lambda _: b"household,KEY,PARENT_KEY\n" + b"1,a,b\n" * 49_000, 30, "{}.csv"
    ),
    "an export whose rows stand under wide rows": lambda: forms(
        lambda number: (
            b"KEY," + b",".join(b"t%d" % each for each in range(190)) + b"\n" + b"k," + b"x," * 190 + b"\n"
            if number == 0
            else b"household,KEY,PARENT_KEY\n" + b"".join(b"1,c%d,k\n" % each for each in range(49_000))
        ),
        2,
        "{}.csv",
    ),
}


@pytest.mark.in_turns(4)
@pytest.mark.parametrize("name", PHONE_BOMBS)
def test_phone_forms_that_would_be_large_take_little_memory(name: str, tmp_path: Path):
    path = tmp_path / "forms"
    path.write_bytes(PHONE_BOMBS[name]())
    gc.collect()
    forget_the_peak("self")
    before = held("self", "VmRSS")

    with suppress(NotASheet):
        files.read(path, {"household"}.__contains__)

    assert held("self", "VmHWM") - before <= MOST


@pytest.mark.in_turns(4)
@pytest.mark.parametrize("name", BOMBS)
def test_a_sheet_that_would_be_large_takes_little_memory(name: str, tmp_path: Path):
    path = tmp_path / "sheet"
    path.write_bytes(BOMBS[name]())
    gc.collect()
    forget_the_peak("self")
    before = held("self", "VmRSS")

    with suppress(NotASheet):  # or it is read, as far as it is a sheet
        table.read(path, {"name"}.__contains__)

    assert held("self", "VmHWM") - before <= MOST
