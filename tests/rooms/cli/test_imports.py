"""The import command: what it says of a sheet, what may be told it, and what it writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots

PHONES = Path(__file__).parents[2] / "samples" / "phones"
Capsys = pytest.CaptureFixture[str]
Desk = Callable[..., int]
Once = Callable[[Callable[[], object]], None]


@pytest.fixture
def desk(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The command line with a new book in hand."""
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    monkeypatch.chdir(home)
    Path("passphrase").write_text("river candle basket mountain seven\n", encoding="utf-8")

    def command(*given: str) -> int:
        return run(["--book", "book", "--passphrase-file", "passphrase", "--json", *given], {})

    once(lambda: command("new", "--name", "Nomvula Shezi", "--site", "Lesedi Ridge", "--team", "North"))
    return command


@pytest.fixture
def bring(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[dict[str, object], str]]:
    """Import lines as a sheet, and give (facts, what was said on the way)."""

    def bring(kind: str, lines: str, *given: str) -> tuple[dict[str, object], str]:
        Path("sheet.csv").write_text(lines, encoding="utf-8")
        capsys.readouterr()
        assert desk("import", kind, "sheet.csv", *given) == 0
        said = capsys.readouterr()
        return json.loads(said.out), said.err

    return bring


Bring = Callable[..., tuple[dict[str, object], str]]


def test_each_column_is_said_with_its_field(bring: Bring):
    _, said = bring("people", "Name;Cell no;Remarks\nGrace Mokoena;0825550101;x\n", "--dry-run")

    assert said.splitlines() == ["Name → Name", "Cell no → Phone", "Remarks → left out"]


def test_a_sheet_that_lacks_a_column_says_what_was_understood_and_which_is_missing(
    desk: Desk, capsys: pytest.CaptureFixture[str]
):
    Path("sheet.csv").write_text("Igama;HH no;Visit date\nGrace;1;2026-03-02\n", encoding="utf-8")

    assert desk("import", "visits", "sheet.csv") == 1
    said = capsys.readouterr().err
    assert "Igama → left out\nHH no → Household\nVisit date → Day\n" in said
    assert "one column has to say this: Caregiver" in said
    assert "--column TITLE=caregiver" in said


def test_a_column_may_be_told_and_is_remembered_for_the_next_sheet(bring: Bring):
    bring("people", "Igama;Ucingo\nGrace Mokoena;0825550101\n", "--column", "Igama=name", "--column", "Ucingo=phone")

    facts, _ = bring("people", "Ucingo;Igama\n0825550102;Dineo Sithole\n")
    assert (facts["new"], facts["columns"]) == (1, {"Ucingo": "phone", "Igama": "name"})


CELLS = "Name;Cell (home);Cell (work)\n{name};082555010{n};082555011{n}\n"


def test_of_two_columns_that_differ_in_brackets_the_one_that_was_named_is_taken_now_and_the_next_time(bring: Bring):
    bring("people", CELLS.format(name="Grace Mokoena", n=1), "--column", "Cell (work)=phone")

    facts, _ = bring("people", CELLS.format(name="Dineo Sithole", n=2))
    assert facts["columns"] == {"Name": "name", "Cell (work)": "phone"}


def test_the_same_sheet_is_read_in_the_same_way_the_second_time(bring: Bring):
    first, _ = bring("people", CELLS.format(name="Grace Mokoena", n=1))
    second, _ = bring("people", CELLS.format(name="Dineo Sithole", n=2))

    assert first["columns"] == second["columns"] == {"Name": "name", "Cell (home)": "phone"}


def test_a_column_on_the_command_line_stands_in_the_place_of_the_one_in_the_file(bring: Bring):
    Path("map.toml").write_text('[columns]\n"Cell (home)" = "phone"\n', encoding="utf-8")

    facts, _ = bring(
        "people", CELLS.format(name="Grace Mokoena", n=1), "--map", "map.toml", "--column", "Cell (work)=phone"
    )
    assert facts["columns"] == {"Name": "name", "Cell (work)": "phone"}


