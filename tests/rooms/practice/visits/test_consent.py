"""What a household's answers allow."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.visits.consent import LEAST_OF_A_VISIT, Answered, allows, beyond, never_stopped, still_kept
from caregiver_desk.records.visits.households import Answer, Purpose
from caregiver_desk.records.visits.referrals import Ground, ServiceKind
from caregiver_desk.records.visits.visits import VISIT

MARCH, APRIL, MAY = (date(2026, month, 1) for month in (3, 4, 5))
ALL, SOME = frozenset[Purpose](), frozenset({Purpose.RECORDS})
AGREED, REFUSED, WITHDRAWN = Answer.AGREED, Answer.REFUSED, Answer.WITHDRAWN


def answers(*said: tuple[date, Answer, frozenset[Purpose]]) -> list[Answered]:
    return [Answered(day, str(place), answer, purposes) for place, (day, answer, purposes) in enumerate(said)]


@pytest.mark.parametrize(
    ("said", "day", "purpose", "may"),
    [
        ([], APRIL, Purpose.RECORDS, True),  # nobody has asked yet
        ([(MARCH, AGREED, ALL)], APRIL, Purpose.REFERRALS, True),
        ([(MARCH, AGREED, SOME)], APRIL, Purpose.RECORDS, True),
        ([(MARCH, AGREED, SOME)], APRIL, Purpose.REFERRALS, False),
        ([(MARCH, REFUSED, ALL)], APRIL, Purpose.RECORDS, False),
        ([(MARCH, REFUSED, ALL)], MARCH, Purpose.RECORDS, False),  # from this day
        ([(APRIL, REFUSED, ALL)], MARCH, Purpose.RECORDS, True),  # not before it
        ([(MARCH, AGREED, ALL), (APRIL, WITHDRAWN, ALL)], MAY, Purpose.RECORDS, False),
        ([(MARCH, AGREED, ALL), (APRIL, WITHDRAWN, ALL)], MARCH, Purpose.RECORDS, True),
        ([(MARCH, REFUSED, ALL), (APRIL, AGREED, ALL)], MAY, Purpose.MEMBERS, True),
        ([(MARCH, AGREED, ALL), (MARCH, REFUSED, ALL)], APRIL, Purpose.RECORDS, False),  # the later of one day
    ],
)
def test_the_latest_answer_before_a_day_decides_what_may_be_kept(
    said: list[tuple[date, Answer, frozenset[Purpose]]], day: date, purpose: Purpose, may: bool
):
    assert allows(answers(*said), day, purpose) is may
    assert allows(list(reversed(answers(*said))), day, purpose) is may


def test_the_minimum_of_a_visit_says_nothing_of_the_home():
    assert beyond(LEAST_OF_A_VISIT, VISIT.fields) == ["minutes", "purposes", "children_seen", "note"]


@pytest.mark.parametrize(
    ("ground", "to", "never"),
    [
        (Ground.LEGAL_DUTY, ServiceKind.CLINIC, True),
        (Ground.LEGAL_DUTY, None, True),
        (Ground.CONSENT, ServiceKind.CHILD_PROTECTION, True),
        (Ground.CONSENT, ServiceKind.CLINIC, False),
        (Ground.CONSENT, None, False),
    ],
)
def test_what_the_law_asks_for_or_a_child_may_need_is_never_stopped(
    ground: Ground, to: ServiceKind | None, never: bool
):
    assert never_stopped(ground, to) is never


def test_whatever_must_be_kept_has_its_reason():
    assert all(": " in each for each in still_kept())
