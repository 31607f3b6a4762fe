"""A hub proves who it is before a word is said to it, and nobody between reads along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from certified import Certified, certified
from postgres import Server, serving
from psycopg.conninfo import make_conninfo

from caregiver_desk import acts
from caregiver_desk.acts import opening
from caregiver_desk.errors import HubInTheOpen, HubNotProved
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import hosts, questions
from caregiver_desk.store.hub import tls

ANSWERS = {"organisation": "Lesedi", "officer": "Thabo Nkosi", "purposes": "To know how families are."}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    return certified(tmp_path_factory.mktemp("shown"))


@pytest.fixture(scope="module")
def own_server(shown: Certified) -> Iterator[Server]:
    """One that shows a certificate for `localhost`."""
    with serving(shown=shown) as begun:
        yield begun


@pytest.fixture(scope="module")
def address(own_server: Server) -> str:
    return own_server.database()


def at(address: str, authority: Path, *, host: str = "localhost", sslmode: str = "verify-full") -> str:
    return make_conninfo(address, host=host, sslmode=sslmode, sslrootcert=str(authority))


def come(folder: Path, address: str) -> str:
    """Who comes in there, and how what is said is enciphered."""
    told = {"name": "Zanele Khoza", "role": Role.COORDINATOR, "site": "Lesedi", "team": "Office"}
    book = opening.demo_book(folder, hub=address, **told, **ANSWERS)  # type: ignore[arg-type]
    assert [each["surname"] for each in questions.find(book, "khoza")] == ["Khoza"]
    with book.reading() as cursor:
        cursor.execute("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        ((version,),) = cursor.fetchall()
    book.close()
    return str(version)


def test_who_knows_its_authority_and_its_name_comes_in_and_speaks_in_secret(home: Path, address: str, shown: Certified):
    acts.load()

    assert come(home / "z", at(address, shown.authority)).startswith("TLS")


def test_another_authority_or_another_name_is_refused_and_nothing_is_left(
    home: Path, address: str, shown: Certified, tmp_path_factory: pytest.TempPathFactory
):
    stranger = certified(tmp_path_factory.mktemp("stranger")).authority

    for asked in (at(address, stranger), at(address, shown.authority, host="127.0.0.1")):
        with pytest.raises(HubNotProved):
            come(home / "z", asked)
        assert not (home / "z" / "hub.age").exists()


def test_a_hub_that_speaks_in_the_open_is_refused_where_it_should_not(
    home: Path, address: str, own_server: Server, shown: Certified
):
    with psycopg.connect(own_server.address(), autocommit=True) as owner:
        owner.execute("ALTER SYSTEM SET ssl = off")
    own_server.stop()
    own_server.start()

    with pytest.raises(HubInTheOpen):
        come(home / "z", at(address, shown.authority))


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("postgresql://z@hub.example.org/caredesk", {"sslmode": "verify-full", "sslrootcert": "system"}),
        ("postgresql://z@8.8.8.8/caredesk?sslrootcert=ca.crt", {"sslmode": "verify-full"}),
        ("postgresql://z@localhost,hub.example.org/caredesk?sslrootcert=ca.crt", {"sslmode": "verify-full"}),
        ("postgresql://z@hub.example.org/caredesk?sslmode=require", {}),
        ("postgresql://z@localhost/caredesk", {}),
        ("postgresql://z@10.0.0.7/caredesk", {}),
        ("postgresql://z@/caredesk?host=/run/postgresql", {}),
        ("postgresql:///caredesk", {}),
        ("postgresql:///?service=caredesk&sslrootcert=ca.crt", {"sslmode": "verify-full"}),
    ],
)
def test_a_far_hub_has_to_prove_itself_where_its_address_does_not_say_otherwise(
    address: str, asked: dict[str, str], monkeypatch: pytest.MonkeyPatch, home: Path
):
    monkeypatch.setenv("HOME", str(home))
    for name in ("PGSSLMODE", "PGHOST", "PGHOSTADDR", "PGSERVICE"):
        monkeypatch.delenv(name, raising=False)

    assert tls.asked(address) == asked


def test_what_a_service_leads_to_is_far_also_where_only_the_surroundings_name_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PGSSLMODE", raising=False)
    monkeypatch.setenv("PGSERVICE", "caredesk")

    assert tls.asked("postgresql:///caredesk")["sslmode"] == "verify-full"


def test_what_is_near_is_told_by_its_address_alone():
    assert all(map(hosts.is_near, ("localhost", "127.0.0.1", "::1", "10.1.2.3", "192.168.0.4")))
    assert not any(map(hosts.is_near, ("hub", "example.org", "8.8.8.8", "")))
