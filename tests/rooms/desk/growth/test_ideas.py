"""SYS-17: anybody's idea or obstacle is written down, decided, and answered on the page of whose it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.answers.people.her_record import her_record
from caregiver_desk.store import questions, rising
from caregiver_desk.store.book import Book

IDEA = "Two of us go to ward 9 together."
ANSWER = "Yes, from Monday, in pairs."


def test_sys_17_an_idea_has_an_owner_a_decision_and_a_day_and_its_reply_stands_on_their_page(
    pair: tuple[Book, Book], send: Callable[..., Any]
):
    hers, office = pair
    grace = ACTS["add_caregiver"](hers, given_names="Grace").record
    asked = {"caregiver": grace, "sort": "improvement idea", "theme": "safety", "words": IDEA, "released": True}
    ACTS["ask_organisation"](hers, day="2026-03-02", reply_by="2026-03-16", **asked)
    send(hers, office)
    (idea,) = questions.listing(office, "request")
    ACTS["answer_request"](office, id=idea.id, state="answered yes", answer=ANSWER)
    send(office, hers)

    (kept,) = questions.listing(hers, "request")
    assert (kept["asked_by"], kept["replied_by"]) == (hers.person, office.person)
    assert (kept["sort"], kept["state"], kept["reply_by"]) == ("improvement idea", "answered yes", "2026-03-16")
    page = [each for each in rising.seen_as_one(hers, questions.timeline(hers, grace)) if each["answer"] == ANSWER]
    assert len(page) == 1
    turned = [words for each in her_record(hers, grace) for _, words in each.lines]
    assert IDEA in turned
    assert ANSWER in turned
