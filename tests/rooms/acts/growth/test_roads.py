"""Roads are closed until a site opens them."""

from __future__ import annotations

from caregiver_desk.acts.act import named
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.store.book import Book


def test_a_road_is_closed_until_the_site_opens_it_and_one_undo_closes_it_again(book: Book):
    assert open_roads(book) == frozenset()
    named("open_road")(book, road="first year")
    assert open_roads(book) == {Road.FIRST_YEAR}
    named("undo")(book)
    assert open_roads(book) == frozenset()


def test_a_road_that_was_closed_is_opened_again_in_the_same_record(book: Book):
    for name in ("open_road", "close_road", "open_road"):
        named(name)(book, road="research")
    assert open_roads(book) == {Road.RESEARCH}
