"""Every kind of record there is. Whoever asks for the register here finds it complete."""

from __future__ import annotations

from caregiver_desk.records import (
    agreement,
    bringing,
    concerns,
    customs,
    groups,
    households,
    observation,
    people,
    referrals,
    requests,
    responses,
    retention,
    returns,
    safeguarding,
    safety,
    self_care,
    strain,
    supervision,
    visits,
    wellbeing,
)
from caregiver_desk.records.fairness import surveys
from caregiver_desk.records.growth import courses, partnerships, plans, roads, thanks, training
from caregiver_desk.records.record import KINDS

__all__ = [
    "KINDS",
    "agreement",
    "bringing",
    "concerns",
    "courses",
    "customs",
    "groups",
    "households",
    "observation",
    "partnerships",
    "people",
    "plans",
    "referrals",
    "requests",
    "responses",
    "retention",
    "returns",
    "roads",
    "safeguarding",
    "safety",
    "self_care",
    "strain",
    "supervision",
    "surveys",
    "thanks",
    "training",
    "visits",
    "wellbeing",
]
