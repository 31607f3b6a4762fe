"""Figures of homes, visits, loads and referrals, each beside a small programme counted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from homes import assigned
from six_caregivers import MARCH, QUARTER, TODAY, Six, days, go_to

from caregiver_desk import clock
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.acts.insight.series import series
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.store import histories, ledger, questions
from caregiver_desk.store.ledger import Change


@pytest.fixture
def clinic(programme: Six) -> str:
    return programme.does("record_service", name="Clinic", sort="clinic").record


def month(*days: int) -> list[str]:
    return [f"2026-03-{day:02}" for day in days]


def test_i13_two_incidents_on_ten_visits_of_the_month(programme: Six):
    """A dog and a robbery on the way; a near miss in February is of February."""
    home = programme.home("HH-001")
    programme.visit("Grace", home, *month(*range(2, 12)))
    for who, day, sort in (
        ("Thandeka", "2026-03-03", "dog"),
        ("Grace", "2026-03-05", "robbery"),
        ("Grace", "2026-02-05", "near miss"),
    ):
        told = {"supervision": programme.link(who), "caregiver": programme[who], "day": day, "sort": sort}
        programme.does("record_safety_incident", **told)

    assert programme.counts("I13") == (2, 10)
    assert programme.groups("I13") == {"dog": (1, None), "robbery": (1, None)}


def test_i17_of_six_one_has_a_heavy_load(programme: Six):
    """Grace did seven visits on each of three days: three heavy days. Maria did seven on two days."""
    home = programme.home("HH-001", programme.south)
    for who, worked in (("Grace", (2, 3, 4)), ("Maria", (2, 3))):
        for day in month(*worked):
            for number in range(7):
                programme.visit(who, programme.home(f"HH-{who[0]}{day[-2:]}{number}", programme.south), day)
    programme.visit("Bongani", home, *month(2))

    assert programme.counts("I17") == (1, 6)
    assert programme.counts("I17", MARCH, programme.north) == (0, 3)


def test_i18_four_visits_on_four_days_in_the_field(programme: Six):
    """Grace did two on the 2nd, one on the 3rd, and found nobody home on the 4th; Maria did one.

    What was planned and fell out is no day.
    """
    first, second = programme.home("HH-001"), programme.home("HH-002")
    programme.visit("Grace", first, *month(2, 3))
    programme.visit("Grace", second, *month(2))
    programme.visit("Grace", second, *month(4), outcome="nobody home")
    programme.visit("Grace", second, *month(5), outcome="cancelled by us")
    programme.visit("Maria", first, *month(2))

    assert programme.counts("I18") == (4, 4)


def test_i18_a_day_at_doors_in_two_teams_is_one_day_in_the_field(programme: Six):
    north, south = programme.home("HH-001"), programme.home("HH-002", programme.south)
    programme.visit("Grace", north, *month(2))
    programme.visit("Grace", south, *month(2))

    assert programme.counts("I18") == (2, 1)


def test_i19_a_home_that_graduated_in_april_and_one_whose_need_rose_then_are_in_march_what_they_were(programme: Six):
    """In March there were HH-900, HH-001 and HH-002, both of need 1 and both seen once; in April HH-001 graduates."""
    go_to(date(2026, 3, 1))
    first, second = (programme.home(f"HH-00{number}", level=1) for number in (1, 2))
    go_to(TODAY)
    programme.visit("Grace", first, *month(2))
    programme.visit("Grace", second, *month(2))
    before = programme.counts("I19"), programme.groups("I19")

    programme.does("change_household", id=first, fields={"state": "graduated"})
    programme.does("change_household", id=second, fields={"level": 4})

    assert before == ((2, 3), {"1": (2, 3)})
    assert (programme.counts("I19"), programme.groups("I19")) == before
    assert programme.counts("I19", "2026-04") == (0, 2)


def test_i19_over_twelve_months_reads_what_was_said_of_homes_once(programme: Six, monkeypatch: pytest.MonkeyPatch):
    asked: list[int] = []
    read = histories.said_over_time
    monkeypatch.setattr(histories, "said_over_time", lambda *given: asked.append(1) or read(*given))

    over = series(programme.book, chosen(programme.book, "I19")["I19"], days(MARCH), "", told=False)

    assert [each.per for each in over[-3:]] == [1, 1, 1]
    assert len(asked) == 1


def test_i19_what_a_wrong_clock_wrote_far_ahead_is_what_was_first_said(programme: Six):
    go_to(date(2081, 3, 2))
    programme.home("HH-001", level=3, enrolled="2026-03-02")
    go_to(TODAY)

    assert programme.groups("I19") == {"1": (0, 1), "3": (0, 1)}


def test_i19_a_home_that_was_first_written_in_april_was_in_march_what_was_first_said_of_it(programme: Six):
    late = programme.home("HH-001", level=3, enrolled="2026-03-02")
    programme.does("change_household", id=late, fields={"level": 1})

    assert programme.groups("I19") == {"1": (0, 1), "3": (0, 1)}


def test_i19_of_four_homes_two_were_seen_in_their_rhythm(programme: Six):
    """In the 31 days of March need 3 asks for four visits, need 1 for one, no need noted for one.

    HH-001 (need 3) was seen four times, HH-002 (need 3) three times; HH-003 without a need once; HH-900 (need 1) never.
    """
    often, less, unsaid = (
        programme.home(f"HH-00{number}", level=level) for number, level in ((1, 3), (2, 3), (3, None))
    )
    programme.visit("Grace", often, *month(2, 9, 16, 23))
    programme.visit("Grace", less, *month(2, 9, 16))
    programme.visit("Grace", unsaid, *month(2))
    programme.visit("Grace", less, *month(24), outcome="nobody home")

    assert programme.counts("I19") == (2, 4)
    assert programme.groups("I19") == {"1": (0, 1), "3": (1, 2), "not noted": (1, 1)}


def test_i19_a_home_that_came_on_the_25th_is_asked_for_one_visit_and_one_of_april_for_none(programme: Six):
    new = programme.home("HH-001", level=4, enrolled="2026-03-30")
    programme.home("HH-002", level=1, enrolled="2026-04-02")
    programme.visit("Grace", new, *month(31))

    assert programme.counts("I19") == (1, 2)


def test_i20_of_three_homes_one_had_one_caregiver_for_six_months(programme: Six):
    """HH-001 has been Grace’s since August. HH-002 went from Grace to Maria in February. HH-900 is on no list."""
    for number, since in ((1, "2025-08-01"), (2, "2025-08-01")):
        home = programme.home(f"HH-00{number}", programme.south)
        assigned(programme.book, programme["Grace"], home, since=since)
    assigned(programme.book, programme["Maria"], home, since="2026-02-01")

    assert programme.counts("I20") == (1, 3)


def test_i21_at_two_of_three_visits_to_a_home_with_children_they_were_seen(programme: Six):
    """In HH-001 lives a child. In HH-002 lives nobody under eighteen, and of HH-003 it is not known."""
    with_child, without, unknown = (programme.home(f"HH-00{number}") for number in (1, 2, 3))
    for home, year in ((with_child, 2018), (without, 1950)):
        programme.does("record_consent", household=home, day="2026-01-05", answer="agreed")
        programme.does("record_member", household=home, first_name="Lwazi", birth_year=year)
    programme.visit("Grace", with_child, *month(2, 9), children_seen=True)
    programme.visit("Grace", with_child, *month(16), children_seen=False)
    programme.visit("Grace", without, *month(2), children_seen=True)
    programme.visit("Grace", unknown, *month(2), children_seen=True)

    assert programme.counts("I21") == (2, 3)


def test_i22_of_three_referrals_to_hear_of_one_was_completed(programme: Six, clinic: str):
    """Made on 2, 3 and 4 March, so an answer was due by the 18th. A fourth of 13 April waits."""
    home = programme.home("HH-001")
    programme.does("record_consent", household=home, day="2026-01-05", answer="agreed")
    for day in (*month(2, 3, 4), "2026-04-13"):
        made = programme.does("record_referral", household=home, service=clinic, day=day).record
        if day == "2026-03-02":
            programme.does("change_referral", id=made, fields={"state": "completed", "feedback": "2026-03-10"})

    assert programme.counts("I22", MARCH) == (1, 3)
    assert programme.groups("I22", MARCH) == {"clinic": (1, 3)}
    assert programme.figures("I22", "2026-04")[0].per == 0


def test_i29_two_children_and_their_grandmother_are_served_where_somebody_visited(programme: Six):
    """In HH-001, visited in March: a girl, a boy, and their grandmother who mainly cares; an uncle who does not.

    In HH-002 nobody was at home.
    """
    seen, not_seen = programme.home("HH-001"), programme.home("HH-002")
    for home in (seen, not_seen):
        programme.does("record_consent", household=home, day="2026-01-05", answer="agreed")
    people = [("Naledi", 2015, "female", False), ("Lwazi", 2018, "male", False)]
    people += [("Gogo", 1955, "female", True), ("Malome", 1980, "male", False)]
    for name, year, sex, cares in people:
        told = {"first_name": name, "birth_year": year, "sex": sex, "primary_carer": cares}
        programme.does("record_member", household=seen, **told)
        programme.does("record_member", household=not_seen, **told)
    programme.visit("Grace", seen, *month(2, 9))
    programme.visit("Grace", not_seen, *month(2), outcome="nobody home")

    assert programme.counts("I29", QUARTER) == (3, None)
    assert {each: of for each, (of, _) in programme.groups("I29", QUARTER).items()} == {
        "carer female": 1, "child female": 1, "child male": 1,
    }  # fmt: skip


def test_i31_of_the_weeks_of_march_some_have_a_sheet_and_no_sheet_is_not_no_visits(programme: Six):
    """Five weeks begin in March: on the 2nd, 9th, 16th, 23rd and 30th. Six caregivers: thirty weeks.

    Grace’s sheets came of two of them. Maria was away from the 9th to the 20th: two weeks fewer are asked for.
    """
    home = programme.home("HH-001")
    programme.visit("Grace", home, *month(3, 4, 12), outcome="nobody home")
    programme.works("Maria", leave_from="2026-03-09", leave_until="2026-03-21")

    assert programme.counts("I31") == (2, 28)


def test_i31_nobody_is_asked_for_a_sheet_of_a_week_in_which_the_site_is_closed(programme: Six):
    """Closed from Monday the 16th to Sunday the 29th: two weeks of six. A week with a day left counts."""
    since, until = date(2026, 3, 16), date(2026, 3, 30)
    said = {"since": since.isoformat(), "until": until.isoformat()}
    site = programme.book.site
    ledger.append(programme.book, "close_site", [Change("closure", clock.new_record(site), site, said)])
    whole = programme.counts("I31")
    said = {"since": "2026-03-03", "until": "2026-03-09"}
    ledger.append(programme.book, "close_site", [Change("closure", clock.new_record(site), site, said)])

    assert whole == (0, 18)
    assert programme.counts("I31") == whole


def test_i31_who_begins_on_a_sunday_is_asked_for_no_sheet_of_that_week(programme: Six):
    programme.works("Grace", since="2026-03-08")

    assert programme.counts("I31") == (0, 29)


def test_i31_a_week_in_two_months_is_of_the_first_and_months_add_up(programme: Six):
    """The week of 30 March ends in April: a sheet of 1 April is a sheet of that week, and of March."""
    home = programme.home("HH-001")
    programme.visit("Grace", home, "2026-04-01")

    months = [programme.counts("I31", each) for each in ("2026-01", "2026-02", MARCH)]
    assert months[2] == (1, 30)
    assert tuple(map(sum, zip(*months, strict=True))) == programme.counts("I31", QUARTER)


def test_i31_this_week_is_not_over_and_no_sheet_of_it_is_asked_for(programme: Six):
    """Today is Wednesday, 15 April. The weeks of the 6th is over; that of the 13th is not."""
    assert programme.counts("I31", "2026-04") == (0, 6)


def test_a_visit_that_was_entered_twice_counts_once_when_both_are_said_to_be_the_same(programme: Six):
    home = programme.home("HH-001")
    visits = [
        programme.does("record_visit", caregiver=programme[who], household=home, day="2026-03-02").record
        for who in ("Grace", "Grace")
    ]
    before = programme.counts("I18")

    programme.does("withdraw_visit", id=visits[1])

    assert (before, programme.counts("I18")) == ((2, 1), (1, 1))


def test_a_day_that_a_wrong_clock_put_far_ahead_is_of_no_month_that_is_looked_at(programme: Six):
    """Nobody types such a day; a bundle may bring one. It is in its own month, and in no other."""
    home = programme.home("HH-001")
    scope = questions.get(programme.book, "household", home).scope
    told = {"household": home, "caregiver": programme["Grace"], "day": "2081-03-02"}
    ledger.append(programme.book, "record_visit", [Change("visit", clock.new_record(scope), scope, told)])

    assert programme.why("I18", "2081-03") is Why.UNKNOWN
    assert programme.figures("I18", "2026-03")[0].per == 0
