"""Filled-in forms as folders and zips, as ODK Central and KoboToolbox write them out."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from filling import PHONES, ROUND, as_zip, bring, visits
from xlsxwriter import Workbook

from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.mark.parametrize("zipped", [False, True])
def test_a_folder_of_a_phone_is_read_and_what_is_encrypted_is_said(north: Book, tmp_path: Path, zipped: bool):
    collected = PHONES / "collect"

    outcome = bring(north, as_zip(collected, tmp_path / "collect.zip") if zipped else collected)

    assert visits(north) == ROUND
    (encrypted,) = outcome.facts["to_mend"]
    assert encrypted["file"].endswith("Round_2026-03-04_08-00-00/submission.xml")
    assert "this form is encrypted" in encrypted["why"]
    (first,) = (leaf for leaf in questions.listing(north, "visit") if leaf["minutes"] == 45)
    assert first["purposes"] == frozenset({"routine", "crisis"})


@pytest.mark.parametrize("zipped", [False, True])
def test_an_export_of_odk_central_is_read_with_its_repeats(north: Book, tmp_path: Path, zipped: bool):
    central = PHONES / "central"

    outcome = bring(north, as_zip(central, tmp_path / "round.zip") if zipped else central)

    assert visits(north) == ROUND
    assert outcome.facts["sheet"] == "household_round-homes"
    (orphan,) = outcome.facts["to_mend"]
    assert (orphan["line"], orphan["why"]) == (5, "the row that it belongs to is not in this file")
    (first,) = (leaf for leaf in questions.listing(north, "visit") if leaf["minutes"] == 45)
    assert first["purposes"] == frozenset({"routine", "crisis"})


def kobo(made: Path, *, labels: Mapping[str, str] | None = None, without: Sequence[str] = ()) -> Path:
    """The sheets of a Kobo export as the workbook that Kobo writes."""
    with Workbook(made) as workbook:
        for name in ("round", "homes"):
            rows = list(csv.reader(io.StringIO((PHONES / "kobo" / f"{name}.csv").read_text(encoding="utf-8"))))
            kept = [place for place, title in enumerate(rows[0]) if title not in without]
            page = workbook.add_worksheet(name)
            for line, row in enumerate(rows):
                page.write_row(line, 0, [(labels or {}).get(row[place], row[place]) for place in kept])
    return made


LABELS = {
    "about/worker": "Caregiver",
    "about/visit_date": "Day",
    "homes/hh_code": "Household",
    "homes/result": "What came of it",
    "homes/reason": "Purpose",
    "homes/reason/routine": "Purpose/Routine",
    "homes/reason/follow_up": "Purpose/Follow-up",
    "homes/reason/crisis": "Purpose/Crisis",
    "homes/time_spent": "Length",
    "nobody_home": "Nobody home",
    "done": "Done",
}
IN_ONE_COLUMN = ("homes/reason/routine", "homes/reason/follow_up", "homes/reason/crisis")


@pytest.mark.parametrize(
    ("labels", "without"),
    [({}, ()), ({}, ["homes/reason"]), ({}, IN_ONE_COLUMN), (LABELS, ()), (LABELS, ["homes/reason"])],
    ids=["codes, both", "codes, 0 and 1", "codes, one column", "labels, both", "labels, 0 and 1"],
)
def test_a_workbook_of_kobo_is_read_with_its_repeats_and_choices(
    north: Book, tmp_path: Path, labels: Mapping[str, str], without: Sequence[str]
):
    bring(north, kobo(tmp_path / "round.xlsx", labels=labels, without=without))

    assert visits(north) == ROUND
    purposes = {leaf["minutes"]: leaf["purposes"] or set() for leaf in questions.listing(north, "visit")}
    assert purposes == {45: {"routine", "crisis"}, None: set(), 30: {"follow-up"}}


def test_our_own_form_as_a_server_writes_it_needs_no_mapping(north: Book, tmp_path: Path):
    key = "uuid:7b0c"
    once = f"SubmissionDate,caregiver,day,meta-instanceID,KEY\n2026-03-02T15:01:22Z,Sibo,2026-03-02,{key},{key}\n"
    each = "household,outcome,minutes,purposes,children_seen,with_whom,safety_worry,PARENT_KEY,KEY\n"
    each += f"HH-001,phone_only,20,follow_up first_visit,,Rofhiwa,no,{key},{key}/visits[1]\n"
    export = tmp_path / "export"
    export.mkdir()
    for name, lines in (("caregiver_desk_visits", once), ("caregiver_desk_visits-visits", each)):
        (export / f"{name}.csv").write_text(lines, encoding="utf-8")

    outcome = bring(north, export)

    assert outcome.facts["left_out"] == []
    assert visits(north) == [("2026-03-02", "HH-001", "phone only", 20)]
    (visit,) = questions.listing(north, "visit")
    assert (visit["purposes"], visit["submission"]) == ({"follow-up", "first visit"}, "7b0c")


def test_the_same_round_from_a_phone_from_central_and_from_kobo_is_one_round(north: Book, tmp_path: Path):
    for path in (PHONES / "collect", PHONES / "central", kobo(tmp_path / "round.xlsx")):
        bring(north, path)

    assert visits(north) == ROUND


@pytest.mark.parametrize("place", ["collect", "central"])
def test_what_a_correction_corrects_is_found_in_what_a_server_tells(north: Book, place: str, tmp_path: Path):
    """The third visit comes in its first form, then what a phone or a server tells of its correction."""
    first = (PHONES / "collect" / "Round_2026-03-03_17-02-40" / "Round_2026-03-03_17-02-40.xml").read_text()
    told = "9b1de2f4-0a3c-4f8e-8a77-52f3d5c1e902", "5d44a9c0-7b7e-4e39-b1b5-0c9d3f2e8a10"
    before = first.replace(f"<orx:deprecatedID>uuid:{told[1]}</orx:deprecatedID>", "").replace(*told)
    (tmp_path / "first.xml").write_text(before.replace("<time_spent>30<", "<time_spent>25<"))
    bring(north, tmp_path / "first.xml")
    assert visits(north) == [("2026-03-03", "HH-003", "done", 25)]

    outcome = bring(north, PHONES / place)

    assert outcome.facts["corrected"] == 1
    assert visits(north) == ROUND
