"""What people may ask of a book, on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk.__main__ import WITH_QT
from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots

Desk = Callable[..., int]
Once = Callable[[Callable[[], object]], None]
Answers = Callable[[], list[dict[str, object]]]


@pytest.fixture
def desk(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """`desk("show", "person")` on a book that is there already."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(*given: str) -> int:
        return run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], WITH_QT)

    once(lambda: carry_out("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt"))
    return carry_out


@pytest.fixture
def answers(capsys: pytest.CaptureFixture[str]) -> Answers:
    return lambda: [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]


@pytest.fixture
def caregiver(desk: Desk, answers: Answers) -> str:
    answers()
    desk("do", "add_caregiver", '{"given_names": "Sibongile", "surname": "Ndaba"}', "--json")
    (told,) = answers()
    return str(told["record"])


def test_what_was_read_on_the_command_line_stands_in_the_log(desk: Desk, answers: Answers, caregiver: str):
    desk("show", "person", caregiver)
    desk("history", caregiver)
    desk("show", "engagement")
    desk("state")
    answers()

    assert desk("access", "--json") == 0
    told = [each for each in answers() if each["what"] not in {"unlocked", "locked"}]
    assert [(each["what"], each["about"]) for each in told[:2]] == [("opened", caregiver), ("history", caregiver)]
    assert ("listed", caregiver) in [(each["what"], each["about"]) for each in told]
    assert (told[-1]["what"], told[-1]["many"] > 3) == ("exported", True)


def test_of_one_person_it_says_only_what_is_about_her(
    desk: Desk, answers: Answers, capsys: pytest.CaptureFixture[str], caregiver: str
):
    desk("show", "person", caregiver)
    answers()

    desk("access", "--about", caregiver)
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("A record was opened  Sibongile Ndaba")


def test_a_wrong_passphrase_is_told_the_next_time(desk: Desk, answers: Answers, home: Path):
    (home / "other").write_text("quite another one altogether\n")
    assert desk("check", "--passphrase-file", "other") == 4
    answers()

    desk("access", "--json")
    assert [each["many"] for each in answers() if each["what"] == "wrong passphrase"] == [1]


def test_there_is_no_act_that_touches_the_log(desk: Desk, answers: Answers):
    answers()
    desk("do", "--list", "--json")

    assert [act for act in answers() if {"access", "log"} & {*str(act["act"]).split("_")}] == []


def test_a_pack_is_written_with_no_screen_at_all(desk: Desk, answers: Answers, home: Path, caregiver: str):
    (home / "out").mkdir()
    answers()
    command = [sys.executable, "-m", "caregiver_desk", "--book", "nomvula", "--passphrase-file", "passphrase"]
    without = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [*command, "pack", "Sibongile", "--out", "out", "--json"], capture_output=True, env=without, check=True
    )

    told = json.loads(done.stdout)
    assert Path(told["paper"]).read_bytes().startswith(b"%PDF")
    assert json.loads(Path(told["data"]).read_bytes())["name"] == "Sibongile Ndaba"
    desk("access", "--about", caregiver, "--json")
    assert [each["what"] for each in answers()] == ["exported"]


@pytest.mark.usefixtures("desk")
def test_a_pack_of_nobody_or_into_no_folder_is_refused(home: Path):
    command = [sys.executable, "-m", "caregiver_desk", "--book", "nomvula", "--passphrase-file", "passphrase", "pack"]
    for given, word in ((["Nobody", "--out", "."], "no person"), (["Nomvula", "--out", "nowhere"], "no such folder")):
        done = subprocess.run([*command, *given], capture_output=True, text=True, check=False, cwd=home)
        assert done.returncode in {1, 3}
        assert word in done.stderr


def test_a_lost_laptop_is_told_in_words_and_for_programs(
    desk: Desk, answers: Answers, capsys: pytest.CaptureFixture[str], caregiver: str
):
    assert caregiver
    capsys.readouterr()
    assert desk("lost", "me") == 0
    assert "Sibongile Ndaba" in capsys.readouterr().out

    assert desk("lost", "me", "--json") == 0
    (told,) = answers()
    assert (told["own"], told["locked_out"]) == (True, False)


