"""Hard weeks are named before they are told."""

from __future__ import annotations

import pytest

from caregiver_desk.trainer.care import warning


def test_a_story_that_ends_before_the_first_hard_week_needs_no_word():
    assert warning(8) == ""


@pytest.mark.parametrize(("week", "hard"), [(9, [9]), (13, [9]), (14, [9, 14]), (26, [9, 14, 23])])
def test_every_hard_week_up_to_the_one_that_is_opened_is_named(week: int, hard: list[int]):
    told = warning(week)
    assert [number for number in range(1, 27) if f"in week {number} " in told] == hard
    assert "Nothing is told in detail." in told
