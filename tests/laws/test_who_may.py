"""Who may be heard where, and what goes to whom: the program's weighing beside the model's, on random statements.

`LAWS_TRIPLES=500000` is the size before a release, with `LAWS_EXPORTS=20000`; `LAWS_FIRST` draws others.
"""

from __future__ import annotations

import os
from math import inf
from typing import Any
from unittest.mock import patch

import pytest
import rights
from rights import days_disagreed_on, disagreements, leaks, weighed_otherwise

from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing import standing, weighing
from caregiver_desk.records.sharing.standing import Standing
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync.profiles import Profile, profile

FIRST = int(os.environ.get("LAWS_FIRST", "0"))
TRIPLES, EXPORTS = int(os.environ.get("LAWS_TRIPLES", "8000")), int(os.environ.get("LAWS_EXPORTS", "800"))
LINES = 40  # asked of each case


def test_the_program_hears_whom_the_model_hears() -> None:
    found = [each for seed in range(FIRST, FIRST + TRIPLES // LINES) for each in disagreements(seed, LINES)]

    assert found == []


def test_what_is_weighed_on_as_it_comes_is_weighed_as_if_it_had_come_at_once() -> None:
    assert [seed for seed in range(FIRST, FIRST + EXPORTS) if weighed_otherwise(seed)] == []


def test_who_weighs_on_and_forgets_what_was_said_before_is_found_out() -> None:
    with patch.object(rights, "weigh_on", lambda _, known, said: weighing.weigh(list(said), known)):
        assert any(weighed_otherwise(seed) for seed in range(200))


def test_a_right_for_a_time_ends_on_one_day_whatever_the_order_in_which_it_was_heard() -> None:
    assert [each for seed in range(FIRST, FIRST + EXPORTS) for each in days_disagreed_on(seed)] == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("_until", lambda let_in: standing.date.fromisoformat(str(let_in[0].line.fields.get("until", "2026-01-01")))),
        ("_until", lambda _: None),
    ],
)
def test_a_rule_of_the_last_day_that_is_taken_out_is_missed(name: str, wrong: Any) -> None:
    with patch.object(standing, name, wrong):
        assert any(days_disagreed_on(seed) for seed in range(200))


@pytest.mark.parametrize(
    ("where", "name", "wrong"),
    [
        (Standing, "limit", lambda *_: inf),
        (Standing, "_may_enrol", lambda *_: True),
        (Standing, "lived_in", lambda *_: True),
        (Standing, "lived_in", Standing.lives_in),
        (standing, "_listed", lambda *_: 0),
        (standing, "PRIVATE", frozenset()),
        (weighing, "_heights", lambda *_: None),
    ],
)
def test_a_rule_of_hearing_that_is_taken_out_is_missed(where: Any, name: str, wrong: Any) -> None:
    with patch.object(where, name, wrong):
        assert any(disagreements(seed, LINES) for seed in range(200))


def admits(to_whom: Profile) -> Any:
    def admit(stream: Stream, key: str, weighed: Standing) -> bool:
        partner = Partner(key, "", "", "", "", Role.SUPERVISOR, "aloud", 0)
        return to_whom.admits(stream._replace(audience=Audience(stream.audience)), partner, weighed)

    return admit


def test_nothing_outside_her_scopes_goes_to_a_supervisor() -> None:
    to_her = admits(profile(Role.SUPERVISOR))

    assert [each for seed in range(FIRST, FIRST + EXPORTS) for each in leaks(seed, to_her)] == []


def test_a_profile_that_sends_everything_is_found_out() -> None:
    hers = profile(Role.SUPERVISOR)

    assert any(leaks(seed, admits(Profile(hers.name, hers.label, hers.audiences, "all"))) for seed in range(20))
