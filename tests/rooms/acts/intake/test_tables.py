"""The cells of a file: which hand it is in, what is too much, and that what is written reads back the same."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caregiver_desk.acts.intake import returned, table, workbook
from caregiver_desk.acts.intake.table import Hand
from caregiver_desk.errors import NoSuchFile, NotAFile, NotASheet

SAMPLES = Path(__file__).parents[3] / "samples"
SAMPLE = SAMPLES / "north-households.xlsx"
HANDS = [Hand(encoding, ";") for encoding in ("utf-8", "utf-8-sig", "utf-16-le", "cp1252")]
WORDS = st.text(st.characters(codec="cp1252", exclude_categories=("Cc",))).map(str.strip)


def read(tmp_path: Path, data: bytes) -> table.Table:
    path = tmp_path / "sheet"
    path.write_bytes(data)
    return table.read(path, {"title", "another"}.__contains__)


def cells(tmp_path: Path, data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read(tmp_path, data).rows]


def with_parts(changed: dict[str, str]) -> bytes:
    """The sample workbook with some of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(SAMPLE) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name, old.read(name)))
    return made.getvalue()


def sheet_of(rows: str) -> dict[str, str]:
    return {"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>"}


@pytest.mark.parametrize("hand", HANDS)
@given(rows=st.lists(st.lists(WORDS, min_size=2, max_size=4).filter(lambda row: row[-1]), min_size=1, max_size=5))
def test_what_is_written_reads_back_as_the_same_cells(
    tmp_path_factory: pytest.TempPathFactory, hand: Hand, rows: list[list[str]]
):
    rows = [["title", "another"], *rows]

    found = cells(tmp_path_factory.mktemp("hand"), table.write(rows, hand))

    assert found == [tuple(row) for row in rows]


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_a_cell_that_a_spreadsheet_would_run_is_guarded_on_writing(sign: str):
    written = table.write([["a", f"{sign}1+1"], ["b", f"  {sign}cmd"]], HANDS[0]).decode()

    assert written == f"a;'{sign}1+1\r\nb;'  {sign}cmd\r\n"


@pytest.mark.parametrize("number", ["-5", "+27825550101", "-1,5"])
def test_a_plain_number_needs_no_guard(number: str):
    assert table.guarded(number) == number


def test_a_letter_that_the_hand_does_not_have_makes_the_file_utf_8():
    assert table.write([["Tshivenḓa"]], Hand("cp1252", ";")) == "\ufeffTshivenḓa\r\n".encode()


def test_utf_8_is_believed_only_when_every_byte_is(tmp_path: Path):
    assert cells(tmp_path, "Zoë;Nḓou".encode()) == [("Zoë", "Nḓou")]
    assert cells(tmp_path, "Zoë;Nel".encode("cp1252")) == [("Zoë", "Nel")]


@pytest.mark.parametrize("data", [bytes(range(256)), b"a;\x81b", b"a;b\x00c", b"\xff\xfea", b"\x89PNG\r\n\x1a\n"])
def test_what_cannot_be_read_for_certain_is_refused_in_words(tmp_path: Path, data: bytes):
    with pytest.raises(NotASheet, match="Nothing was brought in"):
        read(tmp_path, data)


def test_names_with_commas_do_not_make_the_comma_a_delimiter(tmp_path: Path):
    data = b"Name;Phone\r\nNdaba, Sibongile;072\r\nMunyai, Rofhiwa;083\r\nTitus, Johanna;084\r\n"

    assert cells(tmp_path, data)[1] == ("Ndaba, Sibongile", "072")


def test_excels_own_line_about_the_delimiter_is_believed(tmp_path: Path):
    (row,) = read(tmp_path, b"sep=|\r\na,b,c|d\r\n").rows

    assert (row.number, row.cells) == (2, ("a,b,c", "d"))


def test_lines_are_counted_as_the_spreadsheet_counts_them(tmp_path: Path):
    data = b'a;b\r\n\r\n;;\r\n"two\r\nlines";d\r\ne;f\r\n'

    assert [row.number for row in read(tmp_path, data).rows] == [1, 4, 5]


def test_a_quotation_mark_without_an_end_swallows_nothing(tmp_path: Path):
    with pytest.raises(NotASheet, match="quotation mark near line"):
        read(tmp_path, b'a;b\r\n"c;d\r\ne;f\r\n')


