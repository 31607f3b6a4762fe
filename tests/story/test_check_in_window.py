"""A check-in is planned, held or missed; what to bring to it stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

import pytest
from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.answers.days import as_day, due
from caregiver_desk.desk.pages.supervision import SupervisionPage
from caregiver_desk.practice.days import working_days_after
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day

HEAVY, MANY = 7, 11


def on(days: int) -> date:
    return clock.today() + timedelta(days)


def said(days: int) -> str:
    """How far off that day is, as Today says it."""
    return due(on(days), clock.today())


def check_ins(desk: Desk) -> list[tuple[str, str]]:
    return [(each["state"], each["day"]) for each in questions.listing(desk.book, "check_in")]


def next_day(desk: Desk) -> date | None:
    return desk.page().form.values().get("next_day")  # type: ignore[attr-defined,no-any-return]


def test_one_that_is_planned_stands_on_today_on_its_day(desk: Desk) -> None:
    desk.press("Plan").fill(day="+5").press("Save")

    assert check_ins(desk) == [("planned", on(5).isoformat())]
    assert desk.tags() == [said(5)]


def test_one_that_is_planned_anew_has_moved(desk: Desk) -> None:
    desk.press("Plan").fill(day="+3").press("Save").press("Plan").fill(day="+5").press("Save")

    assert check_ins(desk) == [("planned", on(5).isoformat())]


def test_the_one_that_was_planned_is_the_one_that_is_held(desk: Desk, programme: Programme) -> None:
    ACTS["plan_check_in"](desk.book, caregiver=programme.caregiver, day=on(-1))

    desk.open("supervision").fill(caregiver="Sibongile", how_are_you="well").press("Held")

    assert check_ins(desk) == [("held", on(0).isoformat())]


def test_one_that_was_missed_says_why_and_has_a_new_day(desk: Desk, programme: Programme) -> None:
    ACTS["plan_check_in"](desk.book, caregiver=programme.caregiver, day=on(-1))
    desk.open("supervision").fill(caregiver="Sibongile").press("Not held").fill(day="yesterday").press("Save")
    assert desk.message().count("This is still needed.") == 1

    assert desk.typed("next_day") == full_day(working_days_after(on(0), 5))  # proposed, and hers to change
    desk.fill(not_held="transport", next_day="+6").press("Save")

    (missed,) = questions.listing(desk.book, "check_in")
    assert (missed["state"], missed["not_held"], as_day(missed["next_day"])) == ("missed", "transport", on(6))
    assert desk.open("today").tags() == [said(6)]


@pytest.mark.parametrize(
    ("given", "interval"), [({"since": "2020-01-06"}, 30), ({"since": clock.today().isoformat()}, 14)]
)
def test_the_next_day_is_the_one_of_her_rhythm(desk: Desk, given: dict[str, str], interval: int) -> None:
    ACTS["add_caregiver"](desk.book, given_names="Anna", surname="Abel", **given)
    desk.window.hands.lane.touched.emit(frozenset({"person"}))

    desk.rest().open("supervision").fill(caregiver="Anna")

    assert next_day(desk) == on(interval)


def test_a_support_plan_brings_the_next_day_nearer_and_a_day_of_her_own_stays(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    ACTS["open_plan"](programme.book, caregiver=programme.caregiver, agreed="yes")
    desk = open_window(programme.book).open("supervision").fill(caregiver="Sibongile")
    assert next_day(desk) == on(7)

    desk.fill(next_day="+3", minutes="30").open("today").open("supervision")

    assert next_day(desk) == on(3)


def test_her_own_promises_come_first_and_each_says_whose_it_is(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    owners = ("caregiver", "organisation", "supervisor")
    promises = [{"owner": each, "what": f"of the {each}", "due": on(n)} for n, each in enumerate(owners)]
    ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=on(-14), promises=promises)

    told = open_window(programme.book).open("supervision").fill(caregiver="Sibongile").message().splitlines()

    assert [line for line in told if line.startswith("of the")] == [
        "of the supervisor",
        "of the caregiver",
        "of the organisation",
    ]
    assert [line for line in told if line.endswith("promised it")] == [
        "You promised it",
        "Sibongile promised it",
        "The organisation promised it",
    ]


def test_heavy_days_and_visits_that_upset_are_brought(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    told = {"caregiver": programme.caregiver, "household": programme.household}
    for _ in range(HEAVY):
        ACTS["record_visit"](programme.book, **told, day=on(-2))
    ACTS["record_visit"](programme.book, **told, day=on(-3), upset_afterwards=True)

    for talk in (0, 1):
        promises = [{"owner": "supervisor", "what": f"promise {n}", "due": on(n)} for n in range(1 + talk, MANY, 2)]
        ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=on(-1), promises=promises)
    ACTS["ask_to_bring"](programme.book, caregiver=programme.caregiver, what="the course")

    desk = open_window(programme.book).open("supervision").fill(caregiver="Sibongile")

    assert "1 heavy day" in desk.message()
    assert "promise 2\n" in desk.message()
    assert "promise 3" not in desk.message(), "the first of each sort are seen at first"
    (rest,) = [words for words in desk.press("Not yet").buttons() if words.startswith("Show all")]
    desk.press(rest)
    assert f"promise {MANY - 1}" in desk.message()
    page = cast("SupervisionPage", desk.page())
    assert len(page.brings.not_yet()) == 1, "what waits is still marked"
    assert desk.said_after("1 heavy day").startswith("7 visits on")
    assert desk.said_after("Upset after a visit").startswith("HH-031 Mudau")
