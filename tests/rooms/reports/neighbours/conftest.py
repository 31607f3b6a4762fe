"""A month of which files for neighbours tell."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.calendar import standing_on

MONDAY = date(2026, 3, 2)


@pytest.fixture
def march(book: Book) -> Book:
    """A book in which two homes were visited and two people met; a third home took its word back."""
    with standing_on(MONDAY):
        her = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba", phone="082 555 0142").record
        clinic = ACTS["record_service"](book, name="Clinic", sort="clinic").record
        homes = [_home(book, code) for code in ("H-011", "H-012", "H-013")]
        for home in homes:
            ACTS["record_visit"](
                book, household=home, caregiver=her, day="2026-03-02", minutes=40, purposes=["routine"], note="the roof"
            )
        ACTS["record_visit"](book, household=homes[0], caregiver=her, day="2026-03-02", outcome="nobody home")
        ACTS["record_referral"](book, household=homes[0], service=clinic, day="2026-03-02")
        promise = {"owner": "supervisor", "what": "ask about her boots", "due": "2026-03-09"}
        words = {"how_are_you": "tired", "minutes": 45, "next_day": "2026-03-16"}
        ACTS["hold_check_in"](book, caregiver=her, day="2026-03-02", words=words, promises=[promise])
        ACTS["record_consent"](book, household=homes[1], day="2026-03-02", purposes=["records of visits"])
        ACTS["record_consent"](book, household=homes[2], day="2026-03-02", answer="withdrawn")
        ACTS["plan_check_in"](book, caregiver=her, day="2026-03-16")
    return book


def _home(book: Book, code: str) -> str:
    where = {"code": code, "ward": "Ward 3", "village": "Thohoyandou"}
    return ACTS["record_household"](book, team=own_team(book), **where).record
