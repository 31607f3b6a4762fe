"""Files for neighbours at the desk: what goes is said first, and a mapping is judged where it is chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from driver import Desk, Programme
from icalendar import Calendar

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.sheets.sharing import neighbours, writing
from caregiver_desk.errors import DiskFull
from caregiver_desk.wording import month_and_year

HOMES = (Path(__file__).parents[1] / "samples" / "dhis2-homes.toml").read_text(encoding="utf-8")


@pytest.fixture
def heard(desk: Desk, programme: Programme, tmp_path: Path) -> Desk:
    """Somebody was visited and heard today."""
    today = clock.today().isoformat()
    ACTS["record_visit"](desk.book, household=programme.household, caregiver=programme.caregiver, day=today)
    ACTS["hold_check_in"](desk.book, caregiver=programme.caregiver, day=today)
    desk.answers.folder = tmp_path / "out"
    desk.answers.folder.mkdir()
    return desk


def only_file(desk: Desk, suffix: str) -> Path:
    (path,) = [each for each in desk.answers.folder.iterdir() if each.suffix == suffix]
    return path


def test_a_calendar_is_written_after_it_was_said_what_goes(heard: Desk):
    told = heard.open("sharing").press("Choose one").message()
    assert "1 meeting, 0 things to do, and 0 that are over or called off; about 1 worker." in told
    assert "Initials" in told
    assert list(heard.answers.folder.iterdir()) == [], "nothing before it was seen"
    heard.press("Choose where it goes")

    path = only_file(heard, ".ics")
    assert heard.status() == f"Saved as {path.name}. It is not encrypted."
    (event,) = Calendar.from_ical(path.read_bytes()).events
    assert "Sibongile" not in event["SUMMARY"]


def test_names_stand_in_it_only_where_they_are_asked_for_and_it_is_said_what_that_means(heard: Desk):
    told = heard.do_from_palette("neighbours").press("Names of workers").message()
    assert "Whoever gets the file knows who they are." in told
    assert "Initials" not in told
    heard.press("Choose where it goes")

    (event,) = Calendar.from_ical(only_file(heard, ".ics").read_bytes()).events
    assert "Sibongile" in event["SUMMARY"]


def test_health_records_tell_of_the_days_that_were_chosen(heard: Desk):
    heard.do_from_palette("neighbours")
    told = heard.press("Health records (FHIR)").press(month_and_year(clock.today())).message()
    assert "1 visit to 1 home, 1 check-in" in told
    heard.press("Choose where it goes")

    assert json.loads(only_file(heard, ".json").read_bytes())["resourceType"] == "Bundle"


def test_days_of_which_nothing_is_known_are_not_written(heard: Desk):
    heard.do_from_palette("neighbours")
    heard.press("Health records (FHIR)").press(str(clock.today().year - 1))
    assert "0 visits to 0 homes" in heard.message()
    heard.press("Choose where it goes")
    assert list(heard.answers.folder.iterdir()) == []


def test_homes_go_by_a_mapping_and_what_is_wrong_with_it_is_said_by_its_line(heard: Desk, tmp_path: Path):
    heard.answers.file = tmp_path / "map.toml"
    heard.answers.file.write_text(HOMES.replace("outcomeOut1", "outcome"))
    heard.do_from_palette("neighbours")
    assert (
        "Choose a mapping first"
        in heard.press("Homes and visits for DHIS2").press(month_and_year(clock.today())).message()
    )
    assert "Line 15: “outcome” is no UID" in heard.press("Choose the mapping").message()

    heard.answers.file.write_text(HOMES)
    assert "1 home, 1 visit." in heard.press("Choose the mapping").message()
    heard.press("Choose where it goes")

    assert [len(each) for each in json.loads(only_file(heard, ".json").read_bytes()).values()] == [1, 1, 1]
    assert "Dry run" in only_file(heard, ".txt").read_text()


def test_a_new_mapping_is_saved_to_be_filled_in(heard: Desk):
    heard.do_from_palette("neighbours")
    heard.press("Figures for DHIS2").press("A new one to fill in")

    assert "Fill it in" in heard.status()
    assert "[[values]]" in only_file(heard, ".toml").read_text()


def test_trouble_is_said_on_the_sheet_and_can_be_tried_again(heard: Desk, monkeypatch: pytest.MonkeyPatch):
    heard.do_from_palette("neighbours")

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(neighbours, "write", full)
        heard.press("Choose where it goes")
    assert str(DiskFull()) in heard.message()

    heard.press("Choose where it goes")
    assert only_file(heard, ".ics").exists()


def test_who_stops_it_is_told_so_and_nothing_is_there(heard: Desk, monkeypatch: pytest.MonkeyPatch):
    heard.do_from_palette("neighbours")
    heard.press("Health records (FHIR)").press(month_and_year(clock.today()))
    sheet = heard.window.findChild(neighbours.NeighboursSheet)
    assert sheet is not None
    heeds = writing.Listening.__call__

    def stop_first(self: writing.Listening, more: int) -> None:
        sheet.reject()
        heeds(self, more)

    monkeypatch.setattr(writing.Listening, "__call__", stop_first)
    heard.press("Choose where it goes")

    assert "Stopped. Nothing was written." in heard.message()
    assert list(heard.answers.folder.iterdir()) == []
