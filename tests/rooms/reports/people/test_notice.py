"""What everybody is told of what is kept about them holds who answers, who reads each part, and the times that hold."""

from __future__ import annotations

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import PERSON
from caregiver_desk.records.visits.households import Purpose
from caregiver_desk.reports.document import ROOM, Document, as_text
from caregiver_desk.reports.people.notice import READERS, WRITTEN, notice_on_paper
from caregiver_desk.reports.visits.consent import ASKED, consent_on_paper
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def her(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba", phone="082 555 0101").record


def said(document: Document) -> str:
    """In one line."""
    return " ".join(as_text(document).split())


def test_no_audience_of_a_record_about_somebody_is_left_out():
    about = [each for each in KINDS.values() if each.about and each.fields[each.about].shown.refers == PERSON.name]
    audiences = {field.audience for kind in (PERSON, *about) for field in kind.fields.values()}
    told = {each for those, *_ in READERS for each in those}

    assert audiences - told - {Audience.SELF, Audience.CONTROL} == set()
    assert {kind for *_, kind in WRITTEN if kind} <= KINDS.keys()


def test_it_says_who_answers_as_the_site_said_it_and_leaves_room_where_it_did_not(book: Book, her: str):
    site = questions.own_site(book)
    assert site is not None
    before = said(notice_on_paper(book, her))
    ACTS["change_site"](book, id=site.id, fields={"officer": "Ms Agnes Mudau"})

    after = said(notice_on_paper(book, her))

    assert f"Information officer: {ROOM}" in before
    assert "Information officer: Ms Agnes Mudau" in after
    assert f"Sibongile Ndaba: {ROOM}" in after


def test_nothing_that_is_kept_about_them_stands_on_it_but_their_name(book: Book, her: str):
    assert "082 555 0101" not in as_text(notice_on_paper(book, her))
    assert "Ndaba" not in as_text(notice_on_paper(book, ""))


def test_a_home_is_asked_of_each_thing_that_it_can_agree_to(book: Book):
    told = as_text(consent_on_paper(book, ""))

    assert set(ASKED) == set(Purpose)
    assert all(words in told for words in ASKED.values())
    assert "You may say no to all of it" in told
