"""Figures of an area count all sites beneath it, and no small site is found by taking one from another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from districts import Districts, districts
from six_caregivers import days

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.insight.figures import told
from caregiver_desk.acts.insight.freezing import changed_since, frozen
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.errors import NotYours
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.calendar import standing_on


@pytest.fixture
def there(make_book: Callable[..., Book]) -> Iterator[Districts]:
    with standing_on(date(2026, 4, 15)):
        yield districts(make_book("Fhatuwani Netsianda", "coordinator"))


def visits(there: Districts, place: str, period: str = "2026-03") -> tuple[int | None, Why | None]:
    (found,) = told(there.book, chosen(there.book, "I18"), days(period), [place])
    return found.of, found.why


def test_a_province_counts_the_sites_of_all_its_districts(there: Districts):
    assert visits(there, there.province) == visits(there, "") == (13, None)


def test_a_district_beside_a_small_one_is_not_told_for_the_small_one_could_be_taken_from_it(there: Districts):
    for place in (there.hills, there.coast, *there.sites.values()):
        assert visits(there, place) == (None, Why.AMONG)


def test_districts_are_told_beside_each_other_where_each_of_them_is_large_enough(there: Districts):
    there.place("Hollow", there.coast)
    there.place("Dam", there.hills)

    assert (visits(there, there.hills), visits(there, there.coast)) == ((8, None), (5, None))
    assert visits(there, there.sites["Hollow"]) == (5, None)
    assert visits(there, there.sites["Ridge"]) == visits(there, there.sites["Dam"]) == (None, Why.AMONG)


def test_what_lies_in_no_area_is_a_part_as_well(there: Districts):
    """Two visits of the dam would be what the whole has more than the province."""
    there.place("Dam", None)

    assert visits(there, "") == (13, None)
    assert visits(there, there.province) == visits(there, there.hills) == (None, Why.AMONG)


def test_a_quarter_of_an_area_is_the_sum_of_the_months_that_are_told(there: Districts):
    there.place("Dam", there.hills)

    assert visits(there, there.hills, "2026-Q1") == (13, None)


def test_of_an_area_no_groups_are_told(there: Districts):
    """What the others of a group have could be taken from the group of all."""
    found = told(there.book, chosen(there.book, "I19"), days("2026-03"), ["", there.province])

    assert {each.place for each in found if each.split} <= {""}


def test_a_report_of_an_area_is_frozen_for_itself_and_told_again_as_it_would_be_now(there: Districts):
    there.place("Dam", there.hills)
    ACTS["freeze_report"](there.book, period="2026-03", chosen="I18", region=there.hills)

    span = days("2026-03")
    assert frozen(there.book, span, "", "I18") == []
    (kept,) = frozen(there.book, span, there.hills, "I18")
    assert changed_since(there.book, kept) == []
    there.place("Dam", there.coast)
    (changed,) = changed_since(there.book, kept)
    assert (changed.then.of, changed.now.why) == (13, Why.AMONG)


def test_a_frozen_report_of_an_area_that_was_given_up_stays_and_is_not_known_any_more(there: Districts):
    empty = ACTS["record_region"](there.book, name="Far").record
    made = ACTS["freeze_report"](there.book, period="2026-03", chosen="I18", region=empty).record
    ACTS["withdraw_region"](there.book, id=empty)

    (changed,) = changed_since(there.book, questions.get(there.book, "frozen_report", made))
    assert changed.now.why is Why.UNKNOWN


def test_nobody_but_a_coordinator_makes_a_report_of_an_area(book: Book):
    with pytest.raises(NotYours):
        ACTS["freeze_report"](book, period="2026-03", region=book.site)
