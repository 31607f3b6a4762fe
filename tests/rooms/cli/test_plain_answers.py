"""What the command line says where there is little to say, and where something is not what it was taken for."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk import clock, settings
from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots
from caregiver_desk.sync import trust
from caregiver_desk.wording import full_day

Desk = Callable[..., int]
Once = Callable[[Callable[[], object]], None]
ANSWERS = ("--organisation", "Lesedi Care", "--officer", "Ms Mudau", "--purposes", "to support families")


@pytest.fixture
def desk(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """`desk("show", "person")` on a supervisor's book, or on that of her coordinator, who is a partner."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(*given: str, book: str = "nomvula") -> int:
        return run(["--book", book, "--passphrase-file", "passphrase", *given], {})

    def first() -> None:
        assert carry_out("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt") == 0
        assert carry_out("new", "--name", "Fhatuwani Mudau", "--role", "coordinator", *ANSWERS, book="fhatuwani") == 0
        for owner, other in (("fhatuwani", "nomvula"), ("nomvula", "fhatuwani")):
            assert carry_out("card", "--out", f"{owner}.card", book=owner) == 0
            _, words = trust.read_card((home / f"{owner}.card").read_bytes())
            assert carry_out("pair", f"{owner}.card", "--words", " ".join(words), book=other) == 0

    once(first)
    return carry_out


def bundle(desk: Desk, home: Path) -> str:
    """A bundle of the supervisor's for her coordinator."""
    assert desk("do", "add_caregiver", '{"given_names": "Grace"}') == 0
    assert desk("bundle", "--to", "Fhatuwani", "--out", ".") == 0
    (made,) = home.glob("*.caredesk")
    return made.name


@pytest.mark.parametrize("given", [["conflicts"], ["missing"], ["find", "nobody"], ["show", "visit"]])
def test_where_there_is_nothing_it_is_said_and_a_program_reads_no_line(
    desk: Desk, given: list[str], capsys: pytest.CaptureFixture[str]
):
    capsys.readouterr()
    assert desk(*given) == 0
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)

    assert desk(*given, "--json") == 0
    assert capsys.readouterr() == ("", "")


def test_files_are_told_apart_by_what_they_are(desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]):
    os.mkfifo(home / "pipe")
    made = bundle(desk, home)
    capsys.readouterr()

    (home / "empty").mkdir()

    assert desk("open", "empty", "nomvula.card", "nowhere", "pipe", book="fhatuwani") != 0
    assert [line.partition(":")[2].strip().partition(".")[0] for line in capsys.readouterr().out.splitlines()] == [
        "There is no bundle in “empty”",
        "This is a contact card, not a bundle",
        "There is no file “nowhere”",
        "“pipe” is no file that can be opened",
    ]
    assert desk("pair", made, book="fhatuwani") != 0
    assert "This is a bundle, not a contact card." in capsys.readouterr().err


def test_an_import_is_set_aside_by_the_number_that_was_said_and_only_once(
    desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]
):
    made = bundle(desk, home)
    capsys.readouterr()
    assert desk("open", made, book="fhatuwani") == 0
    number = capsys.readouterr().out.strip().rpartition("aside ")[2]

    for said in ("Set aside.", "This import was set aside before."):
        assert desk("aside", number, book="fhatuwani") == 0
        assert capsys.readouterr().out.startswith(said)
    for said in ("Brought back.", "This import is not set aside."):
        assert desk("aside", number, "--back", book="fhatuwani") == 0
        assert capsys.readouterr().out.startswith(said)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["aside", "first"], "“first” is no number"),
        (["demo", "--week", "30"], "“30” is no week of the story"),
        (["--today", "tomorrow", "check"], "“tomorrow” is no date such as 2026-03-02"),
    ],
)
def test_what_is_no_number_and_no_day_is_told_in_our_words(
    desk: Desk, given: list[str], said: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit):
        desk(*given)

    assert said in capsys.readouterr().err


