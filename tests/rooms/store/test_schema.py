"""A book of an older program: kept as it was, and only then moved on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import timedelta
from pathlib import Path

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import BookNewer, Broken, CannotWrite
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import agreement, backups, checking, organisation, projections, questions, schema, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR

Limit = Callable[[int], AbstractContextManager[None]]
OLD = Path(__file__).parents[2] / "samples" / "old"
PASSPHRASE = "maize kettle window river"
LATER = "ALTER TABLE saved ADD COLUMN later TEXT NOT NULL DEFAULT 'yes'; CREATE TABLE later (n INTEGER PRIMARY KEY);"


@pytest.fixture
def folder(home: Path) -> Path:
    """A real book with a household, closed by the program of today."""
    acts.load()
    book, _ = opening.new_book(
        home / "real", PASSPHRASE, name="N S", role=Role.SUPERVISOR, site="S", team="T", cost=FLOOR
    )
    ACTS["record_household"](book, team=own_team(book), code="HH-001")
    book.close()
    return home / "real"


@pytest.fixture
def moves_on_by(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """The program of tomorrow, which has one migration more."""
    known = schema.MIGRATIONS
    return lambda migration: monkeypatch.setattr(schema, "MIGRATIONS", (*known, migration))


def test_a_book_of_the_second_form_says_the_same_and_still_knows_its_organisation(home: Path):
    """What a later form notes beside the journal was noted with what is the laptop's own."""
    acts.load()
    shutil.copytree(OLD / "book-2", home / "old")

    book = opening.open_book(home / "old", PASSPHRASE)

    assert (book.vault.version(), checking.check(book)) == (schema.newest(), [])
    assert list(agreement.state(book)) == (OLD / "book-2" / "state.jsonl").read_text().splitlines()
    assert len(before_update(home / "old")) == 1
    with book.reading() as cursor:
        assert organisation.newest(cursor).organisation == "Lesedi"  # type: ignore[union-attr]
    assert codes(book) == ["HH-001"]
    book.close()


def before_update(folder: Path) -> list[Path]:
    return list((folder / "backups").glob("*-before-update*"))


def codes(book: Book) -> list[str]:
    return [leaf["code"] for leaf in questions.listing(book, "household")]


def test_a_book_that_moves_on_is_kept_as_it_was_before(folder: Path, moves_on_by: Callable[[str], None]):
    before = schema.newest()
    moves_on_by(LATER)

    book = opening.open_book(folder, PASSPHRASE)
    ACTS["record_household"](book, team=own_team(book), code="HH-002")
    with book.reading() as cursor:
        cursor.execute("SELECT DISTINCT later FROM saved")
        assert cursor.fetchall() == [("yes",)]

    assert (book.vault.version(), codes(book), checking.check(book)) == (before + 1, ["HH-002", "HH-001"], [])
    book.close()
    (kept,) = before_update(folder)
    with closing(vault.open_book(kept, PASSPHRASE, known_version=before)) as opened:
        assert opened.version() == before


def test_what_was_kept_opens_with_the_program_of_its_day(folder: Path, moves_on_by: Callable[[str], None]):
    known = schema.MIGRATIONS
    moves_on_by(LATER)
    opening.open_book(folder, PASSPHRASE).close()
    with pytest.MonkeyPatch.context() as yesterday:
        yesterday.setattr(schema, "MIGRATIONS", known)
        with pytest.raises(BookNewer):
            opening.open_book(folder, PASSPHRASE)
        (kept,) = before_update(folder)
        book = opening.open_book(kept, PASSPHRASE)

    assert (codes(book), checking.check(book)) == (["HH-001"], [])
    book.close()


def test_a_book_that_is_as_new_as_the_program_is_opened_without_a_backup(folder: Path):
    opening.open_book(folder, PASSPHRASE).close()

    assert not (folder / "backups").exists()


def test_without_room_for_a_backup_the_book_is_not_moved_on(
    folder: Path, moves_on_by: Callable[[str], None], no_file_beyond: Limit
):
    known = schema.newest()
    moves_on_by(LATER)

    with no_file_beyond(20_000), pytest.raises(CannotWrite):
        opening.open_book(folder, PASSPHRASE)

    assert before_update(folder) == []
    with closing(vault.open_book(folder, PASSPHRASE, known_version=known)) as opened:
        assert opened.version() == known


def test_a_move_that_fails_half_way_leaves_the_book_as_it_was(
    folder: Path, moves_on_by: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
):
    known = schema.MIGRATIONS
    moves_on_by(LATER + "CREATE TABLE later (again INTEGER);")
    with pytest.raises(Broken):
        opening.open_book(folder, PASSPHRASE)
    assert len(before_update(folder)) == 1
    monkeypatch.setattr(schema, "MIGRATIONS", known)

    book = opening.open_book(folder, PASSPHRASE)

    assert (book.vault.version(), codes(book), checking.check(book)) == (len(known), ["HH-001"], [])
    book.close()


def test_what_was_kept_before_an_update_stays_beside_those_of_the_day_for_thirty_five_days(
    folder: Path, moves_on_by: Callable[[str], None]
):
    moves_on_by(LATER)
    book = opening.open_book(folder, PASSPHRASE)
    backups.back_up(book.vault, clock.today())
    book.close()

    for days, left in ((0, 1), (35, 1), (36, 0)):
        backups.keep(folder, clock.today() + timedelta(days=days))
        assert len(before_update(folder)) == left
    assert len(backups.backups(folder)) == 1


@pytest.mark.parametrize(
    "first", ["caregiver_desk.store.projections", "caregiver_desk.acts.supervision.pairs", "caregiver_desk.desk.app"]
)
def test_whatever_is_brought_in_first_a_book_is_not_made_anew(first: str) -> None:
    script = f"import {first}; from caregiver_desk.store import projections; print(projections.fingerprint())"
    told = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout

    assert told.strip() == projections.fingerprint()


OPENED = """
import sys
from pathlib import Path
from caregiver_desk import acts
from caregiver_desk.acts import opening
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
acts.load()
book = opening.open_book(Path(sys.argv[1]), sys.argv[2])
print(*(leaf["code"] for leaf in questions.listing(book, "household")))
print(sum("laid_out" in vars(kind) for kind in KINDS.values()))
book.close()
"""


def test_a_book_that_only_opens_lays_out_no_table(folder: Path):
    """A start pays for what it uses, however many kinds there are."""
    told = subprocess.run(
        [sys.executable, "-c", OPENED, folder, PASSPHRASE], check=True, capture_output=True, text=True
    )

    assert told.stdout.splitlines() == ["HH-001", "0"]
