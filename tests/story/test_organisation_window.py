"""An organisation at the desk: its root is made and used, its list is handed on and believed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk

from caregiver_desk.acts.sharing import organisation
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust
from caregiver_desk.sync.organisation import root_words
from caregiver_desk.sync.words import every_word

DINEO = "Dineo Mokoena"


@pytest.fixture
def coordinators_desk(coordinator: Book, open_window: Callable[[Book], Desk]) -> Desk:
    return open_window(coordinator)


@pytest.fixture
def safe(tmp_path: Path) -> Path:
    folder = tmp_path / "safe"
    folder.mkdir()
    return folder


@pytest.fixture
def card(books: Callable[[str, Role], Book], tmp_path: Path) -> tuple[Path, str]:
    """Another coordinator's card, and her words."""
    data = trust.my_card(books(DINEO, Role.COORDINATOR), DINEO)
    (tmp_path / "dineo.card").write_bytes(data)
    return tmp_path / "dineo.card", " ".join(trust.read_card(data)[1])


def begun(desk: Desk, safe: Path) -> str:
    """Begin the organisation, as its coordinator does; the passphrase that she wrote on paper."""
    desk.answers.folder = safe
    desk.open("sharing").press("Our organisation").press("Begin an organisation")
    shown = [
        each.text() for each in desk.window.findChildren(PlainLabel) if set(each.text().split()) <= set(every_word())
    ]
    (passphrase,) = (each for each in shown if len(each.split()) == 6)
    desk.fill(organisation__name="Lesedi Ridge Care", root__passphrase=passphrase).press("Begin")
    desk.answers.files = {"Where is the root?": safe / "organisation.root"}
    return passphrase


def test_a_coordinator_begins_an_organisation_and_stands_on_its_first_list(coordinators_desk: Desk, safe: Path) -> None:
    begun(coordinators_desk, safe)

    told = coordinators_desk.message()
    assert "Lesedi Ridge Care" in told
    assert "List 1: 1 coordinator" in told
    assert (safe / "organisation.root").exists()


def test_the_words_of_the_root_are_asked_for_before_it_is_made(coordinators_desk: Desk, safe: Path) -> None:
    coordinators_desk.answers.folder = safe
    coordinators_desk.open("sharing").press("Our organisation").press("Begin an organisation")

    coordinators_desk.fill(organisation__name="Lesedi", root__passphrase="something else").press("Begin")

    assert "These are not the words above." in coordinators_desk.message()
    assert list(safe.iterdir()) == []


def test_another_coordinator_is_named_and_ended(coordinators_desk: Desk, safe: Path, card: tuple[Path, str]) -> None:
    passphrase = begun(coordinators_desk, safe)
    coordinators_desk.answers.files["Whose card?"] = card[0]

    coordinators_desk.press("Name a coordinator").fill(words=card[1], root__passphrase="wrong").press("Name them")
    assert "does not open the root" in coordinators_desk.message()
    coordinators_desk.fill(root__passphrase=passphrase).press("Name them")
    assert "List 2: 2 coordinators" in coordinators_desk.message()

    coordinators_desk.press("Coordinates no more").fill(root__passphrase=passphrase).press("Sign it")
    assert "List 3: 1 coordinator" in coordinators_desk.message()
    assert f"Coordinated before: {DINEO}" in coordinators_desk.message()


def test_a_supervisor_who_knows_nobody_yet_believes_the_list_by_the_words_on_the_sheet(
    coordinators_desk: Desk, safe: Path, books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk]
) -> None:
    begun(coordinators_desk, safe)
    desk = open_window(books("Rofhiwa Munyai", Role.SUPERVISOR))
    coordinators_desk.press("Save the list")
    told = organisation.newest_list(coordinators_desk.book)
    assert told

    desk.drop(safe / "organisation.trust")
    assert "Is Lesedi Ridge Care your organisation?" in desk.message()
    desk.fill(words="one two three").press("It is ours")
    assert "not the same" in desk.message()
    desk.fill(words=" ".join(root_words(told))).press("It is ours")

    assert organisation.newest_list(desk.book) == told
    desk.open("sharing").press("Our organisation").press("Share with them")
    assert "you share with them" in desk.message()
    (partner,) = (each for each in partners.known(desk.book) if each.name == "Fhatuwani Mudau")
    assert partner.role == "coordinator"
    desk.press("Close")
    assert "on your organisation’s list" in desk.tags()


def test_the_card_of_a_listed_coordinator_asks_for_no_words(
    coordinators_desk: Desk, safe: Path, books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk]
) -> None:
    begun(coordinators_desk, safe)
    desk = open_window(books("Rofhiwa Munyai", Role.SUPERVISOR))
    told = organisation.newest_list(coordinators_desk.book)
    assert told
    organisation.accept_organisation(
        desk.book, organisation.list_file(coordinators_desk.book), heard=" ".join(root_words(told))
    )
    (safe / "his.card").write_bytes(trust.my_card(coordinators_desk.book, "Fhatuwani Mudau"))

    desk.drop(safe / "his.card")
    assert "No words need comparing." in desk.message()
    desk.press("Pair")

    assert [(each.role, each.compared) for each in partners.known(desk.book)] == [("coordinator", "list")]


def test_a_supervisor_without_a_list_is_not_bothered_with_it(desk: Desk) -> None:
    assert "Our organisation" not in desk.open("sharing").buttons()
