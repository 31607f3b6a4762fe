"""Who may do what in the database of a hub: a dashboard sees what it was let into, and nothing private is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from postgres import NOBODY, Server
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import CannotWrite, HubAway, HubRefused
from caregiver_desk.records.journal import PRIVATE
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.leaving import may_leave
from caregiver_desk.store import ledger, questions, turns, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

Come, Read = Callable[..., Book], Callable[[str], list[tuple[Any, ...]]]
Write = Callable[[str], int]


@pytest.fixture
def fhatuwani(come_into_hub: Come) -> Book:
    """A hub with a home in the team of the office, and six visits there, one with a note."""
    book = come_into_hub()
    office = questions.in_order(book, "team")[0]
    home = ACTS["record_household"](book, team=office.id, code="HH-001", nickname="by the dam").record
    for day in range(2, 8):
        visit = {"caregiver": book.person, "household": home, "day": f"2026-03-0{day}", "note": "roof leaks"}
        ACTS["record_visit"](book, **visit)
    return book


@pytest.fixture
def read(fhatuwani: Book, server: Server) -> Iterator[Read]:
    """What a dashboard asks, as a login of its own that is a reader."""
    database = _database(fhatuwani)
    server.login("bi", "reader")
    with psycopg.connect(server.address(database, "bi"), autocommit=True) as reader:
        yield lambda asked: reader.execute(asked).fetchall()  # type: ignore[arg-type]


def _database(book: Book) -> str:
    return str(conninfo_to_dict(book.vault.ground.address)["dbname"])  # type: ignore[attr-defined]


def test_a_reader_sees_nothing_before_somebody_lets_it_in(read: Read):
    assert read("SELECT id FROM hub.household") == []


def test_it_lets_itself_in_by_no_table_of_its_own(fhatuwani: Book, read: Read, server: Server):
    assert read("SELECT id FROM hub.household") == []
    with psycopg.connect(server.address(_database(fhatuwani), "bi"), autocommit=True) as reader:
        reader.execute("CREATE TEMP TABLE reading AS SELECT 'bi'::name AS reader, '*' AS scope")
        reader.execute("GRANT ALL ON reading TO PUBLIC")

        assert reader.execute("SELECT id FROM hub.household").fetchall() == []


def test_it_sees_the_scopes_that_it_was_let_into_and_no_other(fhatuwani: Book, read: Read):
    office = questions.in_order(fhatuwani, "team")[0]
    other = ACTS["record_team"](fhatuwani, name="South").record
    home = ACTS["record_household"](fhatuwani, team=other, code="HH-002").record
    ACTS["record_visit"](fhatuwani, caregiver=fhatuwani.person, household=home, day="2026-03-02")
    with fhatuwani.writing() as cursor:
        turns.let_read(cursor, "bi", office.scope)

    assert read("SELECT code FROM hub.household") == [("HH-001",)]
    assert {scope for (scope,) in read("SELECT scope FROM hub.tally")} == {office.scope}


def test_it_sees_the_columns_that_may_leave_and_no_line_of_the_journal(fhatuwani: Book, read: Read):
    with fhatuwani.writing() as cursor:
        turns.let_read(cursor, "bi", "*")

    assert len(read("SELECT day, outcome FROM hub.visit")) == 6
    for asked in ("SELECT note FROM hub.visit", "SELECT nickname FROM hub.household", "SELECT body FROM hub.line"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            read(asked)
    for asked in ("DELETE FROM hub.visit RETURNING id", "INSERT INTO hub.reading VALUES ('bi', '*') RETURNING scope"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            read(asked)


def test_whom_the_server_does_not_let_in_is_told_so_and_not_to_look_at_the_network(server: Server):
    database = server.database()
    with psycopg.connect(server.address(), autocommit=True) as owner:
        owner.execute("CREATE ROLE nobody_comes NOLOGIN")
        owner.execute("CREATE ROLE one_comes LOGIN CONNECTION LIMIT 0")

    for unknown in (make_conninfo(database, user=name) for name in ("nobody_knows", "nobody_comes")):
        with pytest.raises(HubRefused):
            vault.is_founded(unknown)
    with pytest.raises(HubRefused):
        vault.is_founded(server.address("of_nobody"))
    with pytest.raises(CannotWrite, match="busy"):
        vault.is_founded(make_conninfo(database, user="one_comes"))
    with pytest.raises(HubAway):
        vault.is_founded(make_conninfo(database, host="/nowhere"))


def test_a_reader_keeps_nobody_from_writing(fhatuwani: Book, read: Read, server: Server):
    """Whatever it may lock: the locks of the server, and the tables that it sees."""
    assert read("SELECT objid, pg_advisory_lock(objid) FROM generate_series(51789, 51793) AS objid")
    with psycopg.connect(server.address(_database(fhatuwani), "bi")) as reader:
        for table in ("writing", "deciding", "closing"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), reader.transaction():
                reader.execute(f"LOCK TABLE hub.{table} IN ACCESS SHARE MODE")  # type: ignore[arg-type]
        reader.execute("SELECT id FROM hub.visit")
        ACTS["record_team"](fhatuwani, name="South")

    assert len(questions.listing(fhatuwani, "team")) == 2


def test_of_each_kind_a_reader_is_given_just_what_may_leave_in_a_file(fhatuwani: Book):
    given: dict[str, set[str]] = {name: set() for name in KINDS}
    with fhatuwani.reading() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.column_privileges"
            " WHERE grantee = 'caregiver_desk_reader' AND table_schema = 'hub' AND table_name <> 'tally'"
        )
        for kind, name in cursor.fetchall():
            given[str(kind)].add(str(name))

    assert {kind: names - {"id", "scope", "gone"} for kind, names in given.items()} == {
        name: {field.name for field in may_leave(kind)} for name, kind in KINDS.items()
    }


def test_a_view_tells_numbers_of_a_month_and_leaves_out_a_few(fhatuwani: Book, read: Read):
    with fhatuwani.writing() as cursor:
        turns.let_read(cursor, "bi", "*")
    assert read("SELECT * FROM dashboard.visits_by_month") == [("2026-03", 6, 6)]

    visit = questions.listing(fhatuwani, "visit")[0]
    ACTS["change_visit"](fhatuwani, id=visit.id, fields={"outcome": "nobody home"})
    assert read("SELECT * FROM dashboard.visits_by_month") == [("2026-03", None, None)]


def test_a_view_says_what_lies_in_which_area_and_no_step_of_a_circle_counts(fhatuwani: Book, read: Read):
    with fhatuwani.writing() as cursor:
        turns.let_read(cursor, "bi", "*")
    wide = ACTS["record_region"](fhatuwani, name="Lesedi Province", level="province").record
    near = ACTS["record_region"](fhatuwani, name="Ridge", level="district", lies_in=wide).record
    site = questions.own_site(fhatuwani)
    ACTS["change_site"](fhatuwani, id=site.id, fields={"lies_in": near})  # type: ignore[union-attr]
    asked = "SELECT kind, level, depth, path FROM dashboard.areas ORDER BY depth, name"

    assert read(asked) == [
        ("area", "province", 0, ["Lesedi Province"]),
        ("area", "district", 1, ["Lesedi Province", "Ridge"]),
        ("site", None, 2, ["Lesedi Province", "Ridge", "Lesedi"]),
    ]
    ledger.append(fhatuwani, "as from a merge", [Change("region", wide, _scope(fhatuwani, wide), {"lies_in": near})])
    assert [path for *_, path in read(asked)] == [["Lesedi Province"], ["Ridge"], ["Ridge", "Lesedi"]]


def _scope(book: Book, area: str) -> str:
    return questions.get(book, "region", area).scope


@pytest.fixture
def write(fhatuwani: Book, server: Server) -> Iterator[Write]:
    """What a coordinator's login could send to the server by hand."""
    database = _database(fhatuwani)
    server.login("zanele", "writer")
    with psycopg.connect(server.address(database, "zanele"), autocommit=True) as writer:
        yield lambda asked: writer.execute(asked).rowcount  # type: ignore[arg-type]


