"""Time on people, not on forms: minutes for her own eyes, pages to read, no demand without its reason."""

from __future__ import annotations

from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.minutes import Minutes
from caregiver_desk.store import desk_time, questions


def test_time_in_talks_stands_beside_time_at_the_desk(desk: Desk, programme: Programme) -> None:
    ACTS["hold_check_in"](desk.book, caregiver=programme.caregiver, day=clock.today(), words={"minutes": 45})
    team = questions.listing(desk.book, "team")[0].id
    circle = ACTS["record_circle"](desk.book, team=team, name="North", sort="team meeting").record
    ACTS["hold_session"](desk.book, circle=circle, day=clock.today(), words={"minutes": 60})
    desk_time.add(desk.book, clock.today(), 65)

    desk.open("settings")

    assert "1 h 45 min in talks and groups" in desk.message()
    assert "1 h 5 min at this desk" in desk.message()


def test_a_minute_counts_while_the_desk_is_in_front(desk: Desk) -> None:
    desk.window.activateWindow()
    minutes = Minutes(desk.window, desk.window.hands.lane, every=10)

    desk.until(lambda: desk_time.of_month(desk.book, clock.today()) > 0)
    minutes.stop()


def test_a_page_to_read_is_one_line_away(desk: Desk) -> None:
    desk.do_from_palette("Read: When somebody died")
    assert "Let them tell as much or as little as they want." in desk.message()
    desk.press("Close")

    desk.open("concerns").press("Noticing harm")
    assert "Anyone may report." in desk.message()


def test_what_must_be_filled_in_says_which_rule_needs_it(desk: Desk) -> None:
    desk.open("supervision").put_keys_in("day")
    desk.window.explain(desk.window)
    desk.rest()

    assert "The rule that needs it" in desk.message()
