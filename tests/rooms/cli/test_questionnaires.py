"""Questionnaires on the command line: licence and caution first, whom to ring before anything is saved."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import own_form
import pytest

from caregiver_desk.cli import questionnaires
from caregiver_desk.cli.commands import run
from caregiver_desk.errors import NoSuchRecord, NotAQuestionnaire, NotFilledIn, NotToBeAsked
from caregiver_desk.store import slots

Once = Callable[[Callable[[], object]], None]
TITLE = "The way to work"
SISTER = "Sister Dlamini"


def desk(*given: str) -> int:
    return run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], {})


def told(capsys: pytest.CaptureFixture[str], *given: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert desk(*given, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def form(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """A book with a caregiver, a clinic, and a form beside it."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def begin() -> None:
        desk("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt")
        desk("do", "add_caregiver", '{"given_names": "Sibongile", "surname": "Ndaba"}')
        desk("do", "record_service", '{"name": "Lesedi clinic", "sort": "clinic", "phone": "013 555 0101"}')

    once(begin)
    capsys.readouterr()
    return str(own_form.write(home / "form.xlsx"))


@pytest.fixture
def ready(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "questionnaire", "bring", form, "--trained", SISTER, "--first", "Lesedi clinic")


def test_one_is_brought_made_ready_listed_shown_and_stopped(form: str, capsys: pytest.CaptureFixture[str]):
    assert told(capsys, "questionnaire", "list") == []
    told(capsys, "questionnaire", "bring", form)
    (listed,) = told(capsys, "questionnaire", "list")
    assert (listed["title"], listed["version"], listed["licence"]) == (TITLE, "3", own_form.SETTINGS[1][5])
    assert "name who is trained" in listed["not_yet"]
    assert desk("questionnaire", "answer", TITLE, "--answers", '{"dark": "1"}') == NotToBeAsked.exit_status

    told(capsys, "questionnaire", "ready", TITLE, "--trained", SISTER, "--first", "Lesedi clinic")
    (listed,) = told(capsys, "questionnaire", "list")
    assert listed["not_yet"] == ""
    (shown,) = told(capsys, "questionnaire", "show", TITLE, "--language", "sesotho")
    assert shown["questions"][1]["choices"] == {"0": "le kgale", "1": "ka nako tse ding", "2": "hangata"}
    desk("questionnaire", "show", TITLE)
    out = capsys.readouterr().out
    assert out.index("Made by Lesedi Ridge") < out.index("How often did you walk home in the dark?")

    told(capsys, "questionnaire", "stop", TITLE)
    assert told(capsys, "questionnaire", "list") == []


def test_a_form_that_is_not_read_says_where_and_one_is_named(form: str, capsys: pytest.CaptureFixture[str]):
    own_form.write(Path(form), own_form.with_cell("survey", 4, "type", "geopoint"))

    assert desk("questionnaire", "bring", form) == NotAQuestionnaire.exit_status
    assert "row 4, column “type”" in capsys.readouterr().err
    assert desk("questionnaire", "show") == NotFilledIn.exit_status


@pytest.mark.usefixtures("ready")
def test_answers_are_given_at_once_with_licence_and_caution_said_and_whom_to_ring(capsys: pytest.CaptureFixture[str]):
    capsys.readouterr()
    answers = json.dumps({"dark": "2", "alone": "1", "hurt": "yes"})
    assert desk("questionnaire", "answer", TITLE, "--caregiver", "Sibongile", "--answers", answers, "--json") == 0
    said = capsys.readouterr()
    assert "Made by Lesedi Ridge for its own teams." in said.err
    assert "It cannot tell how somebody is." in said.err
    assert "First Lesedi clinic 013 555 0101" in said.err
    record = json.loads(said.out)["record"]

    desk("questionnaire", "read", record)
    out = capsys.readouterr().out
    for words in ("Sibongile Ndaba", "The road weighs. Speak of walking together. (sum 3)", "It cannot tell how"):
        assert words in " ".join(out.split())
    assert desk("questionnaire", "answer", TITLE) == NotFilledIn.exit_status  # nobody sits at a terminal here


@pytest.mark.usefixtures("ready")
def test_at_a_terminal_each_is_asked_in_turn_and_nothing_is_kept_without_a_yes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    prompts: list[str] = []

    def at_it(*lines: str) -> None:
        given = iter(lines)
        monkeypatch.setattr(questionnaires, "typed", lambda prompt: (prompts.append(prompt), next(given))[1])

    monkeypatch.setattr(questionnaires, "at_terminal", lambda: True)
    at_it("1", "", "yes", "", "9", "4", "", "", "no")
    assert desk("questionnaire", "answer", TITLE) == 0
    said = capsys.readouterr().err
    assert "A week has seven nights." in said
    assert said.index("013 555 0101") < said.index("Nothing was kept.")
    assert prompts[0] == "How often did you walk home in the dark? (0 never; 1 sometimes; 2 often): "
    assert told(capsys, "show", "own_answers") == []

    at_it("1", "", "no", "", "friend bus", "2026-03-02", "yes")
    assert desk("questionnaire", "answer", TITLE) == 0
    (kept,) = told(capsys, "show", "own_answers")
    assert json.loads(kept["answers"]) == {"dark": "1", "hurt": "no", "helped": "bus friend", "since": "2026-03-02"}


def test_whom_to_ring_is_said_at_once_also_where_an_earlier_answer_led_to_the_question(
    form: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    own_form.write(Path(form), own_form.with_cell("survey", 7, "relevant", "${dark} > 0"))
    told(capsys, "questionnaire", "bring", form, "--trained", SISTER, "--first", "Lesedi clinic")
    given = iter(["1", "", "yes", "", "", "", "no"])
    monkeypatch.setattr(questionnaires, "at_terminal", lambda: True)
    monkeypatch.setattr(questionnaires, "typed", lambda _: next(given))

    assert desk("questionnaire", "answer", TITLE) == 0

    said = capsys.readouterr().err
    assert said.count("First Lesedi clinic 013 555 0101") == 1
    assert said.index("013 555 0101") < said.index("Nothing was kept.")


@pytest.mark.usefixtures("form")
def test_what_is_no_answered_questionnaire_is_not_read_as_one(capsys: pytest.CaptureFixture[str]):
    person = told(capsys, "show", "person")[0]

    assert desk("questionnaire", "read", person["id"]) == NoSuchRecord.exit_status
