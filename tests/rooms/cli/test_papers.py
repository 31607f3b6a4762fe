"""`report`: any paper by its name, on the screen or in a folder, with no screen and nobody's name in that of a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caregiver_desk import clock, wording
from caregiver_desk.__main__ import WITH_QT
from caregiver_desk.cli.commands import run
from caregiver_desk.reports.papers import PAPERS
from caregiver_desk.store import slots
from caregiver_desk.wording import full_day

KEY = ("--book", "nomvula", "--passphrase-file", "passphrase")


def desk(capsys: pytest.CaptureFixture[str], *given: str, ends: int = 0) -> str:
    """What it answers; what it complains of, where it fails."""
    capsys.readouterr()
    assert run([*KEY, *given], WITH_QT) == ends
    told = capsys.readouterr()
    return told.out if not ends else told.err


@pytest.fixture
def lindiwe(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """A caregiver with a talk, in a book of her supervisor."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")
    (home / "out").mkdir()
    desk(capsys, "new", "--name", "Nomvula Shezi", "--team", "North", "--site", "Blouvlei", "--sheet", "sheet.txt")
    added = desk(capsys, "do", "add_caregiver", json.dumps({"given_names": "Lindiwe", "surname": "Zungu"}), "--json")
    her = str(json.loads(added)["record"])
    talk = {"caregiver": her, "day": clock.today().isoformat(), "words": {"how_are_you": "better since Friday"}}
    desk(capsys, "do", "hold_check_in", json.dumps(talk))
    return her


@pytest.mark.parametrize(
    "asked", [("week",), ("week", "Lindiwe"), ("households", "Lindiwe"), ("observation",), ("numbers",), ("consent",)]
)
def test_a_paper_is_put_into_a_folder_as_a_pdf_or_as_text(
    lindiwe: str, home: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...]
):
    pdf = json.loads(desk(capsys, "report", *asked, "--out", "out", "--json"))["file"]
    text = json.loads(desk(capsys, "report", *asked, "--format", "txt", "--out", "out", "--json"))["file"]

    assert Path(pdf).read_bytes().startswith(b"%PDF-")
    assert Path(text).read_text().rstrip().endswith(f"Blouvlei · {full_day(clock.today())}")
    assert len(list((home / "out").iterdir())) == 2
    assert not any(lindiwe in each or "lindiwe" in each.casefold() for each in (pdf, text))


def test_the_last_talk_with_somebody_is_meant_by_their_name_and_the_access_log_says_that_it_left(
    lindiwe: str, capsys: pytest.CaptureFixture[str]
):
    assert "better since Friday" in desk(capsys, "report", "check-in", "Lindiwe Zungu")
    desk(capsys, "report", "check-in", lindiwe, "--out", "out")

    assert "to a file  Lindiwe Zungu" in desk(capsys, "access")


def test_without_a_name_it_is_the_report_of_figures_as_before(lindiwe: str, capsys: pytest.CaptureFixture[str]):
    assert lindiwe
    assert desk(capsys, "report", "--period", "2026-01") == desk(capsys, "report", "figures", "--period", "2026-01")


def test_a_paper_that_there_is_not_is_refused_with_the_names_of_those_that_there_are(
    lindiwe: str, home: Path, capsys: pytest.CaptureFixture[str]
):
    assert lindiwe
    said = desk(capsys, "report", "letter", "--out", "out", ends=1)

    assert all(name in said for name in PAPERS)
    assert list((home / "out").iterdir()) == []


@pytest.mark.parametrize("asked", [("learning",), ("learning", "Thandi"), ("check-in", "nobody"), ("concern", "7")])
def test_of_whom_nothing_is_known_there_is_no_paper(
    lindiwe: str, home: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...]
):
    assert lindiwe
    desk(capsys, "report", *asked, "--out", "out", ends=1)

    assert list((home / "out").iterdir()) == []


def catalogue(folder: Path, tag: str, said: dict[str, str], reviewed: str = "") -> None:
    """The file of words of a language, as whoever translates writes it."""
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Reviewed-By: {reviewed}\\n"\n'
    words = [f'msgid "{english}"\nmsgstr "{theirs}"\n' for english, theirs in said.items()]
    (folder / "wording").mkdir(parents=True)
    (folder / "wording" / f"{tag}.po").write_text("\n".join([head, *words]))


def test_a_notice_is_in_the_language_that_is_asked_for_and_the_rest_of_the_answer_is_not(
    lindiwe: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    assert lindiwe
    catalogue(tmp_path, "ve", {"What is kept about you": "Zwo vhulungwaho nga haṋu"})
    desk(capsys, "report", "notice", "Lindiwe", "--language", "Tshivenḓa")
    monkeypatch.setattr(wording, "SHIPPED", tmp_path / "wording")

    assert "Zwo vhulungwaho nga haṋu" in desk(capsys, "report", "notice", "Lindiwe", "--language", "Tshivenḓa")
    assert "What is kept about you" in desk(capsys, "report", "notice", "Lindiwe")
    assert wording.say("What is kept about you") == "What is kept about you"


@pytest.mark.parametrize("paper", [name for name, each in PAPERS.items() if each.of])
@pytest.mark.parametrize("whom", ["Lindiwe", "no-such-words"])
def test_whoever_or_whatever_is_named_a_paper_comes_or_a_sentence_that_says_what_is_lacking(
    lindiwe: str, capsys: pytest.CaptureFixture[str], paper: str, whom: str
):
    assert lindiwe
    ends = run([*KEY, "report", paper, whom], WITH_QT)

    told = capsys.readouterr()
    assert ends in {0, 1, 2}
    assert "Something went wrong" not in told.err
    assert told.out or told.err


@pytest.mark.parametrize(("reviewed", "doubted"), [("", True), ("Ms Livhuwani Netshiozwi", False)])
def test_a_paper_says_that_nobody_who_speaks_its_language_has_read_it_until_somebody_did(
    lindiwe: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    reviewed: str,
    doubted: bool,
):
    assert lindiwe
    catalogue(tmp_path, "ve", {"What is kept about you": "Zwo vhulungwaho nga haṋu"}, reviewed)
    monkeypatch.setattr(wording, "SHIPPED", tmp_path / "wording")

    assert ("has checked these words" in desk(capsys, "report", "notice", "--language", "ve")) is doubted


def test_of_a_language_without_words_it_is_said_that_the_paper_is_in_english(
    lindiwe: str, capsys: pytest.CaptureFixture[str]
):
    assert lindiwe
    run([*KEY, "report", "notice", "--language", "ss"], WITH_QT)

    told = capsys.readouterr()
    assert "There are no words in “ss” yet" in told.err
    assert "What is kept about you" in told.out