@pytest.mark.parametrize(
    "data",
    [
        b"x" * (table.LARGEST_FILE + 1),
        b"a;b\n" * (table.MOST_ROWS + 1),
        b";".join([b"a"] * (table.MOST_COLUMNS + 1)),
        b"a;" + b"b" * (table.LONGEST_CELL + 1),
    ],
)
def test_too_much_is_refused(tmp_path: Path, data: bytes):
    with pytest.raises(NotASheet):
        read(tmp_path, data)


def test_a_file_that_is_not_there_is_said_by_its_name_and_without_its_path(tmp_path: Path):
    with pytest.raises(NoSuchFile, match=r"no file “homes\.csv”") as refused:
        table.read(tmp_path / "homes.csv", bool)
    assert str(tmp_path) not in str(refused.value)
    with pytest.raises(NotAFile):
        table.read(tmp_path, bool)


def test_a_workbook_gives_its_first_sheet_with_rich_text_and_results(tmp_path: Path):
    rows = {row.number: row.cells for row in read(tmp_path, SAMPLE.read_bytes()).rows}

    assert rows[1] == ("Lesedi Ridge – household list North",)
    assert rows[8] == ("HH-004", "Blouvlei", "12", "", "", "", "the tall tree", "#DIV/0!")
    assert max(rows) == 8


def test_a_formula_without_a_result_is_an_error_and_not_an_empty_cell(tmp_path: Path):
    data = with_parts(sheet_of('<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>A1</f><v>two</v></c></row>'))

    assert cells(tmp_path, data) == [("#VALUE!", "two")]


def test_a_stray_cell_at_the_bottom_costs_nothing(tmp_path: Path):
    rows = '<row r="2"><c r="B2"><v>7</v></c></row><row r="1048576"><c r="C1048576"><v>8.5</v></c></row>'

    assert cells(tmp_path, with_parts(sheet_of(rows))) == [("", "7"), ("", "", "8.5")]


def test_a_cell_in_the_last_corner_is_refused(tmp_path: Path):
    with pytest.raises(NotASheet, match="too wide"):
        read(tmp_path, with_parts(sheet_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')))


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_has(tmp_path: Path):
    data = with_parts(sheet_of(" " * (workbook.MOST_UNPACKED + 1)))

    assert len(data) < 1_000_000
    with pytest.raises(NotASheet, match="unpacks to more"):
        read(tmp_path, data)


def test_a_document_type_is_refused(tmp_path: Path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>'

    with pytest.raises(NotASheet):
        read(tmp_path, with_parts({"xl/worksheets/sheet1.xml": bomb}))


def test_a_document_type_behind_a_long_comment_is_refused(tmp_path: Path):
    hidden = f"<!--{'x' * (workbook._PIECE - 9)}--><!DOCTYPE x []><worksheet><sheetData/></worksheet>"

    with pytest.raises(NotASheet, match="damaged"):
        read(tmp_path, with_parts({"xl/worksheets/sheet1.xml": hidden}))


def test_a_part_that_is_not_in_utf_8_is_refused(tmp_path: Path):
    with pytest.raises(NotASheet, match="damaged"):
        read(tmp_path, with_parts({"xl/worksheets/sheet1.xml": "<worksheet>\0</worksheet>"}))


def test_ten_million_declared_rows_are_refused_when_a_spreadsheet_could_not_have_so_many(tmp_path: Path):
    data = with_parts(sheet_of("<row/>" * 10_000_000))

    with pytest.raises(NotASheet, match="more lines than a spreadsheet can have"):
        read(tmp_path, data)


def test_a_row_of_a_number_beyond_the_last_is_refused(tmp_path: Path):
    with pytest.raises(NotASheet, match="more lines than"):
        read(tmp_path, with_parts(sheet_of('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')))


def test_a_huge_cell_that_a_spreadsheet_can_hold_is_read(tmp_path: Path):
    longest = "x" * table.LONGEST_CELL

    assert cells(tmp_path, f"a;{longest}\n".encode()) == [("a", longest)]


@pytest.mark.parametrize(("starts", "zero"), [("0", date(1899, 12, 30)), ("1", date(1904, 1, 1))])
def test_days_are_counted_from_where_the_workbook_says(tmp_path: Path, starts: str, zero: date):
    with zipfile.ZipFile(SAMPLE) as sample:
        book = sample.read("xl/workbook.xml").decode()
    told = re.sub(r"<workbookPr[^>]*/>", "", book).replace("<sheets>", f'<workbookPr date1904="{starts}"/><sheets>')
    style = "<styleSheet><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>"
    rows = '<row r="1"><c r="A1" s="1"><v>40000.75</v></c><c r="B1"><v>40000</v></c></row>'
    found = read(tmp_path, with_parts({**sheet_of(rows), "xl/styles.xml": style, "xl/workbook.xml": told}))

    day = (zero + timedelta(days=40000)).isoformat()
    assert (found.rows[0].cells, found.day_zero) == ((day, "40000"), zero)


def test_a_time_alone_is_its_minutes(tmp_path: Path):
    style = "<styleSheet><cellXfs><xf/><xf numFmtId='20'/></cellXfs></styleSheet>"
    rows = '<row r="1"><c r="A1" s="1"><v>0.03125</v></c></row>'

    assert cells(tmp_path, with_parts({**sheet_of(rows), "xl/styles.xml": style})) == [("45",)]


def test_the_sheet_with_the_titles_is_read_hidden_ones_never_and_one_may_be_asked_for(tmp_path: Path):
    path = tmp_path / "visits.xlsx"
    path.write_bytes((SAMPLES / "north-visits.xlsx").read_bytes())

    assert table.read(path, {"Outcome"}.__contains__).sheet == "March"
    assert table.read(path, {"Outcome"}.__contains__, sheet="How to fill in").other_sheets == ("March",)
    with pytest.raises(NotASheet, match="no sheet of that name"):
        table.read(path, bool, sheet="Old list")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_utf_16_is_known_with_a_mark_and_without(tmp_path: Path, encoding: str, mark: str):
    data = f"{mark}title;another\r\nTshivenḓa;Zoë\r\n".encode(encoding)

    assert cells(tmp_path, data) == [("title", "another"), ("Tshivenḓa", "Zoë")]


@given(
    rows=st.lists(st.lists(WORDS, min_size=2, max_size=4).filter(lambda row: row[-1]), min_size=1, max_size=5),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "cp1252"]),
    delimiter=st.sampled_from(table.DELIMITERS),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    ending=st.sampled_from(["\n", "\r\n"]),
)
def test_every_dialect_of_a_file_gives_the_same_cells(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[list[str]],
    encoding: str,
    delimiter: str,
    quoting: int,
    ending: str,
):
    told = [["title", "another"], *[[cell.lstrip("'") or "x" for cell in row] for row in rows]]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator=ending).writerows(told)  # type: ignore[arg-type]

    data = file.getvalue().encode(encoding)
    assume(encoding != "cp1252" or not _could_be_utf_8(data))

    found = cells(tmp_path_factory.mktemp("dialect"), data)
    assert found == [tuple(row) for row in told]


