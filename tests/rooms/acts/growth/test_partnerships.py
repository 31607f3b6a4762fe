"""SYS-41: somebody holds items of a portfolio of partnerships."""

from __future__ import annotations

import pytest

from caregiver_desk.acts.act import named
from caregiver_desk.errors import RoadClosed
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

ITEM = {"body": "Ward 7 health forum", "role": "secretary", "since": "2026-01-05", "contribution": "a list of clinics"}


def test_sys_41_a_person_holds_items_with_body_role_since_and_contribution(book: Book):
    named("open_road")(book, road="partnerships")
    made = named("record_partnership_item")(book, person=book.person, **ITEM).record

    kept = questions.get(book, "partnership_item", made)
    assert {name: kept[name] for name in ITEM} == ITEM
    assert kept["person"] == book.person


def test_sys_41_nothing_is_begun_where_the_site_has_not_opened_the_road_and_what_was_begun_may_end(book: Book):
    with pytest.raises(RoadClosed):
        named("record_partnership_item")(book, person=book.person, **ITEM)
    named("open_road")(book, road="partnerships")
    made = named("record_partnership_item")(book, person=book.person, **ITEM).record
    named("close_road")(book, road="partnerships")

    named("change_partnership_item")(book, id=made, fields={"until": "2026-02-01"})
    assert questions.get(book, "partnership_item", made)["until"] == "2026-02-01"
