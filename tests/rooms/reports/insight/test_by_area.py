"""A report of an area bears its name, and tells a figure by area where all that lie beside each other may be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from districts import Districts, districts
from six_caregivers import days

from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.insight.report import BY_AREA, as_document, as_facts, report
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.calendar import standing_on


@pytest.fixture
def there(make_book: Callable[..., Book]) -> Iterator[Districts]:
    with standing_on(date(2026, 4, 15)):
        yield districts(make_book("Fhatuwani Netsianda", "coordinator"))


def paper(there: Districts, area: str = "") -> str:
    return " ".join(as_text(as_document(report(there.book, days("2026-03"), "I18", region=area))).split())


def test_each_figure_stands_by_district_where_each_of_them_may_be_told(there: Districts):
    there.place("Dam", there.hills)
    there.place("Hollow", there.coast)

    told = paper(there, there.province)
    assert "Lesedi Province" in told
    assert "Visits a day in the field, by area: Coast: 1.0 (5 in 5); Hills: 1.0 (8 in 8)." in told
    assert BY_AREA in told


def test_where_one_is_too_small_none_is_told_by_itself(there: Districts):
    assert "by area:" not in paper(there, there.province)
    assert "Visits a day in the field: Not told: an area beside it, or the whole, is too small." in paper(
        there, there.hills
    )


def test_for_programs_each_number_says_of_which_area_it_is(there: Districts):
    there.place("Hollow", there.coast)
    there.place("Dam", there.hills)
    found = list(as_facts(report(there.book, days("2026-03"), "I18", region=there.province)))

    assert [(each["place"], each["of"]) for each in found] == [("Lesedi Province", 13), ("Coast", 5), ("Hills", 8)]


def test_a_book_without_areas_says_nothing_of_them(make_book: Callable[..., Book]):
    book = make_book("Fhatuwani Netsianda", "coordinator")

    assert BY_AREA not in " ".join(as_text(as_document(report(book, days("2026-03"), "I18"))).split())
