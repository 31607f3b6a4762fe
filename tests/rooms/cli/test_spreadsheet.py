"""`spreadsheet` on the command line: what goes is said, then written; a wrong wish ends in a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots

Once = Callable[[Callable[[], object]], None]
Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def told(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """`told("spreadsheet", …)`: the exit status, standard output and what was said beside it."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(*given: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], {})
        clock.trust()
        said = capsys.readouterr()
        return status, said.out, said.err

    def begin() -> None:
        carry_out("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt")
        carry_out("do", "add_caregiver", '{"given_names": "Sibongile"}')

    once(begin)
    return carry_out


def test_without_a_file_it_is_only_said_what_would_go(told: Told):
    status, out, err = told("spreadsheet", "engagement", "--period", "2026")

    assert (status, out) == (0, "Nothing was written: add --out FILE.\n")
    assert "2 engagements, 2026." in err
    assert "They tell of 2 people who work here and 0 households." in err


def test_a_program_reads_what_went(told: Told):
    status, out, _ = told("spreadsheet", "engagement", "person", "--with", "team", "--out", "p.zip", "--json")

    assert status == 0
    assert json.loads(out) == {
        "out": "p.zip", "records": {"engagement": 2, "person": 2}, "people": 2, "households": 0,
    }  # fmt: skip
    assert Path("p.zip").exists()


def test_options_of_text_are_heeded(told: Told):
    status, out, _ = told(
        "spreadsheet", "engagement", "--labels", "--hxl", "--bom", "--delimiter", "tab", "--out", "e.csv"
    )

    assert (status, out) == (0, "Written: e.csv\n")
    titles, tags, *_ = Path("e.csv").read_text("utf-8-sig").splitlines()
    assert titles.startswith("id\tperson\tteam\tTeam\tRole\tSince")
    assert tags.startswith("#meta+id\t#meta+id+person\t#meta+id+team\t\t#contact+role")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("stressor", "--out", "s.csv"), "Of stressors nothing goes into a file for other programs, whoever asks."),
        (("person", "--out", "p.csv"), "Ask for it by --with team."),
        (("engagement", "team", "--out", "p.csv"), "A CSV file holds one table, and you asked for 2."),
        (("engagement", "--out", "p.ods"), "does not say what to write"),
        (("engagement", "--purpose", "who stays", "--out", "p.csv"), "add --extract"),
        (("engagement", "--extract", "--with", "team", "--out", "p.csv"), "nothing but what is open"),
        (("engagement", "--extract", "--out", "p.csv"), "made only for a purpose."),
        (
            ("engagement", "--extract", "--purpose", "who stays and why", "--out", "p.csv"),
            "this one would tell of 2",
        ),
    ],
)
def test_a_wish_that_cannot_be_met_ends_in_a_sentence(told: Told, given: tuple[str, ...], sentence: str):
    status, out, err = told("spreadsheet", *given)

    assert (status, out) == (1, "")
    assert sentence in err
    assert "Nothing was written" in err
    assert not [each for each in Path().iterdir() if each.suffix in {".csv", ".ods"}]


def test_days_that_are_none_are_not_understood(told: Told, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        told("spreadsheet", "engagement", "--period", "soon")
    assert "names no days such as 2026-02" in capsys.readouterr().err
