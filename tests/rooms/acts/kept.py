"""Somebody who left, and times of keeping that were confirmed."""

from __future__ import annotations

from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.times import confirm_times, times_of
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

WORDS = "the long way past the river"


def worker(book: Book) -> str:
    """A caregiver with a visit and a talk of today."""
    her = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record
    home = ACTS["record_household"](book, team=own_team(book), code="HH-031").record
    ACTS["record_visit"](book, caregiver=her, household=home, day=clock.today(), outcome="done", note=WORDS)
    ACTS["hold_check_in"](book, caregiver=her, day=clock.today(), words={"how_are_you": WORDS})
    return her


def leave(book: Book, her: str, day: date | None) -> None:
    (engagement,) = questions.listing(book, "engagement", {"person": her})
    fields = {"state": "left"} | ({"until": day.isoformat()} if day else {})
    ACTS["change_engagement"](book, id=engagement.id, fields=fields)


def confirm(book: Book) -> None:
    """All times are confirmed as they are suggested, in whosever book."""
    confirm_times(book, times=[{"kind": each.rule.kind} for each in times_of(book)])
