"""A page to read, from the command line: as shipped without a book, in the words of its site with one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.cli.commands import run
from caregiver_desk.practice.aids import code_of
from caregiver_desk.store import slots

LINE = "Go, or phone, within a day. A short call is better than a long plan."
ANSWERS = ("--organisation", "Lesedi Care", "--officer", "Ms Mudau", "--purposes", "to support families")


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(*given: str) -> int:
        return run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], {})

    assert carry_out("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt", *ANSWERS) == 0
    return carry_out


def test_it_is_shipped_without_a_book_ours_with_one_and_as_it_stood_on_a_day(
    desk: Callable[..., int], capsys: pytest.CaptureFixture[str]
):
    words = {"catalogue": "job aids", "words": {code_of("grief", LINE): "We go on the day itself."}}
    assert desk("do", "set_words", json.dumps(words)) == 0

    def told(*given: str, by: Callable[..., int] = desk) -> str:
        capsys.readouterr()
        assert by(*given) == 0
        return " ".join(capsys.readouterr().out.split())

    assert "We go on the day itself." not in told("aid", "grief", by=lambda *given: run([*given], {}))
    assert "We go on the day itself." in told("aid", "grief")
    assert "We go on the day itself." in told("aid", "grief", "--on", str(clock.today()))
    before = told("aid", "grief", "--on", "2020-01-01")
    assert "We go on the day itself." not in before
    assert "Go, or phone, within a day." in before
