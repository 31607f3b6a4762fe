"""A reason that may be known is theirs to take back."""

from __future__ import annotations

import pytest

from caregiver_desk.acts.act import named
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change


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


def test_sys_58_of_several_reasons_it_is_said_which_one_may_be_known(book: Book, caregiver: str):
    talk = named("hold_exit_talk")(book, person=caregiver, reasons=["studies", "unsafe"]).record
    with pytest.raises(NotUnderstood):
        named("change_exit_talk")(book, id=talk, fields={"known": True})
    named("change_exit_talk")(book, id=talk, fields={"known": True, "reasons": ["unsafe"]})
    assert reason(book, caregiver) == "unsafe"
    named("change_exit_talk")(book, id=talk, fields={"reasons": ["studies"]})
    assert reason(book, caregiver) == "studies"


def test_sys_58_a_reason_that_a_bundle_wrote_against_their_word_is_found(book: Book, caregiver: str):
    named("hold_exit_talk")(book, person=caregiver, reasons=["unsafe"])
    (works,) = questions.listing(book, "engagement", {"person": caregiver})
    ledger.append(book, "by hand", [Change("engagement", works.id, works.scope, {"leaving": "unsafe"})])
    assert [each.code for each in together.found(book)] == ["reason-without-yes"]

    named("change_engagement")(book, id=works.id, fields={"leaving": None})
    assert together.found(book) == []
