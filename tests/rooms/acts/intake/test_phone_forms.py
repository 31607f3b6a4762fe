"""Visits filled in on phones: read, read again, corrected, on one laptop and on two."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filling import FIRST, MONDAY, SECOND, Filled, bring, reasons, visits

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.intake.forms import FORMS
from caregiver_desk.acts.intake.phones import PhoneForm, phone_forms
from caregiver_desk.records.journal import Audience
from caregiver_desk.reports.neighbours import xlsform
from caregiver_desk.store import agreement, questions
from caregiver_desk.store.book import Book

Sheet = Callable[..., Path]
Send = Callable[..., Any]


def test_what_was_filled_in_on_a_phone_is_what_the_book_says(north: Book, filled: Filled):
    form, path = filled({**FIRST, "children_seen": "no", "with_whom": "Rofhiwa"}, SECOND)

    outcome = bring(north, path)

    assert outcome.sentence == "2 visits brought in."
    assert visits(north) == [
        (MONDAY, "HH-001", "done", 45),
        (MONDAY, "HH-002", "asked to come another day", None),
    ]
    first, second = sorted(questions.listing(north, "visit"), key=lambda leaf: leaf["outcome"], reverse=True)
    assert first["purposes"] == frozenset({"routine", "first visit"})
    assert (first["children_seen"], first["safety_worry"], second["safety_worry"]) == (False, None, True)
    assert questions.names_of(north, [first["with_whom"]]) == {first["with_whom"]: "Rofhiwa Munyai"}
    assert {leaf["submission"] for leaf in (first, second)} == {form.removeprefix("uuid:")}
    assert {leaf["source"] for leaf in (first, second)} == {"imported"}


@pytest.mark.parametrize("form", phone_forms().values(), ids=lambda form: form.form)
def test_every_question_of_a_form_of_ours_has_a_place_where_it_is_read(form: PhoneForm):
    assert {*form.asks, *form.each} <= set(form.wishes.columns.values()) <= set(FORMS[form.holds].targets)


def test_the_record_of_a_form_is_the_same_wherever_it_is_read_and_tells_no_day():
    scope = clock.new_scope("a key")
    one = clock.submitted("5d44", scope, "a home")

    assert one == clock.submitted("5d44", scope, "a home")
    assert clock.born_in(one, scope)
    assert clock.made_on(one) is None
    assert len({one, clock.submitted("5d45", scope, "a home"), clock.submitted("5d44", scope, "another")}) == 3


def test_a_form_with_one_visit_only_is_read_as_one_with_many(north: Book, filled: Filled):
    bring(north, filled(FIRST)[1])

    assert visits(north) == [(MONDAY, "HH-001", "done", 45)]


def test_a_form_filled_in_from_lists_names_homes_and_people_by_their_ids(north: Book, filled: Filled):
    lists = xlsform.lists_of(north, frozenset({Audience.TEAM}))
    ids = {words: record for each in lists.values() for record, words in each}

    bring(north, filled({**FIRST, "household": ids["HH-003"]}, caregiver=ids["Rofhiwa Munyai"])[1])

    assert sorted(ids) == ["HH-001", "HH-002", "HH-003", "Rofhiwa Munyai", "Sibo Ndaba"]
    assert visits(north) == [(MONDAY, "HH-003", "done", 45)]


def test_a_form_read_again_changes_nothing_and_says_so(north: Book, filled: Filled):
    _, path = filled(FIRST, SECOND)
    bring(north, path)
    before = list(agreement.state(north))

    again = bring(north, path)

    assert again.sentence == "0 visits brought in. 2 were here already."
    assert list(agreement.state(north)) == before


def test_what_was_taken_out_of_the_book_does_not_come_back_with_its_form(north: Book, filled: Filled):
    _, path = filled(FIRST)
    bring(north, path)
    (visit,) = questions.listing(north, "visit")
    ACTS["withdraw_visit"](north, id=visit.id)

    assert bring(north, path).facts["here"] == 1
    assert visits(north) == []


def test_what_was_taken_out_of_the_book_waits_for_somebody_when_a_form_corrects_it(north: Book, filled: Filled):
    first, path = filled(FIRST)
    bring(north, path)
    ACTS["withdraw_visit"](north, id=questions.listing(north, "visit")[0].id)

    outcome = bring(north, filled({**FIRST, "minutes": "50"}, corrects=first)[1])

    assert reasons(outcome) == ["it corrects what was taken out of this book; if it is right, record it"]
    assert visits(north) == []


def test_what_was_only_undone_can_be_brought_in_again(north: Book, filled: Filled):
    _, path = filled(FIRST, SECOND)
    bring(north, path)
    ACTS["undo"](north)
    assert visits(north) == []

    bring(north, path)

    assert [home for _, home, _, _ in visits(north)] == ["HH-001", "HH-002"]


def test_a_corrected_form_corrects_what_was_read_before_and_empties_what_it_leaves_empty(north: Book, filled: Filled):
    first, path = filled(FIRST)
    bring(north, path)
    (visit,) = questions.listing(north, "visit")
    again = {**FIRST, "outcome": "phone_only", "minutes": "", "purposes": "crisis"}
    _, corrected = filled(again, day="2026-03-01", corrects=first)

    outcome = bring(north, corrected)

    assert outcome.sentence == "0 visits brought in. 1 was corrected."
    (after,) = questions.listing(north, "visit")
    assert after.id == visit.id
    assert visits(north) == [("2026-03-01", "HH-001", "phone only", None)]
    assert after["purposes"] == frozenset({"crisis"})
    (heed,) = outcome.facts["heed"]
    assert "Length (here nothing, there 45)" in heed["why"]


def test_a_correction_of_a_correction_is_found_and_no_earlier_form_takes_it_back(north: Book, filled: Filled):
    first, one = filled(FIRST)
    second, two = filled({**FIRST, "minutes": "50"}, corrects=first)
    _, three = filled({**FIRST, "minutes": "55"}, corrects=second)
    for path in (one, two, three):
        bring(north, path)
    assert visits(north) == [(MONDAY, "HH-001", "done", 55)]

    told = [bring(north, path).sentence for path in (one, two, three)]

    assert told == ["0 visits brought in. 1 was here already."] * 3
    assert visits(north) == [(MONDAY, "HH-001", "done", 55)]


def test_of_a_form_and_its_corrections_in_one_folder_only_the_last_counts(north: Book, filled: Filled, tmp_path: Path):
    folder = tmp_path / "instances"
    folder.mkdir()
    first, one = filled(FIRST)
    second, two = filled({**FIRST, "minutes": "50"}, corrects=first)
    _, three = filled({**FIRST, "minutes": "55"}, corrects=second)
    for path in (three, one, two):
        shutil.copy(path, folder)

    outcome = bring(north, folder)

    assert (outcome.facts["new"], outcome.facts["aside"]) == (1, 2)
    assert visits(north) == [(MONDAY, "HH-001", "done", 55)]
    assert bring(north, one).facts["here"] == 1


def test_a_home_that_a_correction_no_longer_names_is_taken_out(north: Book, filled: Filled):
    first, path = filled(FIRST, SECOND)
    bring(north, path)
    _, corrected = filled(FIRST, corrects=first)

    outcome = bring(north, corrected)

    assert [home for _, home, _, _ in visits(north)] == ["HH-001"]
    assert any("HH-002 stands no more in the corrected form" in each["why"] for each in outcome.facts["heed"])


def test_a_home_stays_where_a_line_of_the_correction_was_not_understood(north: Book, filled: Filled):
    first, path = filled(FIRST, SECOND)
    bring(north, path)
    _, corrected = filled(FIRST, {**SECOND, "household": "HH-999"}, corrects=first)

    assert reasons(bring(north, corrected)) == ["Household: this book does not know it"]
    assert [home for _, home, _, _ in visits(north)] == ["HH-001", "HH-002"]


def test_two_laptops_that_read_one_form_make_one_record_of_it_and_agree(
    north: Book, other_laptop: Book, filled: Filled, send: Send
):
    first, path = filled(FIRST, SECOND)
    for book in (north, other_laptop):
        bring(book, path)
    for sender, receiver in ((north, other_laptop), (other_laptop, north)):
        send(sender, receiver)

    assert visits(north) == visits(other_laptop)
    assert len(visits(north)) == 2
    for book in (north, other_laptop):
        assert [leaf.quarrels for leaf in questions.listing(book, "visit")] == [(), ()]
    _, corrected = filled({**FIRST, "minutes": "50"}, SECOND, corrects=first)
    bring(other_laptop, corrected)
    send(other_laptop, north)

    assert bring(north, corrected).facts["corrected"] == 0
    assert bring(north, path).facts["new"] == 0
    assert visits(north) == visits(other_laptop)
    assert (MONDAY, "HH-001", "done", 50) in visits(north)


def test_a_visit_that_was_written_by_hand_before_is_not_doubled(north: Book, filled: Filled, sheet: Sheet):
    bring(north, sheet("Date;CCG;Household;Minutes", f"{MONDAY};Sibo;1;45", f"{MONDAY};Sibo;2;10"))

    outcome = bring(north, filled({"household": "HH-001", "minutes": "45", "outcome": "done"}, SECOND)[1])

    assert (outcome.facts["here"], outcome.facts["new"]) == (1, 0)
    assert len(visits(north)) == 2
    assert "it is in this book with another" in reasons(outcome)[0]


def test_a_form_of_others_is_read_by_a_mapping_of_titles_and_codes(north: Book, tmp_path: Path):
    (tmp_path / "form.xml").write_text(
        '<isifundo id="umuzi" version="1"><umbuzo><ubani>Sibo</ubani><usuku>2026-03-02</usuku></umbuzo>'
        "<umuzi><ikhodi>HH-001</ikhodi><umphumela>2</umphumela></umuzi><meta><instanceID>uuid:1</instanceID></meta>"
        "</isifundo>"
    )
    (tmp_path / "map.toml").write_text(
        '[columns]\n"umbuzo/ubani" = "caregiver"\n"umbuzo/usuku" = "day"\n"umuzi/ikhodi" = "household"\n'
        '"umuzi/umphumela" = "outcome"\n[values.outcome]\n1 = "done"\n2 = "nobody home"\n'
    )

    bring(north, tmp_path / "form.xml", matching=tmp_path / "map.toml")

    assert visits(north) == [(MONDAY, "HH-001", "nobody home", None)]
    (visit,) = questions.listing(north, "visit")
    assert visit["submission"] == "1"


def test_rows_that_lack_something_wait_with_their_line_and_field_and_come_in_mended(
    north: Book, filled: Filled, tmp_path: Path
):
    rest = tmp_path / "rest.csv"
    _, path = filled(FIRST, {"outcome": "done"}, {**SECOND, "minutes": "900"})

    outcome = bring(north, path, mending_copy=rest)

    assert [(each["line"], each["why"]) for each in outcome.facts["to_mend"]] == [
        (2, "Household is missing"),
        (3, "Length: a whole number between 1 and 600 (minutes)"),
    ]
    rest.write_text(rest.read_text(encoding="utf-8-sig").replace(";900;", ";90;"), encoding="utf-8")
    bring(north, rest)
    assert visits(north)[1] == (MONDAY, "HH-002", "asked to come another day", 90)
