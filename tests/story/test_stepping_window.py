"""A team is somebody's for a time: begun, seen and ended at the desk of the coordinator, and said on Today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from acquainted import introduce
from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, exchange, making
from caregiver_desk.sync.opener import Opener
from caregiver_desk.wording import full_day


@pytest.fixture
def carry(opener: Opener, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Book, Book], None]:
    stick = tmp_path_factory.mktemp("stick")

    def bring(sender: Book, reader: Book) -> None:
        partner = next(each for each in partners.known(sender) if each.key == reader.key)
        for made in making.make(sender, partner):
            exchange.open_bundle(reader, carriers.drop(stick, made.bundle, made.sealed), opener)

    return bring


@pytest.fixture
def mpho(
    programme: Programme, coordinator: Book, books: Callable[[str, Role], Book], carry: Callable[[Book, Book], None]
) -> Book:
    """A second supervisor with a caregiver; the coordinator has heard from both, and their road is open."""
    book = books("Mpho Lekalakala", Role.SUPERVISOR)
    ACTS["change_team"](book, id=own_team(book), fields={"name": "South"})
    ACTS["add_caregiver"](book, given_names="Bongani", surname="Zulu")
    introduce(book, coordinator, "Fhatuwani Mudau")
    introduce(coordinator, book, "Mpho Lekalakala")
    for each in (programme.book, book):
        carry(each, coordinator)
    ACTS["open_road"](coordinator, road="acting up and cover")
    return book


def test_a_cover_is_begun_on_its_shelf_and_said_on_today_of_who_covers(
    mpho: Book, programme: Programme, coordinator: Book, open_window: Callable[[Book], Desk],
    carry: Callable[[Book, Book], None],
) -> None:  # fmt: skip
    office = open_window(coordinator).open("growth").press("Acting up and cover").press("Have somebody stand in")
    office.fill(
        team="South", person="Nomvula Shezi", sort="cover", since="+0", until="+14", words="Bongani walks in pairs."
    )
    office.press("Save")
    until = full_day(clock.today() + timedelta(14))
    assert f"Nomvula Shezi has South as well, until {until}." in office.status()

    carry(coordinator, mpho)
    carry(coordinator, programme.book)
    carry(mpho, coordinator)
    for partner in (mpho, programme.book):
        introduce(partner, programme.book if partner is mpho else mpho, "Mpho Lekalakala")
    carry(mpho, programme.book)
    desk = open_window(programme.book).open("today")

    assert f"You cover South until {until}." in desk.message()
    assert "Bongani Zulu" in desk.message()

    office.press("Who stands in now").press("End it now")
    assert "The end is final." in office.status()
    (told,) = questions.listing(coordinator, "stepping_in")
    assert told["settled"] == clock.today().isoformat()
    office.fill(**{f"until-{told.id}": "+30"}).press("Give this day")
    assert questions.get(coordinator, "stepping_in", told.id)["settled"] is None


def test_what_is_over_is_made_final_by_one_press_on_today(
    mpho: Book, programme: Programme, coordinator: Book, open_window: Callable[[Book], Desk]
) -> None:
    told = {"team": own_team(mpho), "person": programme.book.laptop, "until": clock.today() + timedelta(3)}
    ACTS["step_in"](coordinator, **told)
    clock.shift(timedelta(3))

    office = open_window(coordinator).open("today")
    assert "Nomvula Shezi in South" in office.message()
    office.press("Make it final")

    assert "Nomvula Shezi in South" not in office.message()
    assert questions.listing(coordinator, "stepping_in")[0]["settled"]


def test_whoever_lends_a_team_reads_first_that_a_laptop_is_needed(
    coordinator: Book, open_window: Callable[[Book], Desk]
) -> None:
    ACTS["open_road"](coordinator, road="acting up and cover")
    desk = open_window(coordinator).open("growth").press("Acting up and cover").press("Have somebody stand in")

    assert "They need a laptop with this desk, and their card known here" in desk.message()
