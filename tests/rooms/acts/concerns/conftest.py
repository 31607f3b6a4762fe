"""Who reads a concern beside who noted it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from safeguarded import LEAD

from caregiver_desk.store.book import Book


@pytest.fixture
def lead(book: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]) -> Book:
    other = make_book(LEAD, "protection lead")
    introduced(book, other)
    return other


@pytest.fixture
def boss(book: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]) -> Book:
    other = make_book("Fhatuwani Netsianda", "coordinator")
    introduced(book, other)
    return other
