"""What is asked of an organisation waits until its day and no longer, and a burden of its own suggests what to ask."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.supervision.promises import CARRIED
from caregiver_desk.practice.supervision.requests import is_late, theme_of
from caregiver_desk.records.supervision.requests import RequestState, Theme
from caregiver_desk.records.supervision.supervision import PromiseState
from caregiver_desk.records.wellbeing.wellbeing import StressorCode

TODAY = date(2026, 3, 17)


@pytest.mark.parametrize(
    ("state", "by", "late"),
    [
        (RequestState.ASKED, date(2026, 3, 16), True),
        (RequestState.UNDER_WAY, date(2026, 3, 16), True),
        (RequestState.ASKED, TODAY, False),
        (RequestState.ASKED, None, False),
        (RequestState.YES, date(2026, 3, 16), False),
        (RequestState.NO, date(2026, 3, 16), False),
        (RequestState.TAKEN_BACK, date(2026, 3, 16), False),
    ],
)
def test_an_answer_is_late_after_its_day_while_it_is_still_owed(state: RequestState, by: date | None, late: bool):
    assert is_late(state, by, TODAY) is late


@pytest.mark.parametrize(
    ("codes", "theme"),
    [
        (("O1",), Theme.STIPEND),
        (("W1", "O3"), Theme.TRANSPORT),
        (("O8", "P4"), Theme.PARTNERS),
        (("W1", "P4"), None),
        ((), None),
    ],
)
def test_only_a_burden_that_the_organisation_can_mend_suggests_what_to_ask(codes: tuple[str, ...], theme: Theme | None):
    assert theme_of([StressorCode(each) for each in codes]) == theme


def test_every_burden_of_the_organisation_has_a_theme():
    assert all(theme_of([each]) for each in StressorCode if each.startswith("O"))


def test_a_promise_that_was_changed_is_carried_on_and_one_that_is_over_is_not():
    assert {state for state in PromiseState if state not in CARRIED} == {PromiseState.DONE, PromiseState.DROPPED}
