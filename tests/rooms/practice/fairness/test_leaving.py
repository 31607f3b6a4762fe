"""Why people left, as it may be told."""

from __future__ import annotations

import pytest

from caregiver_desk.practice.fairness.leaving import reasons
from caregiver_desk.records.people.people import Leaving

PAY, HEALTH, UNSAID = {Leaving.PAY}, {Leaving.HEALTH}, {Leaving.NOT_SAID}


@pytest.mark.parametrize(
    ("left", "told"),
    [
        ([], {}),
        ([PAY] * 4, {}),
        ([PAY] * 5, {}),  # it would be known of each of them
        ([PAY] * 5 + [HEALTH], {Leaving.PAY: 5}),
        ([PAY | HEALTH] * 6 + [UNSAID] * 3, {Leaving.PAY: 5, Leaving.HEALTH: 5}),
        ([PAY] * 5 + [UNSAID] * 9, {}),  # who did not say spares nobody
    ],
)
def test_sys_58_reasons_are_told_of_five_or_more_and_never_of_all(left: list[set[Leaving]], told: dict[Leaving, int]):
    assert reasons(left) == told
