"""A full disk: each act ends in one sentence, nothing is half written, and the records can still be carried elsewhere.

Where this machine lets us mount one, the disk is a small one that is filled to the last byte; everywhere it is also one
on which no file may grow beyond some size. Both are real refusals of the operating system.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from caregiver_desk import acts
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import Blocked
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import agreement, checking, partners
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.sync import carriers, exchange, making, trust
from caregiver_desk.sync.opener import Opener

SAMPLES = Path(__file__).parents[1] / "samples"
ANSWERS = {"organisation": "Lesedi Care", "officer": "Ms Mudau", "purposes": "to support families"}
PASSPHRASE = "river candle basket mountain seven"
NARROW = 16_000  # bytes: no table of a book, and no index of its log, is as small
ROOM, BLOCKS = "8m", 4096  # of 4 KiB: twice the room
Fill = Callable[[int], AbstractContextManager[None]]


class Disk(NamedTuple):
    """A place that can be filled for a while. `full(n)` leaves room for files of n bytes at most, where it can."""

    folder: Path
    full: Fill


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Never more than a little above its size, so that a disk which is not the small one is not filled."""
    fill = ["dd", "if=/dev/zero", f"of={folder / 'filler'}", "bs=4k", f"count={BLOCKS}"]
    assert subprocess.run(fill, check=False, capture_output=True).returncode, "the small disk was never full"
    try:
        yield
    finally:
        (folder / "filler").unlink(missing_ok=True)


@pytest.fixture(params=["no file may grow", "not a byte is left"])
def disk(request: pytest.FixtureRequest, tmp_path: Path, no_file_beyond: Fill) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", str(folder)]
    if request.param == "no file may grow" or subprocess.run(mount, check=False, capture_output=True).returncode:
        yield Disk(folder, no_file_beyond)
        return
    yield Disk(folder, lambda _: filled(folder))
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a supervisor's book, its mark, and a bundle for it with a coordinator's team."""
    acts.load()
    place = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as machine, closing(new(place / "other", Role.COORDINATOR)) as other:
        machine.setenv("CAREGIVER_DESK_HOME", str(place / "home"))
        with closing(new(place / "book", Role.SUPERVISOR)) as book:
            for one, second in ((book, other), (other, book)):
                card = trust.my_card(second, "Fhatuwani")
                trust.pair(one, card, heard=" ".join(trust.read_card(card)[1]))
        for number in range(40):
            ACTS["record_team"](other, name=f"Team {number}")
        (made,) = making.make(other, partners.known(other)[0])
        carriers.drop(place, "in", made.sealed)
    (place / "passphrase").write_text(PASSPHRASE + "\n")
    return place


def new(folder: Path, role: Role) -> Book:
    return opening.new_book(folder, PASSPHRASE, name="N", role=role, site="S", team="T", cost=FLOOR, **ANSWERS)[0]


@pytest.fixture
def home(begun: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That folder on the disk; beside it stands a folder `elsewhere` that has room."""
    shutil.copytree(begun, disk.folder, dirs_exist_ok=True)
    (disk.folder.parent / "elsewhere").mkdir()
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(disk.folder / "home"))
    return disk.folder


def desk(home: Path, *given: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "caregiver_desk", "--book", "book", "--passphrase-file", "passphrase", *given]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(command, cwd=home, env=environment, check=False, capture_output=True, text=True)


def reopened(home: Path) -> Book:
    return opening.open_book(home / "book", PASSPHRASE)


def told(home: Path) -> list[str]:
    with closing(reopened(home)) as book:
        assert checking.check(book) == []
        return list(agreement.state(book))


ACTS_THAT_WRITE = {
    "a save": ("do", "record_team", '{"name": "Second"}'),
    "a bundle opened": ("open", "in.caredesk"),
    "a spreadsheet": ("import", "people", str(SAMPLES / "north-caregivers.csv")),
    "a backup": ("backup",),
    "a card": ("card", "--out", "my.card"),
    "a bundle": ("bundle", "--to", "Fhatuwani", "--out", "."),
}


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("given", ACTS_THAT_WRITE.values(), ids=ACTS_THAT_WRITE)
def test_on_a_full_disk_an_act_ends_in_a_sentence_and_nothing_is_half_written(
    disk: Disk, home: Path, given: tuple[str, ...]
):
    before, files = told(home), standing(home)

    with disk.full(100):
        done = desk(home, *given)

    assert done.returncode == 3
    assert (
        len([line for line in (done.stdout + done.stderr).splitlines() if "safe." in line or "unharmed." in line]) == 1
    )
    assert standing(home) == files
    assert told(home) == before


def standing(home: Path) -> set[str]:
    """Whatever stands there, but for an empty folder and what the database has beside it while it works."""
    files = {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}
    return {name for name in files if not name.endswith(("-wal", "-shm"))}


@pytest.mark.in_turns(2)
def test_from_a_full_disk_the_records_can_be_read_checked_and_carried_elsewhere(disk: Disk, home: Path):
    with disk.full(NARROW):
        shown = desk(home, "show", "team")
        checked = desk(home, "check")
        made = desk(home, "bundle", "--to", "Fhatuwani", "--out", "../elsewhere")

    assert (shown.returncode, checked.returncode, made.returncode) == (0, 0, 0)
    (bundle,) = (home.parent / "elsewhere").iterdir()
    with closing(opening.open_book(home / "other", PASSPHRASE)) as other, closing(Opener()) as opener:
        assert exchange.open_bundle(other, bundle, opener) is not None


def save_until_it_is_refused(book: Book) -> None:
    for number in range(1000):  # what the log has room for already is still saved
        ACTS["record_team"](book, name=f"While {number}")


def test_a_book_that_was_open_when_its_disk_filled_goes_on_when_there_is_room_again(disk: Disk, home: Path):
    with closing(reopened(home)) as book:
        ACTS["record_team"](book, name="Before")
        with disk.full(100):
            with pytest.raises(Blocked):
                save_until_it_is_refused(book)
            assert making.make(book, partners.known(book)[0])
        ACTS["record_team"](book, name="After")

    names = "".join(told(home))
    assert "Before" in names
    assert "After" in names
