"""Nothing is demanded that no rule, report or duty needs."""

from __future__ import annotations

import pytest

from caregiver_desk.practice import needed
from caregiver_desk.records.kinds import KINDS

DEMANDED = {(kind.name, name) for kind in KINDS.values() for name, field in kind.fields.items() if field.required}


@pytest.mark.parametrize(("kind", "field"), sorted(DEMANDED))
def test_what_must_be_filled_in_names_the_rule_report_or_duty_that_needs_it(kind: str, field: str) -> None:
    need = needed.need_of(kind, field)

    assert need is not None
    assert need.words


def test_no_need_is_named_for_what_may_be_left_empty() -> None:
    told = {(kind, field) for kind, fields in needed.told()["fields"].items() for field in fields}
    assert told == DEMANDED


def test_every_need_that_is_named_is_one_of_some_field() -> None:
    used = {need for fields in needed.told()["fields"].values() for need in fields.values()}
    assert used == set(needed.told()["needs"])
