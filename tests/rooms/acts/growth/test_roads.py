"""Roads are closed until a site opens them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from caregiver_desk.acts.act import named
from caregiver_desk.acts.growth.roads import not_yet, open_roads
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


def test_a_site_that_comes_in_after_its_coordinator_opened_roads_is_asked_about_and_opened_by_one_act(
    pair: tuple[Book, Book], send: Callable[..., Any]
):
    nomvula, fhatuwani = pair
    told = named("open_road")(fhatuwani, road="research").sentence
    assert told.startswith("Open from now on at Lesedi Ridge: research.")
    assert "No supervisor’s site is known here yet." in told
    assert not_yet(fhatuwani) == []

    send(nomvula, fhatuwani)
    (site,) = not_yet(fhatuwani)
    assert (site.name, site.roads) == ("Lesedi Ridge (Nomvula Shezi)", (Road.RESEARCH,))
    told = named("open_roads_at")(fhatuwani, site=site.site).sentence
    assert told == "Open from now on at Lesedi Ridge (Nomvula Shezi): research."
    assert not_yet(fhatuwani) == []
    send(fhatuwani, nomvula)
    assert open_roads(nomvula) == {Road.RESEARCH}

    told = named("open_road")(fhatuwani, road="first year").sentence
    assert told == "Open from now on at Lesedi Ridge, Lesedi Ridge (Nomvula Shezi): first year."


def test_of_roads_that_are_closed_everywhere_nothing_is_asked_and_of_a_supervisor_neither(
    pair: tuple[Book, Book], send: Callable[..., Any]
):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    named("open_road")(fhatuwani, road="research")
    send(fhatuwani, nomvula)
    named("close_road")(fhatuwani, road="research")

    assert not_yet(fhatuwani) == not_yet(nomvula) == []
