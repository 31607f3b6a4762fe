"""What was open when somebody went, on the command line: each line names the act that goes on with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots
from caregiver_desk.wording import full_day

Desk = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """`desk("show", "person")` on a supervisor's book: what it says, as facts."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(*given: str) -> list[dict[str, Any]]:
        capsys.readouterr()
        assert run(["--book", "nomvula", "--passphrase-file", "passphrase", "--json", *given], {}) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    carry_out("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt")
    return carry_out


def test_a_talk_and_a_wish_of_who_left_are_told_with_what_goes_on_with_them_and_then_nothing_waits(desk: Desk):
    (her,) = (each["record"] for each in desk("do", "add_caregiver", '{"given_names": "Grace"}'))
    ahead = (clock.today() + timedelta(4)).isoformat()
    desk("do", "plan_check_in", json.dumps({"caregiver": her, "day": ahead}))
    desk("do", "ask_organisation", json.dumps({"caregiver": her, "words": "Gloves, please.", "theme": "supplies"}))
    assert desk("to-place") == []

    desk("do", "caregiver_leaves", json.dumps({"caregiver": her}))

    waiting = {each["sort"]: each for each in desk("to-place")}
    talk, wish = waiting["check-in planned"], waiting["asked of the organisation"]
    assert (talk["what"], talk["do"]) == (full_day(clock.today() + timedelta(4)), "withdraw_check_in")
    assert {each["whose"] for each in waiting.values()} == {her}
    desk("do", talk["do"], json.dumps({"id": talk["id"]}))
    assert [each["sort"] for each in desk("to-place")] == ["asked of the organisation"]
    desk("do", wish["do"], json.dumps({"id": wish["id"]}))
    assert desk("to-place") == []
