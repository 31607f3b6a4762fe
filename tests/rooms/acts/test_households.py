"""What a household's answers stop and never stop, and who may be given a home."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts import together
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import own_team
from caregiver_desk.errors import NotAgreedTo, NotCleared, NotUnderstood, NotYours, NumberTaken
from caregiver_desk.practice.codes import household_code, list_number
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]
DAY, EARLIER = "2026-03-02", "2026-02-27"


@pytest.fixture
def caregiver(book: Book) -> str:
    return asked(book, "Sibongile")


def asked(book: Book, name: str) -> str:
    """A caregiver who was cleared before she began."""
    person = unasked(book, name)
    vetted(book, person, "cleared", sort="child protection register, asked by us")
    return person


def unasked(book: Book, name: str = "Sibongile") -> str:
    """A caregiver of whom no check is on record."""
    return ACTS["add_caregiver"](book, given_names=name).record


def vetted(book: Book, person: str, result: str, submitted: str | None = None, sort: str = "police clearance") -> None:
    day = submitted or clock.today().isoformat()
    ACTS["record_vetting"](book, person=person, sort=sort, submitted=day, result=result)


def household(book: Book, code: str = "HH-001") -> str:
    return ACTS["record_household"](book, team=own_team(book), code=code).record


@pytest.fixture
def house(book: Book) -> str:
    return household(book)


@pytest.fixture
def clinic(book: Book) -> str:
    return ACTS["record_service"](book, name="Clinic", sort="clinic").record


def answered(book: Book, house: str, answer: str = "refused", day: str = DAY) -> Any:
    return ACTS["record_consent"](book, household=house, day=day, answer=answer)


def visited(book: Book, caregiver: str, house: str, **more: Any) -> str:
    return ACTS["record_visit"](book, **{"household": house, "caregiver": caregiver, "day": DAY, **more}).record


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


# -- who may be given a home


def test_whoever_is_cleared_is_given_a_home_without_more_words(book: Book, house: str):
    caregiver = unasked(book)
    vetted(book, caregiver, "cleared")

    assert ACTS["assign_household"](book, household=house, caregiver=caregiver).sentence == "Assigned."


@pytest.mark.parametrize("act", ["assign_household", "record_assignment"])
def test_whoever_nobody_asked_about_is_not_given_a_home(book: Book, house: str, act: str):
    with pytest.raises(NotCleared) as trouble:
        ACTS[act](book, household=house, caregiver=unasked(book))

    assert "unknown" in str(trouble.value)
    assert questions.count(book, "assignment") == 0


def test_another_home_under_an_old_assignment_is_another_home(book: Book, caregiver: str, house: str):
    given = ACTS["assign_household"](book, household=house, caregiver=caregiver).record
    vetted(book, caregiver, "pending")

    with pytest.raises(NotCleared):
        ACTS["change_assignment"](book, id=given, fields={"household": household(book, "HH-002")})


@pytest.mark.parametrize("act", ["assign_household", "record_assignment"])
@pytest.mark.parametrize(
    ("result", "submitted"), [("cleared", "2020-01-01"), ("not cleared", None), ("pending", None), ("unknown", None)]
)
def test_without_a_current_vetting_a_home_needs_a_coordinators_reason(
    book: Book, caregiver: str, house: str, act: str, result: str, submitted: str | None
):
    vetted(book, caregiver, result, submitted)

    with pytest.raises(NotCleared) as trouble:
        ACTS[act](book, household=house, caregiver=caregiver)
    with pytest.raises(NotYours):
        ACTS[act](book, household=house, caregiver=caregiver, reason="nobody else")

    assert "not cleared" not in str(trouble.value)
    assert questions.count(book, "assignment") == 0


def test_a_home_is_not_passed_on_to_whoever_is_not_cleared(book: Book, caregiver: str, house: str):
    given = ACTS["assign_household"](book, household=house, caregiver=caregiver).record
    other = ACTS["add_caregiver"](book, given_names="Grace").record
    vetted(book, other, "pending")

    with pytest.raises(NotCleared):
        ACTS["change_assignment"](book, id=given, fields={"caregiver": other})
    ACTS["change_assignment"](book, id=given, fields={"until": DAY})


def test_a_coordinators_reason_is_kept_and_comes_to_the_supervisor(
    pair: tuple[Book, Book], send: Send, caregiver: str, house: str
):
    nomvula, fhatuwani = pair
    vetted(nomvula, caregiver, "pending")
    send(nomvula, fhatuwani)

    told = {"household": house, "caregiver": caregiver, "reason": "a neighbour goes with her"}
    said = ACTS["assign_household"](fhatuwani, **told)
    send(fhatuwani, nomvula)

    assert "unknown" in said.sentence
    assert questions.get(nomvula, "assignment", said.record)["reason"] == "a neighbour goes with her"
    with pytest.raises(NotYours):
        ACTS["change_assignment"](nomvula, id=said.record, fields={"reason": None})


def test_a_reason_for_one_is_none_for_another(make_book: Callable[..., Book]):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    first, second = (ACTS["record_person"](office, given_names=name).record for name in ("Grace", "Mpho"))
    for each in (first, second):
        vetted(office, each, "pending")
    told = {"household": household(office), "caregiver": first, "reason": "a neighbour goes with her"}
    given = ACTS["assign_household"](office, **told).record

    with pytest.raises(NotCleared):
        ACTS["change_assignment"](office, id=given, fields={"caregiver": second})
    ACTS["change_assignment"](office, id=given, fields={"caregiver": second, "reason": "only by day"})


@pytest.fixture
def pair(book: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]) -> tuple[Book, Book]:
    other = make_book("Fhatuwani Netsianda", "coordinator")
    introduced(book, other)
    return book, other


# -- from when to when


@pytest.mark.parametrize("kind", ["assignment", "engagement", "supervision"])
def test_nothing_ends_before_it_begins(book: Book, caregiver: str, house: str, kind: str):
    needed = {
        "assignment": {"household": house, "caregiver": caregiver},
        "engagement": {"person": caregiver, "team": own_team(book)},
        "supervision": {"caregiver": caregiver, "supervisor": book.person, "purpose": "peer"},
    }[kind]
    before = questions.count(book, kind)

    with pytest.raises(NotUnderstood, match="Until"):
        ACTS[f"record_{kind}"](book, **needed, since=DAY, until=EARLIER)
    assert questions.count(book, kind) == before

    made = ACTS[f"record_{kind}"](book, **needed, since=EARLIER, until=DAY).record
    with pytest.raises(NotUnderstood):
        ACTS[f"change_{kind}"](book, id=made, fields={"since": "2026-03-03"})
    ACTS[f"change_{kind}"](book, id=made, fields={"since": DAY})


def test_a_home_is_not_given_to_somebody_before_the_day_on_which_another_began(book: Book, caregiver: str, house: str):
    other = asked(book, "Grace")
    given = ACTS["assign_household"](book, household=house, caregiver=caregiver, since=DAY).record

    with pytest.raises(NotUnderstood, match="from 2 Mar 2026 on"):
        ACTS["assign_household"](book, household=house, caregiver=other, since=EARLIER)
    assert questions.get(book, "assignment", given)["until"] is None
    ACTS["assign_household"](book, household=house, caregiver=other, since=DAY)


def test_a_period_that_two_laptops_turned_round_together_is_found(
    pair: tuple[Book, Book], send: Send, caregiver: str, house: str
):
    nomvula, fhatuwani = pair
    told = {"household": house, "caregiver": caregiver, "since": "2026-01-05"}
    given = ACTS["record_assignment"](nomvula, **told).record
    send(nomvula, fhatuwani)
    ACTS["change_assignment"](nomvula, id=given, fields={"since": "2026-03-02"})
    ACTS["change_assignment"](fhatuwani, id=given, fields={"until": "2026-02-02"})
    send(fhatuwani, nomvula)

    assert [(each.code, each.record) for each in together.found(nomvula)] == [("ends-first", given)]
    ACTS["change_assignment"](nomvula, id=given, fields={"until": "2026-04-06"})
    assert together.found(nomvula) == []


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


# -- numbers on her list


def assigned(book: Book, caregiver: str, house: str, **more: Any) -> int:
    made = ACTS["assign_household"](book, household=house, caregiver=caregiver, **more).record
    number = questions.get(book, "assignment", made)["short_number"]
    assert isinstance(number, int)
    return number


def test_each_home_is_given_the_next_free_number_of_her_list(book: Book, caregiver: str, house: str):
    other = asked(book, "Grace")
    assert assigned(book, caregiver, house, since="2026-01-05") == 1
    assert assigned(book, caregiver, household(book, "HH-002"), since="2026-01-05") == 2

    assert assigned(book, other, house, since="2026-02-02") == 1
    assert assigned(book, caregiver, household(book, "HH-003"), since="2026-02-02") == 3  # one rests for a year
    assert assigned(book, caregiver, household(book, "HH-004"), since="2027-02-02") == 1


def test_a_number_that_is_taken_is_refused_with_one_that_is_free(book: Book, caregiver: str, house: str):
    assigned(book, caregiver, house, since="2026-01-05")
    other = household(book, "HH-002")

    with pytest.raises(NumberTaken) as trouble:
        assigned(book, caregiver, other, since="2026-02-02", short_number=1)

    assert trouble.value.facts["free"] == 2
    assert questions.count(book, "assignment") == 1


def test_a_round_by_numbers_is_read_as_the_list_stood_on_that_day(book: Book, caregiver: str, house: str):
    other = asked(book, "Grace")
    assigned(book, caregiver, house, since="2026-01-05")
    assigned(book, other, house, since="2026-02-02")
    number = list_number(1)

    ACTS["record_round"](book, caregiver=caregiver, day="2026-01-20", households=[number], outcomes={number: "refused"})

    (visit,) = questions.listing(book, "visit")
    assert (visit["household"], visit["outcome"], visit["source"]) == (house, "refused", "paper sheet")


@pytest.mark.parametrize(("written", "day"), [("1-0", "2026-01-20"), (list_number(1), "2026-02-03"), ("2-7", DAY)])
def test_a_number_that_was_miscopied_or_meant_nothing_on_that_day_is_refused(
    book: Book, caregiver: str, house: str, written: str, day: str
):
    assigned(book, caregiver, house, since="2026-01-05", until="2026-02-02")

    with pytest.raises(Exception, match="number"):
        ACTS["record_round"](book, caregiver=caregiver, day=day, households=[written])

    assert questions.count(book, "visit") == 0


def test_what_she_saw_herself_stores_no_source(book: Book, caregiver: str, house: str):
    ACTS["record_round"](book, caregiver=caregiver, day=DAY, households=[house])
    (own,) = questions.listing(book, "visit")
    ACTS["record_round"](book, caregiver=caregiver, day=DAY, households=[house], source="phone call")

    assert "source" not in own.values
    assert {each["source"] for each in questions.listing(book, "visit")} == {None, "phone call"}


def test_two_laptops_that_give_one_number_to_two_homes_are_told_and_not_refused(
    pair: tuple[Book, Book], send: Send, caregiver: str, house: str
):
    nomvula, fhatuwani = pair
    other = household(nomvula, "HH-002")
    send(nomvula, fhatuwani)
    assigned(nomvula, caregiver, house, since="2026-01-05")
    assigned(fhatuwani, caregiver, other, since="2026-01-05")

    send(nomvula, fhatuwani)
    send(fhatuwani, nomvula)

    assert [each.code for each in together.found(nomvula)] == ["number-twice"] * 2
    assert together.found(nomvula) == together.found(fhatuwani)
    ACTS["change_assignment"](nomvula, id=together.found(nomvula)[0].record, fields={"short_number": 7})
    assert together.found(nomvula) == []


# -- what comes with a sheet


def brought(book: Book, act: str, *lines: str) -> list[str]:
    """What a sheet brings in; the reasons for the lines that it does not."""
    sheet = book.vault.folder / "sheet.csv"
    sheet.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [each["why"] for each in ACTS[act](book, path=str(sheet)).facts["to_mend"]]


def test_of_a_sheet_of_visits_no_more_is_kept_than_a_household_agreed_to(book: Book, caregiver: str, house: str):
    assert caregiver
    answered(book, house)

    lines = ("Caregiver;Household;Day;Minutes", f"Sibongile;HH-001;{DAY};30", f"Sibongile;HH-001;{EARLIER};30")
    assert brought(book, "bring_in_visits", *lines) == []

    kept = {each["day"]: each["minutes"] for each in questions.listing(book, "visit")}
    assert kept == {DAY: None, EARLIER: 30}


def test_a_sheet_gives_no_home_to_whoever_is_not_cleared(book: Book, caregiver: str):
    vetted(book, caregiver, "pending")

    (why,) = brought(book, "bring_in_households", "Code;Caregiver;Ward", "HH-009;Sibongile;4", "HH-010;;4")

    assert "coordinator" in why
    assert [each["code"] for each in questions.listing(book, "household")] == ["HH-010"]


def test_a_sheet_tells_who_visits_already_and_asks_once_for_the_check_of_each(book: Book):
    caregiver, other = unasked(book), unasked(book, "Grace")
    vetted(book, other, "cleared")
    sheet = book.vault.folder / "sheet.csv"
    sheet.write_text("Code;Caregiver\nHH-1;Sibongile\nHH-2;Sibongile\nHH-3;Grace\n", encoding="utf-8")

    facts = ACTS["bring_in_households"](book, path=str(sheet)).facts

    assert [(each["line"], "no check" in each["why"]) for each in facts["heed"]] == [(2, True)]
    assert len(questions.listing(book, "assignment", {"caregiver": caregiver})) == 2
    with pytest.raises(NotCleared):
        ACTS["assign_household"](book, household=household(book), caregiver=caregiver)
