"""Somebody who leaves is listened to, and what they say stays where they said it."""

from __future__ import annotations

import pytest

from caregiver_desk.acts.act import named
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def reason(book: Book, person: str) -> object:
    return questions.listing(book, "engagement", {"person": person})[0]["leaving"]


def test_sys_22_a_leaver_has_a_day_a_reason_and_if_they_want_a_talk(book: Book, caregiver: str):
    named("caregiver_leaves")(book, caregiver=caregiver, day="2026-03-02")
    talk = named("hold_exit_talk")(book, person=caregiver, reasons=["stipend or late pay"], words="Four months late.")
    held = questions.get(book, "exit_talk", talk.record)
    assert (held["reasons"], held["words"]) == ({"stipend or late pay"}, "Four months late.")
    assert questions.listing(book, "engagement", {"person": caregiver})[0]["until"] == "2026-03-02"


def test_sys_58_a_reason_stays_with_who_heard_it_unless_it_may_be_known_as_theirs(book: Book, caregiver: str):
    named("caregiver_leaves")(book, caregiver=caregiver, leaving="unsafe")
    assert reason(book, caregiver) is None
    assert questions.listing(book, "exit_talk")[0]["reasons"] == {"unsafe"}
    named("undo")(book)
    assert questions.listing(book, "exit_talk") == []
    named("caregiver_leaves")(book, caregiver=caregiver, leaving="unsafe", known=True)
    assert reason(book, caregiver) == "unsafe"
    (talk,) = questions.listing(book, "exit_talk")  # so that their yes can be taken back
    named("change_exit_talk")(book, id=talk.id, fields={"known": False})
    assert reason(book, caregiver) is None


def test_whoever_agrees_at_the_talk_lets_their_reason_be_known(book: Book, caregiver: str):
    named("hold_exit_talk")(book, person=caregiver, reasons=["studies"], known=True)
    assert reason(book, caregiver) == "studies"


def test_nothing_of_a_talk_on_leaving_is_for_anybody_else():
    assert {field.audience for field in KINDS["exit_talk"].fields.values()} == {"self"}


def test_a_talk_needs_somebody_whose_work_is_known_here(book: Book):
    with pytest.raises(NotUnderstood):
        named("hold_exit_talk")(book, person=book.site)
