"""A hub from the command line: one founds it, another comes in, a login reads there, and pg_dump brings it back."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from postgres import NOBODY, Server
from psycopg.conninfo import conninfo_to_dict

Told = Callable[..., tuple[int, str, str]]
FOUNDING = ("--organisation", "Lesedi", "--officer", "Thabo Nkosi", "--purposes", "To know how families are.")


@pytest.fixture
def address(server: Server) -> str:
    return server.database()


@pytest.fixture
def told(at_a_prompt: Told) -> Told:
    return at_a_prompt


def found(told: Told, address: str, name: str = "Fhatuwani Netsianda", sign: str = "baobab", *more: str) -> int:
    words = ("new", "--name", name, "--role", "coordinator", "--sign", sign, "--sheet", f"{sign}.txt", *more)
    return told(address, *words)[0]


def home_of(told: Told, book: str) -> int:
    _, out, _ = told(book, "show", "team", "--json")
    team = out.split('"id":"')[1].split('"')[0]
    return told(book, "do", "record_household", f'{{"code": "HH-001", "team": "{team}"}}')[0]


def test_one_founds_it_and_another_comes_in_and_both_see_one_book(told: Told, address: str):
    assert found(told, address, "Fhatuwani Netsianda", "baobab", *FOUNDING) == 0
    assert found(told, address, "Zanele Khoza", "marula") == 0
    assert home_of(told, "baobab") == 0

    assert "HH-001" in told("marula", "show", "household")[1]
    assert told("marula", "state")[1] == told("baobab", "state")[1]
    assert told("marula", "check")[1] == "All is well.\n"


def test_who_founds_it_says_who_answers_for_its_records(told: Told, address: str):
    status, _, err = told(address, "new", "--name", "Fhatuwani", "--role", "coordinator", "--sheet", "s.txt")

    assert status != 0
    assert "Three things are named" in err


def test_from_a_laptop_that_was_never_there_it_is_said_how_to_come_in(told: Told, address: str):
    status, _, err = told(address, "show", "household")

    assert status != 0
    assert "This laptop has never been at that hub" in err


def test_a_server_that_is_not_there_and_a_login_that_may_not_are_sentences(told: Told, address: str, home: Path):
    away = f"postgresql://nobody@/nothing?host={home}"
    assert "The hub does not answer" in told(away, "new", "--name", "F", "--role", "coordinator", "--sheet", "s.txt")[2]
    wrong = address.replace(f"{NOBODY}@", "nosuchlogin@")
    told_no = told(wrong, "new", "--name", "F", "--role", "coordinator", "--sheet", "s.txt")[2]
    assert "The hub" in told_no
    assert not list((home / "home").rglob("hub.age"))


def test_a_backup_is_the_servers_and_that_is_said(told: Told, address: str):
    found(told, address, "Fhatuwani Netsianda", "baobab", *FOUNDING)

    status, _, err = told("baobab", "backup")
    assert status != 0
    assert "whoever runs it backs it up (pg_dump)" in err


def test_a_login_is_let_in_to_read_and_out_again(told: Told, address: str, server: Server):
    found(told, address, "Fhatuwani Netsianda", "baobab", *FOUNDING)
    server.login("bi", "reader")

    assert "name a team with --team, or say --all" in told("baobab", "hub", "--let-read", "bi")[2]
    assert told("baobab", "hub", "--let-read", "bi", "--team", "My team")[1] == "“bi” reads My team now.\n"
    assert told("baobab", "hub")[1] == "bi  My team\n"
    told("baobab", "hub", "--let-out", "bi")
    assert told("baobab", "hub")[1] == ""
    assert "No login reads here for a dashboard." in told("baobab", "hub")[2]


def test_a_team_takes_the_place_of_all_teams(told: Told, address: str, server: Server):
    found(told, address, "Fhatuwani Netsianda", "baobab", *FOUNDING)
    server.login("bi", "reader")

    told("baobab", "hub", "--let-read", "bi", "--all")
    told("baobab", "hub", "--let-read", "bi", "--team", "My team")

    assert told("baobab", "hub")[1] == "bi  My team\n"


def test_only_a_login_that_may_read_for_a_dashboard_is_let_in(told: Told, address: str, server: Server):
    found(told, address, "Fhatuwani Netsianda", "baobab", *FOUNDING)
    server.login("writes", "writer")

    for login in ("nosuchlogin", "writes"):
        told_no = told("baobab", "hub", "--let-read", login, "--all")[2]
        assert f"There is no login “{login}” that may read for a dashboard" in told_no
    assert "was let in to read nothing here" in told("baobab", "hub", "--let-out", "writes")[2]
    assert told("baobab", "hub")[1] == ""


def test_who_comes_a_second_time_is_told_that_she_is_there_already(told: Told, address: str, home: Path):
    (home / "word.txt").write_text("a password\n")
    found(told, address, "Fhatuwani Netsianda", "baobab", *FOUNDING, "--password-file", str(home / "word.txt"))

    words = ("new", "--name", "Zanele Khoza", "--role", "coordinator", "--sign", "marula", "--sheet", "m.txt")
    assert "This laptop opens that hub already, as “baobab”" in told(address, *words)[2]


def test_who_came_in_and_who_was_let_in_and_out_stands_at_the_door(told: Told, address: str, server: Server):
    found(told, address, "Fhatuwani Netsianda", "baobab", *FOUNDING)
    server.login("bi", "reader")
    told("baobab", "hub", "--let-read", "bi", "--team", "My team")
    told("baobab", "hub", "--let-out", "bi")

    lines = told("baobab", "hub", "--door")[1].splitlines()
    assert [line.partition("  ")[2] for line in lines] == [
        f"a laptop came in, as “{NOBODY}”",
        f"“bi” was let in to read My team, by “{NOBODY}”",
        f"“bi” was let out of My team, by “{NOBODY}”",
    ]
    entries = [json.loads(line) for line in told("baobab", "hub", "--door", "--json")[1].splitlines()]
    assert [each["what"] for each in entries] == ["came in", "let read", "let out"]


def test_a_book_on_a_laptop_is_in_no_hub(told: Told):
    told("mine", "new", "--name", "Nomvula Shezi", "--sheet", "mine.txt")

    assert "in no hub" in told("mine", "hub")[2]


def test_pg_dump_brings_a_hub_back_and_who_opens_it_hears_what_is_missing(
    told: Told, address: str, server: Server, home: Path
):
    found(told, address, "Fhatuwani Netsianda", "baobab", *FOUNDING)
    before = told("baobab", "state")[1]
    name = str(conninfo_to_dict(address)["dbname"])
    dump = home / "hub.dump"
    dump.write_bytes(_run("pg_dump", "-h", str(server.folder), "-U", NOBODY, "-Fc", name))
    home_of(told, "baobab")

    _run("dropdb", "-h", str(server.folder), "-U", NOBODY, name)
    _run("createdb", "-h", str(server.folder), "-U", NOBODY, "-T", "template0", name)
    _run("pg_restore", "-h", str(server.folder), "-U", NOBODY, "-d", name, str(dump))

    status, out, err = told("baobab", "state")
    assert (status, out) == (0, before)
    assert "missing" in err
    assert home_of(told, "baobab") == 0
    assert told("baobab", "check")[1] == "All is well.\n"


def _run(*words: str) -> bytes:
    done = subprocess.run(words, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    assert done.returncode == 0, done.stderr
    return done.stdout