def _could_be_utf_8(data: bytes) -> bool:
    """Whether nobody could tell: letters of Windows-1252 whose bytes are also other letters of UTF-8."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


@given(rows=st.lists(st.lists(st.text(), min_size=1, max_size=4), min_size=1, max_size=5))
def test_a_workbook_that_goes_back_reads_as_the_same_cells(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
):
    found = cells(tmp_path_factory.mktemp("workbook"), returned.workbook(rows))

    kept = [
        [returned._NO_LETTER.sub("", cell).replace("\r\n", "\n").replace("\r", "\n").strip() for cell in row]
        for row in rows
    ]
    assert found == [table._filled(row) for row in kept if any(row)]


def test_a_formula_in_a_workbook_that_goes_back_is_words(tmp_path: Path):
    told = ["=1+1", "+27825550101", "-5", "@home", '=HYPERLINK("x")']
    data = returned.workbook([told])

    assert cells(tmp_path, data) == [tuple(told)]
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert b"<f>" not in made.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("value", ["1e300", "inf", "nan", "12345678901", "x"])
def test_a_day_that_no_calendar_has_is_damage(tmp_path: Path, value: str):
    style = "<styleSheet><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>"
    rows = f'<row r="1"><c r="A1" s="1"><v>{value}</v></c></row>'

    with pytest.raises(NotASheet, match="damaged"):
        read(tmp_path, with_parts({**sheet_of(rows), "xl/styles.xml": style}))


@pytest.mark.parametrize("length", [4, 100, 3000, 6000])
def test_a_workbook_cut_off_on_its_way_is_refused(tmp_path: Path, length: int):
    with pytest.raises(NotASheet):
        read(tmp_path, SAMPLE.read_bytes()[:length])


def test_an_old_or_locked_excel_file_is_named_as_such(tmp_path: Path):
    with pytest.raises(NotASheet, match="old or locked Excel file"):
        read(tmp_path, workbook.OLD_MAGIC + bytes(512))