@pytest.mark.parametrize("role", ["protection", "protection-lead", "Protection Lead"])
def test_a_role_is_taken_as_people_write_it(desk: Desk, role: str):
    assert desk("new", "--name", "Lerato Molefe", "--role", role, *ANSWERS, book="lerato") == 0


def test_a_preview_of_a_sheet_is_read_like_a_sentence(desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]):
    (home / "people.csv").write_text("Name;Surname;Year of birth\nGrace;Mokoena;1991\nAnna;Abel;born long ago\n")
    capsys.readouterr()

    assert desk("import", "people", "people.csv", "--dry-run") == 0
    assert capsys.readouterr().out == (
        "Nothing was brought in yet. It would be: 1 new, 0 here already, 0 perhaps the same, 1 to be mended.\n"
    )


def test_a_bundle_is_given_a_folder_and_names_itself(desk: Desk, capsys: pytest.CaptureFixture[str]):
    assert desk("bundle", "--to", "Fhatuwani", "--out", "mine.caredesk") != 0

    assert "name a folder, the bundle names itself" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["stick", "folder", "file"])
def test_a_backup_is_found_on_the_stick_by_the_stick_its_folder_or_its_file(
    desk: Desk, home: Path, named: str, capsys: pytest.CaptureFixture[str]
):
    (home / "stick").mkdir()
    assert desk("backup", "--to", "stick") == 0
    (folder,) = (home / "stick").iterdir()
    ways = {"stick": folder.parent, "folder": folder, "file": folder / settings.BOOK}
    capsys.readouterr()

    assert desk("restore", str(ways[named]), book="new-laptop") == 0
    assert capsys.readouterr().out == f"Brought back the backup of {full_day(clock.today())}.\n"
    assert desk("check", book="new-laptop") == 0


def test_on_a_stick_that_is_shared_the_newest_backup_of_this_book_is_meant(
    desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]
):
    (home / "stick").mkdir()
    for book in (*["nomvula"] * 10, "fhatuwani"):
        assert desk("backup", "--to", "stick", book=book) == 0
    capsys.readouterr()

    assert desk("restore", "stick", "--json") == 0
    assert Path(json.loads(capsys.readouterr().out)["restored"]).name.endswith("-10")


@pytest.mark.parametrize("named", ["nomvula/backups", "key file"])
def test_a_backup_is_found_on_the_shelf_of_its_book_and_by_its_key_file(desk: Desk, home: Path, named: str):
    assert desk("backup") == 0
    (backup,) = (home / "nomvula" / "backups").iterdir()

    assert desk("restore", str(backup / "keys.json") if named == "key file" else named) == 0


def test_a_batch_that_stops_says_how_much_of_it_was_done(desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]):
    lines = ('{"act": "record_team", "name": "South"}', "", '{"act": "record_team"}')
    (home / "acts.jsonl").write_text("\n".join(lines) + "\n")

    assert desk("do", "--batch", "acts.jsonl") == 1
    said = capsys.readouterr().err
    assert "Stopped at line 3. 1 act before it was done and stays." in said
    assert desk("find", "South", "--json") == 0


def test_a_history_names_people_and_not_their_ids(desk: Desk, capsys: pytest.CaptureFixture[str]):
    assert desk("do", "add_caregiver", '{"given_names": "Grace"}') == 0
    capsys.readouterr()
    assert desk("show", "engagement", "--json") == 0
    hers = next(told for told in map(json.loads, capsys.readouterr().out.splitlines()) if told["role"] == "caregiver")

    assert desk("history", hers["id"]) == 0
    told = capsys.readouterr().out
    assert "Person: Grace" in told
    assert hers["person"] not in told


