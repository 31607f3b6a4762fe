"""Figures of talks, agreements, promises and answers, each beside a small programme counted by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from six_caregivers import MARCH, NORTH, QUARTER, TODAY, Six, days, go_to

from caregiver_desk.acts.insight.asking import Found
from caregiver_desk.acts.insight.listing import one_by_one
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import OnlyCounted
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.records.supervision.agreement import Limit
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

AGREED = {"state": "agreed", "how_agreed": "at this laptop", "limits": [each.value for each in Limit]}


def talk(programme: Six, who: str, *days: str, **more: Any) -> None:
    for day in days:
        programme.does("hold_check_in", caregiver=programme[who], day=day, **more)


def promise(programme: Six, who: str, due: str, owner: str = "supervisor") -> str:
    """Promised on 2 March."""
    talk(programme, who, "2026-03-02", promises=[{"owner": owner, "what": "ring the bank", "due": due}])
    return questions.listing(programme.book, "promise", {"due": due})[0].id


def alone(programme: Six, name: str) -> None:
    """Nobody else is listened to by this book’s owner."""
    for each in {*NORTH, "Grace", "Maria", "Bongani"} - {name}:
        programme.does("change_supervision", id=programme.link(each), fields={"until": "2026-01-01"})


# --- talks


def test_i01_of_three_talks_due_in_the_quarter_two_were_held(programme: Six):
    """Thandeka is heard every thirty days. Heard on 5 January and 4 February, the next was due on 6 March.

    Three working days later, on 11 March, it was late, and nobody came in March. So two of three.
    """
    alone(programme, "Thandeka")
    talk(programme, "Thandeka", "2026-01-05", "2026-02-04")

    assert programme.counts("I01", QUARTER) == (2, 3)
    assert programme.counts("I01", "2026-02") == (1, 1)
    assert programme.counts("I01", MARCH) == (0, 1)


def test_i01_months_add_up_to_their_quarter_also_where_a_talk_is_due_in_one_and_late_in_the_next(programme: Six):
    """Heard on 30 December: due on 29 January, late on 3 February. It is of January, in the month as in the quarter."""
    alone(programme, "Thandeka")
    talk(programme, "Thandeka", "2025-12-30", "2026-03-30")

    months = [programme.counts("I01", f"2026-0{number}") for number in (1, 2, 3)]
    held, due = programme.counts("I01", QUARTER)
    assert (sum(each or 0 for each, _ in months), sum(each or 0 for _, each in months)) == (held, due)
    assert programme.counts("I01", "2026-01") == (0, 1)


def test_i01_a_talk_that_falls_into_a_leave_is_not_due(programme: Six):
    """Due on 6 March; from 2 to 27 March Thandeka was away. Back since, she was heard on 30 March."""
    alone(programme, "Thandeka")
    programme.works("Thandeka", leave_from="2026-03-02", leave_until="2026-03-27")
    talk(programme, "Thandeka", "2026-02-04", "2026-03-30")

    assert programme.counts("I01", MARCH) == (1, 1)


def test_i01_what_was_missed_while_somebody_was_here_stays_missed_after_they_have_left(programme: Six):
    """Due on 6 March and late on 11 March; on 20 March Thandeka left."""
    alone(programme, "Thandeka")
    talk(programme, "Thandeka", "2026-02-04")
    before = programme.counts("I01", MARCH)

    programme.does("caregiver_leaves", caregiver=programme["Thandeka"], day="2026-03-20")

    assert programme.counts("I01", MARCH) == before == (0, 1)


def test_i01_nothing_is_due_of_the_days_before_the_book_began(programme: Six):
    """Everybody works here since June; the book knows of nothing before 5 January."""
    assert {each.day >= "2026-01-05" for each in _due(programme, "2025-07-01..2026-03-31")} == {True}


def test_i01_one_that_was_moved_and_held_within_its_days_was_kept(programme: Six):
    """Due on 6 March, planned for the 6th, moved for want of a room, and held on 10 March: one of one."""
    alone(programme, "Thandeka")
    talk(programme, "Thandeka", "2026-02-04")
    programme.does("plan_check_in", caregiver=programme["Thandeka"], day="2026-03-06")
    told = {"not_held": "no private place", "next_day": "2026-03-10"}
    programme.does("move_check_in", caregiver=programme["Thandeka"], **told)
    talk(programme, "Thandeka", "2026-03-10")

    assert programme.counts("I01", MARCH) == (1, 1)


def test_i01_who_changes_to_another_supervisor_is_missed_by_one_of_them_only(programme: Six):
    """Until 1 March Nomvula listened, since then somebody else of her book: each talk was due to one of the two."""
    alone(programme, "Thandeka")
    talk(programme, "Thandeka", "2026-01-05")
    before = len(_due(programme, QUARTER))
    programme.does("change_supervision", id=programme.link("Thandeka"), fields={"until": "2026-02-20"})
    other = programme.does("add_caregiver", given_names="Mpho", since="2025-06-02").record
    alone(programme, "Thandeka")
    told = {"caregiver": programme["Thandeka"], "supervisor": other, "purpose": "line", "since": "2026-02-20"}
    programme.does("record_supervision", **told)

    days = [each.day for each in _due(programme, QUARTER) if each.who == programme["Thandeka"]]
    assert len(days) == len(set(days)) <= before + 1


def _due(programme: Six, period: str) -> list[Found]:
    per = chosen(programme.book, "I01")["I01"].per
    assert per
    return list(one_by_one(programme.book, per, days(period), "", most=999))


def test_i02_nomvula_was_heard_within_her_thirty_days_and_no_longer_ago(programme: Six):
    """One supervises. Her coordinator heard her on 20 March: counted at the end of March, and not of February."""
    told = {
        "caregiver": programme.book.person,
        "supervisor": programme["Grace"],
        "purpose": "line",
        "since": "2026-01-05",
    }
    link = programme.does("record_supervision", **told).record
    heard = {"supervision": link, "caregiver": programme.book.person, "state": "held", "day": "2026-03-20"}
    programme.does("record_check_in", **heard)

    assert programme.counts("I02", "2026-02") == (0, 1)
    assert programme.counts("I02", MARCH) == (1, 1)


# --- agreements, visits together


def test_i03_of_six_pairs_three_have_an_agreement_of_which_one_is_due_to_be_looked_at(programme: Six):
    """Thandeka, Lindiwe and Grace agreed. Lindiwe’s was to be looked at again on 20 March: two of six on the 31st."""
    for who, review in (("Thandeka", "2026-09-01"), ("Lindiwe", "2026-03-20"), ("Grace", "2026-03-31")):
        dated = {"agreed_on": "2026-01-12", "day": "2026-01-12", "review_on": review}
        programme.does("write_agreement", caregiver=programme[who], **AGREED, **dated)

    assert programme.counts("I03") == (2, 6)
    assert programme.counts("I03", "2026-02") == (3, 6)
    assert programme.counts("I03", MARCH, programme.south) == (1, 3)


def test_i04_of_six_caregivers_two_were_told_of_their_visit_within_two_days(programme: Six):
    """Thandeka heard it on the day, Grace two days later, Maria on the fifth day; with Bongani nobody spoke of it."""
    for who, spoken in (("Thandeka", "03"), ("Grace", "05"), ("Maria", "08"), ("Bongani", None)):
        told = {
            "supervision": programme.link(who),
            "caregiver": programme[who],
            "day": "2026-03-03",
            "asked": "said yes beforehand",
        }
        said = {"state": "feedback given", "spoken_on": f"2026-03-{spoken}"} if spoken else {"state": "done"}
        programme.does("record_observation", **told, **said)

    assert programme.counts("I04", QUARTER) == (2, 6)
    assert programme.counts("I04", QUARTER, programme.north) == (1, 3)


# --- promises


def test_i05_of_four_promises_due_in_march_one_was_kept_by_a_week_after_its_day(programme: Six):
    """One done the next day, one on the ninth day, one dropped, one open. What is dropped was due, and is not kept."""
    done, late, dropped = (
        promise(programme, who, f"2026-03-{day}") for who, day in zip(NORTH, (10, 11, 12), strict=True)
    )
    promise(programme, "Grace", "2026-03-13")
    programme.does("change_promise", id=done, fields={"state": "done", "reviewed": "2026-03-17"})
    programme.does("change_promise", id=late, fields={"state": "done", "reviewed": "2026-03-19"})
    programme.does("drop_promise", id=dropped, why_dropped="it came by itself")

    assert programme.counts("I05", MARCH) == (1, 4)
    assert programme.groups("I05", MARCH) == {"supervisor": (1, 4)}


def test_i05_what_both_move_to_another_day_is_due_on_that_day_and_is_not_kept_by_being_moved(programme: Six):
    """Due on 10 March, moved to 20 March and never done: one was due in March, and none was kept.

    Another was moved to the end of April, and is not due yet.
    """
    twice, later = promise(programme, "Thandeka", "2026-03-10"), promise(programme, "Grace", "2026-03-11")
    programme.does("move_promise", id=twice, due="2026-03-20")
    programme.does("move_promise", id=later, due="2026-04-28")

    assert programme.counts("I05", MARCH) == (0, 1)
    assert programme.figures("I05", "2026-04")[0].per == 0


def test_i05_a_promise_that_is_done_a_month_late_was_not_kept_in_time(programme: Six):
    """Due on 10 March, said to be done on 15 April without a day of its own: the day of the saying counts."""
    go_to(date(2026, 3, 2))
    late = promise(programme, "Thandeka", "2026-03-10")
    soon = promise(programme, "Grace", "2026-03-11")
    go_to(date(2026, 3, 12))
    programme.does("keep_promise", id=soon)
    go_to(TODAY)
    programme.does("keep_promise", id=late)

    assert programme.counts("I05", MARCH) == (1, 2)


def test_i05_what_is_due_in_this_week_is_not_due_yet_and_what_was_done_before_its_day_is_kept(programme: Six):
    """Today is 15 April. Due on the 14th and open: there is a week yet. Due on the 30th and done: one of one."""
    promise(programme, "Thandeka", "2026-04-14")
    early = promise(programme, "Grace", "2026-04-30")
    programme.does("keep_promise", id=early)

    assert programme.counts("I05", "2026-04") == (1, 1)


def test_i05_tells_apart_who_promised(programme: Six):
    """The organisation kept one of two, Thandeka her one."""
    kept = promise(programme, "Grace", "2026-03-10", "organisation")
    promise(programme, "Maria", "2026-03-11", "organisation")
    hers = promise(programme, "Thandeka", "2026-03-12", "caregiver")
    for each in (kept, hers):
        programme.does("keep_promise", id=each)

    assert programme.groups("I05", MARCH) == {"caregiver": (1, 1), "organisation": (1, 2)}


# --- answers, groups


def test_i06_of_three_requests_one_was_answered_in_ten_working_days(make_book: Callable[..., Book]):
    """Asked on 2 March, so due on the 16th: answered on the 16th, on the 20th, and never. One of 13 April waits."""
    go_to(TODAY)
    office = make_book("Fhatuwani Netsianda", "coordinator")
    programme = Six(office, {}, own_team(office), "")
    for day in ("2026-03-02", "2026-03-02", "2026-03-02", "2026-04-13"):
        programme.does("ask_organisation", words="When is it paid?", theme="stipend", day=day)
    asked = questions.listing(office, "request", {"day": "2026-03-02"})
    for each, replied in zip(asked, ("2026-03-16", "2026-03-20"), strict=False):
        programme.does("answer_request", id=each.id, state="answered yes", answer="On Friday.", replied_on=replied)

    assert programme.counts("I06", MARCH) == (1, 3)
    assert programme.groups("I06", MARCH) == {"stipend": (1, 3)}
    assert programme.figures("I06", "2026-04")[0].per == 0


def test_i06_a_request_that_was_taken_back_waits_for_no_answer(make_book: Callable[..., Book]):
    go_to(TODAY)
    office = make_book("Fhatuwani Netsianda", "coordinator")
    programme = Six(office, {}, own_team(office), "")
    asked = programme.does("ask_organisation", words="When is it paid?", theme="stipend", day="2026-03-02").record
    before = programme.counts("I06", MARCH)

    programme.does("take_back_request", id=asked)

    assert before == (0, 1)
    assert programme.figures("I06", MARCH)[0].per == 0


def test_i07_of_six_two_came_to_a_meeting_and_who_came_to_a_wellbeing_group_is_not_asked(programme: Six):
    team = programme.does("record_circle", team=programme.north, sort="group supervision", name="Fridays").record
    own = programme.does("record_circle", team=programme.north, sort="wellbeing group", name="Ours").record
    programme.does("hold_session", circle=team, day="2026-03-06", came=[programme["Thandeka"], programme["Lindiwe"]])
    programme.does("hold_session", circle=team, day="2026-03-20", came=[programme["Thandeka"]])
    with pytest.raises(OnlyCounted):
        programme.does("hold_session", circle=own, day="2026-03-07", came=[programme["Sibongile"]])

    assert programme.counts("I07") == (2, 6)


@pytest.mark.parametrize("code", ["I03", "I04", "I05", "I06"])
def test_where_nothing_of_the_kind_was_ever_noted_a_figure_is_not_known_and_not_none(programme: Six, code: str):
    assert programme.why(code, QUARTER) is Why.UNKNOWN


# --- how much there was


def test_v01_to_v06_talks_meetings_and_visits_together_in_numbers_minutes_and_places(programme: Six):
    """Two talks in March, one of 40 minutes and one whose length nobody noted; a meeting of 90 minutes with eleven."""
    talk(programme, "Thandeka", "2026-03-02", words={"minutes": 40})
    talk(programme, "Grace", "2026-03-03")
    team = programme.does("record_circle", team=programme.north, sort="team meeting", name="Fridays").record
    programme.does("hold_session", circle=team, day="2026-03-06", words={"minutes": 90, "number": 11})
    told = {"supervision": programme.link("Maria"), "caregiver": programme["Maria"], "asked": "said yes beforehand"}
    programme.does("record_observation", **told, day="2026-03-03", state="done")
    programme.does("record_training", person=programme["Maria"], title="First aid", since="2026-03-09")

    seen = {each.code: each.of for each in programme.figures("volumes", MARCH)}
    assert seen == {"V01": 2, "V02": 40, "V03": 1, "V04": 90, "V05": 11, "V06": 1, "V07": 1, "V08": None}
    for code in ("V01", "V02", "V03", "V04", "V05", "V06", "V07"):
        programme.counts(code, MARCH)


def test_v01_who_changes_teams_within_a_month_is_counted_where_they_were_on_the_day(programme: Six):
    """Thandeka was heard on 2 March in the North and on 23 March in the South, where she went on the 16th."""
    talk(programme, "Thandeka", "2026-03-02", "2026-03-23")
    programme.works("Thandeka", state="transferred", until="2026-03-16")
    told = {"person": programme["Thandeka"], "team": programme.south, "since": "2026-03-16"}
    programme.does("record_engagement", **told)

    assert programme.counts("V01", MARCH, programme.north) == (1, None)
    assert programme.counts("V01", MARCH, programme.south) == (1, None)
