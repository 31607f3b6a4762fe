"""Where things are kept."""

from pathlib import Path

import pytest

from caregiver_desk import settings, wording


def test_one_variable_moves_books_and_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(settings.HOME, str(tmp_path))
    assert {settings.books_folder(), settings.state_folder()} == {tmp_path / "books", tmp_path / "state"}


def test_without_it_they_are_apart_and_her_own(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(settings.HOME, raising=False)
    assert settings.books_folder().parent != settings.state_folder().parent
    assert Path.home() in settings.books_folder().parents


def test_the_resources_are_found():
    assert wording.RESOURCES.is_dir()


def shelve(home: Path, name: str, told: bytes) -> None:
    folder = home / "books" / name
    folder.mkdir(parents=True)
    (folder / "keys.json").write_bytes(told)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(settings.HOME, str(tmp_path))
    return tmp_path


def test_books_are_listed_by_their_signs(home: Path):
    shelve(home, "b", b'{"sign": "maize"}')
    shelve(home, "c", b'{"sign": "Candle"}')
    (home / "books" / "d").mkdir()
    (home / "books" / "d" / "book.db").touch()

    assert [(book.folder.name, book.sign) for book in settings.books()] == [("d", ""), ("c", "Candle"), ("b", "maize")]


def test_where_nothing_is_there_are_no_books(home: Path):
    assert settings.books() == []
    (home / "books").mkdir()
    assert settings.books() == []


@pytest.mark.parametrize(
    "told",
    [
        b"{",
        b"[]",
        b"\xff",
        b'{"sign": 7}',
        b'{"sign": "two words"}',
        b'{"sign": "<b>x</b>"}',
        b"[" * 16_000,
        b" " * 99_999,
    ],
)
def test_a_key_file_that_says_nothing_sensible_gives_no_sign(home: Path, told: bytes):
    shelve(home, "b", told)
    assert [book.sign for book in settings.books()] == [""]


@pytest.mark.parametrize(
    ("word", "good"), [("maize", True), ("ṱhoho-2", True), ("", False), ("a b", False), ("x" * 25, False)]
)
def test_a_sign_is_one_plain_word(word: str, good: bool):
    assert settings.is_sign(word) is good