def test_all_bundles_of_a_stick_are_looked_at_and_taken_in_together(desk: Desk, capsys: pytest.CaptureFixture[str]):
    for name in ("Grace", "Johanna"):
        assert desk("do", "add_caregiver", json.dumps({"given_names": name})) == 0
        assert desk("bundle", "--to", "Fhatuwani", "--out", ".") == 0
    capsys.readouterr()

    for given in (["--preview"], []):
        assert desk("open", ".", *given, "--json", book="fhatuwani") == 0
        said = capsys.readouterr()
        assert "2 bundles in .; " in said.err
        told = [json.loads(line) for line in said.out.splitlines()]
        assert [each["from"] for each in told] == ["Nomvula Shezi", "Nomvula Shezi"]
        assert sum(each["new"] for each in told) == told[0]["new"] + told[1]["new"] > 0
    assert desk("open", ".", "--json", book="fhatuwani") == 0
    assert all(json.loads(line)["repeated"] for line in capsys.readouterr().out.splitlines())


def test_codes_are_told_in_words_and_one_command_tells_them_all(desk: Desk, capsys: pytest.CaptureFixture[str]):
    assert desk("do", "add_caregiver", '{"given_names": "Grace"}', "--json") == 0
    her = json.loads(capsys.readouterr().out.splitlines()[-1])["record"]
    assert desk("do", "record_burden", json.dumps({"caregiver": her, "codes": ["W3"], "severity": 3}), "--json") == 0
    weighs = json.loads(capsys.readouterr().out)["record"]

    for given in (["show", "stressor"], ["history", weighs]):
        assert desk(*given) == 0
        told = capsys.readouterr().out
        assert "Long ways, travel" in told
        assert "Agrees to this record: yes" in told
        assert not any(words in told for words in ("W3", "True", "frozenset"))

    assert desk("why", "stressor.codes") == 0
    assert "  W3   Long ways, travel\n" in capsys.readouterr().out
    assert desk("do", "offer_support", json.dumps({"caregiver": her, "code": "F99"})) == 1
    assert "`why code` tells them all" in capsys.readouterr().err


def test_a_second_book_at_one_place_is_refused_before_anything_is_said_of_its_sheet(
    desk: Desk, capsys: pytest.CaptureFixture[str]
):
    capsys.readouterr()

    assert desk("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt") == 3

    assert "There is a book at this place already." in capsys.readouterr().err


WAITS = "import sys; from caregiver_desk.__main__ import main; sys.exit(main())"


@pytest.mark.usefixtures("desk")
def test_ctrl_c_ends_a_command_with_a_sentence_and_no_traceback(home: Path):
    os.mkfifo(home / "typed")
    given = ["--book", "nomvula", "--passphrase-file", "typed", "check"]
    command = [sys.executable, "-c", WAITS, *given]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True, cwd=home) as process:
        with (home / "typed").open("w"):  # it waits to read: the pipe could be opened
            process.send_signal(signal.SIGINT)
        said = process.communicate()

    assert (process.returncode, said) == (
        130,
        ("", "Stopped, as you wished. What was said to be done stays; nothing else was changed.\n"),
    )


def test_a_record_is_asked_for_by_the_name_of_whom_it_names(desk: Desk, capsys: pytest.CaptureFixture[str]):
    for name in ("Grace", "Johanna", "Johan"):
        assert desk("do", "add_caregiver", json.dumps({"given_names": name})) == 0
    capsys.readouterr()

    assert desk("show", "engagement", "--where", "person=Grace", "--json") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert desk("show", "engagement", "--where", "person=Joh") == 1
    assert "several are called so" in capsys.readouterr().err
    assert desk("show", "engagement", "--where", "person=Nobody") == 1
    assert "the id that `find` says" in capsys.readouterr().err


def test_an_act_takes_a_name_that_only_one_has_and_says_where_else_to_find_the_id(
    desk: Desk, capsys: pytest.CaptureFixture[str]
):
    for given, surname in (("Grace", "Modise"), ("Johan", "Baloyi"), ("Johan", "Khumalo")):
        assert desk("do", "add_caregiver", json.dumps({"given_names": given, "surname": surname})) == 0

    assert desk("do", "change_person", json.dumps({"id": "Grace", "fields": {"known_as": "Gogo"}})) == 0
    capsys.readouterr()
    assert desk("find", "Gogo") == 0
    assert "person       Gogo" in capsys.readouterr().out
    assert desk("do", "ask_how_she_is", json.dumps({"caregiver": "Johan"})) == 1
    assert "several are called so; write the id that `find` says" in capsys.readouterr().err
    assert desk("do", "share_out_anew", json.dumps({"moves": [{"household": "HH-001", "caregiver": "Johan"}]})) == 1
    assert "several are called so" in capsys.readouterr().err
    for nobody in ("Nobody", "G", "Gra"):  # what only begins like somebody is not acted upon
        assert desk("do", "change_person", json.dumps({"id": nobody, "fields": {"known_as": "Koko"}})) == 1
        assert "`find` with a name says the id" in capsys.readouterr().err


