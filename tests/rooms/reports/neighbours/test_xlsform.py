"""Our forms for phones: what they ask, that a tool we did not write converts them, and what they can never ask."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from caregiver_desk.acts.intake.phones import PhoneForm, phone_forms
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import KINDS
from caregiver_desk.reports.neighbours import xlsform

OURS = [form for form in phone_forms().values() if form.asks]
VISITS = phone_forms()["caregiver_desk_visits"]


def converted(form: PhoneForm, tmp_path: Path) -> ET.Element:
    """The XForm that pyxform makes of a form, which it finds nothing to say about."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(xlsform.workbook(form))
    made = convert(str(path))
    assert made.warnings == []
    return ET.fromstring(made.xform)  # noqa: S314 - written here


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.form)
def test_pyxform_converts_our_form_without_a_warning_and_finds_its_id_and_version(form: PhoneForm, tmp_path: Path):
    root = converted(form, tmp_path).find(".//{*}instance/{*}data")

    (settings,) = xlsform.sheets(form).settings
    assert root is not None
    assert (root.get("id"), root.get("version")) == (form.form, settings["version"])


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.form)
def test_every_question_has_its_label_and_why_it_is_asked_from_the_declaration(form: PhoneForm):
    fields = KINDS[form.holds].fields
    asked = {line["name"]: line for line in xlsform.sheets(form).survey if line.get("name") in fields}

    assert asked.keys() == {*form.asks, *form.each}
    assert {name: line["label"] for name, line in asked.items()} == {name: fields[name].label for name in asked}
    hints = {name: form.hints.get(name, fields[name].shown.why) for name in asked}
    assert {name: line["hint"] for name, line in asked.items()} == hints


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.form)
def test_every_code_of_a_field_can_be_chosen_and_none_holds_a_blank(form: PhoneForm):
    fields = KINDS[form.holds].fields
    choices = xlsform.sheets(form).choices
    for name in (*form.asks, *form.each):
        offered = [line["name"] for line in choices if line["list_name"] == name]
        assert offered == [xlsform.code_name(code) for code in fields[name].choices or ()]
    assert not any(" " in line["name"] for line in choices)


def test_length_is_bounded_and_asked_only_of_a_visit_that_came_about(tmp_path: Path):
    binds = {each.get("nodeset"): each for each in converted(VISITS, tmp_path).iterfind(".//{*}bind")}
    length = binds["/data/visits/minutes"]

    assert length.get("type") == "int"
    assert length.get("constraint") == ". >= 1 and . <= 600"
    assert "'done'" in str(length.get("relevant"))
    assert "'nobody_home'" not in str(length.get("relevant"))


def test_a_day_that_has_not_come_yet_is_not_taken(tmp_path: Path):
    (day,) = (each for each in converted(VISITS, tmp_path).iterfind(".//{*}bind") if each.get("nodeset") == "/data/day")

    assert (day.get("type"), day.get("required"), day.get("constraint")) == ("date", "true()", ". <= today()")


def test_a_new_question_makes_a_new_version_and_the_same_form_is_the_same_file():
    fewer = replace(VISITS, each=VISITS.each[:-1])

    assert xlsform.workbook(VISITS) == xlsform.workbook(VISITS)
    assert xlsform.sheets(VISITS).settings[0]["version"] != xlsform.sheets(fewer).settings[0]["version"]


CLOSED = [
    (form, field.name)
    for form in OURS
    for field in KINDS[form.holds].fields.values()
    if field.audience is not Audience.OPEN
]


@pytest.mark.parametrize(("form", "name"), CLOSED, ids=lambda part: getattr(part, "form", part))
def test_nothing_but_what_is_open_can_be_asked_whatever_the_data_say(form: PhoneForm, name: str):
    with pytest.raises(NotUnderstood, match=name):
        xlsform.sheets(replace(form, asks=[*form.asks, name]))


def test_words_that_begin_like_a_formula_stay_words(tmp_path: Path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(xlsform.workbook(replace(VISITS, title="=1+1", hints={"household": "=cmd|' /C calc'!A0"})))
    book = load_workbook(path)

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert {cell.value for cell in cells} == {"=1+1", "=cmd|' /C calc'!A0"}
    assert {cell.data_type for cell in cells} == {"s"}
