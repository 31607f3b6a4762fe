"""Every hostile bundle ends in one clear sentence, or is taken in and harms nothing: named cases."""

from __future__ import annotations

import pytest
from hostile import archives, outside, papers, sayings
from hostile.case import Case, complaints
from hostile.meeting import Before, Ended, Meeting

CASES = [*outside.cases(), *archives.cases(), *papers.cases(), *sayings.cases()]


def test_each_case_has_a_name_of_its_own():
    names = [case.name for case in CASES]

    assert len(names) == len(set(names)) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_ends_in_one_clear_sentence_or_harms_nothing(
    case: Case, met: Meeting, before: Before, honest: dict[str, Ended]
):
    made = case.make(met)

    assert list(complaints(case, met.tried(made), before, honest["later"])) == []
    if case.refused:
        assert met.opened(met.put(made)).code in case.refused
    assert met.before() == before
