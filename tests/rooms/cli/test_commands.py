"""The command line: what it prints, with which exit status, and that it never shows a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk import settings
from caregiver_desk.cli.commands import run
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import slots
from caregiver_desk.sync import limits, trust

Desk = Callable[..., int]
Once = Callable[[Callable[[], object]], None]
PASSPHRASE = "river candle basket mountain seven"
ANSWERS = ("--organisation", "Lesedi Care", "--officer", "Ms Mudau", "--purposes", "to support families")


@pytest.fixture
def desk(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """`desk("show", "person")` on a book that is there already."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text(PASSPHRASE + "\n")

    def carry_out(*given: str, book: str = "nomvula", passphrase: str = "passphrase") -> int:
        return run(["--book", book, "--passphrase-file", passphrase, *given], {})

    once(lambda: carry_out("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt"))
    return carry_out


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]


def test_help_needs_neither_qt_nor_the_store_nor_a_book():
    heavy = "import sys; from caregiver_desk.cli.commands import parser; parser().format_help();"
    told = (
        f"{heavy} sys.exit(bool({{'PySide6', 'sqlmodel', 'sqlcipher3', 'cryptography', 'pyrage'}} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


def test_a_book_may_be_begun_by_whoever_writes_in_one(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        run(["new", "--help"], {})

    offered = capsys.readouterr().out
    assert ", ".join(role for role in Role if role != Role.CAREGIVER) in " ".join(offered.split())


def test_a_new_book_opens_with_its_passphrase_and_is_whole(desk: Desk, capsys: pytest.CaptureFixture[str]):
    assert desk("check") == 0
    assert "All is well." in capsys.readouterr().out


def test_the_wrong_passphrase_has_its_own_exit_status_and_a_sentence(
    desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]
):
    (home / "other").write_text("quite another one altogether\n")

    assert desk("check", passphrase="other") == 4
    assert "Nothing was changed" in capsys.readouterr().err


def test_a_place_without_a_book_says_how_to_begin(desk: Desk, capsys: pytest.CaptureFixture[str]):
    assert desk("check", book="elsewhere") == 3
    assert "`new`" in capsys.readouterr().err


def test_json_gives_one_object_a_line_and_no_line_of_anything_else(desk: Desk, capsys: pytest.CaptureFixture[str]):
    capsys.readouterr()

    assert desk("show", "person", "--json") == 0
    out = capsys.readouterr().out
    assert [json.loads(line)["kind"] for line in out.splitlines()] == ["person"]


def test_every_act_can_be_done_by_name_and_has_a_schema(desk: Desk, capsys: pytest.CaptureFixture[str]):
    capsys.readouterr()
    assert desk("do", "--list", "--json") == 0
    acts = {told["act"]: told["schema"] for told in answers(capsys)}

    assert {
        "record_visit",
        "hold_check_in",
        "add_caregiver",
        "undo",
        "settle",
        "erase",
        "bring_in_people",
    } <= acts.keys()
    assert "day" in acts["record_visit"]["required"]


@pytest.mark.parametrize(
    ("given", "word"),
    [
        (["do", "no_such_act"], "no act called"),
        (["do", "record_visit", "{"], "not JSON"),
        (["do", "record_visit", "[]"], "JSON object"),
        (["do", "record_visit", "{}"], "still needed"),
        (["do", "record_team", '{"name": "x", "colour": "red"}'], "no field"),
        (["do", "set_aside", '{"arrival": 1, "book": 2}'], "no field “book”"),
        (["do", "set_aside", '{"arrival": "first"}'], "arrival: a whole number"),
        (["show", "dragon"], "no kind"),
        (["show", "visit", "--where", "colour=red"], "no field"),
        (["show", "visit", "0000"], "no visit"),
        (["history", "0000"], "no record"),
        (["why", "dragon"], "no kind"),
        (["settle", "0000", "minutes", "3"], "no record"),
        (["state", "--audience", "everyone"], "Audience"),
        (["aside", "99"], "No bundle"),
        (["bundle", "--to", "Nobody", "--out", "."], "No partner"),
        (["import", "people", "missing.csv"], "no file “missing.csv”"),
        (["do", "record_team", "[" * 60_000], "not JSON"),
        (["do", "record_team", f'{{"name": {"9" * 5_000}}}'], "not JSON"),
        (["do", "record_team", '{"name": "  "}'], "still needed"),
        (["do", "undo", f'{{"save": {10**30}}}'], "too great"),
        (["aside", str(10**30)], "it is too great"),
        (["show", "person", "--where", f"birth_year={10**30}"], "too great"),
        (["show", "person", "\udcff"], "no letters"),
        (["show", "person", "--where", "surname=\udcff"], "no letters"),
        (["history", "\udcff"], "no letters"),
        (["open", "\udcff.caredesk", "--json"], ""),
        (["card", "--out", "."], "not written over"),
        (["sheet", "--out", "."], "there already"),
        (["pair", "."], "no file that can be opened"),
        (["pair", "nowhere.card"], "no file “nowhere.card”"),
        (["why", "visit.nonsense"], "no field “nonsense” in visit"),
        (["show", "visit", "--where", "day=yesterday"], "a date like"),
        (["show", "visit", "--where", "outcome=perhaps"], "one of done"),
        (["show", "visit", "--where", "day"], "such as state=open"),
        (["show", "person", "--where", "nonsense=3"], "nothing was changed"),
        (["do", "record_visit", "not json"], "nothing was saved."),
        (["state", "--audience", "nobody"], "nothing was saved."),
        (["open", "."], ""),
        (["import", "people", "."], "name the file itself"),
        (["restore", "."], "No backup"),
        (["recover", "."], "cannot be read"),
        (["recover", "/dev/zero"], "not as it is printed"),
        (["passphrase", "--new-passphrase-file", "/dev/zero"], ""),
        (["new", "--name", "  ", "--book", "another"], "still needed"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    desk: Desk, given: list[str], word: str, capsys: pytest.CaptureFixture[str]
):
    assert desk(*given) in {1, 3}
    said = capsys.readouterr()
    assert word.lower() in said.err.lower()
    assert "Traceback" not in said.err
    assert desk("check") == 0


def test_a_visit_of_zero_minutes_is_refused_in_words_and_nothing_is_stored(
    desk: Desk, capsys: pytest.CaptureFixture[str]
):
    given = '{"household": "h", "caregiver": "c", "day": "2026-03-02", "minutes": 0}'

    assert desk("do", "record_visit", given) == 1
    assert "Length" in capsys.readouterr().err
    assert desk("show", "visit", "--json") == 0
    assert answers(capsys) == []


def test_a_batch_is_done_line_by_line(desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]):
    lines = [
        json.dumps({"act": "add_caregiver", "given_names": name, "surname": "Ndaba"})
        for name in ("Sibongile", "Thandeka")
    ]
    (home / "acts.jsonl").write_text("\n".join(lines) + "\n")

    assert desk("do", "--batch", "acts.jsonl") == 0
    capsys.readouterr()
    assert desk("find", "ndaba", "--json") == 0
    assert {told["name"] for told in answers(capsys)} == {"Sibongile Ndaba", "Thandeka Ndaba"}


def test_why_says_why_who_may_read_and_how_long_it_is_kept(desk: Desk, capsys: pytest.CaptureFixture[str]):
    capsys.readouterr()

    assert desk("why", "visit.minutes", "--json") == 0
    (told,) = answers(capsys)
    assert told["audience"] == "open"
    assert str(told["why"]).startswith("Long visits weigh more")
    assert str(told["kept"]).startswith("36 months after somebody left; then only their number is kept.")


def test_a_backup_can_be_brought_back_and_the_book_goes_on_under_a_new_laptop_id(
    desk: Desk, capsys: pytest.CaptureFixture[str]
):
    assert desk("backup") == 0
    assert desk("do", "record_team", '{"name": "South"}') == 0
    before = desk_laptop(desk, capsys)

    assert desk("restore") == 0
    assert desk("find", "South", "--json") == 0
    assert answers(capsys) == []
    assert desk_laptop(desk, capsys) != before
    assert desk("check") == 0


def desk_laptop(desk: Desk, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    Path("my.card").unlink(missing_ok=True)
    assert desk("card", "--out", "my.card", "--json") == 0
    capsys.readouterr()
    return str(json.loads(Path("my.card").read_bytes().splitlines()[0])["laptop"])


def test_a_bundle_in_several_files_names_each_of_them(
    desk: Desk, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert desk("new", "--name", "Fhatuwani Netsianda", "--role", "coordinator", *ANSWERS, book="fhatuwani") == 0
    for owner, other in (("fhatuwani", "nomvula"), ("nomvula", "fhatuwani")):
        assert desk("card", "--out", f"{owner}.card", book=owner) == 0
        _, words = trust.read_card((home / f"{owner}.card").read_bytes())
        assert desk("pair", f"{owner}.card", "--words", " ".join(words), book=other) == 0
    capsys.readouterr()

    monkeypatch.setattr(limits, "COUNT", 2)
    assert desk("bundle", "--to", "Fhatuwani", "--out", ".", "--json") == 0

    named = [str(told["file"]) for told in answers(capsys)]
    assert len(named) > 1
    assert sorted(named) == sorted(path.name for path in home.glob("*.caredesk"))
    assert desk("open", *named, book="fhatuwani") == 0
    assert desk("check", book="fhatuwani") == 0


@pytest.mark.parametrize("sheet", ["no/such/folder.txt", "sheet.txt", "x" * 300, "/proc/self/sheet.txt"])
def test_a_book_whose_recovery_sheet_cannot_be_written_is_not_begun(
    desk: Desk, home: Path, sheet: str, capsys: pytest.CaptureFixture[str]
):
    (home / "other").mkdir()
    (home / "other" / "hers.txt").touch()

    assert desk("new", "--name", "Mpho Lekalakala", "--sheet", sheet, book="other") == 3

    assert [path.name for path in (home / "other").iterdir()] == ["hers.txt"]
    assert "Nothing can be written there" in capsys.readouterr().err
    assert desk("new", "--name", "Mpho Lekalakala", "--sheet", "other.txt", book="other") == 0


def test_the_recovery_sheet_sets_a_new_passphrase(desk: Desk, home: Path):
    (home / "new").write_text("seven other words that nobody knows\n")

    assert desk("recover", "sheet.txt", passphrase="new") == 0
    assert desk("check", passphrase="new") == 0
    assert desk("check") == 4


@pytest.mark.parametrize("kept", [0, 5_000, 90_000])
def test_the_recovery_sheet_of_a_damaged_book_changes_nothing(desk: Desk, home: Path, kept: int):
    (home / "new").write_text("seven other words that nobody knows\n")
    keys, records = home / "nomvula" / "keys.json", home / "nomvula" / "book.db"
    before, whole = keys.read_bytes(), records.read_bytes()
    records.write_bytes(whole[:kept])

    assert desk("recover", "sheet.txt", passphrase="new") == 3
    assert keys.read_bytes() == before
    records.write_bytes(whole)
    assert desk("check") == 0


def test_a_passphrase_that_is_too_weak_is_not_set_by_the_recovery_sheet(desk: Desk, home: Path):
    (home / "weak").write_text("1234\n")

    assert desk("recover", "sheet.txt", passphrase="weak") == 1
    assert desk("check") == 0


def test_another_persons_backup_is_refused_in_words_and_the_book_stays(
    desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]
):
    assert desk("new", "--name", "Mpho Lekalakala", book="mpho") == 0
    assert desk("backup", book="mpho") == 0
    (backup,) = (home / "mpho" / "backups").iterdir()
    before = (home / "nomvula" / "book.db").read_bytes()

    assert desk("restore", str(backup)) == 1
    assert "another book" in capsys.readouterr().err
    assert (home / "nomvula" / "book.db").read_bytes() == before
    assert desk("check") == 0


def test_a_backup_is_brought_back_by_the_recovery_sheet_where_the_passphrase_is_forgotten(desk: Desk, home: Path):
    assert desk("backup") == 0
    (home / "nomvula" / "book.db").write_bytes(b"not a book")

    assert desk("restore", passphrase="nowhere") == 1
    assert desk("restore", "--sheet", "sheet.txt", passphrase="nowhere") == 0
    assert desk("check") == 0


def test_a_new_passphrase_is_set_by_who_knows_the_old_one(desk: Desk, home: Path):
    (home / "new").write_text("seven other words that nobody knows\n")

    assert desk("passphrase", "--new-passphrase-file", "new") == 0
    assert desk("check", passphrase="new") == 0
    assert desk("check") == 4
    assert desk("passphrase", "--new-passphrase-file", "passphrase") == 4


def test_backups_left_with_an_old_passphrase_follow_at_the_next_opening(desk: Desk, home: Path):
    (home / "new").write_text("seven other words that nobody knows\n")
    assert desk("backup") == 0
    (backup,) = (home / "nomvula" / "backups").glob("*/keys.json")
    old = backup.read_bytes()
    assert desk("passphrase", "--new-passphrase-file", "new") == 0
    assert backup.read_bytes() == (home / "nomvula" / "keys.json").read_bytes() != old

    backup.write_bytes(old)  # as where the power went before this one was written
    assert desk("check", passphrase="new") == 0

    assert backup.read_bytes() == (home / "nomvula" / "keys.json").read_bytes()


def test_a_new_sheet_is_written_and_the_old_one_stops_working(desk: Desk, home: Path):
    (home / "new").write_text("seven other words that nobody knows\n")

    assert desk("sheet", "--out", "second.txt") == 0
    assert desk("recover", "sheet.txt", passphrase="new") == 4
    assert desk("recover", "second.txt", passphrase="new") == 0
    assert desk("check", passphrase="new") == 0


@pytest.mark.parametrize("out", ["sheet.txt", "nowhere/sheet.txt"])
def test_a_new_sheet_that_cannot_be_written_leaves_the_old_one_good(desk: Desk, home: Path, out: str):
    before = (home / "nomvula" / "keys.json").read_bytes()

    assert desk("sheet", "--out", out) == 3
    assert (home / "nomvula" / "keys.json").read_bytes() == before


@pytest.fixture
def shelf(desk: Desk) -> Callable[..., int]:  # noqa: ARG001 - it stands elsewhere
    """Two more books, on the shelf of this laptop; `--book` is left out unless it is given."""
    for sign in ("maize", "river"):
        given = ["new", "--name", f"Owner of {sign}", "--sign", sign]
        assert run(["--passphrase-file", "passphrase", *given], {}) == 0
    return lambda *given: run(["--passphrase-file", "passphrase", *given], {})


def test_a_book_is_found_by_its_sign(shelf: Callable[..., int], capsys: pytest.CaptureFixture[str]):
    capsys.readouterr()

    assert shelf("--book", "River", "show", "person", "--json") == 0
    assert "Owner of" in str(answers(capsys))
    assert shelf("--book", "lake", "check") == 3


def test_among_several_books_none_is_guessed(shelf: Callable[..., int], capsys: pytest.CaptureFixture[str]):
    assert shelf("check") == 3
    assert "several books" in capsys.readouterr().err


@pytest.mark.parametrize("sign", ["maize", "two words"])
def test_a_sign_that_is_taken_or_is_no_word_is_refused_and_nothing_is_made(shelf: Callable[..., int], sign: str):
    before = settings.books()

    assert shelf("new", "--name", "Mpho", "--sign", sign) == 1
    assert settings.books() == before


def test_a_folder_goes_before_a_sign(shelf: Callable[..., int], home: Path):
    assert shelf("--book", "maize", "check") == 0
    (home / "maize").mkdir()

    assert shelf("--book", "maize", "check") == 3


def test_the_demo_without_a_screen_says_what_to_do_and_does_not_abort():
    done = subprocess.run(
        [sys.executable, "-m", "caregiver_desk", "demo"],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    assert "--tour" in done.stderr


def test_exercises_of_ones_own_are_looked_for_before_a_long_story_is_told():
    done = subprocess.run(
        [sys.executable, "-m", "caregiver_desk", "demo", "--exercises", "nowhere"],
        env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    assert "there is no such folder" in done.stderr
    assert "Telling" not in done.stderr
