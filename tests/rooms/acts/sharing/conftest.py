"""An organisation that was founded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from organised import Organisation, Stood

from caregiver_desk.store.book import Book


@pytest.fixture(scope="session")
def stood(tmp_path_factory: pytest.TempPathFactory) -> Stood:
    return Stood(tmp_path_factory.mktemp("stood"))


def like_no_other(_: Book) -> None:
    """So that no book of a test beside the organisation is a copy of one of its own."""


@pytest.fixture
def care(
    make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], home: Path, stood: Stood
) -> Iterator[Organisation]:
    if again := stood.again(home):
        yield again
        for book in (again.nomvula, again.first, again.second):
            book.close()
        return
    first, second = (make_book(each, "coordinator", like_no_other) for each in ("Fhatuwani Netsianda", "Dineo Mokoena"))
    care = Organisation(home / "safe.root", make_book(begin=like_no_other), first, second)
    introduced(care.nomvula, care.first)
    care.found()
    stood.keep(care)
    yield care
