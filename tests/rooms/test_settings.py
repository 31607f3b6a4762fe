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
