"""What happened in some days as FHIR: valid to a reader that is not ours, whole in itself, and silent on the rest."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from caregiver_desk.practice.spans import span
from caregiver_desk.records.record import Kind
from caregiver_desk.reports.neighbours.fhir import bundle as bundles
from caregiver_desk.reports.neighbours.fhir.bundle import Extract, look_over, write
from caregiver_desk.store import pages
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.calendar import standing_on

FRIDAY = date(2026, 3, 20)
MARCH = span("2026-03")
SAMPLE = Path(__file__).parents[3] / "samples" / "march.fhir.json"
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Resource = dict[str, Any]


def told(book: Book, path: Path, *, names: bool = False) -> Resource:
    with standing_on(FRIDAY):
        write(Extract(book, MARCH, names), path / "march.json")
    return json.loads((path / "march.json").read_bytes())


def of_sort(bundle: Resource, sort: str) -> list[Resource]:
    return [each["resource"] for each in bundle["entry"] if each["resource"]["resourceType"] == sort]


def references(value: Any) -> Iterator[str]:
    """Whatever is referred to, however deep."""
    if isinstance(value, dict):
        yield from ([value["reference"]] if isinstance(value.get("reference"), str) else [])
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from references(each)


def test_an_independent_reader_finds_every_resource_valid(march: Book, tmp_path: Path):
    read = Bundle.model_validate(told(march, tmp_path, names=True))

    assert read.type == "collection"
    sorts = {each.resource.get_resource_type() for each in read.entry}
    assert sorts == {
        "Organization", "Practitioner", "PractitionerRole", "Group", "Location", "HealthcareService", "Consent",
        "Encounter", "QuestionnaireResponse", "Appointment", "Task",
    }  # fmt: skip


def test_whatever_is_referred_to_is_in_the_file_once(march: Book, tmp_path: Path):
    bundle = told(march, tmp_path)

    here = [each["fullUrl"] for each in bundle["entry"]]
    assert len(set(here)) == len(here)
    assert set(references(bundle)) <= set(here)
    assert all(each["fullUrl"] == f"urn:uuid:{each['resource']['id']}" for each in bundle["entry"])


def test_a_visit_is_an_encounter_of_a_household_in_which_a_caregiver_takes_part(march: Book, tmp_path: Path):
    bundle = told(march, tmp_path)

    visits = of_sort(bundle, "Encounter")
    assert sorted(each["status"] for each in visits) == ["cancelled", "finished", "finished"]
    assert {each["class"]["code"] for each in visits} == {"HH"}
    assert {each["subject"]["type"] for each in visits} == {"Group"}
    assert {part["individual"]["type"] for each in visits for part in each["participant"]} == {"Practitioner"}
    assert {each["length"]["value"] for each in visits if "length" in each} == {40}


def test_a_talk_is_no_encounter_and_says_nothing_of_what_was_said(march: Book, tmp_path: Path):
    bundle = told(march, tmp_path)

    (held,) = of_sort(bundle, "QuestionnaireResponse")
    assert (held["subject"]["type"], held["author"]["type"]) == ("Practitioner", "Practitioner")
    assert held["subject"] != held["author"]
    assert {item["linkId"] for item in held["item"]} == {"minutes", "next"}
    (planned,) = of_sort(bundle, "Appointment")
    assert (planned["status"], planned["requestedPeriod"]) == (
        "proposed",
        [{"start": "2026-03-16", "end": "2026-03-16"}],
    )
    assert not [each for each in of_sort(bundle, "Encounter") if each["subject"]["type"] != "Group"]


def test_promises_and_referrals_are_tasks_with_an_owner(march: Book, tmp_path: Path):
    tasks = {each["code"]["text"]: each for each in of_sort(told(march, tmp_path), "Task")}

    assert (tasks["promise"]["status"], tasks["promise"]["owner"]["type"]) == ("accepted", "Practitioner")
    assert tasks["promise"]["restriction"] == {"period": {"end": "2026-03-09"}}
    assert (tasks["referral"]["status"], tasks["referral"]["owner"]["type"]) == ("requested", "HealthcareService")
    assert {each["intent"] for each in tasks.values()} == {"order"}


def test_a_home_that_took_its_word_back_is_left_out_whole(march: Book, tmp_path: Path):
    bundle = told(march, tmp_path)

    assert {each["name"] for each in of_sort(bundle, "Group")} == {"H-011", "H-012"}
    assert [each["status"] for each in of_sort(bundle, "Consent")] == ["active"]


def test_nobody_is_named_unless_it_is_asked_for_and_no_place_phone_or_word_is_in_it(march: Book, tmp_path: Path):
    plain = json.dumps(told(march, tmp_path))
    (tmp_path / "march.json").unlink()
    named = json.dumps(told(march, tmp_path, names=True))

    for bundle in (plain, named):
        assert not [word for word in ("0142", "Thohoyandou", "tired", "boots", "roof") if word in bundle]
    assert "Ndaba" not in plain
    assert "Ndaba" in named


def test_the_same_record_has_the_same_name_in_every_file_and_none_of_ours(march: Book, tmp_path: Path):
    first = told(march, tmp_path)
    raw = (tmp_path / "march.json").read_text()
    (tmp_path / "march.json").unlink()

    assert told(march, tmp_path)["entry"] == first["entry"]
    assert march.person not in raw


def test_what_is_made_up_says_so(march: Book, tmp_path: Path):
    assert told(march, tmp_path)["meta"]["tag"][0]["code"] == "HTEST"


def test_one_page_is_written_before_the_next_is_read(march: Book, monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []
    page = pages._page

    def noted(book: Book, kind: Kind, *rest: Any) -> Any:
        read.append(kind.name)
        return page(book, kind, *rest)

    extract = Extract(march, MARCH)
    assert extract.known
    monkeypatch.setattr(pages, "AT_ONCE", 1)
    monkeypatch.setattr(pages, "_page", noted)
    pieces = bundles.bundle(extract, Counter())
    next(piece for piece in pieces if b"Encounter" in piece)
    assert read.count("visit") == 1
    assert "check_in" not in read


def test_what_goes_is_counted_before_it_is_written(march: Book, tmp_path: Path):
    with standing_on(FRIDAY):
        extract = Extract(march, MARCH)
        assert look_over(extract) == write(extract, tmp_path / "a.json")


def test_the_file_is_as_the_sample_but_for_names_that_are_drawn_anew(march: Book, tmp_path: Path):
    bundle = told(march, tmp_path)
    del bundle["timestamp"]
    bundle["entry"].sort(key=lambda each: UUID.sub("", json.dumps(each)))

    assert renamed(json.dumps(bundle, indent=1, ensure_ascii=False)) == SAMPLE.read_text().rstrip("\n")


def renamed(text: str) -> str:
    """Every name replaced by a number, in the order in which they stand."""
    names = {name: f"name-{number}" for number, name in enumerate(dict.fromkeys(UUID.findall(text)), 1)}
    return UUID.sub(lambda found: names[found[0]], text)
