"""What tests of acts share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from homes import asked, household

from caregiver_desk.acts.act import ACTS
from caregiver_desk.store.book import Book


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """A file with these lines."""

    def write(*lines: str, name: str = "sheet.csv") -> Path:
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
        return tmp_path / name

    return write


@pytest.fixture
def caregiver(book: Book) -> str:
    return asked(book, "Sibongile")


@pytest.fixture
def house(book: Book) -> str:
    return household(book)


@pytest.fixture
def clinic(book: Book) -> str:
    return ACTS["record_service"](book, name="Clinic", sort="clinic").record
