"""What an act asks for is said before it is done, and what it lacked afterwards, by the names that are written."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots

KEY = ("--book", "nomvula", "--passphrase-file", "passphrase")
Says = Callable[..., str]


@pytest.fixture
def says(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Says:
    """Carries out a command in a supervisor's book and tells what it said, wherever it said it."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")
    assert run([*KEY, "new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt"], {}) == 0

    def say(*given: str, status: int = 0) -> str:
        capsys.readouterr()
        assert run([*KEY, *given], {}) == status
        told = capsys.readouterr()
        return told.out + told.err

    return say


def test_help_after_the_name_of_an_act_says_what_that_act_asks_for(says: Says):
    told = says("do", "note_worry", "--help")

    assert told.startswith("note_worry: ")
    assert "  caregiver: " in told
    assert "  goal: What they want to learn, words" in says("do", "set_goal", "--help")
    assert "  team: team, by name or id (needed)" in says("do", "step_in", "--help")
    assert "(needed)" in told
    assert "Raises" not in told
    assert "--batch" in says("do", "--help")
    assert json.loads(says("do", "step_in", "--help", "--json"))["schema"]["required"] == ["team", "person", "until"]


def test_what_is_still_needed_is_said_in_words_and_by_the_names_that_are_written(says: Says):
    said = says("do", "set_goal", json.dumps({"area": "knowledge"}), status=1)

    assert "Still needed: For whom, What they want to learn" in said
    assert "(write caregiver, goal" in said


def test_a_growth_of_somebody_tells_what_is_planned_and_every_goal_that_goes_on(says: Says):
    says("do", "add_caregiver", json.dumps({"given_names": "Lindiwe"}))
    today = clock.today()
    item = {"caregiver": "Lindiwe", "what": "days along with Thandeka", "sort": "observation"}
    says("do", "plan_development", json.dumps({**item, "since": str(today + timedelta(3))}))
    says("do", "plan_development", json.dumps({**item, "what": "a course", "since": str(today), "state": "done"}))
    goal = {"caregiver": "Lindiwe", "goal": "I read the booklet alone", "area": "knowledge", "day": str(today)}
    says("do", "set_goal", json.dumps(goal))

    told = says("growth", "Lindiwe")
    assert "Planned: days along with Thandeka, from " in told
    assert "a course" not in told
    assert "I read the booklet alone" in told


def test_a_box_is_named_by_its_team_while_only_one_stands_there(says: Says):
    words = {"sort": "how it is here", "word": "seven red hens"}
    says("do", "set_up_box", json.dumps(words))
    sheet = {"box": "north", "answers": {"say": "much"}}
    assert "It is in the box." in says("do", "put_in_box", json.dumps(sheet))

    says("do", "set_up_box", json.dumps({**words, "sort": "support we get"}))
    said = says("do", "put_in_box", json.dumps(sheet), status=1)
    assert "more than one stands for this team" in said
    assert "(support we get)" in said
