"""Work goes on without somebody: her homes, her team, and what was said in confidence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from acquainted import introduce
from driver import Desk, Programme

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, exchange, making
from caregiver_desk.sync.opener import Opener


@pytest.fixture
def carry(opener: Opener, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Book, Book], None]:
    stick = tmp_path_factory.mktemp("stick")

    def bring(sender: Book, reader: Book) -> None:
        partner = next(each for each in partners.known(sender) if each.key == reader.key)
        for made in making.make(sender, partner):
            exchange.open_bundle(reader, carriers.drop(stick, made.bundle, made.sealed), opener)

    return bring


@pytest.fixture
def with_homes(cleared: Programme) -> Programme:
    """The caregiver visits two homes, and a colleague is cleared as well."""
    ACTS["assign_household"](cleared.book, household=cleared.household, caregiver=cleared.caregiver)
    (second,) = [each for each in questions.listing(cleared.book, "household") if each.id != cleared.household]
    ACTS["assign_household"](cleared.book, household=second.id, caregiver=cleared.caregiver)
    colleague = ACTS["add_caregiver"](cleared.book, given_names="Thandeka", surname="Mabuza").record
    day = "2026-01-05"
    told = {"sort": "police clearance", "submitted": day, "result": "cleared"}
    ACTS["record_vetting"](cleared.book, person=colleague, **told)
    return cleared


@pytest.fixture
def mpho(
    programme: Programme,
    coordinator: Book,
    books: Callable[[str, Role], Book],
    carry: Callable[[Book, Book], None],
) -> Book:
    """A second supervisor; the coordinator has heard from both."""
    book = books("Mpho Lekalakala", Role.SUPERVISOR)
    introduce(book, coordinator, "Fhatuwani Mudau")
    introduce(coordinator, book, "Mpho Lekalakala")
    for each in (programme.book, book):
        carry(each, coordinator)
    return book


def numbers(book: Book, caregiver: str) -> list[int]:
    held = questions.listing(book, "assignment", {"caregiver": caregiver})
    return sorted(each["short_number"] for each in held if each["until"] is None)


def test_homes_are_shared_out_with_a_note_and_one_undo_takes_it_back(with_homes: Programme, desk: Desk) -> None:
    desk.open("people").choose_person("Sibongile Ndaba").press("Moves or leaves")
    desk.press("Share out their homes").fill(to="Thandeka Mabuza", handover="Ring first.")
    for words in [each for each in desk.buttons() if each.startswith("HH-")]:
        desk.press(words)
    desk.press("Save")

    assert "2 homes are Thandeka Mabuza’s now." in desk.status()
    assert not numbers(desk.book, with_homes.caregiver)
    desk.press("Undo")
    assert numbers(desk.book, with_homes.caregiver) == [1, 2]


def test_what_is_lacking_is_said_and_nothing_is_done(with_homes: Programme, desk: Desk) -> None:
    desk.open("people").choose_person("Sibongile Ndaba").press("Moves or leaves")

    desk.press("Share out their homes").press("Save")

    assert "Still needed: To whom, Which homes." in desk.message()
    assert numbers(desk.book, with_homes.caregiver) == [1, 2]


def test_who_dies_is_asked_for_nothing_any_more(with_homes: Programme, desk: Desk) -> None:
    desk.open("people").choose_person("Sibongile Ndaba").press("Moves or leaves")
    desk.press("They leave").press("They died").press("Save")

    assert "Nothing more is due of Sibongile Ndaba. 2 homes need somebody." in desk.status()
    assert "Each may say no" in desk.message()  # the sheet stays: what the team is offered comes next
    desk.press("Save")
    assert {each["code"] for each in questions.listing(desk.book, "follow_up", {"state": "offered"})} == {"F10"}
    assert "Sibongile" not in desk.open("today").message().replace(desk.status(), "")
    (work,) = questions.listing(desk.book, "engagement", {"person": with_homes.caregiver})
    assert work["state"] == "deceased"


def test_who_was_marked_by_mistake_is_put_back_though_more_was_saved_since(with_homes: Programme, desk: Desk) -> None:
    ACTS["caregiver_leaves"](with_homes.book, caregiver=with_homes.caregiver)
    ACTS["record_household"](with_homes.book, team=own_team(with_homes.book), code="HH-777")

    desk.open("people").press("Who left (1)").choose_person("Sibongile Ndaba").press("Moves or leaves")
    assert "Marked by mistake" in desk.buttons()
    desk.press("Save")

    assert "Sibongile Ndaba works here as before. 2 homes are theirs again." in desk.status()
    assert numbers(desk.book, with_homes.caregiver) == [1, 2]


def test_a_coordinator_hands_a_team_over_and_decides_on_what_came_late(
    programme: Programme,
    coordinator: Book,
    mpho: Book,
    open_window: Callable[[Book], Desk],
    carry: Callable[[Book, Book], None],
) -> None:
    desk = open_window(coordinator)

    desk.open("people").choose_person("Sibongile Ndaba").press("Moves or leaves")
    desk.press("The whole team changes hands").fill(to="Mpho Lekalakala", leaves="leaves for good").press("Save")

    assert "Mpho Lekalakala has it now" in desk.status()
    leads = questions.listing(coordinator, "engagement", {"team": own_team(programme.book), "role": "supervisor"})
    assert [each["person"] for each in leads if each["until"] is None] == [mpho.person]

    ACTS["change_household"](programme.book, id=programme.household, fields={"level": 4})
    carry(programme.book, coordinator)
    told = desk.open("today").open("sharing").message()
    assert "Nomvula Shezi wrote of 1 record in North, where another writes now." in told
    assert questions.get(coordinator, "household", programme.household)["level"] is None
    desk.press("Let this count")
    assert questions.get(coordinator, "household", programme.household)["level"] == 4
    assert "where another writes now" not in desk.message()


def test_who_gave_a_team_up_is_told_so(
    programme: Programme,
    coordinator: Book,
    mpho: Book,
    open_window: Callable[[Book], Desk],
    carry: Callable[[Book, Book], None],
) -> None:
    ACTS["hand_over_team"](coordinator, team=own_team(programme.book), to=mpho.laptop)
    carry(coordinator, programme.book)

    told = open_window(programme.book).open("sharing").message()

    assert "North has another supervisor now" in told
