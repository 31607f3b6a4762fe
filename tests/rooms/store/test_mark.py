"""The seal outside the book: what it notices, and what it does not mind."""

from pathlib import Path

import pytest

from caregiver_desk import settings
from caregiver_desk.store import mark
from caregiver_desk.store.mark import Mark, differs

BOOK = "Kz3-a-book"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(settings.HOME, str(tmp_path))
    return tmp_path


def the_mark(home: Path) -> Path:
    (found,) = (path for path in home.rglob("*") if path.is_file())
    return found


def test_a_book_closed_here_and_opened_here_has_not_moved():
    mark.write(BOOK, 12)
    assert not mark.moved(BOOK, 12)


def test_lines_saved_after_the_last_mark_are_no_reason_for_doubt():
    mark.write(BOOK, 12)
    assert not mark.moved(BOOK, 15)


def test_a_book_that_went_back_in_time_has_moved():
    mark.write(BOOK, 12)
    assert mark.moved(BOOK, 11)


def test_a_book_that_has_never_been_here_has_moved_unless_it_is_fresh():
    assert mark.moved(BOOK, 1)
    assert not mark.moved(BOOK, 0)


def test_a_book_whose_mark_came_along_to_another_machine_has_moved():
    assert differs(Mark("here", 12), machine="there", height=12)
    assert not differs(Mark("here", 12), machine="here", height=12)


def test_the_mark_of_one_book_says_nothing_of_another():
    mark.write("another", 99)
    mark.write(BOOK, 12)
    assert not mark.moved(BOOK, 12)


@pytest.mark.parametrize("damage", [b"", b"{", b'{"machine": 1}', b"\xff", b'{"machine": "\xff"}'])
def test_a_damaged_mark_counts_as_none(home: Path, damage: bytes):
    mark.write(BOOK, 12)
    the_mark(home).write_bytes(damage)
    assert mark.moved(BOOK, 12)


def test_what_a_book_lost_is_counted_on_the_machine_that_saw_it(monkeypatch: pytest.MonkeyPatch):
    mark.write(BOOK, 12, sure=False)
    assert [mark.lost(BOOK, height) for height in (9, 12, 13)] == [3, 0, 0]

    monkeypatch.setattr(mark, "_machine", lambda: "another")
    assert mark.lost(BOOK, 9) == 0


def test_the_mark_tells_neither_book_nor_machine(home: Path):
    mark.write(BOOK, 12)
    shown = str(the_mark(home).relative_to(home)) + the_mark(home).read_text()
    assert BOOK not in shown
    assert not mark._machine() or mark._machine() not in shown
