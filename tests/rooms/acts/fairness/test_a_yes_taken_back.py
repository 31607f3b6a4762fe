"""A reason that may be known is theirs to take back."""

from __future__ import annotations

from caregiver_desk.acts.act import named
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def reason(book: Book, person: str) -> object:
    return questions.listing(book, "engagement", {"person": person})[0]["leaving"]


def test_sys_58_a_reason_is_not_known_any_longer_once_they_take_their_yes_back(book: Book, caregiver: str):
    talk = named("hold_exit_talk")(book, person=caregiver, reasons=["studies"], known=True).record
    named("change_exit_talk")(book, id=talk, fields={"known": False})

    assert reason(book, caregiver) is None


def test_sys_58_a_talk_that_is_withdrawn_leaves_no_reason_with_their_work(book: Book, caregiver: str):
    talk = named("hold_exit_talk")(book, person=caregiver, reasons=["studies"], known=True).record
    named("withdraw_exit_talk")(book, id=talk)

    assert reason(book, caregiver) is None


def test_sys_58_a_yes_that_is_given_later_lets_the_reason_be_known(book: Book, caregiver: str):
    talk = named("hold_exit_talk")(book, person=caregiver, reasons=["studies"]).record
    named("change_exit_talk")(book, id=talk, fields={"known": True})

    assert reason(book, caregiver) == "studies"