TAKEN_OFF = (
    "DROP TRIGGER line_is_kept ON hub.line",
    "ALTER TABLE hub.line DISABLE TRIGGER ALL",
    "ALTER TABLE hub.stream DROP CONSTRAINT nothing_private",
    "CREATE OR REPLACE FUNCTION hub.append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "TRUNCATE hub.line",
    "DROP TABLE hub.visit",
    "ALTER TABLE hub.visit DISABLE ROW LEVEL SECURITY",
    "SET session_replication_role = replica",
    "INSERT INTO hub.door (at, by, what, whom, scope) VALUES (1, 'a', 'let out', 'b', '')",
    "UPDATE hub.door SET by = 'somebody else'",
    "DELETE FROM hub.door",
    "DELETE FROM hub.noted",
    "DELETE FROM hub.turn",
    "DELETE FROM hub.installation",
    "DELETE FROM hub.stream",
    "DELETE FROM hub.tip",
    "UPDATE hub.turn SET heard = 0",
    "UPDATE hub.noted SET value = '99' WHERE name = 'version'",
    "UPDATE hub.noted SET name = 'version' WHERE name = 'site'",
    "INSERT INTO hub.noted VALUES ('version', '99')",
)


def test_a_writer_takes_no_lock_off_and_nothing_out_of_the_journal_and_writes_nothing_private(write: Write):
    for asked in TAKEN_OFF:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            write(asked)
    for asked in (
        "DELETE FROM hub.line",
        "UPDATE hub.line SET number = number + 1",
        "UPDATE hub.line SET body = 'other'",
    ):
        with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
            write(asked)
    for audience in sorted(PRIVATE):
        with pytest.raises(psycopg.errors.CheckViolation):
            write(f"INSERT INTO hub.stream (laptop, scope, audience) VALUES ('a', 'b', '{audience}')")
        with pytest.raises(psycopg.errors.CheckViolation):
            write(f"UPDATE hub.stream SET audience = '{audience}'")


