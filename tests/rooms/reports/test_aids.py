"""Pages to read before a hard thing."""

from __future__ import annotations

import re

import pytest

from caregiver_desk.practice.services import national
from caregiver_desk.reports import aids
from caregiver_desk.reports.document import as_text


@pytest.mark.parametrize("name", aids.NAMES)
def test_each_says_when_to_read_it_where_it_comes_from_and_what_to_do(name: str) -> None:
    page = aids.aid(name)

    assert all(page.under)
    assert page.sections
    assert all(line.words for section in page.sections for line in section.lines)


@pytest.mark.parametrize("name", [name for name in aids.NAMES if name != "glossary"])
def test_each_fits_on_one_page(name: str) -> None:
    assert len(as_text(aids.aid(name)).splitlines()) <= 50


def test_a_number_to_ring_is_one_of_the_directory() -> None:
    known = {re.sub(r"\D", "", str(each["phone"])) for each in national()}
    told = re.findall(r"\b\d[\d ]{3,}\d\b", "\n".join(as_text(aids.aid(name)) for name in aids.NAMES))

    assert told
    assert {each.replace(" ", "") for each in told} <= known


def test_no_page_makes_anybody_ask_before_reporting_harm() -> None:
    told = as_text(aids.aid("noticing"))

    assert "Anyone may report. Nobody has to ask a supervisor before." in told
    assert told.index("danger now") < told.index("What may be seen")
