"""A support plan on paper holds each one's view, also where they disagree, and no reason and no figure of a rule."""

from __future__ import annotations

from caregiver_desk.acts.act import ACTS
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.wellbeing.support_plan import plan_on_paper
from caregiver_desk.store.book import Book


def test_a_plan_on_paper_says_who_disagrees_and_what_is_arranged(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Sibongile").record
    views = {"their_view": "I want my homes back", "your_view": "for a month", "you_agree": "yes"}
    plan = ACTS["open_plan"](book, caregiver=her, agreed="disagrees", offers=["F3"], **views).record
    ACTS["arrange_part"](book, caregiver=her, response="fewer homes for a while", homes=12, until="2099-03-02")
    declined = ACTS["offer_support"](book, caregiver=her, code="F14", plan=plan).record
    ACTS["change_follow_up"](book, id=declined, fields={"state": "declined"})

    told = as_text(plan_on_paper(book, plan))

    for words in ("disagrees", "I want my homes back", "for a month", "fewer homes for a while", "homes 12", "Phone"):
        assert words in told
    assert "counsellor" not in told


def test_nobody_on_it_is_you_for_two_people_read_it(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Sibongile").record
    views = {"their_view": "rest", "your_view": "for a month", "you_agree": "yes"}
    plan = ACTS["open_plan"](book, caregiver=her, agreed="yes", offers=["F3"], **views).record

    told = as_text(plan_on_paper(book, plan))

    assert "How the supervisor sees it: for a month" in told
    assert "you" not in told.lower().split()
