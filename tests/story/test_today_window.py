"""What stands on Today is hers, all of it is counted, and what must not wait comes first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NotYourPair
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

FOURTEEN = 14


def on(days: int) -> date:
    return clock.today() + timedelta(days)


def promise(book: Book, caregiver: str, what: str, days: int, owner: str = "caregiver") -> str:
    """Made at a check-in of last week."""
    told = [{"owner": owner, "what": what, "due": on(days)}]
    ACTS["hold_check_in"](book, caregiver=caregiver, day=on(-7), promises=told)
    return next(each.id for each in questions.listing(book, "promise") if each["what"] == what)


def waiting(desk: Desk) -> str:
    """What the rail says aloud of Today."""
    return desk.window.frame.rail.places["today"].accessibleName()


def lines_of(desk: Desk, *wanted: str) -> list[str]:
    return [line for line in desk.message().splitlines() if line in wanted]


def test_her_own_promise_of_today_is_seen_before_all_that_is_older(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    for number in range(FOURTEEN - 1):
        promise(programme.book, programme.caregiver, f"theirs {number}", number - 20)
    promise(programme.book, programme.caregiver, "mine today", 0, "supervisor")

    desk = open_window(programme.book)

    assert "14 promises" in desk.message()
    assert "You promised Sibongile Ndaba" in desk.message()
    assert lines_of(desk, "mine today", "theirs 12") == ["mine today", "theirs 12"]
    assert "14 waiting" in waiting(desk)


def test_what_does_not_fit_is_one_press_away(programme: Programme, open_window: Callable[[Book], Desk]) -> None:
    for number in range(FOURTEEN):
        promise(programme.book, programme.caregiver, f"theirs {number}", number - 20)
    desk = open_window(programme.book)
    assert "theirs 0" not in desk.message()

    desk.press("Show all 14")

    assert {f"theirs {number}" for number in range(FOURTEEN)} <= set(desk.message().splitlines())


def test_everybody_who_waits_to_be_heard_is_there(programme: Programme, open_window: Callable[[Book], Desk]) -> None:
    for name in "ABCDEFGHIJK":
        ACTS["add_caregiver"](programme.book, given_names=name, surname="Dube")

    desk = open_window(programme.book).press("Show all 12")

    assert desk.buttons().count("Start") == len("ABCDEFGHIJK") + 1
    assert "12 waiting" in waiting(desk)


def carried(giver: Desk, taker: Desk, stick: Path) -> None:
    giver.answers.folder = stick
    before = set(stick.iterdir())
    giver.open("sharing").press("Make a bundle").press("Choose the stick")
    (taker.answers.file,) = set(stick.iterdir()) - before
    taker.open("sharing").press("Open a bundle").press("Apply")


@pytest.fixture
def his(programme: Programme, coordinator: Book, open_window: Callable[[Book], Desk], tmp_path: Path) -> Desk:
    """The coordinator at his desk, after a bundle of hers with a promise in it."""
    promise(programme.book, programme.caregiver, "ring on Sunday", 0, "supervisor")
    desk, stick = open_window(coordinator), tmp_path / "stick"
    stick.mkdir()
    carried(open_window(programme.book), desk, stick)
    return desk.open("today")


def test_what_two_others_have_to_do_with_each_other_is_not_on_his_today(his: Desk) -> None:
    assert "Nothing is due this week." in his.message()
    assert "Nobody is yours to hear yet." in his.message()
    assert "Start" not in his.buttons()
    assert waiting(his) == "Today"
    assert "Nomvula Shezi" in his.message()


def test_a_supervisor_whom_he_supports_is_due_on_his_today(his: Desk, programme: Programme) -> None:
    promise(his.book, programme.book.person, "ask about the car", 0, "supervisor")
    his.window.hands.lane.touched.emit(frozenset({"promise"}))

    assert "ask about the car" in his.rest().message()
    assert "You promised Nomvula Shezi" in his.message()


@pytest.mark.parametrize(("act", "given"), [("keep_promise", {}), ("change_promise", {"fields": {"state": "dropped"}})])
def test_nobody_closes_a_promise_of_two_others(his: Desk, act: str, given: dict[str, Any]) -> None:
    (theirs,) = questions.listing(his.book, "promise")

    with pytest.raises(NotYourPair, match="the two people"):
        ACTS[act](his.book, id=theirs.id, **given)

    assert questions.get(his.book, "promise", theirs.id)["state"] == "open"


def test_an_offer_that_is_over_stands_on_today_without_its_words(desk: Desk, programme: Programme) -> None:
    ACTS["offer_support"](desk.book, caregiver=programme.caregiver, code="F2", due=on(-2))
    desk.window.hands.lane.touched.emit(frozenset({"follow_up"}))

    assert "Support due" in desk.rest().message()
    assert "2 days over" in desk.tags()
    assert "Support conversation" not in desk.message()
    desk.press("Open")
    assert desk.page().subject == "wellbeing"


def test_what_must_not_wait_comes_first_and_says_now(desk: Desk, programme: Programme) -> None:
    other = ACTS["add_caregiver"](desk.book, given_names="Anna", surname="Abel").record
    ACTS["offer_support"](desk.book, caregiver=other, code="F8", due=on(-9))
    ACTS["offer_support"](desk.book, caregiver=programme.caregiver, code="F16")
    desk.window.hands.lane.touched.emit(frozenset({"follow_up"}))

    assert desk.rest().said_after("Must not wait") == "Sibongile Ndaba"
    assert desk.said_after("Support due") == "Anna Abel"
    assert (desk.tags()[0], desk.tags()[-1]) == ("now", "9 days over")
    assert len(desk.greens()) == 1


def test_whoever_cannot_carry_on_stands_on_today_until_she_was_asked(desk: Desk, programme: Programme) -> None:
    ACTS["record_burden"](desk.book, caregiver=programme.caregiver, codes=["W1"], severity=4)
    desk.window.hands.lane.touched.emit(frozenset({"stressor"}))
    assert "ask what is needed" in desk.rest().message()

    desk.press("Offer support").fill(code="Buddy", due="+9").press("Save")

    assert "ask what is needed" not in desk.open("today").message()


def test_an_event_is_to_be_answered_within_a_day(desk: Desk, programme: Programme) -> None:
    given = {"caregiver": programme.caregiver, "codes": ["G1"], "severity": 2}
    ACTS["record_burden"](desk.book, **given, acute=True, since=on(-1))
    desk.window.hands.lane.touched.emit(frozenset({"stressor"}))

    assert "ask what is needed" in desk.rest().message()
    assert "2 waiting" in waiting(desk)


@pytest.fixture
def thursday() -> Any:
    """A week that has begun."""
    clock.shift(timedelta(days=(date(2026, 2, 26) - clock.today()).days))
    yield
    clock.shift(timedelta(0))


@pytest.mark.usefixtures("thursday")
def test_this_week_is_told_with_what_it_is_out_of(programme: Programme, open_window: Callable[[Book], Desk]) -> None:
    book, her = programme.book, {"caregiver": programme.caregiver}
    other = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena").record
    team = questions.get(book, "household", programme.household)["team"]
    homes = [ACTS["record_household"](book, code=f"HH-{n}", team=team).record for n in range(100, 107)]
    ACTS["record_round"](book, **her, day=on(-1), households=homes, outcomes={})
    ACTS["hold_check_in"](book, **her, day=on(0), words={})
    ACTS["plan_check_in"](book, caregiver=other, day=on(1))

    desk = open_window(book)

    figures = {name: desk.said_after(name) for name in ("Check-ins held", "Week sheets begun", "Visits", "Heavy days")}
    assert figures == {"Check-ins held": "1 of 2", "Week sheets begun": "1 of 2", "Visits": "7", "Heavy days": "1"}
    assert "1 sheet is on its way" in desk.message()


@pytest.mark.usefixtures("thursday")
def test_good_news_is_told_and_names_nobody(programme: Programme, open_window: Callable[[Book], Desk]) -> None:
    desk = open_window(programme.book)
    assert "Good news" not in desk.message()

    kept = promise(programme.book, programme.caregiver, "ask about the stipend", 0)
    ACTS["keep_promise"](programme.book, id=kept)
    desk.window.hands.lane.touched.emit(frozenset({"promise"}))

    told = desk.rest().message().splitlines()
    assert told[told.index("Good news") + 1 :][:2] == ["1 promise kept this month", "Everyone was heard this month"]
