"""The rule that asks whether somebody needs support now, held to worked examples; and what never leaves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from caregiver_desk.practice import norms
from caregiver_desk.practice.visits.load import heavy_load
from caregiver_desk.practice.wellbeing import danger, strain
from caregiver_desk.practice.wellbeing.strain import Answer, Seen, Suggested, Weighing, answer_of, suggested
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Area
from caregiver_desk.records.wellbeing.checks import Item
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.records.wellbeing.strain import Need
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, StressorCode

TODAY = date(2026, 3, 30)
NOBODY = Seen(TODAY)
STEADY, WATCH, NOW = Need.STEADY, Need.WATCH, Need.NOW


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def said(*much: int, days: int = 1) -> dict[str, Any]:
    """Their own answers, the newest first, a week apart."""
    return {"answers": [Answer(ago(days + 7 * number), each) for number, each in enumerate(much)]}


def weighs(*severities: int, event: date | None = None) -> dict[str, Any]:
    return {"weighs": [Weighing(frozenset({StressorCode.W1}), each, event) for each in severities]}


def late(days: int) -> dict[str, Any]:
    """A check-in that has been late for so long: its day lies some working days further back."""
    return {"due": ago(days + 3), "late": timedelta(days)}


@pytest.mark.parametrize(
    ("seen", "need"),
    [
        ({}, STEADY),
        (said(2), STEADY),
        (said(3), STEADY),
        (said(4), WATCH),
        (said(4, days=27), WATCH),
        (said(4, days=28), STEADY),
        (said(3) | weighs(3), WATCH),
        (said(4) | weighs(3), NOW),
        (weighs(3, 3), WATCH),
        (weighs(3, 3, 3, 3), WATCH),
        (weighs(3, 3, 3) | {"heavy": True}, NOW),
        (weighs(4), WATCH),
        (weighs(4, 4, 4), WATCH),
        (weighs(4, 3), NOW),
        (weighs(2, 2, 1, 0), STEADY),
        (weighs(1, event=ago(13)), WATCH),
        (weighs(1, event=ago(14)), STEADY),
        (weighs(3, event=ago(2)), NOW),
        (weighs(1, 1, event=ago(2)), WATCH),
        ({"heavy": True}, STEADY),
        ({"heavy": True, **late(15)}, STEADY),
        (said(3, 1, 1, 1) | {}, WATCH),
        (said(3, 1, 1), STEADY),
        (said(3, 2, 2, 2), STEADY),
        (said(3, 1, 1, 1) | {"heavy": True, **late(15)}, NOW),
        (said(3, 1, 1, 1) | {"heavy": True, **late(14)}, WATCH),
        ({"dangers": [Danger.HARM]}, NOW),
        ({"dangers": [Danger.NOT_SAFE]}, NOW),
        ({"dangers": [Danger.ASSAULT]}, NOW),
    ],
)
def test_the_rule_says_what_the_practice_says(seen: dict[str, Any], need: Need):
    found = suggested(replace(NOBODY, **seen), norms.norms({}))

    assert found.need is need
    assert found.at_once is ("dangers" in seen)
    assert found.reasons or need is STEADY


def test_every_reason_is_told_in_words_and_a_danger_comes_first():
    seen = replace(NOBODY, **said(4, 1, 1, 1), heavy=True, due=ago(20), late=timedelta(15), dangers=[Danger.HARM])
    seen = replace(seen, weighs=[Weighing(frozenset({StressorCode.G1}), 3, ago(3))])

    assert suggested(seen, norms.norms({})).reasons == (
        "may harm themselves",
        "said on 29 Mar 2026 that it is too much",
        "weighs a lot: Death of a client or child",
        "something hard happened on 27 Mar 2026",
        "feels worse than is usual for them",
        "has had a heavy load of visits",
        "was to be heard on 10 Mar 2026 and was not",
    )


def test_no_figure_leaves_the_rule():
    """Two who are asked for different reasons cannot be put in order by anything that it gives."""
    people = (replace(NOBODY, **weighs(3, 4)), replace(NOBODY, **said(4), **weighs(4, 3, 3)))
    little, much = (suggested(each, norms.norms({})) for each in people)

    assert Suggested._fields == ("need", "reasons", "at_once")
    assert (little.need, much.need) == (NOW, NOW)
    assert not any(isinstance(each, int) and not isinstance(each, bool) for found in (little, much) for each in found)


@pytest.mark.parametrize(
    ("check", "unsaid", "much"),
    [
        ({}, (), None),
        ({"load": 3}, (), 3),
        ({"energy": 0}, (), 4),
        ({"load": 1, "energy": 1}, (), 3),
        ({"load": 4}, (Item.LOAD,), None),
        ({"energy": 4, "load": 2}, (Item.LOAD,), 0),
    ],
)
def test_who_prefers_not_to_say_adds_nothing(check: dict[str, int], unsaid: tuple[Item, ...], much: int | None):
    found = answer_of(TODAY, check, unsaid)
    assert (found.much if found else None) == much


@pytest.mark.parametrize(
    ("days", "levels", "area", "heavy"),
    [
        ([], (), None, False),
        ([1] * 20, (1, 2, 3), None, False),
        ([7, 7, 7], (), None, True),
        ([7, 7], (), None, False),
        ([6, 6, 6], (), None, False),
        ([6, 6, 6], (), Area.DEEP_RURAL, True),
        ([1] * 10 + [7] * 10, (), None, False),
        ([6, 6, 7] * 6 + [6, 7], (), None, True),
        ([5, 5, 6] * 6 + [5, 6], (), None, False),
        ([6, 5] * 10, (), Area.RURAL, True),
        ([5] * 20, (), Area.RURAL, False),  # not above the upper edge
        ([], (4, 4, 4, None), None, False),
        ([], (4, 4, 4, 4), None, True),
    ],
)
def test_only_too_much_is_a_heavy_load(days: list[int], levels: tuple[int | None, ...], area: Area | None, heavy: bool):
    assert bool(heavy_load(days, levels, norms.norms({}), area)) is heavy


@pytest.mark.parametrize(
    ("ours", "seen", "need"),
    [
        ({"strain_now": 4}, said(4), NOW),
        ({"strain_watch": 2}, said(3), WATCH),
        ({"strain_days": 7}, said(4, days=7), STEADY),
        ({"strain_event_days": 3}, weighs(1, event=ago(3)), STEADY),
        ({"strain_late_days": 20, "strain_unheard": 5}, late(20), STEADY),
        ({"strain_late_days": 20, "strain_unheard": 5}, late(21), NOW),
        ({"strain_own_too_much": 0, "strain_now": 20}, said(4) | {"dangers": [Danger.HARM]}, NOW),
    ],
)
def test_a_site_says_what_counts_and_a_danger_asks_whatever_it_says(
    ours: dict[str, int], seen: dict[str, Any], need: Need
):
    assert suggested(replace(NOBODY, **seen), norms.norms(ours)).need is need


def test_the_rule_says_of_itself_that_nobody_has_tested_it():
    told = strain._told()
    assert told["validated"] is False
    assert told["source"]


def test_no_kind_and_no_table_has_a_place_for_a_score():
    """Nobody can be put in order of need: there is no column in which that could stand."""
    scores = ("point", "score", "rank", "rating", "total", "average", "grade")
    named = [(kind.name, name) for kind in KINDS.values() for name in kind.fields]
    laid_out = [kind.laid_out for kind in KINDS.values()]
    named += [(table.name, column.name) for table in laid_out for column in table.columns]

    assert [pair for pair, word in product(named, scores) if word in pair[1].split("_")] == []
    assert len(named) > 500


@pytest.mark.parametrize("each", Danger)
def test_every_danger_has_its_first_steps_somebody_to_ring_and_an_offer(each: Danger):
    assert danger.first_steps([each])
    assert danger.rings([each])
    assert danger.offers([each])


def test_a_risk_to_self_opens_the_urgent_route_and_the_gravest_comes_first():
    assert danger.offers([Danger.NOT_SAFE, Danger.HARM, Danger.ASSAULT]) == (
        FollowUpCode.URGENT_CARE,
        FollowUpCode.MAKE_SAFE,
    )
    assert danger.rings(["may harm themselves"])[0] == "counselling"
