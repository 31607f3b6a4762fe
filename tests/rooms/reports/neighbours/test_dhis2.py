"""Files for DHIS2: as it publishes them, by a mapping that is judged whole, and without what may not be told."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from districts import districts
from documented import UID, check_tracker, check_value_set, faults_of
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.insight.figures import told as figures_told
from caregiver_desk.acts.insight.own import known
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import FileInTheWay, MappingFaults, NothingToTell, OtherEnding, OtherPeriod
from caregiver_desk.practice.spans import Span
from caregiver_desk.reports.neighbours.dhis2 import new_map
from caregiver_desk.reports.neighbours.dhis2.file import write_homes, write_values
from caregiver_desk.reports.neighbours.dhis2.judging import Judge
from caregiver_desk.reports.neighbours.dhis2.lines import Fault, read
from caregiver_desk.reports.neighbours.dhis2.mapping import mapped
from caregiver_desk.reports.neighbours.dhis2.periods import Period, period
from caregiver_desk.reports.neighbours.dhis2.tracker import Followed
from caregiver_desk.reports.neighbours.identity import uid_of
from caregiver_desk.store import looks, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.calendar import standing_on

MONDAY, APRIL = date(2026, 3, 2), date(2026, 4, 3)
MARCH, QUARTER = period("2026-03"), period("2026Q1")
VALUES = """
ids = "{ids}"
dataSet = {{ code = "CCG", uid = "dataSetUid1" }}
[orgUnits]
site = {{ code = "SITE", uid = "siteSiteUi1" }}
"North" = {{ code = "NORTH", uid = "northNorth1" }}
[[values]]
indicator = "I01"
part = "of"
dataElement = {{ code = "TALKS", uid = "talksTalks1" }}
[[values]]
indicator = "I01"
part = "per"
dataElement = {{ code = "DUE", uid = "dueDueDueD1" }}
categoryOptionCombo = {{ code = "ALL", uid = "comboCombo1" }}
[[values]]
indicator = "I22"
dataElement = {{ code = "REF", uid = "refRefRefR1" }}
"""
TRACKER = (Path(__file__).parents[3] / "samples" / "dhis2-homes.toml").read_text(encoding="utf-8")
UNITS = {"Hills": "hillsHills1", "Coast": "coastCoast1"}
Wrote = Callable[[str], Path]


@pytest.fixture
def mapping(tmp_path: Path) -> Wrote:
    def write(text: str) -> Path:
        (tmp_path / "map.toml").write_text(text, encoding="utf-8")
        return tmp_path / "map.toml"

    return write


@pytest.fixture
def heard(make_book: Callable[..., Book]) -> Book:
    """Seven caregivers of one team who were all heard in March."""
    book = make_book()
    with standing_on(MONDAY):
        for number in range(7):
            her = ACTS["add_caregiver"](book, given_names=f"Name{number}", since="2025-01-05").record
            ACTS["hold_check_in"](book, caregiver=her, day="2026-03-02")
    return book


@pytest.fixture
def north(heard: Book) -> Book:
    ACTS["change_team"](heard, id=own_team(heard), fields={"name": "North"})
    return heard


def values_of(book: Book, mapping: Path, out: Path, days: Period = QUARTER) -> Any:
    with standing_on(APRIL):
        return write_values(book, mapped(book, mapping, known(book)), days, known(book), out)


def faults(book: Book, path: Path, *, tracker: bool = False) -> list[str]:
    with pytest.raises(MappingFaults) as caught:
        mapped(book, path, known(book), tracker=tracker)
    return str(caught.value).split("\n")[1:]


# --- periods


@pytest.mark.parametrize(
    ("written", "code", "sort", "first", "last"),
    [
        ("2026-02", "202602", "Monthly", "2026-02-01", "2026-02-28"),
        ("202602", "202602", "Monthly", "2026-02-01", "2026-02-28"),
        ("2026-Q1", "2026Q1", "Quarterly", "2026-01-01", "2026-03-31"),
        ("2026q4", "2026Q4", "Quarterly", "2026-10-01", "2026-12-31"),
        ("2026-W07", "2026W7", "Weekly", "2026-02-09", "2026-02-15"),
        ("2026W53", "2026W53", "Weekly", "2026-12-28", "2027-01-03"),
        ("2026", "2026", "Yearly", "2026-01-01", "2026-12-31"),
        ("2026S2", "2026S2", "SixMonthly", "2026-07-01", "2026-12-31"),
        ("2026AprilS1", "2026AprilS1", "SixMonthlyApril", "2026-04-01", "2026-09-30"),
        ("2026AprilS2", "2026AprilS2", "SixMonthlyApril", "2026-10-01", "2027-03-31"),
        ("2026April", "2026April", "FinancialApril", "2026-04-01", "2027-03-31"),
        ("2026-02-14", "20260214", "Daily", "2026-02-14", "2026-02-14"),
        ("202602B", "202602B", "BiMonthly", "2026-03-01", "2026-04-30"),
    ],
)
def test_a_period_has_the_name_that_it_has_there(written: str, code: str, sort: str, first: str, last: str):
    told = period(written)
    assert (told.code, told.sort) == (code, sort)
    assert [day.isoformat() for day in told.days] == [first, last]


@pytest.mark.parametrize("written", ["2026-13", "2026W54", "2026Q5", "march", "2026-02-30", "", "2025W53"])
def test_what_names_no_period_is_none(written: str):
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever sort
        period(written)


# --- figures


def test_figures_go_as_text_under_the_names_that_they_have_there(north: Book, mapping: Wrote, tmp_path: Path):
    values_of(north, mapping(VALUES.format(ids="code")), tmp_path / "a.json")

    told = json.loads((tmp_path / "a.json").read_bytes())
    check_value_set(told)
    assert (told["idScheme"], told["dataSet"]) == ("CODE", "CCG")
    cells = {(each["dataElement"], each["orgUnit"], each["value"]) for each in told["dataValues"]}
    assert {(element, unit) for element, unit, _ in cells} == {("TALKS", "SITE"), ("DUE", "SITE")}
    assert {each["period"] for each in told["dataValues"]} == {"2026Q1"}


def test_what_is_made_up_says_so_in_every_cell(north: Book, mapping: Wrote, tmp_path: Path):
    values_of(north, mapping(VALUES.format(ids="uid")), tmp_path / "a.json")

    told = json.loads((tmp_path / "a.json").read_bytes())["dataValues"]
    assert {each["comment"] for each in told} == {"Made up, for training only"}


def test_they_go_by_uid_where_that_is_asked_for(north: Book, mapping: Wrote, tmp_path: Path):
    values_of(north, mapping(VALUES.format(ids="uid")), tmp_path / "a.json")

    told = json.loads((tmp_path / "a.json").read_bytes())
    check_value_set(told)
    assert {each["orgUnit"] for each in told["dataValues"]} == {"siteSiteUi1"}


def test_a_table_says_the_same_as_the_object(north: Book, mapping: Wrote, tmp_path: Path):
    path = mapping(VALUES.format(ids="uid"))
    values_of(north, path, tmp_path / "a.json")
    values_of(north, path, tmp_path / "b.csv")

    told = json.loads((tmp_path / "a.json").read_bytes())["dataValues"]
    raw = (tmp_path / "b.csv").read_bytes().decode()
    rows = list(csv.DictReader(raw.splitlines()))
    assert [(row["dataelement"], row["period"], row["orgunit"], row["value"]) for row in rows] == [
        (each["dataElement"], each["period"], each["orgUnit"], each["value"]) for each in told
    ]
    assert all(line.startswith('"') and line.endswith('"') for line in raw.splitlines())


def test_figures_of_an_area_go_under_its_own_unit_and_what_is_left_out_names_the_area(
    make_book: Callable[..., Book], mapping: Wrote, tmp_path: Path
):
    book = make_book("Fhatuwani Netsianda", "coordinator")
    units = "".join(f'"{name}" = {{ uid = "{uid}" }}\n' for name, uid in UNITS.items())
    asked = VALUES.format(ids="uid").replace('"North" = { code = "NORTH", uid = "northNorth1" }\n', units)
    path = mapping(asked.replace('"I01"', '"I18"'))
    with standing_on(APRIL):
        there = districts(book)
        there.place("Hollow", there.coast)
        there.place("Dam", there.hills)
        chosen = write_values(book, mapped(book, path, known(book)), MARCH, known(book), tmp_path / "out.json")
        told = json.loads((tmp_path / "out.json").read_text())["dataValues"]

    visits = {each["orgUnit"]: each["value"] for each in told if each["dataElement"] == "talksTalks1"}
    assert visits == {"siteSiteUi1": "13", "hillsHills1": "8", "coastCoast1": "5"}
    assert {each.area for each in chosen.left_out} == {"", "Hills", "Coast"}


def test_what_may_not_be_told_is_left_out_and_named_with_its_reason(north: Book, mapping: Wrote, tmp_path: Path):
    found = values_of(north, mapping(VALUES.format(ids="uid")), tmp_path / "a.json")

    assert {each.code for each in found.left_out} == {"I22"}
    beside = (tmp_path / "a.json.txt").read_text()
    assert "(I22): " in beside
    assert "not zero" in beside
    assert "dryRun=true" in beside


def test_of_a_team_of_four_nothing_goes(book: Book, mapping: Wrote, tmp_path: Path):
    with standing_on(MONDAY):
        for number in range(4):
            her = ACTS["add_caregiver"](book, given_names=f"Name{number}", since="2025-01-05").record
            ACTS["hold_check_in"](book, caregiver=her, day="2026-03-02")
    text = VALUES.format(ids="uid").replace('"North" = { code = "NORTH", uid = "northNorth1" }\n', "")
    text = text.replace('part = "per"', 'part = "of"')

    with pytest.raises(NothingToTell):
        values_of(book, mapping(text), tmp_path / "a.json")
    assert [each.name for each in tmp_path.iterdir() if each.suffix in {".json", ".txt"}] == []


def test_who_has_a_coordinator_leaves_it_to_them(pair: tuple[Book, Book], mapping: Wrote, tmp_path: Path):
    nomvula, _ = pair
    text = VALUES.format(ids="uid").replace('"North" = { code = "NORTH", uid = "northNorth1" }\n', "")
    with pytest.raises(NothingToTell, match="by your coordinator"):
        values_of(nomvula, mapping(text), tmp_path / "a.json")


def test_a_figure_of_other_days_does_not_stand_under_these(north: Book, mapping: Wrote, tmp_path: Path):
    """One that is told of quarters only is of the last quarter that was over, and a month is asked for."""
    with pytest.raises(NothingToTell, match="I01: told for longer days only"):
        values_of(north, mapping(VALUES.format(ids="uid")), tmp_path / "a.json", MARCH)


def test_every_number_is_the_figure_that_may_be_told(north: Book, mapping: Wrote, tmp_path: Path):
    values_of(north, mapping(VALUES.format(ids="code")), tmp_path / "a.json")
    with standing_on(APRIL):
        (site,) = figures_told(north, {"I01": known(north)["I01"]}, Span(*QUARTER.days))[:1]

    told = json.loads((tmp_path / "a.json").read_bytes())["dataValues"]
    whole = {each["dataElement"]: each["value"] for each in told if each["orgUnit"] == "SITE"}
    assert whole == {"TALKS": str(site.of), "DUE": str(site.per)}


def test_a_period_of_another_sort_than_the_data_set_wants_is_refused(north: Book, mapping: Wrote, tmp_path: Path):
    path = mapping('periodType = "Monthly"\n' + VALUES.format(ids="uid"))
    with pytest.raises(OtherPeriod, match=r"Monthly.*2026Q1.*Quarterly"):
        values_of(north, path, tmp_path / "a.json")


def test_nothing_is_written_over_and_a_file_has_to_say_what_it_is(north: Book, mapping: Wrote, tmp_path: Path):
    path = mapping(VALUES.format(ids="uid"))
    (tmp_path / "a.json.txt").write_text("mine")
    with pytest.raises(FileInTheWay):
        values_of(north, path, tmp_path / "a.json")
    assert not (tmp_path / "a.json").exists()
    with pytest.raises(OtherEnding, match=r"\.json, \.csv"):
        values_of(north, path, tmp_path / "a.xml")


# --- the mapping


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"I22"', '"I99"', "Line 17: there is no figure “I99”"),
        ('uid = "refRefRefR1"', 'uid = "refRefRef"', "Line 18: I22: “refRefRef” is no UID"),
        ('"North" =', '"Nord" =', "Line 6: there is no team or area “Nord” here; there are: North"),
        ('uid = "talksTalks1"', 'uid = ""', "Line 10: I01: “dataElement” has no uid"),
        ('ids = "uid"', 'ids = "name"', "Line 2: “name” is none of these: uid, code"),
        ('part = "of"', 'part = "all"', "Line 9: I01: “all” is none of these: of, per"),
        ('part = "of"', 'part = "of"\nsplit = "a"\nparts = 3', "Line 11: I01: “parts” says nothing here"),
        ('uid = "northNorth1"', 'uid = "siteSiteUi1"', "Line 4: “siteSiteUi1” stands for two places"),
        ("site =", "sight =", "Line 4: “site” is missing"),
        (
            'uid = "refRefRefR1"',
            'uid = "talksTalks1"',
            "Line 18: I22: one more number is given with this data",
        ),
        ('"I22"', '"I22"\npart = "per"\nsplit = 3', "Line 19: I22: “split” has to be words"),
        ('indicator = "I22"', 'indicator = "I02"\nsplit = "a"', "Line 18: I02: told as a whole only"),
        ('dataSet = { code = "CCG", uid = "dataSetUid1" }', "dataSet = 3", "Line 3: “dataSet” has to be { code"),
        ("[[values]]\nindicator", "[[values]\nindicator", "Line 7: this cannot be read as TOML"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_said_by_its_line(
    north: Book, mapping: Wrote, before: str, after: str, said: str
):
    text = VALUES.format(ids="uid")
    assert before in text
    assert any(each.startswith(said) for each in faults(north, mapping(text.replace(before, after, 1))))


def test_all_that_is_wrong_is_said_at_once(north: Book, mapping: Wrote):
    text = VALUES.format(ids="uid").replace('"I22"', '"I99"').replace('"North" =', '"Nord" =')
    assert [each.split(":")[0] for each in faults(north, mapping(text))] == ["Line 6", "Line 17"]


def test_a_number_alone_has_no_whole(north: Book, mapping: Wrote):
    alone = next(code for code, each in known(north).items() if each.per is None)
    text = VALUES.format(ids="uid").replace('"I22"', f'"{alone}"\npart = "per"')
    assert f"Line 18: {alone}: a number alone, of nothing" in faults(north, mapping(text))


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_sentence(raw: bytes):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "map.toml"
        path.write_bytes(raw)
        found = read(path)
    assert isinstance(found, Fault) or Judge(found, {}).many("values") is not None


def test_a_new_mapping_names_what_there_is_and_says_what_it_lacks(north: Book, tmp_path: Path):
    new_map.write(north, known(north), tmp_path / "new.toml")

    told = faults(north, tmp_path / "new.toml")
    assert told
    assert {each.split(" has ")[-1] for each in told} == {"no uid"}
    assert 'indicator = "I01"' in (tmp_path / "new.toml").read_text()
    assert '"North" = ' in (tmp_path / "new.toml").read_text()


def test_a_new_mapping_that_was_filled_in_is_sound(north: Book, tmp_path: Path):
    new_map.write(north, known(north), tmp_path / "new.toml")
    fresh = (uid_of(str(number)) for number in range(10_000))
    text = (tmp_path / "new.toml").read_text()
    while 'uid = ""' in text:
        text = text.replace('uid = ""', f'uid = "{next(fresh)}"', 1)
    (tmp_path / "new.toml").write_text(text)

    found = mapped(north, tmp_path / "new.toml", known(north))

    assert {row.indicator for row in found.rows} == {
        code for code, each in known(north).items() if each.leaves.value != "not"
    }


# --- homes and visits


def followed(book: Book, path: Path) -> Followed:
    return Followed(book, MARCH.days, mapped(book, path, {}, tracker=True))


def homes_of(book: Book, mapping: Path, out: Path) -> dict[str, list[dict[str, Any]]]:
    with standing_on(APRIL):
        write_homes(followed(book, mapping), MARCH, out)
    return json.loads(out.read_bytes())


def test_homes_and_visits_fit_the_documented_rules(march: Book, mapping: Wrote, tmp_path: Path):
    told = homes_of(march, mapping(TRACKER), tmp_path / "a.json")

    check_tracker(told)
    assert [len(told[each]) for each in ("trackedEntities", "enrollments", "events")] == [2, 2, 3]


@pytest.mark.parametrize(
    ("name", "told", "fault"),
    [
        ("dataValueSet", {"dataValues": []}, "non-empty"),
        (
            "dataValueSet",
            {"dataValues": [{"dataElement": "A", "period": "2026-02", "orgUnit": "B", "value": "1"}]},
            "match",
        ),
        (
            "dataValueSet",
            {"dataValues": [{"dataElement": "A", "period": "202602", "orgUnit": "B", "value": 1}]},
            "string",
        ),
        ("tracker", {"trackedEntities": [{"trackedEntity": "1", "orgUnit": "B"}]}, "match"),
        ("tracker", {"entities": []}, "unexpected"),
    ],
)
def test_what_dhis2_would_refuse_or_pass_over_is_seen(name: str, told: object, fault: str):
    """The check itself: a file that is wrong in one place does not pass it."""
    assert any(fault in each for each in faults_of(name, told))


def test_the_same_home_and_visit_have_the_same_names_in_every_file(march: Book, mapping: Wrote, tmp_path: Path):
    path = mapping(TRACKER)
    assert homes_of(march, path, tmp_path / "a.json") == homes_of(march, path, tmp_path / "b.json")


def test_every_mapped_field_is_told_each_time(march: Book, mapping: Wrote, tmp_path: Path):
    told = homes_of(march, mapping(TRACKER), tmp_path / "a.json")

    assert [{each["attribute"]: each["value"] for each in one["attributes"]} for one in told["trackedEntities"]] == [
        {"codeCodeCo1": "H-011", "levelLevel1": None},
        {"codeCodeCo1": "H-012", "levelLevel1": None},
    ]
    values = [{each["dataElement"]: each["value"] for each in one["dataValues"]} for one in told["events"]]
    assert {"outcomeOut1": "2", "minutesMin1": None} in values
    assert {"outcomeOut1": "done", "minutesMin1": "40"} in values


def test_a_home_that_said_no_and_words_stay_here(march: Book, mapping: Wrote, tmp_path: Path):
    homes_of(march, mapping(TRACKER), tmp_path / "a.json")

    raw = (tmp_path / "a.json").read_text() + (tmp_path / "a.json.txt").read_text()
    assert not [word for word in ("H-013", "roof", "Sibongile", "Thohoyandou") if word in raw]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('field = "minutes"', 'field = "note"', "Line 18: “note” may not go there"),
        ('field = "minutes"', 'field = "caregiver"', "Line 18: “caregiver” may not go there"),
        ('"nobody home"', '"nobody"', "Line 16: outcome is never “nobody”"),
        ('"stageStage1"', '"stage"', "Line 5: “stage” is no UID"),
        ('program = "programPro1"\n', "", "Line 3: “program” is missing"),
        ("tracker.attributes", "tracker.others", "Line 3: “others” says nothing here"),
    ],
)
def test_what_is_wrong_with_a_mapping_of_homes_is_said_by_its_line(
    march: Book, mapping: Wrote, before: str, after: str, said: str
):
    found = faults(march, mapping(TRACKER.replace(before, after)), tracker=True)
    assert any(each.startswith(said) for each in found), found


@given(st.text(), st.text())
def test_names_are_uids_and_follow_from_what_they_name(record: str, role: str):
    assert UID.fullmatch(uid_of(record, role))
    assert uid_of(record, role) == uid_of(record, role)


def test_ten_thousand_records_have_ten_thousand_names():
    assert len({uid_of(str(number)) for number in range(10_000)}) == 10_000


def test_whose_visits_were_told_is_in_the_access_log(march: Book, mapping: Wrote, tmp_path: Path):
    homes_of(march, mapping(TRACKER), tmp_path / "a.json")

    (her,) = {str(each["caregiver"]) for each in questions.listing(march, "visit")}
    assert What.EXPORTED in {each.what for each in looks.looks_at(march, her)}


def days_of(first: date, many: int) -> Iterator[date]:
    return (first + timedelta(number) for number in range(many))


def test_every_day_of_three_years_lies_in_the_week_month_and_quarter_that_are_named_after_it():
    for day in days_of(date(2025, 1, 1), 3 * 365):
        year, week, _ = day.isocalendar()
        for written in (f"{year}W{week}", f"{day:%Y%m}", f"{day.year}Q{(day.month + 2) // 3}"):
            first, last = period(written).days
            assert first <= day <= last