def test_a_paper_of_a_lost_laptop_has_a_text_beside_it(home: Path, caregiver: str):
    assert caregiver
    (home / "out").mkdir()
    command = [sys.executable, "-m", "caregiver_desk", "--book", "nomvula", "--passphrase-file", "passphrase"]
    done = subprocess.run([*command, "lost", "me", "--out", "out", "--json"], capture_output=True, check=True)

    told = json.loads(done.stdout)
    assert Path(told["paper"]).read_bytes().startswith(b"%PDF")
    assert "Sibongile Ndaba" in Path(told["text"]).read_text()


def test_how_long_is_only_suggested_until_a_coordinator_confirms_it(
    desk: Desk, answers: Answers, capsys: pytest.CaptureFixture[str]
):
    answers()
    assert desk("retention", "--times") == 0
    told = capsys.readouterr()
    assert "Visits  36 months after somebody left  suggested, not yet confirmed by your organisation" in told.out
    assert "do confirm_times" in told.err
    assert desk("do", "confirm_times", '{"times": [{"kind": "visit"}]}') != 0


def test_sums_are_told_by_team_and_month(
    desk: Desk, answers: Answers, caregiver: str, capsys: pytest.CaptureFixture[str]
):
    assert desk("retention", "--counts") == 0
    assert "There is nothing to count in this book." in capsys.readouterr().err
    desk("do", "hold_check_in", f'{{"caregiver": "{caregiver}", "day": "2026-03-03"}}')
    answers()

    desk("retention", "--counts", "--json")
    (told,) = answers()
    assert (told["what"], told["period"], told["here"], told["removed"]) == ("check_in", "2026-03", 1, 0)


def test_what_a_site_says_for_itself_is_listed_with_what_is_shipped_and_its_source(
    desk: Desk, answers: Answers, capsys: pytest.CaptureFixture[str]
):
    desk("do", "set_norm", '{"name": "talk", "value": 21, "reason": "The funder asks."}')
    desk("do", "close_site", '{"since": "2026-12-14", "until": "2027-01-04", "why": "Year’s end"}')
    desk("do", "name_policy", '{"name": "Ours", "version": "3", "since": "2026-01-05"}')
    desk("do", "set_words", '{"catalogue": "stressors", "words": {"W3": "The long road"}}')
    answers()

    assert desk("customs") == 0
    told = capsys.readouterr().out
    assert "talk: There is a check-in at least every 21 days  ours; shipped: 30  The funder asks." in told
    assert "agreement: A new pair agrees on supervision within 14 days  own proposal" in told
    assert "Closed from 14 Dec 2026, open again on 4 Jan 2027.  Year’s end" in told
    assert "In force: Ours, version 3" in told
    assert "W3: The long road (shipped: Long ways, travel)" in told

    desk("customs", "--ours", "--json")
    assert [each.get("number") for each in answers()] == ["talk", None, None, None]


def test_what_weighed_is_shown_and_its_past_told_in_the_words_it_was_written_in(
    desk: Desk, answers: Answers, capsys: pytest.CaptureFixture[str]
):
    desk("do", "add_caregiver", '{"given_names": "Sibongile"}', "--json")
    her = answers()[-1]["record"]
    burden = json.dumps({"caregiver": her, "codes": ["W3"], "severity": 2})
    for _ in "before", "after":
        desk("do", "record_burden", burden, "--json")
        record = answers()[-1]["record"]
        desk("do", "set_words", '{"catalogue": "stressors", "words": {"W3": "The long road"}}')
    capsys.readouterr()

    desk("show", "stressor")
    told = capsys.readouterr().out
    assert (told.count("Long ways, travel"), told.count("The long road")) == (1, 1)
    desk("history", str(record))
    assert "with The long road" in capsys.readouterr().out
