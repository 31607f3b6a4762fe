"""The clock of these tests stands in April 2026, so that their months are months of every year to come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from six_caregivers import TODAY, Six, begin, go_to, of

from caregiver_desk.store.book import Book


@pytest.fixture
def programme(make_book: Callable[..., Book]) -> Six:
    """Six caregivers in two teams of Nomvula’s."""
    go_to(TODAY)
    return of(make_book(begin=begin))
