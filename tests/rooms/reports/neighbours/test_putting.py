"""A file for a neighbour is there with its text, or neither is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.errors import DiskFull, FileInTheWay
from caregiver_desk.reports.neighbours.putting import put, stamp
from caregiver_desk.store import access, safely
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def exported(book: Book) -> int:
    return sum(each.what == What.EXPORTED for each in access.entries(book))


def test_both_are_there_and_it_is_noted(book: Book, out: Path):
    put(book, out / "a.json", [b"one", b"two"], (), lambda: "told")

    assert (out / "a.json").read_bytes() == b"onetwo"
    assert (out / "a.json.txt").read_text() == "told"
    assert exported(book) == 1


def test_where_the_text_cannot_be_written_neither_is_there(book: Book, out: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(safely, "write", full)
    with pytest.raises(DiskFull):
        put(book, out / "a.json", [b"one"], (), lambda: "told")

    assert list(out.iterdir()) == []
    assert exported(book) == 0


def test_what_cannot_be_noted_does_not_go(book: Book, out: Path, monkeypatch: pytest.MonkeyPatch):
    """P11: of whatever stands in a folder the access log knows."""

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(access, "note", full)
        with pytest.raises(DiskFull):
            put(book, out / "a.json", [b"one"], (), lambda: "told")

    assert list(out.iterdir()) == []


def test_a_file_that_comes_there_meanwhile_stays(book: Book, out: Path):
    def meanwhile() -> Iterator[bytes]:
        (out / "a.json").write_text("mine")
        yield b"one"

    with pytest.raises(FileInTheWay):
        put(book, out / "a.json", meanwhile(), (), lambda: "told")

    assert [(each.name, each.read_text()) for each in out.iterdir()] == [("a.json", "mine")]


def test_what_stops_half_way_leaves_nothing_and_is_not_noted(book: Book, out: Path):
    def stops() -> Iterator[bytes]:
        yield b"one"
        raise DiskFull

    with pytest.raises(DiskFull):
        put(book, out / "a.json", stops(), ())

    assert list(out.iterdir()) == []
    assert exported(book) == 0


@pytest.mark.parametrize("name", ["a.json", "a.json.txt"])
def test_what_is_there_stays(book: Book, out: Path, name: str):
    (out / name).write_text("mine")
    with pytest.raises(FileInTheWay, match=name):
        put(book, out / "a.json", [b"one"], (), lambda: "told")

    assert [(each.name, each.read_text()) for each in out.iterdir()] == [(name, "mine")]


def test_nobody_knows_the_time_and_a_file_bears_the_last_day_that_is_sure():
    clock.doubt(date(2026, 3, 2))
    assert stamp().isoformat() == "2026-03-02T00:00:00+00:00"
