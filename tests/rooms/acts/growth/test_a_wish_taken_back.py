"""A wish to go elsewhere that is taken back stands with their present team no longer."""

from __future__ import annotations

import pytest
from homes import asked

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.mark.parametrize("way", ["changed", "withdrawn"])
def test_sys_57_whoever_takes_a_wish_back_that_their_team_heard_of_takes_it_back_there_too(book: Book, way: str):
    ACTS["open_road"](book, road="transfers and shadowing")
    who = asked(book, "Sibongile")
    wish = ACTS["record_move_interest"](book, person=who, to_role="supervisor", day=clock.today()).record
    ACTS["tell_their_team"](book, person=who)
    assert questions.count(book, "known_move") == 1
    if way == "changed":
        ACTS["change_move_interest"](book, id=wish, fields={"state": "taken back"})
    else:
        ACTS["withdraw_move_interest"](book, id=wish)

    assert questions.listing(book, "known_move") == []
