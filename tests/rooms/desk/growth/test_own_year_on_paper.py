"""However full a year was, its record is one page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.practice.growth.own_year import last_twelve_months
from caregiver_desk.reports.growth import year_page
from caregiver_desk.reports.growth.own_year import Learning, Told, Year
from caregiver_desk.reports.growth.year_page import as_document
from caregiver_desk.reports.imprint import Imprint

DAY = date(2026, 3, 2)
SORTS = ("one-to-one", "in short calls", "after something hard", "in a review", "in own supervision")


def full(letters: int, many: int = 40) -> Year:
    words = ("words of somebody " * 40)[:letters]
    told = tuple(Told(words, DAY - timedelta(number), "a grandmother in ward 9") for number in range(many))
    heard = tuple((sort, 10) for sort in SORTS)
    return Year("", "Nomvula Shezi", last_twelve_months(DAY), Learning(60, 3, 9, 4), heard, DAY, 99, 50, *[told] * 6)


def pages(year: Year) -> int:
    return document_paper.as_pdf(as_document(year), Imprint("Blouvlei", clock.today(), fictional=True)).count(
        b"/Type /Page\n"
    )


def test_a_full_year_is_one_page_with_few_words_and_with_many():
    assert [pages(full(letters)) for letters in (20, 140, 280)] == [1, 1, 1]


def test_what_has_no_room_is_counted():
    lines = as_document(full(20)).sections[2].lines

    assert lines[-1].words == f"and {2 * 40 - len(lines) + 1} more"  # in courses, and by goals of their own


def test_a_second_page_is_noticed(monkeypatch: pytest.MonkeyPatch):
    """The control: where lists go on without an end, so does the paper."""
    monkeypatch.setattr(year_page, "PAGE", 10_000)

    assert pages(full(140)) > 1
