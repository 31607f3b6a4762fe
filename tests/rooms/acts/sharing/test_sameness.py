"""Entered twice: found with reasons, joined by a person only, and parted again as they were."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing.sameness import Perhaps, perhaps_the_same
from caregiver_desk.errors import NoSuchRecord, NotCleared, NotUnderstood
from caregiver_desk.store import histories, ledger, questions
from caregiver_desk.store.book import Book


def person(book: Book, given: str, surname: str, **also: object) -> str:
    made = ACTS["add_caregiver"](book, given_names=given, surname=surname, **also)
    return made.record


def twice(book: Book) -> tuple[str, str]:
    """Somebody who was entered under two spellings, the second time with a phone."""
    return person(book, "Maria", "Baloi"), person(book, "Marie", "Baloyi", phone="0825550142")


def names_of(found: list[Perhaps]) -> list[tuple[str, str]]:
    return [(str(each.one["given_names"]), str(each.other["given_names"])) for each in found]


def said(book: Book) -> list[tuple[str, dict[str, object], tuple[str, ...]]]:
    kinds = ("person", "visit", "engagement", "supervision")
    return [(each.id, dict(each.values), each.quarrels) for kind in kinds for each in questions.listing(book, kind)]


def visit(book: Book, house: str, caregiver: str, day: str) -> str:
    return ACTS["record_visit"](book, household=house, caregiver=caregiver, day=day).record


def test_two_spellings_of_one_name_are_shown_with_the_reason(book: Book):
    twice(book)
    person(book, "Grace", "Mokoena")

    found = perhaps_the_same(book, "person")

    assert names_of(found) == [("Maria", "Marie")]
    assert found[0].reasons == ("the names sound alike",)
    assert found[0].differing == ["given_names", "surname"]


def test_two_of_one_name_who_were_born_in_two_years_are_two(book: Book):
    person(book, "Grace", "Mokoena", birth_year=1980)
    person(book, "Grace", "Mokoena", birth_year=1991)

    assert not perhaps_the_same(book, "person")


def test_what_points_at_either_is_found_with_the_one_that_is_shown(book: Book, house: str):
    one, other = twice(book)
    visit(book, house, one, "2026-03-02")
    visit(book, house, other, "2026-03-03")

    ACTS["same"](book, one=one, other=other)

    assert [each["day"] for each in questions.timeline(book, one) if each.kind == "visit"] == [
        "2026-03-03",
        "2026-03-02",
    ]
    assert questions.timeline(book, other) == questions.timeline(book, one)
    assert [each.id for each in questions.listing(book, "person") if each.id in {one, other}] == [one]
    assert questions.get(book, "person", other).id == one


def test_what_only_one_of_them_says_shows_and_what_differs_waits_for_a_person(book: Book):
    one, other = twice(book)

    said = ACTS["same"](book, one=one, other=other)

    both = questions.get(book, "person", one)
    assert both["phone"] == "0825550142"
    assert both.quarrels == ("given_names", "surname")
    assert "waits for you" in said.sentence


def test_chosen_values_settle_at_once_also_where_they_are_those_of_the_one_that_is_shown(book: Book):
    one, other = twice(book)

    ACTS["same"](book, one=one, other=other, fields={"given_names": "Maria", "surname": "Baloyi"})

    both = questions.get(book, "person", one)
    assert (both["given_names"], both["surname"], both.quarrels) == ("Maria", "Baloyi", ())


def test_one_undo_parts_them_as_they_were(book: Book, house: str):
    one, other = twice(book)
    visit(book, house, other, "2026-03-03")
    before = {each: questions.get(book, "person", each).values for each in (one, other)}

    done = ACTS["same"](book, one=one, other=other, fields={"given_names": "Marie", "surname": "Baloyi"})
    assert done.undo
    undone = ACTS["undo"](book)

    assert "They are the same" in undone.sentence
    assert {each: questions.get(book, "person", each).values for each in (one, other)} == before
    assert questions.get(book, "person", other).id == other
    assert [each["day"] for each in questions.timeline(book, other) if each.kind == "visit"] == ["2026-03-03"]
    assert not [each for each in questions.timeline(book, one) if each.kind == "visit"]


def test_what_was_written_while_they_stood_together_stays_when_they_are_parted(book: Book, house: str):
    one, other = twice(book)
    ACTS["same"](book, one=one, other=other, fields={"given_names": "Maria", "surname": "Baloi"})
    ACTS["change_person"](book, id=other, fields={"phone": "0825550199"})
    visit(book, house, other, "2026-03-04")

    ACTS["not_same"](book, one=one, other=other)

    assert questions.get(book, "person", one)["phone"] == "0825550199"
    assert questions.get(book, "person", other)["phone"] == "0825550142"
    assert [each["day"] for each in questions.timeline(book, other) if each.kind == "visit"] == ["2026-03-04"]


def test_not_the_same_is_remembered_and_can_be_taken_back(book: Book):
    one, other = twice(book)

    ACTS["not_same"](book, one=one, other=other)
    assert not perhaps_the_same(book, "person")

    ACTS["undo"](book)
    assert len(perhaps_the_same(book, "person")) == 1


def test_the_last_word_of_one_person_holds_also_through_others(book: Book):
    first, second, third = (person(book, "Grace", "Mokoena") for _ in range(3))
    ACTS["not_same"](book, one=second, other=third)
    ACTS["same"](book, one=first, other=second)

    ACTS["same"](book, one=first, other=third)

    assert {questions.get(book, "person", each).id for each in (first, second, third)} == {first}
    assert not perhaps_the_same(book, "person")


def test_what_cannot_be_one_is_refused_in_words(book: Book, house: str, caregiver: str):
    with pytest.raises(NotUnderstood, match="the same record"):
        ACTS["same"](book, one=caregiver, other=caregiver)
    with pytest.raises(NoSuchRecord):
        ACTS["same"](book, one=caregiver, other=house)
    with pytest.raises(NotUnderstood, match="entered twice"):
        ACTS["same"](book, one=own_team(book), other=house)


def test_two_homes_of_one_code_in_one_team_are_asked_about(book: Book):
    first = ACTS["record_household"](book, team=own_team(book), code="LR-014", nickname="blue gate").record
    second = ACTS["record_household"](book, team=own_team(book), code="LR-14").record

    found = perhaps_the_same(book, "household")

    assert [(each.one.id, each.other.id) for each in found] == [(first, second)]


def test_the_rows_made_anew_from_the_journal_say_the_same(book: Book, house: str):
    one, other = twice(book)
    visit(book, house, other, "2026-03-03")
    ACTS["same"](book, one=one, other=other)
    before = said(book)

    ledger.rebuild(book)

    assert said(book) == before
    assert len(histories.history(book, "person", one)) == len(histories.history(book, "person", other))


def test_a_rule_looks_at_the_one_that_is_shown_whatever_id_is_given(book: Book, house: str):
    one, other = twice(book)
    ACTS["same"](book, one=one, other=other)

    for each in (one, other):
        with pytest.raises(NotCleared):
            ACTS["assign_household"](book, household=house, caregiver=each)


def test_who_was_entered_twice_is_erased_twice(pair: tuple[Book, Book]):
    _, fhatuwani = pair
    one, other = twice(fhatuwani)
    ACTS["same"](fhatuwani, one=one, other=other)

    ACTS["erase"](fhatuwani, id=other, ground="asked_by_the_person")

    assert not questions.find(fhatuwani, "Mari")
    assert questions.find_one(fhatuwani, "person", one) is questions.find_one(fhatuwani, "person", other) is None


def test_a_request_to_erase_hides_both_and_taking_it_back_shows_both(book: Book):
    one, other = twice(book)
    ACTS["same"](book, one=one, other=other)

    ACTS["erase"](book, id=other, ground="asked_by_the_person")
    assert not questions.find(book, "Mari")
    ACTS["do_not_erase"](book, id=one)

    assert [leaf.id for leaf in questions.find(book, "Mari")] == [one]


def test_what_is_remembered_is_said_by_both_names(book: Book):
    one, other = twice(book)
    ACTS["same"](book, one=one, other=other)

    said = ACTS["not_same"](book, one=one, other=other).sentence

    assert said == "Remembered: Maria Baloi and Marie Baloyi are not the same."


def test_what_was_taken_out_is_joined_with_nothing(book: Book):
    one, other = twice(book)
    ACTS["withdraw_person"](book, id=other)

    with pytest.raises(NotUnderstood, match="taken out"):
        ACTS["same"](book, one=one, other=other)


def test_settled_and_undone_step_by_step_each_is_as_it_was(book: Book):
    one, other = twice(book)
    before = {each: questions.get(book, "person", each).values for each in (one, other)}
    ACTS["same"](book, one=one, other=other)
    ACTS["settle"](book, kind="person", id=one, field="given_names", value="Marie")
    ACTS["settle"](book, kind="person", id=one, field="surname", value="Baloyi")

    for _ in range(3):
        ACTS["undo"](book)

    assert {each: questions.get(book, "person", each).values for each in (one, other)} == before
    assert not any(questions.get(book, "person", each).quarrels for each in (one, other))


def test_both_names_are_found_while_nobody_has_chosen(book: Book):
    one, other = twice(book)
    ACTS["same"](book, one=one, other=other)

    for words in ("Maria", "Marie", "Baloi", "Baloyi"):
        assert [leaf.id for leaf in questions.find(book, words)] == [one]


def test_where_a_joined_record_was_born_is_looked_for_once_however_many_statements_come(
    book: Book, monkeypatch: pytest.MonkeyPatch
):
    one, other = twice(book)
    ACTS["same"](book, one=one, other=other)
    asked: list[str] = []
    born_in = clock.born_in

    def counted(record: str, scope: str) -> bool:
        asked.append(record)
        return born_in(record, scope)

    monkeypatch.setattr(clock, "born_in", counted)
    for _ in range(3):
        book.forget()
        with book.reading() as cursor:
            assert book.hearing(cursor).joined.together

    assert not {one, other} & set(asked)


def test_of_those_whose_names_a_book_was_never_sent_it_asks_nothing(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    north, coordinator = pair
    home = ACTS["record_household"](north, code="HH-031", team=own_team(north)).record
    for name in ("Thabo", "Lerato"):
        ACTS["record_member"](north, household=home, first_name=name)

    send(north, coordinator)

    assert questions.count(coordinator, "member") == 2
    assert not perhaps_the_same(coordinator, "member")
