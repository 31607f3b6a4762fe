"""What waits for a coordinator beside the figures: as numbers, with the page where each is at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.answers.insight.waits import waits
from caregiver_desk.practice.spans import Grain, before
from caregiver_desk.store.book import Book


def lines(book: Book) -> dict[str, str]:
    return {each.words: each.subject for each in waits(book, before(Grain.MONTH, clock.today()))}


def test_a_request_waits_until_it_is_answered(make_book: Callable[..., Book]):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    assert lines(office) == {}
    ACTS["ask_organisation"](office, words="When is it paid?", theme="stipend")

    assert lines(office) == {"1 request waits for an answer": "today"}


def test_who_supervises_waits_to_be_heard_and_a_team_for_its_return_and_nobody_is_named(
    pair: tuple[Book, Book], send: Callable[..., Any]
):
    nomvula, fhatuwani = pair
    ACTS["add_caregiver"](nomvula, given_names="Grace", since="2026-01-05")
    assert lines(fhatuwani)["1 laptop sent nothing since these days"] == "sharing"
    send(nomvula, fhatuwani)

    assert lines(fhatuwani) == {
        "1 supervisor was not heard in time": "supervision",
        "1 team sent no return of last month": "sharing",
    }


def test_once_heard_they_wait_no_more(pair: tuple[Book, Book], send: Callable[..., Any]):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    assert "1 supervisor was not heard in time" in lines(fhatuwani)

    ACTS["hold_check_in"](fhatuwani, caregiver=nomvula.person, day=clock.today())

    assert "1 supervisor was not heard in time" not in lines(fhatuwani)
