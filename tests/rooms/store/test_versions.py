"""How often a record was written, for whoever keeps a copy of it."""

from __future__ import annotations

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import versions as told
from caregiver_desk.store.book import Book
from caregiver_desk.store.versions import Version, versions


@pytest.fixture
def her(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile").record


def planned(book: Book) -> Version:
    (version,) = versions(book, "check_in", {}, "day")
    return version


def test_each_change_raises_the_number_and_every_day_it_had_is_known(book: Book, her: str):
    ACTS["plan_check_in"](book, caregiver=her, day="2099-03-02")
    first = planned(book)
    ACTS["plan_check_in"](book, caregiver=her, day="2099-03-09")
    second = planned(book)

    assert second.number > first.number
    assert (first.days, second.days) == ({"2099-03-02"}, {"2099-03-02", "2099-03-09"})
    assert second.leaf["day"] == "2099-03-09"


def test_what_was_withdrawn_is_told_and_its_number_rises_too(book: Book, her: str):
    record = ACTS["plan_check_in"](book, caregiver=her, day="2099-03-02").record
    before = planned(book)
    ACTS["withdraw_check_in"](book, id=record)
    after = planned(book)

    assert (before.leaf.gone, after.leaf.gone) == (False, True)
    assert after.number > before.number


def test_a_word_for_other_readers_raises_no_number(book: Book, her: str):
    record = ACTS["plan_check_in"](book, caregiver=her, day="2099-03-02").record
    before = planned(book)
    ACTS["change_check_in"](book, id=record, fields={"how_are_you": "tired"})

    assert planned(book).number == before.number


def test_all_are_told_however_many_fit_a_page(book: Book, her: str, monkeypatch: pytest.MonkeyPatch):
    for day in range(1, 6):
        ACTS["hold_check_in"](book, caregiver=her, day=f"2026-03-{day:02}")
    monkeypatch.setattr(told, "PAGE", 2)

    assert len({each.leaf.id for each in versions(book, "check_in", {}, "day")}) == 5


def test_only_what_says_what_was_asked_is_told(book: Book, her: str):
    ACTS["plan_check_in"](book, caregiver=her, day="2099-03-02")
    assert list(versions(book, "check_in", {"supervision": ["nobody"]}, "day")) == []
