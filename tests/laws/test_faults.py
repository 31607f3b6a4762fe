"""What must not hurt a book: a process killed at any moment, a stick pulled out, a hostile file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import OpeningFailed, Problem
from caregiver_desk.records import kinds
from caregiver_desk.store import agreement, checking, partners, questions, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, exchange, making
from caregiver_desk.sync.opener import Opener

SAVE_FOR_EVER = """
import sys
from pathlib import Path
from caregiver_desk import acts
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.people.people import Role

acts.load()
book = opening.demo_book(Path(sys.argv[1]), name="Nomvula Shezi", role=Role.SUPERVISOR, site="S", team="T")
keys = book.vault.keys
print(keys.store.hex(), keys.signing.hex(), keys.reading, flush=True)
for number in range(10_000):
    record = ACTS["record_household"](book, team=own_team(book), code=f"HH-{number}", nickname="n", safety="s").record
    ACTS["change_household"](book, id=record, fields={"level": 2, "safety": "t"})
    print(number, flush=True)
"""


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("lines", [1, 3, 8])
def test_a_killed_process_loses_nothing_it_had_said_was_saved(home: Path, lines: int):
    folder = home / "killed"
    process = subprocess.Popen([sys.executable, "-c", SAVE_FOR_EVER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    store, signing, reading = process.stdout.readline().split()
    said = [int(process.stdout.readline()) for _ in range(lines)]
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()

    book = books.resume(vault.reopen(folder, vault.Keys(bytes.fromhex(store), bytes.fromhex(signing), reading)))
    kept = questions.listing(book, "household")
    found = checking.check(book)
    book.close()

    assert {f"HH-{number}" for number in said} <= {leaf["code"] for leaf in kept}
    assert found == []
    assert kinds.KINDS


@pytest.fixture
def sealed(pair: tuple[Book, Book]) -> tuple[Book, bytes]:
    """A coordinator's book, and a bundle for it."""
    nomvula, fhatuwani = pair
    for number in range(20):
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"HH-{number}", level=2)
    return fhatuwani, making.make(nomvula, partners.known(nomvula)[0])[0].sealed


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=some.floats(0, 1, exclude_max=True), change=some.integers(1, 255))
def test_no_changed_byte_of_a_bundle_changes_a_book(
    sealed: tuple[Book, bytes], home: Path, opener: Opener, place: float, change: int
):
    book, whole = sealed
    before = list(agreement.state(book))
    at = int(place * len(whole))
    hurt = home / "hurt.caredesk"
    hurt.write_bytes(whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :])

    with pytest.raises(Problem):
        exchange.open_bundle(book, hurt, opener)
    assert list(agreement.state(book)) == before


def test_a_worker_that_dies_half_way_leaves_the_book_as_it_was(
    sealed: tuple[Book, bytes], home: Path, monkeypatch: pytest.MonkeyPatch
):
    book, whole = sealed
    before = list(agreement.state(book))
    path = carriers.drop(home, "bundle", whole)
    dying = Opener()
    read = dying.read

    def die_after_the_head() -> tuple[bytes, bytes]:
        letter, payload = read()
        if letter == b"H":
            process = dying._start()
            process.kill()
            assert process.stdout
            process.stdout.read()  # what it had already written is lost with it
        return letter, payload

    with monkeypatch.context() as once:
        once.setattr(dying, "read", die_after_the_head)
        with pytest.raises(OpeningFailed):
            exchange.open_bundle(book, path, dying)
    assert list(agreement.state(book)) == before
    assert checking.check(book) == []
    assert exchange.open_bundle(book, path, dying) is not None
    dying.close()


def test_no_word_of_a_person_stands_in_the_files_of_a_closed_book(make_book: Callable[..., Book]):
    book = make_book("Canary Birdsong")
    ACTS["record_household"](book, team=own_team(book), code="HH-1", nickname="canary yellow gate", safety="canary dog")
    book.close()

    files = [path for path in book.vault.folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert b"anary" not in path.read_bytes()
        assert "anary" not in path.name
