"""The learning record on the command line: said in words, or put into a folder as a paper and as text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caregiver_desk.__main__ import WITH_QT
from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots

KEY = ("--book", "nomvula", "--passphrase-file", "passphrase")


def desk(capsys: pytest.CaptureFixture[str], *given: str) -> str:
    capsys.readouterr()
    assert run([*KEY, *given], WITH_QT) == 0
    return capsys.readouterr().out


@pytest.fixture
def lindiwe(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """A caregiver with one training, in a book of her supervisor."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")
    desk(capsys, "new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt")
    added = desk(capsys, "do", "add_caregiver", json.dumps({"given_names": "Lindiwe", "surname": "Zungu"}), "--json")
    her = str(json.loads(added)["record"])
    training = {"person": her, "title": "Thogomelo", "since": "2026-02-02"}
    desk(capsys, "do", "record_training", json.dumps(training))
    return her


def test_a_learning_record_is_put_into_a_folder_as_a_paper_and_as_the_words_that_are_said(
    lindiwe: str, home: Path, capsys: pytest.CaptureFixture[str]
):
    (home / "out").mkdir()
    said = json.loads(desk(capsys, "learning", lindiwe, "--json"))["text"]
    assert "Thogomelo" in said
    assert "Lindiwe Zungu" in said

    put = json.loads(desk(capsys, "learning", lindiwe, "--out", "out", "--json"))

    paper, text = Path(put["paper"]), Path(put["text"])
    assert {each.name for each in (home / "out").iterdir()} == {paper.name, text.name}
    assert paper.suffix == ".pdf"
    assert paper.read_bytes().startswith(b"%PDF-")
    assert text.read_text().strip() == said.strip()
    assert not [each for each in (paper.name, text.name) if "lindiwe" in each.lower() or "zungu" in each.lower()]


def test_that_it_was_put_on_paper_stands_in_the_access_log(
    lindiwe: str, home: Path, capsys: pytest.CaptureFixture[str]
):
    (home / "out").mkdir()

    said = desk(capsys, "learning", lindiwe, "--out", "out")

    assert "They are not encrypted." in said
    assert "to a file  Lindiwe Zungu" in desk(capsys, "access")
