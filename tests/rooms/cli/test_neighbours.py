"""Files for neighbours on the command line: said, then written, and refused in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from caregiver_desk.cli.commands import run
from caregiver_desk.errors import FileInTheWay, MappingFaults
from caregiver_desk.store import slots
from caregiver_desk.trainer.calendar import standing_on

MONDAY = date(2026, 3, 2)


def desk(*given: str) -> int:
    return run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], {})


def told(capsys: pytest.CaptureFixture[str], *given: str) -> dict[str, Any]:
    capsys.readouterr()
    assert desk(*given, "--json") == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def march(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """A book in which somebody was heard, and is to be heard again."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")
    with standing_on(MONDAY):
        desk("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt")
        added = told(capsys, "do", "add_caregiver", '{"given_names": "Sibongile", "surname": "Ndaba"}')
        for act, day in (("hold_check_in", "2026-03-02"), ("plan_check_in", "2026-03-16")):
            told(capsys, "do", act, json.dumps({"caregiver": added["record"], "day": day}))
        yield


@pytest.mark.usefixtures("march")
def test_a_calendar_is_said_written_and_not_written_over(capsys: pytest.CaptureFixture[str]):
    assert told(capsys, "calendar") == {"out": "", "meetings": 2, "to_do": 0, "over": 0, "people": 1}
    assert told(capsys, "calendar", "--from", "2026-03-10", "--out", "a.ics")["meetings"] == 1
    (event,) = Calendar.from_ical(Path("a.ics").read_bytes()).events
    assert event["SUMMARY"] == "Check-in · SN"

    assert desk("calendar", "--names", "--out", "a.ics") == FileInTheWay.exit_status
    assert "a.ics" in capsys.readouterr().err


@pytest.mark.usefixtures("march")
def test_health_records_are_said_and_written(capsys: pytest.CaptureFixture[str]):
    assert desk("fhir", "--period", "2026-03") == 0
    assert "2 check-ins" in capsys.readouterr().out
    assert told(capsys, "fhir", "--period", "2026-03", "--out", "a.json")["talks"] == 2
    assert json.loads(Path("a.json").read_bytes())["type"] == "collection"


@pytest.mark.usefixtures("march")
def test_a_mapping_is_written_filled_in_and_judged(capsys: pytest.CaptureFixture[str]):
    told(capsys, "dhis2", "--new-map", "map.toml")
    assert desk("dhis2", "--map", "map.toml", "--period", "2026-03", "--out", "a.json") == MappingFaults.exit_status
    said = capsys.readouterr().err
    assert "has no uid" in said
    assert "Nothing was written" in said
    assert not Path("a.json").exists()


@pytest.mark.usefixtures("march")
def test_figures_that_nobody_may_be_told_are_not_written(capsys: pytest.CaptureFixture[str]):
    mapping = 'dataSet = { uid = "dataSetUid1" }\n[orgUnits]\nsite = { uid = "siteSiteUi1" }\n'
    row = '[[values]]\nindicator = "I01"\ndataElement = { uid = "talksTalks1" }\n'
    Path("map.toml").write_text(mapping + row)
    assert desk("dhis2", "--map", "map.toml", "--period", "2026Q1", "--out", "a.json") != 0
    assert "I01: fewer than 5 people stand behind it" in capsys.readouterr().err
    assert not Path("a.json").exists()


@pytest.mark.usefixtures("march")
def test_homes_and_visits_are_written_by_a_mapping(capsys: pytest.CaptureFixture[str]):
    tables = "[[tracker.attributes]]\nfield = 'code'\nattribute = 'codeCodeCo1'\n"
    tables += "[[tracker.dataValues]]\nfield = 'outcome'\ndataElement = 'outcomeOut1'\n"
    tracker = "[tracker]\nprogram = 'programPro1'\nprogramStage = 'stageStage1'\ntrackedEntityType = 'homesHomes1'\n"
    Path("map.toml").write_text(f'[orgUnits]\nsite = {{ uid = "siteSiteUi1" }}\n{tracker}{tables}')
    found = told(capsys, "dhis2", "--map", "map.toml", "--period", "2026-03", "--tracker", "--out", "a.json")
    assert (found["homes"], found["visits"]) == (0, 0)


def test_what_is_no_period_is_refused_by_its_words(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        run(["dhis2", "--period", "march"], {})
    assert "“march” is no period" in capsys.readouterr().err
