"""One line supervisor at a time."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.supervision.lines import Linked, doubled, is_again, is_second, repeated
from caregiver_desk.records.supervision.supervision import LinkPurpose

JANUARY, JUNE = date(2026, 1, 1), date(2026, 6, 1)
FIRST = Linked("first", "her", LinkPurpose.LINE, Period(JANUARY, None))


@pytest.mark.parametrize(
    ("other", "second"),
    [
        (Linked("other", "her", LinkPurpose.LINE, Period(JUNE, None)), True),
        (Linked("other", "her", LinkPurpose.LINE, Period(None, None)), True),
        (Linked("other", "her", LinkPurpose.LINE, Period(None, JANUARY)), False),
        (Linked("other", "her", LinkPurpose.PRACTICE, Period(JUNE, None)), False),
        (Linked("other", "another", LinkPurpose.LINE, Period(JUNE, None)), False),
        (FIRST._replace(period=Period(JUNE, None)), False),  # the same link, begun later
    ],
)
def test_a_second_line_supervisor_is_one_in_the_same_days(other: Linked, second: bool):
    assert is_second([FIRST], other) is second
    if other.id != FIRST.id:
        assert doubled([FIRST, other]) == ({"first", "other"} if second else set())


OURS = FIRST._replace(supervisor="us")


@pytest.mark.parametrize(
    ("other", "again"),
    [
        (Linked("other", "her", LinkPurpose.LINE, Period(JUNE, None), "us"), True),
        (Linked("other", "her", LinkPurpose.PRACTICE, Period(JUNE, None), "us"), True),
        (Linked("other", "her", LinkPurpose.PRACTICE, Period(None, JANUARY), "us"), False),
        (Linked("other", "her", LinkPurpose.MENTOR, Period(JUNE, None), "us"), False),
        (Linked("other", "her", LinkPurpose.LINE, Period(JUNE, None), "others"), False),
    ],
)
def test_two_are_linked_once_for_one_matter_and_may_be_linked_for_another(other: Linked, again: bool):
    assert is_again([OURS], other) is again
    assert repeated([OURS, other]) == ({"first", "other"} if again else set())
    assert doubled([OURS, other]) == ({"first", "other"} if other.supervisor == "others" else set())
