"""Pages to read before a hard thing."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.worded import versions_of, words_of
from caregiver_desk.errors import UnknownField
from caregiver_desk.practice import site_words
from caregiver_desk.practice.aids import code_of, shipped
from caregiver_desk.practice.visits.services import national
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.reports import aids
from caregiver_desk.reports.document import Line, as_text
from caregiver_desk.store.book import Book


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


STAYS = (
    "10111",
    "0800 567 567",
    "Nobody has to ask a supervisor before.",
    "tells the police at once",
    "clinic now",
    "cannot keep this secret",
)


def text(name: str) -> str:
    """Its lines as they are, however narrow the paper."""
    page = aids.aid(name)
    lines = [each.words for section in page.sections for each in (Line(section.title, section.title), *section.lines)]
    return "\n".join([*lines, *page.under])


def test_a_site_says_a_line_otherwise_and_adds_its_own_beside_what_is_shipped(book: Book) -> None:
    line = "Go, or phone, within a day. A short call is better than a long plan."
    words = {code_of("grief", line): "Go on the same day.", "grief-ours1": "Mama Dlamini opens the hall for us."}
    ACTS["set_words"](book, catalogue="job aids", words=words)
    assert "Go on the same day." not in text("grief")  # nobody shows this book yet

    site_words.speak(words_of(book))
    told = text("grief")
    assert told.index("Go on the same day.") < told.index(f"as shipped: {line}")
    assert told.index("Said by our own site") < told.index("Mama Dlamini opens the hall for us.")
    assert f"Our own lines: version {words_of(book).current['job aids']}." in told
    ACTS["set_words"](book, catalogue="job aids", words=dict.fromkeys(words, ""))
    site_words.speak(words_of(book))
    assert "as shipped" not in text("grief")


def test_what_stood_before_is_read_as_it_stood_then(book: Book) -> None:
    code = code_of("grief", "Go, or phone, within a day. A short call is better than a long plan.")
    for words in ("Go on the same day.", "Go at once."):
        ACTS["set_words"](book, catalogue="job aids", words={code: words})
        clock.shift(timedelta(7))
    site_words.speak(words_of(book))
    first, last = versions_of(book, Catalogue.AIDS)

    assert (first.day, last.day) == (clock.today() - timedelta(7), clock.today())
    pages = [as_text(aids.aid("grief", version)) for version in ("", first.name, None)]
    assert [[words in page for words in ("Go on the same day.", "Go at once.")] for page in pages] == [
        [False, False],
        [True, False],
        [False, True],
    ]


def test_no_site_takes_away_whom_to_ring_or_that_anyone_may_report(book: Book) -> None:
    words = dict.fromkeys(shipped(), "Ask the manager first.")
    ACTS["set_words"](book, catalogue="job aids", words=words)
    site_words.speak(words_of(book))

    told = "\n".join(text(name) for name in aids.NAMES)
    assert "Ask the manager first." in told
    assert all(each in "\n".join(line for line in told.splitlines() if "as shipped" not in line) for each in STAYS)
    assert text("noticing").index("Anyone may report.") < text("noticing").index("Ask the manager first.")


def test_what_stays_has_no_code_under_which_it_could_be_said(book: Book) -> None:
    assert not any(stays in line for stays in STAYS for line in shipped().values())
    first = code_of("noticing", "Anyone may report. Nobody has to ask a supervisor before.")
    with pytest.raises(UnknownField):
        ACTS["set_words"](book, catalogue="job aids", words={first: "Ask the manager first."})

    site_words.speak(site_words.Spoken({"job aids": "0badcafe"}, {"0badcafe": {first: "Ask the manager first."}}))
    assert "Ask the manager first." not in text("noticing")
