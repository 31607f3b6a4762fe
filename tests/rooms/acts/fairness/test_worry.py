"""A worry about somebody's work: its causes are looked at first, help is arranged, and it stays between the two."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import LookFurther, NotUnderstood
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.wellbeing.support_plan import plan_on_paper
from caregiver_desk.store import questions
from caregiver_desk.store.arranged import cap_of, protected_hours
from caregiver_desk.store.book import Book

LATE = {"organisation": ["stipend late or short"], "found_organisation": "paid six weeks late"}
PERSON = {"personal": ["a habit"], "found_personal": "she says so"}


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile").record


def worry(book: Book, caregiver: str, **words: Any) -> str:
    return ACTS["note_worry"](book, caregiver=caregiver, seen="four of ten homes were seen", **words).record


@pytest.mark.parametrize(
    "words",
    [
        {},
        PERSON,
        {"organisation": ["stipend late or short"]},
        {"work": ["too many homes"], "found_work": "  "},
        {**LATE, "work": ["too many homes"]},
        {**LATE, "personal": ["a habit"]},
    ],
)
def test_sys_44_a_worry_is_not_saved_before_the_organisation_or_the_work_was_checked(
    book: Book, caregiver: str, words: dict[str, Any]
):
    with pytest.raises(LookFurther):
        worry(book, caregiver, **words)

    assert questions.count(book, "performance_worry") == 0


@pytest.mark.parametrize("words", [LATE, {"found_work": "ten homes in two wards"}, {**LATE, **PERSON}])
def test_sys_44_causes_of_three_groups_are_kept_with_what_was_checked(book: Book, caregiver: str, words: Any):
    kept = questions.get(book, "performance_worry", worry(book, caregiver, **words))

    told = {name: sorted(kept[name]) if isinstance(kept[name], frozenset) else kept[name] for name in words}
    assert told == words


def test_sys_44_what_was_looked_at_is_not_taken_out_later_but_what_came_of_it_is_always_said(
    book: Book, caregiver: str
):
    record = worry(book, caregiver, **LATE)

    with pytest.raises(LookFurther):
        ACTS["change_performance_worry"](book, id=record, fields={"found_organisation": None})
    ACTS["change_performance_worry"](book, id=record, fields={"after": "the organisation has to mend it"})

    assert questions.get(book, "performance_worry", record)["after"] == "the organisation has to mend it"


def test_sys_44_a_worry_stays_between_the_two_and_stands_on_no_timeline(book: Book, caregiver: str):
    worry(book, caregiver, **LATE)

    assert {each.audience for each in KINDS["performance_worry"].fields.values()} == {Audience.PAIR}
    assert [each for each in questions.timeline(book, caregiver) if each.kind == "performance_worry"] == []
    assert KINDS["performance_worry"].named == ()


def test_sys_47_what_comes_of_a_worry_are_parts_of_a_plan_that_reach_the_homes_and_the_hours(
    book: Book, caregiver: str
):
    record, until = worry(book, caregiver, **LATE), clock.today() + timedelta(14)
    plan = ACTS["open_plan"](book, caregiver=caregiver, agreed="disagrees", their_view="pay me first").record
    told = {"fewer homes for a while": {"homes": 3}, "hours kept free": {"hours": 4}, "mentoring": {}}
    for response, more in (*told.items(), ("visit together, told in detail", {})):
        ACTS["arrange_part"](book, caregiver=caregiver, response=response, until=until, **more)

    ACTS["change_performance_worry"](book, id=record, fields={"after": "support is arranged", "plan": plan})

    assert (cap_of(book, caregiver, until), protected_hours(book, caregiver, until)) == (3, 4)
    parts = questions.listing(book, "plan_response", {"plan": plan})
    assert all(each["since"] and each["until"] == until.isoformat() for each in parts)
    assert len(parts) == 4
    other = ACTS["open_plan"](book, caregiver=ACTS["add_caregiver"](book, given_names="Grace").record, agreed="yes")
    with pytest.raises(NotUnderstood):
        ACTS["change_performance_worry"](book, id=record, fields={"plan": other.record})


def test_sys_48_each_partys_view_and_agreement_stands_in_the_plan_and_that_they_disagree_is_printed(
    book: Book, caregiver: str
):
    views = {"their_view": "I want my homes back", "your_view": "for a month", "you_agree": "yes"}
    third = {"senior": "Zanele Arendse", "senior_view": "look again soon", "senior_agrees": "with reservations"}

    plan = ACTS["open_plan"](book, caregiver=caregiver, agreed="disagrees", **views, **third).record

    told = " ".join(as_text(plan_on_paper(book, plan)).split())
    for words in ("disagrees", *views.values(), *third.values()):
        assert words in told
