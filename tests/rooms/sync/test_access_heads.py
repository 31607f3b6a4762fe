"""How a partner's access log ends is remembered, and it is said when it does not go on from there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import access, access_heads, looks, partners, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.sync import bundle, carriers, exchange, making
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.making import Made
from caregiver_desk.sync.opener import Opener

Opens = Callable[[Book, Made], Looked]


@pytest.fixture
def opens(home: Path, opener: Opener) -> Opens:
    def take(reader: Book, made: Made) -> Looked:
        looked = exchange.open_bundle(reader, carriers.drop(home, made.bundle, made.sealed), opener)
        assert looked is not None
        return looked

    return take


def make(book: Book) -> Made:
    (made,) = making.make(book, partners.known(book)[0])
    return made


def work(book: Book, code: str) -> None:
    """A household, and a look at somebody's record."""
    ACTS["record_household"](book, team=own_team(book), code=code)
    book.looks.clear()
    looks.looked(book, What.OPENED, {book.person})


def without_triggers(book: Book, *tampering: str) -> None:
    with book.writing() as cursor:
        for name in ("access_is_kept", "access_leaves_when_old", "access_goes_on"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        for each in tampering:
            cursor.execute(each)


def write_anew(book: Book) -> None:
    """All looks are taken for locks, and every hash made to fit again."""
    without_triggers(book, f"UPDATE access SET what = '{What.LOCKED}', about = '' WHERE what = '{What.OPENED}'")
    before, hashes = access.beginning(book.id), []
    for entry in access.entries(book):
        before = access.running(before, entry)
        hashes.append((before, entry.number))
    with book.writing() as cursor:
        cursor.executemany("UPDATE access SET running = ? WHERE number = ?", hashes)
    assert access.fits(book)


def test_a_log_that_only_grows_goes_on(pair: tuple[Book, Book], opens: Opens):
    nomvula, fhatuwani = pair
    for code in ("HH-1", "HH-2", "HH-3"):
        work(nomvula, code)
        assert opens(fhatuwani, make(nomvula)).log_goes_on

    assert access_heads.broken(fhatuwani) == {}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_bundles_that_come_in_any_order_are_no_alarm(pair: tuple[Book, Book], opens: Opens, order: tuple[int, ...]):
    nomvula, fhatuwani = pair
    made = []
    for number in range(3):
        work(nomvula, f"HH-{number}")
        made.append(make(nomvula))

    assert all(opens(fhatuwani, made[number]).log_goes_on for number in order)


def test_very_many_bundles_of_which_old_ones_come_late_are_no_alarm(pair: tuple[Book, Book], opens: Opens):
    nomvula, fhatuwani = pair
    early = make(nomvula)
    for number in range(2 * access_heads.TOLD_AGAIN):
        work(nomvula, f"HH-{number}")
        late = make(nomvula)

    assert opens(fhatuwani, late).log_goes_on
    assert opens(fhatuwani, early).log_goes_on


def test_entries_that_were_taken_out_are_noticed_by_whoever_was_told_of_them(pair: tuple[Book, Book], opens: Opens):
    nomvula, fhatuwani = pair
    work(nomvula, "HH-1")
    opens(fhatuwani, make(nomvula))
    without_triggers(nomvula, "DELETE FROM access WHERE number > 1")
    work(nomvula, "HH-2")

    looked = opens(fhatuwani, make(nomvula))

    assert not looked.log_goes_on
    assert access_heads.broken(fhatuwani).keys() == {nomvula.key}
    assert "entries are gone or changed" in exchange.log_broken(looked.sender.name)


def test_a_log_that_was_written_anew_and_fits_is_noticed(pair: tuple[Book, Book], opens: Opens):
    nomvula, fhatuwani = pair
    work(nomvula, "HH-1")
    opens(fhatuwani, make(nomvula))
    write_anew(nomvula)
    work(nomvula, "HH-2")

    assert not opens(fhatuwani, make(nomvula)).log_goes_on


def test_a_log_that_hides_that_it_told_of_its_end_is_noticed(pair: tuple[Book, Book], opens: Opens):
    nomvula, fhatuwani = pair
    make(nomvula)
    work(nomvula, "HH-1")
    opens(fhatuwani, make(nomvula))
    without_triggers(nomvula, f"UPDATE access SET partner = '' WHERE number = {len(list(access.entries(nomvula)))}")
    work(nomvula, "HH-2")

    assert not opens(fhatuwani, make(nomvula)).log_goes_on


def test_it_is_said_once_and_the_log_is_held_to_its_new_ends_from_then_on(pair: tuple[Book, Book], opens: Opens):
    nomvula, fhatuwani = pair
    opens(fhatuwani, make(nomvula))
    write_anew(nomvula)
    without_triggers(nomvula, "DELETE FROM access WHERE number > 1")
    assert not opens(fhatuwani, make(nomvula)).log_goes_on

    work(nomvula, "HH-2")
    assert opens(fhatuwani, make(nomvula)).log_goes_on
    without_triggers(nomvula, "DELETE FROM access WHERE number > 1")
    work(nomvula, "HH-3")
    assert not opens(fhatuwani, make(nomvula)).log_goes_on


def test_a_book_that_went_back_to_a_backup_is_told_of_too(pair: tuple[Book, Book], opens: Opens, home: Path):
    nomvula, fhatuwani = pair
    nomvula.vault.bring_home()
    shutil.copytree(nomvula.vault.folder, home / "back")
    work(nomvula, "HH-1")
    opens(fhatuwani, make(nomvula))
    nomvula.seal()
    back = books.resume(vault.reopen(home / "back", nomvula.vault.keys))
    try:
        assert [each.what for each in access.entries(back)][-1] == What.WENT_BACK
        assert not opens(fhatuwani, make(back)).log_goes_on
    finally:
        back.vault.close()


def test_what_was_let_go_after_two_years_is_no_alarm(pair: tuple[Book, Book], opens: Opens):
    nomvula, fhatuwani = pair
    work(nomvula, "HH-1")
    opens(fhatuwani, make(nomvula))
    clock.shift(timedelta(days=732))
    work(nomvula, "HH-2")
    assert access.prune(nomvula)

    assert opens(fhatuwani, make(nomvula)).log_goes_on


def test_a_receipt_tells_of_the_log_too(pair: tuple[Book, Book], opens: Opens):
    nomvula, fhatuwani = pair
    looks.looked(nomvula, What.OPENED, {nomvula.person})
    opens(fhatuwani, making.receipt(nomvula, partners.known(nomvula)[0]))
    without_triggers(nomvula, "DELETE FROM access WHERE number > 1")

    assert not opens(fhatuwani, making.receipt(nomvula, partners.known(nomvula)[0])).log_goes_on


@pytest.mark.parametrize(
    "said", ["", "2 anything at all", "1 " + "e" * 26, "1 x 3:y", "1 " + "e" * 26 + " 3:" + "f" * 25]
)
def test_what_is_said_in_no_known_way_or_not_at_all_is_passed_over(book: Book, said: str):
    assert access_heads.read(said) is None
    with book.writing() as cursor:
        assert access_heads.hear(book, cursor, "key", said, access_heads.Said(1, 1))


def test_a_program_of_before_reads_the_manifest_of_today(pair: tuple[Book, Book]):
    """The member was planned from the first version on; one that knows nothing of a log takes it for words."""
    nomvula, fhatuwani = pair
    unsealed = bundle.unseal(make(nomvula).sealed, identity=fhatuwani.vault.keys.reading)

    told = access_heads.read(unsealed.manifest.access)
    assert told is not None
    assert told.points[0].number == len(list(access.entries(nomvula)))
    assert msgspec.to_builtins(unsealed.manifest)["format"] == (1, 0)
    assert not any(name in unsealed.manifest.access for name in ("Nomvula", "Fhatuwani"))
