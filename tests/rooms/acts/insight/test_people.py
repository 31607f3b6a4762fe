"""Figures of who works here, each beside a small programme counted by hand."""

from __future__ import annotations

from collections.abc import Callable

from homes import vetted
from six_caregivers import MARCH, QUARTER, TODAY, Six, days, go_to, six

from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.reports.insight.counted_from import counted_from
from caregiver_desk.store.book import Book


def test_i15_still_here_of_six_a_year_before_one_left_and_one_supervises_now(programme: Six):
    """On 30 June 2025 six worked here. By 31 March 2026 Grace has left; Lindiwe supervises: five of six are here."""
    programme.works("Grace", state="left", until="2026-02-10")
    programme.works("Lindiwe", state="transferred", until="2026-03-01")
    told = {"person": programme["Lindiwe"], "team": programme.north, "role": "supervisor", "since": "2026-03-01"}
    programme.does("record_engagement", **told)

    assert programme.figures("I15", MARCH)[0].per == 0, "a year before nobody had begun"
    assert programme.figures("I15", MARCH)[0].of is None

    later = programme.figures("I15", "2026-04-01..2026-04-15")[0]
    assert (later.of, later.per) == (None, 0)


def test_i15_counts_who_was_here_a_year_before_the_last_day(programme: Six):
    """Bongani had begun in January 2025 already, Maria too and has left: of these two one is still here."""
    programme.works("Bongani", since="2025-01-06")
    programme.works("Maria", since="2025-01-06", state="left", until="2026-02-01")

    assert programme.counts("I15", MARCH) == (1, 2)


def test_i16_of_six_at_work_in_the_quarter_one_left_and_one_only_changed_teams(programme: Six):
    """Maria left on 10 February. Grace went from the South to the North, which is no leaving. So one of six left."""
    told = {"caregiver": programme["Maria"], "day": "2026-02-10", "leaving": "better job"}
    programme.does("caregiver_leaves", **told, known=True)
    programme.works("Grace", state="transferred", until="2026-03-01")
    told = {"person": programme["Grace"], "team": programme.north, "since": "2026-03-01"}
    programme.does("record_engagement", **told)

    assert programme.counts("I16", QUARTER) == (1, 6)
    assert programme.groups("I16", QUARTER)["better job"] == (1, None)
    assert programme.counts("I16", QUARTER, programme.north) == (0, 4)
    assert programme.counts("I16", QUARTER, programme.south) == (1, 2)


def test_i16_who_left_on_the_first_day_of_a_month_is_of_that_month_and_among_its_people(programme: Six):
    """The day that is noted is the first on which Maria worked no more: 1 March is March, and she is one of six."""
    programme.works("Maria", state="left", until="2026-03-01")

    assert programme.counts("I16", MARCH) == (1, 6)
    assert programme.counts("I16", "2026-02") == (0, 6)


def test_i16_who_left_without_a_day_is_not_guessed_at(programme: Six):
    programme.works("Maria", state="left", until=None)

    assert programme.counts("I16", MARCH) == (0, 5)


def test_i16_who_left_and_came_back_within_the_quarter_has_not_left(programme: Six):
    programme.works("Maria", state="left", until="2026-01-20")
    told = {"person": programme["Maria"], "team": programme.south, "since": "2026-03-02"}
    programme.does("record_engagement", **told)

    assert programme.counts("I16", QUARTER) == (0, 6)


def test_i28_of_seven_who_meet_children_the_six_who_were_cleared_are_current(programme: Six):
    """Six caregivers were cleared. Of Nomvula, who supervises, no check is noted; Lindiwe’s ran out on 1 March."""
    assert programme.counts("I28") == (6, 7)

    vetted(
        programme.book, programme["Lindiwe"], "not cleared", "2026-03-01", sort="child protection register, asked by us"
    )

    assert programme.counts("I28") == (5, 7)


def test_i32_of_two_who_supervise_one_was_a_caregiver_here(programme: Six):
    """Nomvula came from elsewhere. Lindiwe was a caregiver here, and supervises since March."""
    assert programme.counts("I32") == (0, 1)

    told = {"person": programme["Lindiwe"], "team": programme.north, "role": "supervisor", "since": "2026-03-01"}
    programme.does("record_engagement", **told)

    assert programme.counts("I32") == (1, 2)


def test_days_that_have_not_come_are_not_known_and_not_told_as_they_stand_today(programme: Six):
    assert programme.why("I32", "2027") is Why.UNKNOWN
    assert programme.why("I32", "2025-11") is Why.UNKNOWN, "the book begins with a visit in January"


def test_who_was_erased_has_no_name_in_any_list_and_their_work_is_no_less_counted(make_book: Callable[..., Book]):
    """De-identified counts stay: six met children in March, whatever is known of one of them today."""
    go_to(TODAY)
    programme = six(make_book("Fhatuwani Netsianda", "coordinator"))
    assert "Maria" in _names(programme)
    programme.does("erase", id=programme["Maria"], ground="asked_by_the_person")

    assert programme.counts("I28")[1] == 6
    assert "Maria" not in _names(programme)


def _names(programme: Six) -> set[str]:
    sides = counted_from(programme.book, "I28", days(MARCH), "").sides
    return {line.name for _, lines in sides for line in lines or ()}


def test_one_who_was_entered_twice_counts_once(programme: Six):
    """Grace stands in the book a second time; said to be the same, she is one of six, and no seventh."""
    twin = programme.does("add_caregiver", given_names="Grace", team=programme.south, since="2025-06-02").record
    assert programme.counts("I16")[1] == 7

    programme.does("same", one=programme["Grace"], other=twin)

    assert programme.counts("I16")[1] == 6