def test_two_columns_named_for_one_field_are_refused(desk: Desk, capsys: pytest.CaptureFixture[str]):
    Path("sheet.csv").write_text(CELLS.format(name="Grace Mokoena", n=1), encoding="utf-8")

    assert desk("import", "people", "sheet.csv", "--column", "Cell (home)=phone", "--column", "Cell (work)=phone") == 1
    assert "Phone: two columns are named for it" in capsys.readouterr().err


def test_the_order_of_days_may_be_told(bring: Bring):
    lines = "Code;Date enrolled\nHH-1;03/04/2024\n"

    assert bring("households", lines, "--dry-run")[0]["refused"] == 1
    assert bring("households", lines, "--dates", "month first")[0]["dates"] == {"Date enrolled": "month first"}


def test_a_likely_duplicate_is_said_side_by_side(bring: Bring):
    bring("people", "Name;Phone\nMaria Baloyi;0825550101\n")

    facts, said = bring("people", "Name;Phone\nMarie Baloi;0825550102\n")
    assert (facts["perhaps"], facts["new"]) == (1, 0)
    assert "                 this line   this book" in said
    assert "    Surname      Baloi       Baloyi" in said


def test_visits_come_in_and_those_to_mend_are_written(bring: Bring):
    bring("people", "Name\nGrace Mokoena\n")
    bring("households", "Code;CCG\nHH-1;Grace\n")

    facts, said = bring("visits", "CCG;Week;Mon;Tue\nGrace;2026-03-02;1;1 n 9\n", "--rest", "rest.csv")
    assert (facts["sentence"], facts["new"]) == ("2 visits brought in. 1 is to be mended.", 2)
    assert "Line 2: 9 – Household: the list had no number 9 on that day" in said
    assert Path("rest.csv").read_text(encoding="utf-8").startswith("CCG;Week;Mon;Tue;What to mend")


def test_a_long_sheet_says_how_far_it_is(bring: Bring):
    lines = "Code\n" + "".join(f"HH-{number}\n" for number in range(1200))

    said = bring("households", lines)[1].splitlines()
    assert [line for line in said if line.startswith("Looked")][-1] == "Looked at 1200 of 1200."
    assert len([line for line in said if line.startswith("Saved")]) == 10


@pytest.mark.parametrize("given", [("--column", "Code"), ("--column", "Nothing=code"), ("--dates", "backwards")])
def test_what_is_told_wrongly_is_refused_and_nothing_comes_in(
    desk: Desk, given: tuple[str, ...], capsys: pytest.CaptureFixture[str]
):
    Path("sheet.csv").write_text("Code;Ward\nHH-1;7\n", encoding="utf-8")

    assert desk("import", "households", "sheet.csv", *given) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert desk("show", "household") == 0
    assert capsys.readouterr().out == ""


SHEETS = {
    "people": "Name;Cell no;Home language\nGrace Mokoena;0825550101;isiZulu\n",
    "households": "HH No.;Ward;CCG;Cellphone\nHH-1;7;Grace Mokoena;0825550102\n",
    "visits": "CCG;Date;HH;Outcome\nGrace;2026-03-02;HH-1;done\n",
}


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("held", SHEETS)
def test_a_sheet_that_plainly_holds_something_else_is_refused_and_it_is_said_as_what_it_comes_in(
    desk: Desk, kind: str, held: str, capsys: pytest.CaptureFixture[str]
):
    Path("sheet.csv").write_text(SHEETS[held], encoding="utf-8")
    capsys.readouterr()
    status = desk("import", kind, "sheet.csv", "--dry-run")

    said = capsys.readouterr().err
    assert (status, f"Bring it in as {held} instead" in said) == ((0, False) if kind == held else (1, True))


def test_whoever_says_which_column_is_which_is_believed(bring: Bring):
    facts, _ = bring("people", SHEETS["households"], "--column", "CCG=name")

    assert facts["new"] == 1


def test_sys_37_a_framework_is_read_first_and_then_brought_in(desk: Desk, capsys: pytest.CaptureFixture[str]):
    lines = "group,code,words\nlevel,a,beginning\nlevel,b,sure\nDoors,knock,Knocks and waits\n"
    Path("ours.csv").write_text(lines, encoding="utf-8")
    capsys.readouterr()
    assert desk("import", "framework", "ours.csv", "--whom", "supervisor", "--dry-run") == 0
    read = json.loads(capsys.readouterr().out)
    assert desk("show", "framework") == 0
    assert "version" not in capsys.readouterr().out
    assert desk("import", "framework", "ours.csv", "--whom", "supervisor") == 0
    capsys.readouterr()
    assert desk("show", "framework") == 0

    kept = json.loads(capsys.readouterr().out)
    assert (kept["version"], kept["whom"], read["statements"]) == (read["version"], "supervisor", 1)


