"""The access log: what is written in it, that nothing leaves it, and that what was changed in it is noticed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import Broken, WrongPassphrase
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import access, agreement, checking, looks, partners, schema
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR

Limit = Callable[[int], AbstractContextManager[None]]
PASSPHRASE = "maize kettle window river"
OLD = Path(__file__).parents[2] / "samples" / "old"
TWO_YEARS = timedelta(days=732)


def said(book: Book, about: str = "") -> list[tuple[str, str, int]]:
    return [(each.what, each.about, each.many) for each in access.entries(book, about)]


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record


@pytest.fixture
def folder(home: Path) -> Path:
    """A real book of the supervisor, closed."""
    acts.load()
    book, _ = opening.new_book(
        home / "real", PASSPHRASE, name="N S", role=Role.SUPERVISOR, site="S", team="T", cost=FLOOR
    )
    book.close()
    return home / "real"


def test_unlocking_and_locking_are_written(folder: Path):
    book = opening.open_book(folder, PASSPHRASE)

    assert [what for what, _, _ in said(book)] == [What.UNLOCKED, What.LOCKED, What.UNLOCKED]
    book.close()


def test_wrong_passphrases_are_counted_and_said_when_the_book_next_opens(folder: Path):
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            opening.open_book(folder, "maize kettle window rivers")

    book = opening.open_book(folder, PASSPHRASE)
    assert said(book)[-2:] == [(What.KNOCKED, "", 3), (What.UNLOCKED, "", 0)]
    book.close()

    book = opening.open_book(folder, PASSPHRASE)
    assert [what for what, _, _ in said(book)].count(What.KNOCKED) == 1
    book.close()


def test_a_record_is_noted_once_a_day_while_the_book_is_unlocked(book: Book, caregiver: str):
    for _ in range(3):
        looks.looked(book, What.OPENED, {caregiver})
    looks.looked(book, What.HISTORY, {caregiver})
    clock.shift(timedelta(days=1))
    looks.looked(book, What.OPENED, {caregiver})

    assert [what for what, _, _ in said(book, caregiver)] == [What.OPENED, What.HISTORY, What.OPENED]


def test_a_list_of_very_many_people_is_one_entry_that_names_nobody(book: Book):
    looks.looked(book, What.LISTED, {f"person {number}" for number in range(looks.A_LIST + 1)})

    assert said(book)[-1] == (What.LISTED, "", looks.A_LIST + 1)


def test_an_erasure_and_who_may_write_are_written_without_names(pair: tuple[Book, Book]):
    nomvula, fhatuwani = pair
    person = ACTS["add_caregiver"](fhatuwani, given_names="Sibongile", surname="Ndaba").record
    ACTS["erase"](fhatuwani, id=person, ground=Ground.ASKED)
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    ACTS["let_in"](fhatuwani, laptop=nomvula.laptop)
    ACTS["part_from"](fhatuwani, partner="Nomvula")

    told = list(access.entries(fhatuwani))
    assert [(each.what, each.about, each.partner) for each in told][1:] == [
        (What.PAIRED, "", nomvula.key),
        (What.ERASED, person, ""),
        (What.LOCKED_OUT, "", nomvula.key),
        (What.LET_IN, "", nomvula.key),
        (What.PARTED, "", nomvula.key),
    ]
    assert not any(name in repr(told) for name in ("Sibongile", "Ndaba", "Nomvula"))


def test_an_import_is_written_and_looking_at_it_first_is_not(pair: tuple[Book, Book], send: Callable[..., object]):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani, keep=False)
    assert What.TAKEN_IN not in [what for what, _, _ in said(fhatuwani)]

    send(nomvula, fhatuwani)
    assert [each.partner for each in access.entries(fhatuwani) if each.what == What.TAKEN_IN] == [nomvula.key]


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE access SET what = 'locked' WHERE number = 1",
        "DELETE FROM access WHERE number = 1",
        "DELETE FROM access",
        "INSERT OR REPLACE INTO access SELECT number, at, what, 'x', partner, many, running FROM access LIMIT 1",
        "INSERT INTO access VALUES (99, 1, 'locked', '', '', 0, '')",
        "INSERT INTO access_left SELECT number, running FROM access ORDER BY number LIMIT 1",
        "INSERT INTO access_left VALUES (1, 'invented')",
    ],
)
def test_no_statement_changes_the_log_or_takes_something_out_of_it(book: Book, caregiver: str, tampering: str):
    looks.looked(book, What.OPENED, {caregiver})
    before = list(access.entries(book))

    with pytest.raises(Broken), book.writing() as cursor:
        cursor.execute(tampering)

    assert list(access.entries(book)) == before


def without_triggers(book: Book, tampering: str) -> None:
    """What somebody does who has the key and a tool of her own."""
    with book.writing() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'access%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(tampering)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE access SET at = 7 WHERE number = 2",
        "DELETE FROM access WHERE number = 2",
        "UPDATE access SET about = ''",
    ],
)
def test_a_check_finds_what_was_changed_without_asking_the_program(book: Book, caregiver: str, tampering: str):
    looks.looked(book, What.OPENED, {caregiver})
    looks.looked(book, What.HISTORY, {caregiver})
    assert checking.check(book) == []

    without_triggers(book, tampering)

    assert checking.check(book) == ["access"]


def test_what_is_older_than_two_years_leaves_and_what_stays_still_fits(book: Book, caregiver: str):
    looks.looked(book, What.OPENED, {caregiver})
    clock.shift(TWO_YEARS)
    access.note(book, What.LISTED)

    assert access.prune(book) == 2

    assert said(book) == [(What.LISTED, "", 0), (What.LET_GO, "", 2)]
    assert [each.number for each in access.entries(book)] == [3, 4]
    assert access.fits(book)
    assert access.prune(book) == 0


def test_a_clock_that_nobody_believes_lets_nothing_go(book: Book):
    clock.shift(TWO_YEARS)
    access.note(book, What.LISTED)
    clock.doubt(clock.today())

    assert access.prune(book) == 0


def test_a_full_disk_stops_nobody_from_looking(folder: Path, no_file_beyond: Limit):
    with no_file_beyond(16_000):
        book = opening.open_book(folder, PASSPHRASE)
        looks.looked(book, What.OPENED, {book.person})
    assert said(book, book.person) == []

    looks.looked(book, What.OPENED, {book.person})
    assert len(said(book, book.person)) == 1
    book.close()


def test_on_trial_nothing_is_noted(book: Book, caregiver: str):
    before = said(book)
    with book.trying():
        looks.looked(book, What.OPENED, {caregiver})
        access.note(book, What.LISTED)

    assert said(book) == before


def test_the_log_is_no_part_of_what_books_say(book: Book, caregiver: str):
    before = list(agreement.state(book))
    looks.looked(book, What.OPENED, {caregiver})

    assert list(agreement.state(book)) == before


def test_a_book_of_before_the_log_opens_and_begins_one(home: Path):
    shutil.copytree(OLD / "book-1", home / "old")

    book = opening.open_book(home / "old", PASSPHRASE)

    assert (book.vault.version(), checking.check(book)) == (schema.newest(), [])
    assert {line.split('"kind":"')[1].split('"')[0] for line in agreement.state(book)} >= {"household", "check_in"}
    assert [what for what, _, _ in said(book)] == [What.WENT_BACK, What.UNLOCKED]  # it was carried here
    assert len(list((home / "old" / "backups").glob("*-before-update*"))) == 1
    book.close()


def test_partners_stay_known_by_their_keys(pair: tuple[Book, Book]):
    nomvula, _ = pair

    assert {each.partner for each in access.entries(nomvula) if each.partner} == {
        each.key for each in partners.known(nomvula)
    }


def test_looks_at_somebody_who_was_entered_twice_are_told_together(book: Book):
    one, other = (
        ACTS["add_caregiver"](book, given_names=given, surname="Baloyi").record for given in ("Maria", "Marie")
    )
    for each in (one, other):
        looks.looked(book, What.OPENED, {each})
    ACTS["same"](book, one=one, other=other)

    assert [each.about for each in looks.looks_at(book, one)] == [one, other]
