"""Every kind is declared once, and fully."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as some

from caregiver_desk import acts
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import KINDS, Field, Kind, Shown, changes, gather, spread
from caregiver_desk.records.visits.visits import VisitDraft
from caregiver_desk.records.wanted import wanted_as

acts.load()
FIELDS = [(kind, declared) for kind in KINDS.values() for declared in kind.fields.values()]


@pytest.mark.parametrize(
    ("kind", "declared"), FIELDS, ids=[f"{kind.name}.{declared.name}" for kind, declared in FIELDS]
)
def test_every_field_says_why_it_is_asked_and_who_may_read_it(kind: Kind, declared: Field):
    assert declared.shown.why.endswith(".")
    assert len(declared.shown.why.split()) >= 4, "a reason, and not only another name of it"
    assert declared.audience in Audience
    assert declared.audience != Audience.CONTROL
    assert not declared.shown.refers or declared.shown.refers in KINDS
    assert kind.audience_of(declared.name) == declared.audience


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kinds_home_can_be_found(kind: Kind):
    assert kind.home in {Kind.SITE, Kind.OWN} or kind.fields[kind.home].shown.refers


def test_a_field_without_a_reason_cannot_be_declared():
    with pytest.raises(TypeError):
        Shown("Religion", why="", audience=Audience.OPEN)


def test_no_field_holds_anybodys_hiv_status_identity_number_faith_race_union_or_party():
    words = " ".join(f"{declared.name} {declared.label}" for _, declared in FIELDS).lower()

    assert not {"hiv", "identity", "religion", "race", "union", "political", "party"} & set(words.split())


def test_a_visit_needs_no_words():
    assert not [f.name for f in KINDS["visit"].fields.values() if f.required and f.audience == Audience.WORDS]


def test_a_draft_is_spread_into_scalars_and_gathered_again():
    draft = VisitDraft(
        household="h", caregiver="c", day="2026-03-02", purposes={"crisis", "routine"}, children_seen=False
    )

    fields = spread(draft)

    assert fields["purposes/crisis"] is True
    assert fields["children_seen"] is False
    assert "upset_afterwards" not in fields
    assert VisitDraft(**gather(fields)) == draft


FIELD_VALUES = some.dictionaries(
    some.sampled_from(["a", "b", "set/x", "set/y"]), some.integers(0, 2) | some.text(max_size=3)
)


@given(FIELD_VALUES, FIELD_VALUES)
def test_changes_lead_from_one_state_to_another(before: dict[str, object], after: dict[str, object]):
    before, after = ({n: True if "/" in n else v for n, v in each.items()} for each in (before, after))
    then = before | changes(before, after)

    assert {name: value for name, value in then.items() if value not in (None, False) or name in after} == after


def test_codes_with_a_comma_in_them_are_told_apart_by_something_else():
    class Way(StrEnum):
        ON_FOOT = "on foot, alone"
        BY_TAXI = "by taxi"

    assert wanted_as(Way) == "one of on foot, alone; by taxi"
