"""Being heard at the desk: kinds with lines of their own, what they asked to bring, their word beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from driver import Desk, Programme
from keyboard import Keyboard

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

WORDS = "The queue at the rank was three hours."


def on(days: int) -> date:
    return clock.today() + timedelta(days)


def lines(desk: Desk) -> list[str]:
    """The lines of a talk that are to be seen, from above."""
    page = desk.page()
    rows = page.form.rows  # type: ignore[attr-defined]
    return [name for name in page._lines if not rows[name].isHidden()]  # type: ignore[attr-defined]


def test_two_kinds_stand_at_hand_and_each_of_the_others_asks_its_own_things(desk: Desk) -> None:
    desk.open("supervision").fill(caregiver="Sibongile")
    shown = desk.page().form.rows["type"].editor  # type: ignore[attr-defined]
    assert [chip.text() for chip in shown.chips if chip.isVisibleTo(shown)] == ["one-to-one", "short call"]

    desk.press("Other kinds").fill(type="support conversation", safe_now="yes, with her sister")
    assert lines(desk) == ["safe_now", "needs", "how_are_you", "helps", "links", "her_words"]
    assert desk.page().form.rows["minutes"].editor.placeholderText() == "usually 30"  # type: ignore[attr-defined]
    desk.press("Held")

    (held,) = questions.listing(desk.book, "check_in")
    assert (held["type"], held["safe_now"]) == ("support conversation", "yes, with her sister")
    assert held["minutes"] is None


def test_one_situation_goes_on_line_by_line_and_words_stay_where_another_kind_is_chosen(desk: Desk) -> None:
    desk.open("supervision").fill(caregiver="Sibongile", happened="a closed gate")
    assert lines(desk)[2:6] == ["happened", "was_like", "made_of_it", "what_next"]

    desk.fill(type="short call")

    assert lines(desk) == ["how_are_you", "urgent", "the_work", "happened"]


def test_what_they_asked_to_bring_is_noted_on_their_page_and_waits_where_it_was_not_spoken_of(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(programme.book).open("people").choose_person("Sibongile Ndaba")
    desk.press("They asked to bring").fill(what="the course").press("Save")
    assert any("Asked to bring · the course" in each for each in desk.timeline())

    desk.press("Start check-in")
    assert desk.said_after("the course").startswith("Sibongile asked to bring it")
    ACTS["ask_to_bring"](desk.book, caregiver=programme.caregiver, what="the taxi money")
    desk.press("Not yet").press("Held")

    told = {each["what"]: each["spoken_on"] for each in questions.listing(desk.book, "to_bring")}
    assert told == {"the taxi money": on(0).isoformat(), "the course": None}


def test_one_that_is_planned_is_moved_to_a_day_that_is_proposed(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    ACTS["plan_check_in"](programme.book, caregiver=programme.caregiver, day=on(1))
    desk = open_window(programme.book).open("supervision").fill(caregiver="Sibongile")

    desk.press("Move").fill(not_held="no private place").press("Save")

    moved, planned = sorted(questions.listing(desk.book, "check_in"), key=lambda each: each["state"])
    assert (moved["state"], moved["not_held"]) == ("moved", "no private place")
    assert (planned["state"], planned["day"]) == ("planned", moved["next_day"])


def test_she_reads_it_agrees_and_her_own_view_stands_with_the_entry(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=on(-1), words={"how_are_you": "tired"})
    desk = open_window(programme.book).open("people").choose_person("Sibongile Ndaba").press("Show them their record")

    desk.press("I see it otherwise").fill(sees_otherwise=WORDS).press("Turn back")
    desk.press("Show them their record").press("Keep my words").press("We both agree")
    assert "We both agree" not in desk.message()
    desk.press("Turn back")

    (held,) = questions.listing(desk.book, "check_in")
    assert (held["sees_otherwise"], held["how_agreed"]) == (WORDS, "at this laptop")
    (entry,) = [each for each in desk.timeline() if "Check-in" in each]
    assert f"They see it otherwise: {WORDS}" in entry
    assert "agreed by both" in entry


def test_a_child_at_risk_opens_a_concern_and_the_check_in_is_there_again(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    desk.open("supervision").fill(caregiver="Sibongile", how_are_you="pale", the_work="the boy in the last home")
    keys = Keyboard(desk, record_property).press("Ctrl+Shift+C")
    assert desk.page().subject == "concerns"

    keys.press("Space")
    desk.fill(sort="deliberate neglect", whom="a child", seen="he has not eaten").press("Save concern")
    assert questions.count(desk.book, "concern") == 1
    desk.press("Leave").open("supervision")

    values = desk.page().form.values()  # type: ignore[attr-defined]
    assert (values["how_are_you"], values["the_work"]) == ("pale", "the boy in the last home")
    desk.press("Held")
    assert questions.count(desk.book, "check_in") == 1


def test_own_supervision_is_offered_for_a_plan_only_with_who_supervises_others(
    desk: Desk, programme: Programme
) -> None:
    book = programme.book
    peer = ACTS["record_person"](book, given_names="Mpho", surname="Lekalakala").record
    team = questions.get(book, "household", programme.household)["team"]
    ACTS["record_engagement"](book, person=peer, role="supervisor", team=team, since=on(-400))

    desk.window.begin("plan_check_in")
    assert "one-to-one" in desk.rest().buttons()
    assert "own supervision" not in desk.buttons()
    assert "own supervision" in desk.fill(caregiver="Mpho").buttons()
    desk.fill(type="own supervision", day="+3").press("Save")
    desk.window.begin("plan_check_in")
    assert "one-to-one" in desk.rest().fill(caregiver="Sibongile").buttons()
    assert "own supervision" not in desk.buttons()

    (planned,) = questions.listing(book, "check_in")
    assert (planned["caregiver"], planned["type"]) == (peer, "own supervision")
