"""Figures of how fast concerns reach who must act, counted by hand."""

from __future__ import annotations

from six_caregivers import MARCH, QUARTER, Six

YEAR = "2026-01-01..2026-04-15"


def concern(programme: Six, noticed: str, sort: str = "deliberate neglect") -> str:
    given = {"danger": "no", "sort": sort, "whom": "a child", "noticed": noticed, "seen": "he has not eaten"}
    return programme.does("note_concern", **given, late="I heard of it late").record


def step(programme: Six, of: str, sort: str, day: str) -> None:
    programme.does("add_concern_step", concern=of, sort=sort, day=day, told_to="Constable Dube", reference="CAS 12/3")


def test_i23_and_i25_of_three_concerns_two_were_reported_at_once_and_one_of_three_answered_in_a_week(programme: Six):
    """Noticed on 2, 9 and 16 March. Reported on the 2nd, the 10th and the 19th.

    The first was acknowledged on the 9th, the second on the 20th, the third never.
    """
    reported = (
        ("2026-03-02", "2026-03-02", "2026-03-09"),
        ("2026-03-09", "2026-03-10", "2026-03-20"),
        ("2026-03-16", "2026-03-19", ""),
    )
    for noticed, told, heard in reported:
        each = concern(programme, noticed)
        step(programme, each, "told the police", told)
        if heard:
            step(programme, each, "they confirmed that they have it", heard)

    assert programme.counts("I23", MARCH) == (2, 3)
    assert programme.counts("I25", MARCH) == (1, 3)


def test_i23_a_sexual_offence_is_reported_at_once_on_the_day_on_which_it_was_noticed(programme: Six):
    """One is noticed and reported on 2 March, one is noticed on the 9th and reported on the 10th."""
    for noticed, told in (("2026-03-02", "2026-03-02"), ("2026-03-09", "2026-03-10")):
        step(programme, concern(programme, noticed, "sexual"), "told the police", told)

    assert programme.counts("I23", MARCH) == (1, 2)


def test_i23_what_two_people_decided_is_no_matter_for_a_report_is_not_late(programme: Six):
    each = concern(programme, "2026-03-02")
    two = {"done_by": "Nomvula Shezi", "second": "Fhatuwani Netsianda", "reason": "it was the neighbour’s goat"}
    programme.does("decide_not_to_report", concern=each, **two)
    error = concern(programme, "2026-03-03")
    programme.does("record_concern_in_error", concern=error, **two)
    concern(programme, "2026-03-04")

    assert programme.counts("I23", MARCH) == (0, 1)
    assert programme.counts("I24", QUARTER)[0] == 2, "what was recorded in error is none"


def test_i24_two_concerns_on_four_homes(programme: Six):
    for number in (1, 2, 3):
        programme.home(f"HH-00{number}")
    concern(programme, "2026-03-02")
    concern(programme, "2026-03-03", "hurt in body")

    assert programme.counts("I24", YEAR) == (2, 4)
