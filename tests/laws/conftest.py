"""A book on a copied disk, for the laws."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from twins import Copy

from caregiver_desk.store import book as books
from caregiver_desk.store import vault
from caregiver_desk.store.book import Book


@pytest.fixture
def twin_of(home: Path) -> Iterator[Copy]:
    """The same book on a copied disk, with its mark: nothing tells it that it is a copy."""
    with ExitStack() as closing:

        def copy(book: Book) -> Book:
            book.seal()
            shutil.copytree(book.vault.folder, home / "twin")
            twin = books.resume(vault.reopen(home / "twin", book.vault.keys))
            closing.callback(twin.vault.close)
            return twin

        yield copy
