"""Whom to ring, on a card and before a passphrase."""

from __future__ import annotations

from datetime import timedelta

from caregiver_desk import clock, settings
from caregiver_desk.acts.act import ACTS
from caregiver_desk.reports.concerns.ringing import for_the_door, number_card
from caregiver_desk.store.book import Book


def test_a_card_has_the_sites_number_first_and_five_facts_to_note(book: Book):
    ACTS["record_service"](book, name="Blouvlei police", sort="police", phone="000 555 0999", verified=clock.today())

    card = number_card(book)

    phones = [each.phone for each in card.numbers]
    assert phones.index("000 555 0999") < phones.index("10111")
    assert len(card.facts) == 5
    assert not card.numbers[0].old


def test_without_a_book_the_countrys_numbers_are_there():
    assert {"116", "10111"} <= {each.phone for each in number_card(None).numbers}


def test_before_a_passphrase_only_what_was_verified_lately_is_told_by_its_kind_and_not_by_a_name(book: Book):
    old = clock.today() - timedelta(days=400)
    told = (
        ("Ms Radebe", "social work", "1", clock.today()),
        ("Clinic", "clinic", "2", old),
        ("X", "police", "3", None),
    )
    for name, sort, phone, verified in told:
        ACTS["record_service"](book, name=name, sort=sort, phone=phone, verified=verified)

    assert for_the_door(book) == (("social work", "1"),)


def test_what_was_remembered_for_the_door_and_is_damaged_says_nothing(home: object):  # noqa: ARG001
    settings.note_numbers([("police", "1")])
    assert settings.last_numbers() == [("police", "1")]

    (settings.state_folder() / "numbers.json").write_text('{"a": [1, 2, 3]}', encoding="utf-8")
    assert settings.last_numbers() == []


def test_a_name_that_stands_beside_a_number_is_not_told_before_a_passphrase(book: Book):
    told = {"name": "Station", "sort": "police", "verified": clock.today()}
    ACTS["record_service"](book, **told, phone="Sister Dube +27 (82) 555-0101 mornings")
    ACTS["record_service"](book, **told, phone="ask Sister Dube")

    assert for_the_door(book) == (("police", "+27 (82) 555-0101"),)
