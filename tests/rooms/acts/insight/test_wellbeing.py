"""Figures of what weighs and what helped: for the eyes of the pair, and each counted by hand."""

from __future__ import annotations

from datetime import date

from six_caregivers import MARCH, QUARTER, TODAY, Six, go_to

from caregiver_desk import clock
from caregiver_desk.acts.insight.figures import Figure, handed, told
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.acts.insight.series import series
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.practice.spans import Span
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.ledger import Change

PRIVATE = ("I09", "I10", "I11", "I12", "I13", "I14", "I30")
LONG = Span(date(2026, 1, 1), date(2026, 3, 31))


def burden(programme: Six, who: str, code: str, since: str, **more: object) -> str:
    given = {"caregiver": programme[who], "codes": [code], "severity": 2, "since": since, **more}
    programme.does("record_burden", **given)
    return questions.listing(programme.book, "stressor", {"caregiver": programme[who], "since": since})[0].id


def test_i08_after_two_of_three_hard_events_something_was_offered_by_the_next_day(programme: Six):
    """A robbery on 2 March, offered the same day; one on the 9th, offered the next; one on the 16th, on the 19th."""
    for who, day, offered in (("Grace", 2, 2), ("Maria", 9, 10), ("Thandeka", 16, 19)):
        go_to(date(2026, 3, offered))
        given = {"caregiver": programme[who], "event": "robbery", "day": date(2026, 3, day)}
        programme.does("hard_event", **given, offers=["asked again"])
    go_to(TODAY)

    assert programme.counts("I08", QUARTER) == (2, 3)


def test_i08_a_talk_on_the_day_of_the_event_that_was_typed_four_days_later_was_in_time(programme: Six):
    go_to(date(2026, 3, 2))
    programme.does("hard_event", caregiver=programme["Grace"], event="robbery", day=date(2026, 3, 2), offers=[])
    (event,) = questions.listing(programme.book, "stressor", {"caregiver": programme["Grace"]})
    go_to(date(2026, 3, 6))
    told = {"supervision": programme.link("Grace"), "stressor": event.id, "code": "F1", "state": "done"}
    programme.does("record_follow_up", **told, caregiver=programme["Grace"], done_on="2026-03-02")
    go_to(TODAY)

    assert programme.counts("I08", QUARTER) == (1, 1)


def test_i09_of_two_plans_that_ended_one_had_eased(programme: Six):
    for who, ending in (("Grace", "eased"), ("Maria", "she ended it")):
        plan = programme.does("open_plan", caregiver=programme[who], agreed="yes", opened="2026-02-02").record
        programme.does("change_support_plan", id=plan, fields={"ended": "2026-03-10", "ending": ending})

    assert programme.counts("I09", MARCH) == (1, 2)
    assert programme.figures("I09", "2026-02")[0].per == 0


def test_i10_the_last_word_of_the_month_counts_and_not_what_was_said_later(programme: Six):
    """Of Grace it was said on 3 March that she needs support now, and on 2 April that things have eased."""
    for day, state in (("2026-03-03", "needs support now"), ("2026-04-02", "easing")):
        given = {"caregiver": programme["Grace"], "their_view": "I would like some days.", "day": day}
        programme.does("decide_support", **given, state=state)

    assert programme.counts("I10", MARCH) == (1, 6)
    assert programme.counts("I10", "2026-04") == (0, 6)


def test_i11_what_began_to_weigh_counts_once_in_each_of_its_groups(programme: Six):
    """Grace: many deaths (G2), and a list that is too long with a late stipend (W1 and O1). Six caregivers."""
    burden(programme, "Grace", "G2", "2026-03-02")
    given = {"caregiver": programme["Maria"], "codes": ["W1", "O1"], "severity": 2, "since": "2026-03-03"}
    programme.does("record_burden", **given)

    assert programme.counts("I11", MARCH) == (3, 6)
    assert {each: of for each, (of, _) in programme.groups("I11", MARCH).items()} == {"G": 1, "W": 1, "O": 1}


def test_i12_of_two_that_were_ours_to_change_one_had_eased_within_sixty_days(programme: Six):
    """A late stipend since 5 January, eased on 2 March (56 days); another since 5 January, eased today (100 days)."""
    soon, late = (burden(programme, who, "O1", "2026-01-05") for who in ("Grace", "Maria"))
    burden(programme, "Thandeka", "G2", "2026-01-05")
    go_to(date(2026, 3, 2))
    programme.does("change_stressor", id=soon, fields={"state": "eased"})
    go_to(TODAY)
    programme.does("change_stressor", id=late, fields={"state": "eased"})

    assert programme.counts("I12", QUARTER) == (1, 2)
    assert programme.groups("I12", QUARTER) == {"O": (1, 2)}


def test_i14_answers_in_the_upper_half_of_those_that_were_given(programme: Six):
    """Ten people answered two questions: of twenty answers fifteen were in the upper half, in steps of five."""
    scope = questions.get(programme.book, "team", programme.north).scope
    given = {
        "team": programme.north,
        "day": "2026-03-02",
        "version": "1",
        "answered": 10,
        "figures": "heard upper 10\nseen upper 5",
    }
    ledger.append(programme.book, "open_box", [Change("felt_support", clock.new_record(scope), scope, given)])

    assert programme.counts("I14", MARCH) == (15, 20)


def test_i30_minutes_feed_no_figure(programme: Six):
    assert programme.counts("I30", MARCH) == (0, None)


def test_none_of_what_stays_between_two_is_on_any_paper_by_whomever_it_is_made(programme: Six):
    burden(programme, "Grace", "O1", "2026-03-02")
    found = chosen(programme.book, " ".join(PRIVATE))

    for seen in (told(programme.book, found, LONG), handed(programme.book, found, LONG, programme.south)):
        assert {each.code for each in seen} == set(PRIVATE)
        assert {(each.of, each.per, each.least, each.why, each.split) for each in seen} == {
            (None, None, None, Why.PRIVATE, "")
        }


def test_v08_what_support_cost_is_added_up_month_by_month_for_whoever_offered_it_alone(programme: Six):
    """Airtime for 30 and a taxi for 45 in March, a session for 200 in February."""
    for who, day, cost in (("Grace", "2026-03-02", 30), ("Maria", "2026-03-09", 45), ("Maria", "2026-02-09", 200)):
        told_of = {"supervision": programme.link(who), "caregiver": programme[who], "code": "F1", "due": day}
        programme.does("record_follow_up", **told_of, done_on=day, cost=cost, state="done")

    assert programme.counts("V08", MARCH) == (75, None)
    assert programme.counts("V08", QUARTER) == (275, None)
    assert [each.of for each in over_months(programme)] == [200, 75]


def over_months(programme: Six) -> list[Figure]:
    found = series(programme.book, chosen(programme.book, "V08")["V08"], LONG, "", told=False)
    return [each for each in found if each.of]
