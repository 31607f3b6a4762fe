"""What becomes of a promise: kept, changed or dropped, and never two of these at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def promise(book: Book) -> str:
    caregiver = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena").record
    told = {"owner": "supervisor", "what": "ask about the stipend", "due": clock.today()}
    ACTS["hold_check_in"](book, caregiver=caregiver, day=clock.today(), promises=[told])
    return questions.listing(book, "promise")[0].id


def test_a_promise_that_was_dropped_is_not_kept_by_a_slip(book: Book, promise: str) -> None:
    ACTS["drop_promise"](book, id=promise, why_dropped="the stipend came")

    with pytest.raises(NotUnderstood, match="dropped"):
        ACTS["keep_promise"](book, id=promise)


def test_nobody_agrees_to_a_check_in_on_a_day_that_has_not_come(book: Book, promise: str) -> None:  # noqa: ARG001
    held = questions.listing(book, "check_in")[0].id

    with pytest.raises(NotUnderstood, match="that has come"):
        ACTS["agree_check_in"](book, id=held, how_agreed="at this laptop", agreed_on=clock.today() + timedelta(3))
