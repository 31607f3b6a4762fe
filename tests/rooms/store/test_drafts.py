"""Half-filled forms in the book: kept, found again, forgotten; and nobody else's business."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import agreement, drafts, vault
from caregiver_desk.store.book import Book


def test_a_draft_is_found_as_it_was_kept_days_as_text(book: Book):
    values = {"day": date(2026, 3, 2), "minutes": 40, "purposes": frozenset({"crisis"}), "upset": False, "typed": "3/4"}

    drafts.keep(book, "visits/", values)

    assert drafts.find(book) == {"visits/": {**values, "day": "2026-03-02", "purposes": ["crisis"]}}


def test_the_one_kept_last_stands_at_the_end_and_a_forgotten_one_is_gone(book: Book):
    for place in ("a", "b", "a", "c"):
        drafts.keep(book, place, {"minutes": 1})
    drafts.forget(book, "c")

    assert list(drafts.find(book)) == ["b", "a"]


def test_a_draft_is_there_after_the_book_was_closed(book: Book):
    drafts.keep(book, "visits/", {"note": "tired"})
    book.close()

    again = opening.resume(vault.reopen(book.vault.folder, book.vault.keys))

    assert drafts.find(again) == {"visits/": {"note": "tired"}}
    again.close()


def test_a_draft_changes_nothing_that_the_book_says(book: Book):
    with book.reading() as cursor:
        before = list(agreement.state(book)), book.height(cursor)

    drafts.keep(book, "visits/", {"note": "tired"})

    with book.reading() as cursor:
        assert (list(agreement.state(book)), book.height(cursor)) == before


@pytest.mark.parametrize("named_in", ["place", "value"])
def test_an_erasure_forgets_the_drafts_that_name_its_record_and_no_others(
    make_book: Callable[..., Book], named_in: str
):
    book = make_book("Fhatuwani Netsianda", "coordinator")
    record = ACTS["record_household"](book, team=own_team(book), code="HH-1").record
    values = {"household": record, "note": "tired"} if named_in == "value" else {"note": "tired"}
    drafts.keep(book, f"change_household/{record}" if named_in == "place" else "visits/", values)
    drafts.keep(book, "people/", {"given_names": "Grace"})

    ACTS["erase"](book, id=record, ground=next(iter(Ground)))

    assert list(drafts.find(book)) == ["people/"]
