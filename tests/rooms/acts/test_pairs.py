"""What is saved for a supervisor and her caregiver, and how their link comes to be."""

from __future__ import annotations

from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NotUnderstood, UnknownField
from caregiver_desk.records.supervision import CHECK_IN, SUPERVISION
from caregiver_desk.store import checking, questions
from caregiver_desk.store.book import Book

DAY = "2026-03-02"


@pytest.fixture
def caregiver(book: Book) -> str:
    """Somebody whom nobody supervises yet."""
    return ACTS["record_person"](book, given_names="Sibongile").record


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("hold_check_in", {"day": DAY, "words": {"minutes": 1}}),
        ("hold_check_in", {"day": DAY, "words": {"colour": "red"}}),
        ("hold_check_in", {"day": DAY, "promises": [{"owner": "supervisor", "what": "x" * 141}]}),
        ("record_burden", {"codes": ["W1"], "severity": 5}),
    ],
)
def test_a_refused_act_leaves_no_link_behind(book: Book, caregiver: str, act: str, given: dict[str, Any]):
    with pytest.raises((NotUnderstood, UnknownField)):
        ACTS[act](book, caregiver=caregiver, **given)

    assert questions.count(book, SUPERVISION.name) == 0


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("hold_check_in", {"day": DAY, "promises": [{"owner": "supervisor", "what": "Ask about the stipend"}]}),
        ("record_burden", {"codes": ["W1"], "severity": 3}),
        ("offer_support", {"code": "F2"}),
    ],
)
def test_a_first_record_founds_the_link_in_its_own_save(book: Book, caregiver: str, act: str, given: dict[str, Any]):
    ACTS[act](book, caregiver=caregiver, **given)

    (link,) = questions.listing(book, SUPERVISION.name)
    assert (link["caregiver"], link["supervisor"]) == (caregiver, book.person)
    assert checking.check(book) == []
    ACTS["undo"](book)
    assert questions.count(book, SUPERVISION.name) == 0


def test_a_second_record_goes_into_the_link_there_is(book: Book, caregiver: str):
    for day in (DAY, "2026-03-16"):
        ACTS["hold_check_in"](book, caregiver=caregiver, day=day)

    (link,) = questions.listing(book, SUPERVISION.name)
    held = questions.listing(book, CHECK_IN.name)
    assert [(each["supervision"], each.scope) for each in held] == [(link.id, link.scope)] * 2


@pytest.mark.parametrize(("role", "links"), [("caregiver", 1), ("trainer", 0)])
def test_whoever_comes_with_a_sheet_is_supported_as_if_she_were_added_by_hand(book: Book, role: str, links: int):
    sheet = book.vault.folder / "people.csv"
    sheet.write_text(f"Given names;Surname;Role\nSibongile;Ndaba;{role}\nThandeka;Ndaba;{role}\n")

    ACTS["bring_in_people"](book, path=str(sheet))

    assert questions.count(book, SUPERVISION.name) == 2 * links
    assert questions.count(book, "engagement") == 1 + 2
