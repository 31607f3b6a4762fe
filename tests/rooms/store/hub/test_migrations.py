"""A hub is brought up to date by who owns it, at once and wholly; others are told, and an older program is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from postgres import Server
from psycopg.conninfo import make_conninfo

from caregiver_desk import acts
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import BookNewer, Broken, HubChanging, HubOlder, HubRefused
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import addresses, agreement, checking, ledger, questions, slots, turns
from caregiver_desk.store.book import Book
from caregiver_desk.store.hub import founding, migrations, rights
from caregiver_desk.store.hub import server as hub_server

OLD = Path(__file__).parents[3] / "samples" / "old" / "hub-3"
PASSPHRASE = "maize kettle window river"
LATER = "CREATE TABLE later (n BIGINT); ALTER TABLE sent ADD COLUMN later TEXT NOT NULL DEFAULT 'yes';"
ANSWERS = {"organisation": "Lesedi", "officer": "Thabo Nkosi", "purposes": "To know how families are."}

Come, Move = Callable[..., Book], Callable[[str], None]


@pytest.fixture
def kept(home: Path, server: Server) -> tuple[Path, str]:
    """The hub of version 3 that is kept, brought back from its dump, and the folder of who founded it."""
    acts.load()
    folder, address = home / "kept", server.database()
    shutil.copytree(OLD, folder)
    addresses.keep(folder, address, slots.open_with_passphrase((OLD / "keys.json").read_bytes(), PASSPHRASE))
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(rights.MADE)  # the roles are the server's, and stand in no dump
        connection.execute((OLD / "hub.sql").read_text().encode())
    return folder, address


@pytest.fixture
def moves_on_by(monkeypatch: pytest.MonkeyPatch) -> Move:
    """The program of tomorrow, whose hubs have one migration more."""
    known = migrations.SHARED
    return lambda migration: monkeypatch.setattr(migrations, "SHARED", (*known, migration))


def login(address: str, name: str, role: str) -> str:
    """A login of this role at a hub, and the address that it comes by."""
    with psycopg.connect(address, autocommit=True) as owner:
        if not owner.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,)).fetchone():
            owner.execute(f"CREATE ROLE {name} LOGIN IN ROLE caregiver_desk_{role}")  # type: ignore[arg-type]
    return make_conninfo(address, user=name)


def come(folder: Path, address: str, name: str = "Zanele Khoza") -> Book:
    told = {"role": Role.COORDINATOR, "site": "Lesedi", "team": "Office"}
    return opening.demo_book(folder, name=name, hub=address, **told, **ANSWERS)  # type: ignore[arg-type]


def version(address: str) -> int:
    with psycopg.connect(address, autocommit=True) as connection:
        (told,) = connection.execute("SELECT value FROM hub.noted WHERE name = 'version'").fetchone() or ("0",)
    return int(told)


def test_a_hub_of_an_earlier_form_says_the_same_once_its_owner_opened_it(
    kept: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
):
    """From then on its access logs keep what they hold, and the program of before is refused."""
    folder, address = kept
    assert version(address) == 3

    book = opening.open_book(folder, PASSPHRASE)

    assert version(address) == migrations.newest()
    assert list(agreement.state(book)) == (OLD / "state.jsonl").read_text().splitlines()
    assert checking.check(book) == []
    with book.reading() as cursor:
        assert len(turns.readers(cursor)) == 1
    home = questions.listing(book, "household")[0]
    ACTS["change_household"](book, id=home.id, fields={"level": 2})
    with pytest.raises(Broken), book.writing() as cursor:
        cursor.execute("DELETE FROM access")
    book.close()
    for forms in ("SHARED", "OWN"):
        with monkeypatch.context() as before:
            before.setattr(migrations, forms, getattr(migrations, forms)[:1])
            with pytest.raises(BookNewer):
                opening.open_book(folder, PASSPHRASE)


def test_who_is_no_owner_is_told_to_ask_and_the_hub_is_left_as_it_is(home: Path, kept: tuple[Path, str]):
    folder, address = kept
    with pytest.raises(HubOlder):
        come(home / "zanele", login(address, "zanele", "writer"))
    assert version(address) == 3

    opening.open_book(folder, PASSPHRASE).close()
    zanele = come(home / "again", login(address, "zanele", "writer"))
    assert checking.check(zanele) == []
    zanele.close()


def test_a_reader_can_open_nothing_and_changes_nothing(home: Path, kept: tuple[Path, str]):
    _, address = kept

    with pytest.raises(HubRefused):
        come(home / "bi", login(address, "bi", "reader"))

    assert version(address) == 3


def test_what_one_owner_made_another_brings_up_to_date(home: Path, server: Server, moves_on_by: Move):
    """Neither may do everything on the server."""
    acts.load()
    address = server.database()
    with psycopg.connect(address, autocommit=True) as administrator:
        administrator.execute("CREATE ROLE fhatuwani LOGIN CREATEROLE")
        administrator.execute(f"ALTER DATABASE {administrator.info.dbname} OWNER TO fhatuwani")  # type: ignore[arg-type]
    come(home / "fhatuwani", make_conninfo(address, user="fhatuwani"), "Fhatuwani Netsianda").close()
    moves_on_by(LATER)

    thandi = come(home / "thandi", login(address, "thandi", "owner"), "Thandi Mokoena")

    assert version(address) == migrations.newest()
    assert checking.check(thandi) == []
    thandi.close()


def test_an_open_book_of_the_earlier_program_is_refused_from_then_on(
    come_into_hub: Come, home: Path, moves_on_by: Move, monkeypatch: pytest.MonkeyPatch
):
    earlier = migrations.SHARED
    fhatuwani = come_into_hub()
    address = fhatuwani.vault.ground.address  # type: ignore[attr-defined]
    moves_on_by(LATER)
    come(home / "z", address).close()
    monkeypatch.setattr(migrations, "SHARED", earlier)

    with pytest.raises(BookNewer):
        questions.listing(fhatuwani, "household")
    with pytest.raises(BookNewer):
        ACTS["record_team"](fhatuwani, name="South")
    with pytest.raises(BookNewer):
        come(home / "y", address)
    assert version(address) == migrations.newest() + 1


def test_a_change_that_fails_half_way_leaves_the_hub_as_it_was(come_into_hub: Come, home: Path, moves_on_by: Move):
    fhatuwani = come_into_hub()
    address, before = fhatuwani.vault.ground.address, version(fhatuwani.vault.ground.address)  # type: ignore[attr-defined]
    moves_on_by(LATER + "CREATE TABLE later (again BIGINT);")

    with pytest.raises(Broken):
        come(home / "z", address)

    assert version(address) == before
    ACTS["record_team"](fhatuwani, name="South")


def test_of_two_who_bring_it_up_to_date_at_once_one_does_and_the_other_comes_after_or_is_told(
    kept: tuple[Path, str], home: Path
):
    _, address = kept

    def come_or_hear(name: str) -> list[str]:
        try:
            with closing(come(home / name, address, f"{name} Khoza")) as book:
                return checking.check(book)
        except HubChanging as told:
            return [told.code]

    with ThreadPoolExecutor(2) as both:
        found = list(both.map(come_or_hear, ("one", "other")))

    assert [] in found
    assert all(each in ([], [HubChanging.code]) for each in found)
    assert version(address) == migrations.newest()


@pytest.fixture
def book(come_into_hub: Come, monkeypatch: pytest.MonkeyPatch) -> Book:
    """At a hub where nobody waits for long."""
    for waits in (hub_server, founding):
        monkeypatch.setattr(waits, "_PATIENCE", 1)
    return come_into_hub()


@pytest.fixture
def other(book: Book) -> Iterator[psycopg.Connection]:
    """Somebody else at the same hub, in a transaction until she leaves."""
    with psycopg.connect(book.vault.ground.address) as connection:  # type: ignore[attr-defined]
        yield connection


def test_while_it_is_changed_who_writes_is_told_at_once(book: Book, other: psycopg.Connection):
    other.execute("LOCK TABLE hub.closing IN EXCLUSIVE MODE")

    with pytest.raises(HubChanging):
        ACTS["record_team"](book, name="South")

    assert len(questions.listing(book, "team")) == 1


def test_who_reads_what_is_being_changed_waits_a_moment_and_is_told(book: Book, other: psycopg.Connection):
    other.execute("LOCK TABLE hub.team IN ACCESS EXCLUSIVE MODE")

    with pytest.raises(HubChanging):
        questions.listing(book, "team")

    other.rollback()
    assert len(questions.listing(book, "team")) == 1


def test_a_dashboard_that_was_left_open_keeps_a_hub_from_being_changed_for_a_moment_only(
    book: Book, other: psycopg.Connection
):
    other.execute("SELECT count(*) FROM hub.team")

    with pytest.raises(HubChanging):
        ledger.rebuild(book)
    ACTS["record_team"](book, name="South")
    other.rollback()

    ledger.rebuild(book)
    assert len(questions.listing(book, "team")) == 2
