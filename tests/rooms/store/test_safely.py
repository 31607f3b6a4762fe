"""A file is written whole or not at all."""

import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from caregiver_desk.errors import CannotWrite, DiskFull, FileInTheWay
from caregiver_desk.store import safely

Limit = Callable[[int], AbstractContextManager[None]]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_written_stands_there_for_its_owner_alone(tmp_path: Path):
    safely.write(tmp_path / "a", b"one")
    safely.write(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert mode(tmp_path / "a") == 0o600


def test_folders_are_made_for_their_owner_alone(tmp_path: Path):
    safely.folder(tmp_path / "a" / "b")
    assert [mode(tmp_path / "a"), mode(tmp_path / "a" / "b")] == [0o700, 0o700]


def test_a_write_that_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path, no_file_beyond: Limit):
    safely.write(tmp_path / "a", b"old")
    with no_file_beyond(5000), pytest.raises(CannotWrite, match="too large"):
        safely.write(tmp_path / "a", bytes(10_000))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_copy_that_fails_half_way_leaves_nothing(tmp_path: Path, no_file_beyond: Limit):
    (tmp_path / "a").write_bytes(bytes(10_000))
    with no_file_beyond(5000), pytest.raises(CannotWrite):
        safely.copy(tmp_path / "a", tmp_path / "b")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_copy_is_the_same(tmp_path: Path):
    (tmp_path / "a").write_bytes(bytes(range(256)) * 9000)
    safely.copy(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == (tmp_path / "a").read_bytes()


def test_a_full_drive_is_said_to_be_full():
    with pytest.raises(DiskFull), safely.writing(), Path("/dev/full").open("wb", buffering=0) as full:
        full.write(b"x")


@pytest.mark.parametrize(("below", "reason"), [("no/such/file", "not there"), ("file/x", "not a folder")])
def test_a_place_where_nothing_can_be_written_is_named_by_its_reason_only(tmp_path: Path, below: str, reason: str):
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match=reason) as refused:
        safely.write(tmp_path / below, b"x")
    assert str(tmp_path) not in str(refused.value)


def test_what_was_begun_and_never_finished_is_swept_away(tmp_path: Path):
    safely.beside(tmp_path / "a").touch()
    safely.beside(tmp_path / "a").mkdir()
    (tmp_path / ".hers").touch()
    safely.sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".hers"]


def test_what_ended_by_itself_meanwhile_needs_no_sweeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    gone = safely.beside(tmp_path / "a")
    monkeypatch.setattr(Path, "glob", lambda *_: iter([gone]))

    safely.sweep(tmp_path)


@pytest.mark.parametrize(
    "words", ["what was taken in", "recovery-sheet-" + "w" * 24, "Ṱhoho ya vhathu vhoṱhe vha Lesedi", "№?*/"]
)
def test_a_file_that_we_name_has_forty_plain_letters_at_most_keeps_its_day_and_overwrites_nothing(
    tmp_path: Path, words: str
):
    made = []
    for _ in range(12):
        made.append(safely.free(tmp_path, words, " 2026-03-02", ".pdf"))
        made[-1].touch()
    assert len(set(made)) == 12
    for name in (place.name for place in made):
        assert name.isascii()
        assert len(name) <= 40
        assert " 2026-03-02" in name
        assert not set(name) & set('<>:"/\\|?*')


def test_what_is_made_piece_by_piece_stands_there_for_its_owner_alone_and_only_when_it_is_whole(tmp_path: Path):
    with safely.made(tmp_path / "shelf") as place:
        place.mkdir()
        (place / "a").write_bytes(b"one")
        assert [each.name for each in tmp_path.glob("[!.]*")] == []

    assert [mode(tmp_path / "shelf"), mode(tmp_path / "shelf" / "a")] == [0o700, 0o600]
    assert [each.name for each in tmp_path.iterdir()] == ["shelf"]


def test_what_fails_while_it_is_made_leaves_nothing(tmp_path: Path, no_file_beyond: Limit):
    with pytest.raises(CannotWrite, match="too large"), safely.made(tmp_path / "a") as place, no_file_beyond(5000):
        place.write_bytes(bytes(10_000))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_what_is_made_is_put_over_nothing_that_somebody_else_put_there(tmp_path: Path, when: str):
    theirs = tmp_path / "a"
    if when == "before":
        theirs.write_bytes(b"theirs")

    def make() -> None:
        with safely.made(theirs) as place:
            theirs.write_bytes(b"theirs")
            place.write_bytes(b"ours")

    with pytest.raises(FileInTheWay):
        make()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"theirs")]
