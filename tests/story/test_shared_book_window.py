"""A coordinator begins a shared book on a server at the door, or comes into one that is there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from doorway import PASSPHRASE, Doorway
from postgres import NOBODY, Server

from caregiver_desk import settings
from caregiver_desk.store import questions

Stand = Callable[..., Doorway]
FOUNDING = {"organisation": "Lesedi", "officer": "Thabo Nkosi", "purposes": "To know how families are."}


@pytest.fixture
def address(server: Server) -> str:
    return server.database()


def coming(at_the_door: Stand, address: str, **fields: str) -> Doorway:
    """A coordinator who has filled in where the records stand, and pressed the button."""
    given = {"name": "Fhatuwani Mudau", "passphrase": PASSPHRASE, "once_more": PASSPHRASE, "address": address} | fields
    doorway = at_the_door([]).press("Coordinator").press("On a server")
    return doorway.fill(**given).press("Begin my book")


def test_a_supervisor_is_not_asked_where_her_records_stand(at_the_door: Stand) -> None:
    doorway = at_the_door()
    assert "On a server" not in doorway.buttons()

    doorway.press("Coordinator")
    assert "On a server" in doorway.buttons()
    assert "only you can open it" in doorway.message()
    assert "A shared book stands on a server." in doorway.press("On a server").message()
    doorway.press("Supervisor")
    assert "On a server" not in doorway.buttons()
    assert "only you can open it" in doorway.message()


def test_one_founds_it_and_another_comes_in_and_both_see_one_book(at_the_door: Stand, address: str) -> None:
    doorway = coming(at_the_door, address, sign="baobab", **FOUNDING)
    assert "Your recovery sheet" in doorway.message()
    fhatuwani = doorway.press("I copied it by hand").desk()
    assert fhatuwani.window.windowTitle() == "Caregiver Desk · shared book"
    assert "SHARED BOOK" in fhatuwani.message()

    desk = coming(at_the_door, address, name="Zanele Khoza", sign="marula").press("I copied it by hand").desk()
    assert "Zanele Khoza" in desk.message()
    assert desk.book.site == fhatuwani.book.site
    assert questions.count(desk.book, "person") == 2


def test_whoever_comes_first_says_who_answers_and_nothing_typed_is_lost(at_the_door: Stand, address: str) -> None:
    doorway = coming(at_the_door, address, sign="baobab")
    assert "Three things are named" in doorway.message()
    assert doorway.typed("address") == address
    assert settings.books() == []

    doorway.fill(**FOUNDING).press("Begin my book")
    assert "Your recovery sheet" in doorway.message()


def test_it_is_opened_again_by_its_sign_and_who_types_its_address_is_told(at_the_door: Stand, address: str) -> None:
    coming(at_the_door, address, sign="baobab", **FOUNDING).press("I copied it by hand").close()

    doorway = at_the_door().press("Begin another book").press("Coordinator").press("On a server")
    doorway.fill(address=address, server_password="")
    assert "This laptop opens it already, as “baobab”." in doorway.message()

    desk = doorway.press("Back").fill(passphrase=PASSPHRASE).press("Unlock").desk()
    assert "SHARED BOOK" in desk.message()


def test_a_server_that_is_not_there_or_lets_nobody_in_is_a_sentence_and_no_half_book(
    at_the_door: Stand, address: str, tmp_path: Path
) -> None:
    away = f"postgresql://nobody@/nothing?host={tmp_path}"
    doorway = coming(at_the_door, away, **FOUNDING)
    assert "The hub does not answer." in doorway.message()
    assert doorway.typed("address") == away

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE ROLE guest LOGIN")
    doorway.fill(address=address.replace(f"{NOBODY}@", "guest@")).press("Begin my book")
    assert "The hub lets nobody in" in doorway.message()
    doorway.fill(address="https://example.org").press("Begin my book")
    assert "An address begins with postgresql://" in doorway.message()
    assert not list((tmp_path / "home").rglob("hub.age"))


def test_a_program_without_the_extra_says_what_to_install(
    at_the_door: Stand, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "caregiver_desk.store.hub.server", None)
    monkeypatch.delattr("caregiver_desk.store.hub.server", raising=False)

    assert "Install it with its extra `hub`." in coming(at_the_door, address, **FOUNDING).message()
    assert settings.books() == []
