"""What a household's answers stop and never stop, and how its code is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from homes import DAY, EARLIER, answered, assigned, brought, household, visited

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import NotAgreedTo, NotUnderstood
from caregiver_desk.practice.visits.codes import household_code, list_number
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]


@pytest.mark.parametrize("answer", ["refused", "withdrawn"])
@pytest.mark.parametrize("more", [{"note": "n"}, {"minutes": 30}, {"purposes": ["crisis"]}, {"children_seen": False}])
def test_after_a_no_more_than_the_minimum_of_a_visit_is_refused(
    book: Book, caregiver: str, house: str, answer: str, more: dict[str, Any]
):
    answered(book, house, answer)

    with pytest.raises(NotAgreedTo) as trouble:
        visited(book, caregiver, house, **more)

    assert str(trouble.value.facts["fields"]) in str(trouble.value)
    assert questions.count(book, "visit") == 0
    visited(book, caregiver, house, outcome="refused", upset_afterwards=True)
    visited(book, caregiver, house, day=EARLIER, **more)  # before that day she had agreed


def test_a_visit_of_a_home_that_said_no_is_changed_within_the_minimum_only(book: Book, caregiver: str, house: str):
    record = visited(book, caregiver, house, day=EARLIER, note="n")
    bare = visited(book, caregiver, house)
    answered(book, house)

    with pytest.raises(NotAgreedTo):
        ACTS["change_visit"](book, id=bare, fields={"minutes": 30})
    with pytest.raises(NotAgreedTo):
        ACTS["change_visit"](book, id=record, fields={"day": DAY})
    ACTS["change_visit"](book, id=bare, fields={"outcome": "nobody home"})
    ACTS["change_visit"](book, id=record, fields={"minutes": 30})


def test_what_was_kept_can_always_be_taken_out(book: Book, caregiver: str, house: str):
    record = visited(book, caregiver, house, note="n")
    answered(book, house)

    ACTS["change_visit"](book, id=record, fields={"note": None})

    assert questions.get(book, "visit", record)["note"] is None


def test_a_round_of_visits_goes_on_for_it_holds_the_minimum(book: Book, caregiver: str, house: str):
    answered(book, house)

    ACTS["record_round"](book, caregiver=caregiver, day=DAY, households=[house])

    assert questions.count(book, "visit") == 1


def test_after_a_no_nobody_who_lives_there_is_recorded_or_changed(book: Book, house: str):
    member = ACTS["record_member"](book, household=house, first_name="L").record
    answered(book, house, day=clock.today().isoformat())

    with pytest.raises(NotAgreedTo):
        ACTS["record_member"](book, household=house, first_name="T")
    with pytest.raises(NotAgreedTo):
        ACTS["change_member"](book, id=member, fields={"birth_year": 2015})
    ACTS["change_member"](book, id=member, fields={"primary_carer": False})
    ACTS["withdraw_member"](book, id=member)


def test_a_yes_to_one_thing_is_no_yes_to_another(book: Book, caregiver: str, house: str):
    ACTS["record_consent"](book, household=house, day=DAY, purposes=["records of visits"])

    visited(book, caregiver, house, note="n")
    with pytest.raises(NotAgreedTo):
        ACTS["record_member"](book, household=house, first_name="L")


@pytest.mark.parametrize("answer", ["refused", "withdrawn"])
@pytest.mark.parametrize(
    "more", [{"nickname": "gate"}, {"phone": "000"}, {"safety": "dog"}, {"level": 4}, {"ward": "7"}]
)
def test_after_a_no_nothing_is_added_to_what_is_known_of_a_home(
    book: Book, house: str, answer: str, more: dict[str, Any]
):
    answered(book, house, answer)

    with pytest.raises(NotAgreedTo) as trouble:
        ACTS["change_household"](book, id=house, fields=more)
    assert str(trouble.value.facts["fields"]) in str(trouble.value)
    ACTS["change_household"](book, id=house, fields={"state": "paused", "code": "HH-001-3"})


def test_what_is_known_of_a_home_that_said_no_can_be_taken_out_and_a_yes_opens_it_again(book: Book, house: str):
    ACTS["change_household"](book, id=house, fields={"nickname": "gate"})
    answered(book, house)

    ACTS["change_household"](book, id=house, fields={"nickname": None})
    ACTS["record_consent"](book, household=house, day=clock.today().isoformat(), purposes=["referrals"])
    ACTS["change_household"](book, id=house, fields={"nickname": "gate"})


@pytest.mark.parametrize("act", ["assign_household", "record_assignment"])
def test_whoever_gives_somebody_a_home_that_said_no_is_told(book: Book, caregiver: str, house: str, act: str):
    other = household(book, "HH-002")
    answered(book, house)

    assert "This home refused" in ACTS[act](book, household=house, caregiver=caregiver).sentence
    assert "refused" not in ACTS[act](book, household=other, caregiver=caregiver).sentence


def test_a_no_is_told_in_plain_words_and_names_the_way_out(book: Book, caregiver: str, house: str):
    police = ACTS["record_service"](book, name="SAPS", sort="police").record
    answered(book, house)

    with pytest.raises(NotAgreedTo) as referred:
        ACTS["record_referral"](book, household=house, service=police, day=DAY)
    with pytest.raises(NotAgreedTo) as visit:
        visited(book, caregiver, house, note="n", minutes=30)
    with pytest.raises(NotAgreedTo) as member:
        ACTS["record_member"](book, household=house, first_name="L")

    assert "choose “legal duty” under “On what ground”" in str(referred.value)
    assert "Leave this out: Length, Note." in str(visit.value)
    assert "who lives there" in str(member.value)


def test_a_referral_against_her_word_is_refused(book: Book, house: str, clinic: str):
    answered(book, house)

    with pytest.raises(NotAgreedTo):
        ACTS["record_referral"](book, household=house, service=clinic, day=DAY)
    assert questions.count(book, "referral") == 0


@pytest.mark.parametrize(("ground", "sort"), [("legal duty", "clinic"), ("consent", "child protection organisation")])
def test_what_the_law_asks_for_and_a_child_in_danger_is_never_stopped(book: Book, house: str, ground: str, sort: str):
    answered(book, house, "withdrawn")
    service = ACTS["record_service"](book, name="Door", sort=sort).record

    made = ACTS["record_referral"](book, household=house, service=service, day=DAY, ground=ground, note="n").record
    ACTS["change_referral"](book, id=made, fields={"note": "more"})

    assert questions.get(book, "referral", made)["note"] == "more"


def test_a_referral_that_was_made_before_can_be_closed_and_no_more(book: Book, house: str, clinic: str):
    made = ACTS["record_referral"](book, household=house, service=clinic, day=EARLIER).record
    answered(book, house)

    ACTS["change_referral"](book, id=made, fields={"state": "attended", "feedback": DAY})
    with pytest.raises(NotAgreedTo):
        ACTS["change_referral"](book, id=made, fields={"note": "n"})


def test_a_word_taken_back_lists_what_must_still_be_kept_and_why(book: Book, house: str):
    said = answered(book, house, "withdrawn")

    assert len(said.facts["kept"]) == 3
    assert all(each in said.sentence for each in said.facts["kept"])
    assert "kept" not in answered(book, house, "agreed").facts


def test_a_number_that_is_old_or_was_never_verified_is_to_be_checked_first(book: Book, house: str):
    today, old = clock.today().isoformat(), (clock.today() - timedelta(200)).isoformat()
    said = {}
    for name, verified in {"new": today, "old": old, "never": None}.items():
        told = {"name": name, "sort": "clinic", "phone": "116", "verified": verified}
        service = ACTS["record_service"](book, **told).record
        said[name] = ACTS["record_referral"](book, household=house, service=service, day=DAY).sentence

    assert [name for name, sentence in said.items() if "Check this number" in sentence] == ["old", "never"]


def test_the_national_numbers_are_added_once_and_say_that_they_are_old(book: Book, house: str):
    ACTS["record_service"](book, name="Police station", sort="police", phone="10 111")
    said = ACTS["add_national_numbers"](book).sentence

    numbers = {each["phone"]: each for each in questions.listing(book, "service")}
    assert numbers.keys() == {"10 111", "116", "0800 428 428", "0800 567 567"}
    assert "3 added, last verified in 2020, 2024." in said
    assert all(each["verified"] for phone, each in numbers.items() if phone != "10 111")
    referred = ACTS["record_referral"](book, household=house, service=numbers["116"].id, day=DAY)
    assert "Check this number" in referred.sentence
    assert ACTS["add_national_numbers"](book).undo == 0
    assert questions.count(book, "service") == 4


def test_nothing_new_is_recorded_of_a_home_that_was_withdrawn(book: Book, caregiver: str, house: str):
    ACTS["withdraw_household"](book, id=house)

    for act in (visited, lambda *_: answered(book, house), lambda *_: assigned(book, caregiver, house)):
        with pytest.raises(NotUnderstood, match="withdrawn"):
            act(book, caregiver, house)
    ACTS["undo"](book)
    visited(book, caregiver, house)


def test_a_visit_that_is_recorded_again_is_kept_and_said(book: Book, caregiver: str, house: str):
    given = {"caregiver": caregiver, "day": "2026-03-02"}
    told = [
        ACTS["record_round"](book, **given, households=[house]),
        ACTS["record_round"](book, **given, households=[house]),
        ACTS["record_visit"](book, **given, household=house),
        ACTS["record_visit"](book, **given | {"day": "2026-03-03"}, household=house),
    ]

    assert ["kept already" in each.sentence for each in told] == [False, True, True, False]
    changed = ACTS["change_visit"](book, id=told[2].record, fields={"outcome": "refused"})
    assert "kept already" not in changed.sentence


def test_a_home_stands_once_in_a_round_however_it_is_named(book: Book, caregiver: str, house: str):
    assigned(book, caregiver, house, since="2026-01-05")

    for homes in ([house, house], [house, list_number(1)]):
        with pytest.raises(NotUnderstood, match="stands twice"):
            ACTS["record_round"](book, caregiver=caregiver, day=DAY, households=homes)
    assert questions.count(book, "visit") == 0


def test_that_she_worries_and_who_went_along_is_hers_to_say_also_of_a_home_that_said_no(
    book: Book, caregiver: str, house: str
):
    answered(book, house)

    visited(book, caregiver, house, safety_worry=True, with_whom=book.person)


def test_of_a_sheet_of_visits_no_more_is_kept_than_a_household_agreed_to(book: Book, caregiver: str, house: str):
    assert caregiver
    answered(book, house)

    lines = ("Caregiver;Household;Day;Minutes", f"Sibongile;HH-001;{DAY};30", f"Sibongile;HH-001;{EARLIER};30")
    assert brought(book, "bring_in_visits", *lines) == []

    kept = {each["day"]: each["minutes"] for each in questions.listing(book, "visit")}
    assert kept == {DAY: None, EARLIER: 30}


# -- codes


def test_a_miscopied_code_is_said_and_kept_whether_it_is_new_or_changed(book: Book):
    right, wrong = household_code("HH", 14), "HH-014-6"
    made = ACTS["record_household"](book, team=own_team(book), code=right)

    assert "check digit" not in made.sentence
    assert "check digit" in ACTS["record_household"](book, team=own_team(book), code="HH-015-1").sentence
    assert "check digit" in ACTS["change_household"](book, id=made.record, fields={"code": wrong}).sentence
    assert questions.get(book, "household", made.record)["code"] == wrong
    assert "check digit" not in ACTS["change_household"](book, id=made.record, fields={"ward": "7"}).sentence


def test_one_code_on_two_homes_is_said_and_found_until_one_is_changed(book: Book, house: str):
    said = ACTS["record_household"](book, team=own_team(book), code="hh 001")

    assert "Another home has this code" in said.sentence
    assert {(each.code, each.record) for each in together.found(book)} == {
        ("code-twice", house),
        ("code-twice", said.record),
    }
    ACTS["change_household"](book, id=said.record, fields={"code": "HH-002"})
    assert together.found(book) == []
