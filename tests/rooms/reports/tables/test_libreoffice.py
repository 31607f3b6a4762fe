"""LibreOffice opens what we write and gives the same values back: zeros, letters, formulas, days, long texts."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.keeping import scope_to_write
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.people.people import Role
from caregiver_desk.reports.tables.asked import Asked, Words, kinds_asked
from caregiver_desk.reports.tables.taking_out import take_out
from caregiver_desk.reports.tables.texts import Text
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
AS_TEXT = f"CSV:{ord(';')},34,76,1," + "/".join(f"{place}/2" for place in range(1, 30))
HOMES: dict[str, dict[str, Any]] = {
    "leading zeros": {"code": "007", "phone": "0825550101", "nickname": "00012"},
    "a formula": {"code": "HH-2", "nickname": "=cmd|' /C calc'!A0", "directions": "@SUM(1+1)", "village": "-2+3"},
    "isiZulu": {"code": "HH-3", "nickname": "Ugogo kaNdlelenhle uyagula", "village": "Emakhaya eMpumelelo"},
    "Tshivenḓa": {"code": "HH-4", "nickname": "Ṱhoḓea Ḽiṅwe Ṋwana", "village": "Tshiḓimbini"},
    "marks of a table": {"code": "HH-5", "nickname": 'a "blue" gate; two, three\ttabs', "directions": "one\nand two"},
    "a long text": {"code": "HH-6", "safety": "ḓ" * 19_999},
    "before spreadsheets count": {"code": "HH-7", "enrolled": "1899-12-31"},
    "where spreadsheets differ": {"code": "HH-8", "enrolled": "1900-02-28"},
    "the first day that all count alike": {"code": "HH-9", "enrolled": "1900-03-01"},
    "today’s century": {"code": "HH-10", "enrolled": "2026-02-28", "level": 3},
    "no day": {"code": "HH-11"},
    "spaces": {"code": "HH-12", "nickname": "two  spaces within"},
    "a number in words": {"code": "1e5", "phone": "+27 82 555 0101", "ward": "03"},
    "true": {"code": "TRUE", "nickname": "#N/A"},
}
CONTACT = frozenset({Audience.CONTACT, Audience.WORDS})

Rows = list[dict[str, str]]


class Written(NamedTuple):
    """The same homes as this program wrote them, and as LibreOffice read them from the workbook and from the text."""

    ours: Rows
    workbook: Rows
    text: Rows
    tagged: Rows


def rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables")


@pytest.fixture(scope="module")
def homes(place: Path, founded: Any) -> Iterator[Book]:
    """A book with these homes."""
    acts.load()
    with pytest.MonkeyPatch.context() as machine:
        machine.setenv("CAREGIVER_DESK_HOME", str(place / "home"))
        with closing(founded.book(place / "book", "Nomvula Shezi", Role.SUPERVISOR, 0)) as book:
            scope = scope_to_write(book, questions.get(book, "team", own_team(book)))
            told = [{"team": own_team(book), **each} for each in HOMES.values()]
            ledger.append(book, "fill", [Change("household", clock.new_record(scope), scope, each) for each in told])
            yield book


@pytest.fixture(scope="module")
def written(homes: Book, place: Path) -> Written:
    asked = Asked(kinds_asked(["household"]), wanted=CONTACT)
    take_out(homes, asked, place / "ours.csv")
    take_out(homes, asked, place / "text.csv", Text(";", bom=True))
    take_out(homes, asked, place / "book.xlsx")
    take_out(homes, Asked(asked.kinds, words=Words.BOTH, hxl=True), place / "tagged.xlsx")
    _opened(place, EVERY_SHEET, place / "book.xlsx", place / "tagged.xlsx")
    _opened(place, EVERY_SHEET, place / "text.csv", reads=AS_TEXT)
    seen = [place / "seen" / f"{name}.csv" for name in ("book-household", "text-text", "tagged-household")]
    return Written(rows(place / "ours.csv"), *map(rows, seen))


def _opened(place: Path, writes: str, *files: Path, reads: str = "") -> None:
    """What LibreOffice makes of these files, with a profile of its own."""
    given = [f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless"]
    given += [f"--infilter={reads}"] if reads else []
    command = ["soffice", *given, "--convert-to", writes, "--outdir", str(place / "seen"), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def test_what_libreoffice_reads_is_what_is_in_the_book(written: Written):
    told = {row["code"]: row for row in written.workbook}

    for name, home in HOMES.items():
        found = told[home["code"]]
        assert {field: found[field] for field in home} == {field: str(value) for field, value in home.items()}, name


def test_the_workbook_and_the_text_say_the_same_cell_by_cell_but_for_the_guard(written: Written):
    assert written.text == written.ours
    assert [{name: cell.removeprefix("'") for name, cell in row.items()} for row in written.ours] == written.workbook


def test_a_formula_in_a_text_is_guarded_and_in_a_workbook_it_is_text(written: Written):
    of_text = next(row for row in written.text if row["code"] == "HH-2")
    of_workbook = next(row for row in written.workbook if row["code"] == "HH-2")

    assert of_text["nickname"] == "'=cmd|' /C calc'!A0"
    assert of_workbook["nickname"] == "=cmd|' /C calc'!A0"


def test_the_row_below_the_titles_holds_the_tags(written: Written):
    tags, first, *_ = written.tagged

    assert (tags["id"], tags["code"], tags["ward"]) == ("#meta+id", "#beneficiary+household+code", "#adm4+name")
    assert not first["code"].startswith("#")
    assert "nickname" not in first, "what was not asked for"
