"""Areas: coordinators found and place them, sites of one name go together, and what a merge brought wrong is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.insight.areas import areas_of, in_no_area
from caregiver_desk.acts.people.regions import lying, sites_of_teams
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import LiesInItself, NoSuchRecord, NotUnderstood, NotYours, SomethingLiesInIt
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

Send, Meet = Callable[..., Any], Callable[[Book, Book], None]


@pytest.fixture
def fhatuwani(make_book: Callable[..., Book]) -> Book:
    return make_book("Fhatuwani Netsianda", "coordinator")


def area(book: Book, name: str, lies_in: str = "", level: str = "district") -> str:
    return ACTS["record_region"](book, name=name, level=level, **({"lies_in": lies_in} if lies_in else {})).record


def change(book: Book, region: str, **fields: Any) -> None:
    ACTS["change_region"](book, id=region, fields=fields)


def site(book: Book) -> str:
    own = questions.own_site(book)
    assert own
    return own.id


def codes(book: Book) -> set[tuple[str, str]]:
    return {(each.code, each.record) for each in together.found(book)}


def test_a_site_lies_in_a_district_and_that_in_a_province_however_many_levels_there_are(fhatuwani: Book):
    widest = area(fhatuwani, "South", level="our own word")
    here = widest
    for name in ("Province", "District", "Local"):
        here = area(fhatuwani, name, here)
    ACTS["change_site"](fhatuwani, id=site(fhatuwani), fields={"lies_in": here})

    assert [*lying(fhatuwani).above(site(fhatuwani))][-1] == widest
    assert [(depth, each.name) for depth, each in areas_of(fhatuwani).below()] == [
        (0, "South"), (1, "Province"), (2, "District"), (3, "Local"), (4, "Lesedi Ridge"),
    ]  # fmt: skip


def test_an_area_is_renamed_and_moved_and_one_undo_brings_it_back(fhatuwani: Book):
    wide, other = area(fhatuwani, "Province"), area(fhatuwani, "Other")
    near = area(fhatuwani, "District", wide)
    change(fhatuwani, near, name="Ridge", lies_in=other)
    assert [*lying(fhatuwani).above(near)] == [other]

    ACTS["undo"](fhatuwani)
    assert [*lying(fhatuwani).above(near)] == [wide]
    assert questions.get(fhatuwani, "region", near)["name"] == "District"


def test_no_area_is_put_into_itself_or_into_what_lies_in_it(fhatuwani: Book):
    wide = area(fhatuwani, "Province")
    near = area(fhatuwani, "District", wide)
    for wider in (wide, near):
        with pytest.raises(LiesInItself):
            change(fhatuwani, wide, lies_in=wider)


def test_an_area_is_given_up_once_nothing_lies_in_it_and_nothing_is_placed_in_it_afterwards(fhatuwani: Book):
    near = area(fhatuwani, "District")
    ACTS["change_site"](fhatuwani, id=site(fhatuwani), fields={"lies_in": near})
    with pytest.raises(SomethingLiesInIt, match="1 area or site lies"):
        ACTS["withdraw_region"](fhatuwani, id=near)

    ACTS["change_site"](fhatuwani, id=site(fhatuwani), fields={"lies_in": None})
    ACTS["withdraw_region"](fhatuwani, id=near)
    with pytest.raises(NotUnderstood):
        ACTS["change_site"](fhatuwani, id=site(fhatuwani), fields={"lies_in": near})


def test_only_a_coordinator_says_what_lies_where(book: Book):
    with pytest.raises(NotYours):
        area(book, "District")
    with pytest.raises(NotYours):
        ACTS["change_site"](book, id=site(book), fields={"lies_in": site(book)})
    team = questions.in_order(book, "team")[0].id
    with pytest.raises(NotYours):
        ACTS["change_team"](book, id=team, fields={"site": site(book)})


def test_nothing_is_placed_in_what_there_is_not(fhatuwani: Book):
    nowhere = clock.new_record(fhatuwani.site)
    for placed in (
        lambda: area(fhatuwani, "District", nowhere),
        lambda: ACTS["change_site"](fhatuwani, id=site(fhatuwani), fields={"lies_in": nowhere}),
        lambda: ACTS["record_team"](fhatuwani, name="East", site=nowhere),
    ):
        with pytest.raises(NoSuchRecord):
            placed()
    assert questions.listing(fhatuwani, "region") == []


def test_sites_of_one_name_are_placed_together_and_their_teams_lie_in_them(pair: tuple[Book, Book], send: Send):
    """Each laptop founds a site of its own; a supervisor is sent where hers lies, and no map of the others."""
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    near = area(fhatuwani, "District")
    ACTS["change_site"](fhatuwani, id=site(fhatuwani), fields={"lies_in": near})

    areas = areas_of(fhatuwani)
    assert in_no_area(fhatuwani) == []
    (one,) = areas.within(near)
    assert one.teams == set(sites_of_teams(fhatuwani))
    assert len(one.teams) == 2
    assert set(sites_of_teams(fhatuwani).values()) == {site(fhatuwani), site(nomvula)}

    send(fhatuwani, nomvula)
    assert questions.get(nomvula, "site", site(nomvula))["lies_in"] == near
    assert questions.listing(nomvula, "region") == []


def test_a_team_that_works_at_another_site_than_its_founder_lies_where_a_coordinator_says(
    pair: tuple[Book, Book], send: Send
):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    team = ACTS["record_team"](fhatuwani, name="East", site=site(nomvula)).record

    assert sites_of_teams(fhatuwani)[team] == site(nomvula)


def test_two_coordinators_who_each_put_one_area_into_the_other_are_shown_it_until_one_mends_it(
    make_book: Callable[..., Book], introduced: Meet, send: Send
):
    one, other = (make_book(name, "coordinator") for name in ("Fhatuwani Netsianda", "Dineo Mokoena"))
    introduced(one, other)
    north, south = area(one, "North"), area(one, "South")
    ACTS["change_site"](one, id=site(one), fields={"lies_in": north})
    send(one, other)
    change(one, north, lies_in=south)
    change(other, south, lies_in=north)
    send(one, other)
    send(other, one)

    for book in (one, other):
        assert codes(book) == {("lies-in-itself", north), ("lies-in-itself", south)}
        assert [*lying(book).above(site(one))] == [north]
        assert [each.name for each in areas_of(book).within("")] == ["North", "South"]

    change(one, north, lies_in=None)
    send(one, other)
    for book in (one, other):
        assert codes(book) == set()
        assert [*lying(book).above(north)] == []
        assert [*lying(book).above(south)] == [north]


def test_what_was_placed_in_an_area_that_somebody_gave_up_meanwhile_lies_in_none_until_it_is_placed_anew(
    make_book: Callable[..., Book], introduced: Meet, send: Send
):
    one, other = (make_book(name, "coordinator") for name in ("Fhatuwani Netsianda", "Dineo Mokoena"))
    introduced(one, other)
    near = area(one, "District")
    send(one, other)
    ACTS["withdraw_region"](one, id=near)
    ACTS["change_site"](other, id=site(other), fields={"lies_in": near})
    send(other, one)
    send(one, other)

    for book in (one, other):
        assert ("lies-in-none", site(other)) in codes(book)
        assert [*lying(book).above(site(other))] == []
    ACTS["change_site"](other, id=site(other), fields={"lies_in": None})
    assert codes(other) == set()
