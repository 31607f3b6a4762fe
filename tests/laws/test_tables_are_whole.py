"""A table that is taken out is complete or not there: on a full disk, after a stop, after a cut; and it is streamed.

How long it is does not show in the memory that it takes.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hostile.gauge import forget_the_peak, held

from caregiver_desk.errors import Blocked, Stopped
from caregiver_desk.reports.tables.asked import Asked, kinds_asked
from caregiver_desk.reports.tables.taking_out import take_out
from caregiver_desk.store import pages, safely
from caregiver_desk.store.book import Book

FILES = ("v.csv", "v.zip", "v.xlsx", "v")
FEW, MANY = 10_000, 100_000
LITTLE = 12_000_000  # bytes more for ten times the rows: a page of them, and what a compressor holds
Limit = Callable[[int], AbstractContextManager[None]]
every_file = pytest.mark.parametrize("name", FILES)


def hold_visits(book: Book, number: int) -> Asked:
    """Put so many visits into the book’s table of visits, as a merge would leave them there."""
    with book.writing() as cursor:
        cursor.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO visit (id, scope, heads, quarrels, findings, gone, caregiver, household, day, minutes,"
            " outcome, purposes, children_seen, source) SELECT printf('0Pv2XMcLbOMQanhu%06d', i), '', '', '', '', 0,"
            " printf('0Pv2XMUlXTS9gNfL%06d', i % 12), printf('0Pv2XMcR~SYo8s~_%06d', i % 240),"
            " date('2025-01-01', (i / 300) || ' days'), 30 + i % 60, 'done', 'routine', i % 2, 'phone' FROM n",
            (number,),
        )
    return Asked(kinds_asked(["visit"]))


def rows_in(path: Path) -> int:
    """How many lines of visits a file holds."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            return archive.read("xl/worksheets/sheet1.xml").count(b"<row ") - 1
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return archive.read("visit.csv").count(b"\r\n") - 1
    return (path / "visit.csv" if path.is_dir() else path).read_bytes().count(b"\r\n") - 1


@every_file
def test_every_record_is_in_it(name: str, book: Book, home: Path):
    take_out(book, hold_visits(book, 2_345), home / name)

    assert rows_in(home / name) == 2_345


@every_file
def test_on_a_full_disk_there_is_no_file(name: str, book: Book, home: Path, no_file_beyond: Limit):
    asked = hold_visits(book, 20_000)
    before = sorted(home.iterdir())

    with no_file_beyond(100_000), pytest.raises(Blocked, match="too large"):
        take_out(book, asked, home / name)

    assert sorted(home.iterdir()) == before


@every_file
def test_who_stops_it_has_no_file(name: str, book: Book, home: Path):
    asked = hold_visits(book, 3_000)
    before = sorted(home.iterdir())

    def stop(_: int) -> None:
        raise Stopped

    with pytest.raises(Stopped, match="Nothing was changed"):
        take_out(book, asked, home / name, hears=stop)

    assert sorted(home.iterdir()) == before


def test_what_a_cut_left_is_no_file_and_the_next_try_takes_it_away(tmp_path: Path):
    name = "v.xlsx"
    cut = (
        "import os, signal, sys; from pathlib import Path; from caregiver_desk.store import safely\n"
        "with safely.made(Path(sys.argv[1])) as place:\n"
        "    place.write_text('half'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", cut, str(tmp_path / name)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert not (tmp_path / name).exists()
    (left,) = tmp_path.iterdir()
    assert left.name.startswith("."), "out of sight"

    with safely.made(tmp_path / name) as place:
        place.write_text("whole")

    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [(name, "whole")]


@pytest.mark.in_turns(2)
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("name", ["v.csv", "v.xlsx"])
def test_ten_times_the_visits_take_hardly_more_memory(name: str, book: Book, home: Path):
    asked = hold_visits(book, FEW)
    few = _peak(book, asked, home / f"few{name}")
    with book.writing() as cursor:
        cursor.execute("DELETE FROM visit")
    many = _peak(book, hold_visits(book, MANY), home / f"many{name}")

    assert rows_in(home / f"many{name}") == MANY
    assert many - few < LITTLE


def _peak(book: Book, asked: Asked, path: Path) -> int:
    """The bytes that writing takes over what the process held before."""
    forget_the_peak("self")
    before = held("self", "VmRSS")
    take_out(book, asked, path)
    return held("self", "VmHWM") - before


def test_without_pages_all_rows_are_in_memory(book: Book, home: Path, monkeypatch: pytest.MonkeyPatch):
    """The gauge sees what streaming keeps away."""
    asked = hold_visits(book, MANY)
    streamed = _peak(book, asked, home / "streamed.csv")
    monkeypatch.setattr(pages, "AT_ONCE", MANY)

    assert _peak(book, asked, home / "whole.csv") - streamed > LITTLE
