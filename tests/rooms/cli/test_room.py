"""An exchange in one room from the command line: two programs, each on a book of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots
from caregiver_desk.sync import trust

Answers = list[dict[str, Any]]
HERS = ("--passphrase-file", "passphrase", "--json")
ALOUD = {"nomvula": "Nomvula Shezi", "fhatuwani": "Fhatuwani Mudau"}


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answers]:
    """`desk("nomvula", "show", "site")`: a supervisor and her coordinator, who have paired."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    Path("passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(book: str, *given: str, status: int = 0) -> Answers:
        capsys.readouterr()
        assert run(["--book", book, *HERS, *given], {}) == status
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    answers = ("--organisation", "Lesedi Care", "--officer", "Ms Mudau", "--purposes", "to support families")
    carry_out("nomvula", "new", "--name", ALOUD["nomvula"], "--team", "North")
    carry_out("fhatuwani", "new", "--name", ALOUD["fhatuwani"], "--role", "coordinator", *answers)
    for book, other in (("nomvula", "fhatuwani"), ("fhatuwani", "nomvula")):
        carry_out(other, "card", "--out", f"{other}.card")
        words = " ".join(trust.read_card(Path(f"{other}.card").read_bytes())[1])
        carry_out(book, "pair", f"{other}.card", "--words", words)
    return carry_out


@contextmanager
def waiting(book: str, *given: str) -> Iterator[tuple[dict[str, Any], subprocess.Popen[str]]]:
    """Another program that waits, what it says first, and the rest of what it will say."""
    command = [sys.executable, "-m", "caregiver_desk", "--book", book, *HERS, "exchange", *given]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        try:
            assert program.stdout
            yield json.loads(program.stdout.readline()), program
        finally:
            program.kill()


def test_one_waits_the_other_goes_and_both_books_have_all(desk: Callable[..., Answers]):
    (team,) = desk("nomvula", "show", "team")
    desk("nomvula", "do", "record_household", json.dumps({"team": team["id"], "code": "HH-031"}))
    with waiting("nomvula", "--with", "Fhatuwani", "--on", "127.0.0.1", "--apply") as (shown, program):
        at = ("--at", shown["addresses"][0], "--number", shown["number"])
        came = desk("fhatuwani", "exchange", "--with", "Nomvula", *at, "--apply")
        rest = [json.loads(line) for line in program.communicate()[0].splitlines()]

    assert (came[0]["from"], came[-1]["receipt"]) == ("Nomvula Shezi", True)
    assert (rest[0]["from"], rest[-1]["receipt"]) == ("Fhatuwani Mudau", True)
    assert program.returncode == 0
    assert [each["code"] for each in desk("fhatuwani", "show", "household")] == ["HH-031"]
    for book, other in (("nomvula", "Fhatuwani"), ("fhatuwani", "Nomvula")):
        assert desk(book, "bundle", "--to", other, "--preview")[0]["lines"] == 0


def test_where_nobody_can_be_asked_it_is_only_shown_unless_apply_is_said(desk: Callable[..., Answers]):
    (team,) = desk("nomvula", "show", "team")
    desk("nomvula", "do", "record_household", json.dumps({"team": team["id"], "code": "HH-031"}))
    with waiting("nomvula", "--with", "Fhatuwani", "--on", "127.0.0.1", "--apply") as (shown, program):
        at = ("--at", shown["addresses"][0], "--number", shown["number"])
        came = desk("fhatuwani", "exchange", "--with", "Nomvula", *at)
        rest = [json.loads(line) for line in program.communicate()[0].splitlines()]

    assert came[0]["from"] == "Nomvula Shezi"
    assert rest[-1] == {"receipt": False}
    assert desk("fhatuwani", "show", "household") == []


def test_whoever_names_an_address_names_the_number_too(desk: Callable[..., Answers]):
    assert desk("fhatuwani", "exchange", "--with", "Nomvula", "--at", "127.0.0.1", status=1) == []


@pytest.mark.parametrize("address", ["8.8.8.8", "example.org"])
def test_out_of_the_room_nobody_is_reached(address: str, desk: Callable[..., Answers]):
    assert desk("fhatuwani", "exchange", "--with", "Nomvula", "--at", address, "--number", "123456", status=1) == []