def test_somebody_is_meant_by_any_of_their_names_and_several_by_a_list_of_names(
    desk: Desk, capsys: pytest.CaptureFixture[str]
):
    for told in ({"given_names": "Sibongile", "surname": "Ndaba", "known_as": "Sibo"}, {"given_names": "Thandeka"}):
        assert desk("do", "add_caregiver", json.dumps(told)) == 0
    assert desk("do", "take_up_courses") == 0
    course = "Psychosocial support for community caregivers"

    assert desk("do", "ask_how_she_is", json.dumps({"caregiver": "Sibongile Ndaba", "day": "2026-03-02"})) == 0
    group = {"course": course, "name": "PSS", "since": "2026-03-02", "people": ["Sibo Ndaba", "Thandeka"]}
    assert desk("do", "record_cohort", json.dumps(group)) == 0
    meeting = {"circle": "PSS", "day": "2026-03-03", "came": ["Thandeka"]}
    capsys.readouterr()
    assert desk("do", "hold_session", json.dumps(meeting)) == 0
    assert "1 came" in capsys.readouterr().out


def test_who_lacks_a_course_is_not_told_of_a_course_that_nobody_knows(desk: Desk, capsys: pytest.CaptureFixture[str]):
    assert desk("do", "add_caregiver", '{"given_names": "Thandeka"}') == 0
    assert desk("do", "take_up_courses") == 0
    capsys.readouterr()

    assert desk("courses", "--missing", "nosuchthing") == 1
    told = capsys.readouterr()
    assert (told.out, "no course here is called so" in told.err) == ("", True)
    for words in ("caregiver-pss", "Psychosocial support for community caregivers"):
        assert desk("courses", "--missing", words) == 0
        assert "Thandeka" in capsys.readouterr().out


def test_two_versions_are_marked_and_a_history_says_what_a_line_is(
    desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]
):
    made = bundle(desk, home)
    assert desk("open", made, book="fhatuwani") == 0
    (home / made).unlink()
    capsys.readouterr()
    assert desk("find", "Grace", "--json") == 0
    grace = json.loads(capsys.readouterr().out)["id"]
    for book, word in (("nomvula", "Gracie"), ("fhatuwani", "Gogo")):
        change = {"id": grace, "fields": {"known_as": word}}
        assert desk("do", "change_person", json.dumps(change), book=book) == 0
    assert desk("bundle", "--to", "Fhatuwani", "--out", ".") == 0
    assert desk("open", next(home.glob("*.caredesk")).name, book="fhatuwani") == 0

    capsys.readouterr()
    assert desk("show", "person", grace, book="fhatuwani") == 0
    assert "(two versions)" in capsys.readouterr().out
    assert desk("settle", grace, "known_as", "Gracey", book="fhatuwani") == 0
    assert "another value than was written: Gracey" in capsys.readouterr().out
    assert desk("do", "undo", book="fhatuwani") == 0
    assert desk("settle", grace, "known_as", "Gracie", book="fhatuwani") == 0
    assert "another value" not in capsys.readouterr().out
    assert desk("do", "undo", book="fhatuwani") == 0
    capsys.readouterr()
    assert desk("history", grace, book="fhatuwani") == 0
    told = capsys.readouterr().out
    assert "(in place of several)" in told
    assert told.count("(an undo)") == 4


def test_why_says_what_a_figure_means(desk: Desk, capsys: pytest.CaptureFixture[str]):
    assert desk("why", "household.level") == 0
    assert "3 weekly" in capsys.readouterr().out