def test_who_stands_twice_is_said_and_written_as_a_table(bring: Bring):
    lines = "Name;Cell no\nGrace Mokoena;0825550101\nGrace Mokoena;0825550101\nDineo Sithole;0835550102\n"
    _, said = bring("people", lines, "--dry-run", "--duplicates", "twice.csv")

    assert "1 line stands twice in this sheet.\nLine 3 and line 2: line 2 says the same" in said
    assert Path("twice.csv").read_text(encoding="utf-8").splitlines() == [
        "Line;Who;Also on line;Known as;Why;What becomes of it",
        "3;Grace Mokoena · 0825550101;2;Grace Mokoena;line 2 says the same;left as it is",
    ]


def test_who_lives_in_a_home_is_brought_in_as_members(bring: Bring):
    bring("households", "HH code;Village\nHH-001;Emakhaya\n")
    facts, said = bring("members", "HH code;Name of child;Gender;Diagnosis\nHH-1;Thabo Ndlovu;M;x\n")

    assert "Diagnosis → left out" in said
    assert facts["new"] == 1


def test_filled_in_forms_of_a_folder_are_told_line_by_line_with_their_files(bring: Bring, desk: Desk, capsys: Capsys):
    bring("people", "Name\nSibongile Ndaba\nRofhiwa Munyai\n")
    bring("households", "Code;CCG\nHH-001;Sibongile\nHH-002;Sibongile\nHH-003;Rofhiwa\n")
    capsys.readouterr()

    assert desk("import", "visits", str(PHONES / "collect")) == 0

    said = capsys.readouterr()
    assert "homes/hh_code → Household" in said.err
    (encrypted,) = (line for line in said.err.splitlines() if line.startswith("Line 4: "))
    assert encrypted.endswith("(in “Round_2026-03-04_08-00-00/submission.xml”)")
    assert json.loads(said.out)["sentence"] == "3 visits brought in. 1 is to be mended."


def test_a_mapping_says_which_title_is_which_and_what_codes_mean(bring: Bring):
    bring("people", "Name\nSibongile Ndaba\n")
    bring("households", "Code;CCG\nHH-001;Sibongile\n")
    Path("map.toml").write_text(
        '[columns]\nUbani = "caregiver"\n[values.outcome]\n2 = "nobody home"\n', encoding="utf-8"
    )

    facts, _ = bring(
        "visits", "Date;Ubani;HH;Result\n2026-03-02;Sibongile;HH-001;2\n", "--map", "map.toml", "--dry-run"
    )

    assert (facts["new"], facts["refused"]) == (1, 0)


@pytest.mark.parametrize(
    ("form", "version"), [("visits", "caregiver_desk_visits"), ("check-ins", "caregiver_desk_check_ins")]
)
def test_a_form_for_phones_is_written_without_a_book(form: str, version: str, home: Path, capsys: Capsys):
    out = home / "form.xlsx"

    assert run(["--json", "xlsform", form, "--out", str(out)], {}) == 0

    assert json.loads(capsys.readouterr().out)["form_id"] == version
    assert load_workbook(out).sheetnames == ["survey", "choices", "settings"]


def test_a_form_with_lists_says_what_then_stands_in_it(bring: Bring, desk: Desk, capsys: Capsys):
    bring("people", "Name\nSibongile Ndaba\n")
    bring("households", "Code\nHH-001\nHH-002\n")

    assert desk("xlsform", "visits", "--out", "form.xlsx", "--homes", "--names") == 0

    assert capsys.readouterr().err.splitlines() == [
        "The codes of 2 homes stand in the form, for whoever has it.",
        "The name of 1 caregiver stands in the form, for whoever has it.",
    ]
    choices = [[cell.value for cell in row] for row in load_workbook("form.xlsx")["choices"].iter_rows()]
    assert {row[2] for row in choices} >= {"HH-001", "HH-002", "Sibongile Ndaba"}
