"""Who may be given a home, from when to when, and by which number on her list."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from homes import DAY, EARLIER, asked, assigned, brought, household, unasked, vetted

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import NotCleared, NotUnderstood, NotYours, NumberTaken
from caregiver_desk.practice.visits.codes import list_number
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]


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


# -- numbers on her list


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