def test_not_even_an_owner_takes_an_entry_from_the_door(fhatuwani: Book):
    address = fhatuwani.vault.ground.address  # type: ignore[attr-defined]
    with psycopg.connect(address, autocommit=True) as owner:
        for asked in ("DELETE FROM hub.door", "UPDATE hub.door SET by = ''", "TRUNCATE hub.door"):
            with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
                owner.execute(asked)  # type: ignore[arg-type]


def test_whoever_lets_somebody_read_is_named_at_the_door_also_by_hand(fhatuwani: Book, write: Write, read: Read):
    """Of what is there nothing is told: a login, a scope, a moment."""
    with fhatuwani.writing() as cursor:
        turns.let_read(cursor, "bi", "*")
    write("DELETE FROM hub.reading WHERE reader = 'bi'")

    with fhatuwani.reading() as cursor:
        seen = [(each.by, each.what, each.whom, each.scope) for each in turns.door(cursor)]
    assert seen == [
        (NOBODY, turns.Passed.CAME, fhatuwani.key, ""),
        (NOBODY, turns.Passed.LET_READ, "bi", "*"),
        ("zanele", turns.Passed.LET_OUT, "bi", "*"),
    ]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        read("SELECT * FROM hub.door")


def test_nobody_becomes_another_without_being_seen_at_the_door(fhatuwani: Book, write: Write):
    with fhatuwani.writing() as cursor:
        turns.let_read(cursor, "bi", "a")

    for asked in (
        "UPDATE hub.reading SET reader = 'evil'",
        "UPDATE hub.reading SET scope = '*'",
        "UPDATE hub.installation SET key = 'of somebody else'",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            write(asked)
    write("SET search_path = hub")
    assert write("UPDATE installation SET role = 'supervisor'") == 1
    with fhatuwani.reading() as cursor:
        assert turns.door(cursor)[-1].what is turns.Passed.OTHER_ROLE
    write("UPDATE installation SET role = 'coordinator'")


def test_a_second_coordinator_with_a_login_of_her_own_comes_in_as_a_writer(
    fhatuwani: Book, server: Server, tmp_path: Any
):
    from caregiver_desk.acts import opening
    from caregiver_desk.records.people.people import Role

    database = _database(fhatuwani)
    server.login("zanele", "writer")
    hub = server.address(database, "zanele")

    zanele = opening.demo_book(tmp_path / "z", name="Zanele Khoza", role=Role.COORDINATOR, site="x", team="y", hub=hub)
    home = questions.listing(zanele, "household")[0]
    ACTS["change_household"](zanele, id=home.id, fields={"level": 2})

    assert questions.get(fhatuwani, "household", home.id)["level"] == 2
    zanele.close()
