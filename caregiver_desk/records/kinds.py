"""Every kind of record there is. Whoever asks for the register here finds it complete."""

from __future__ import annotations

from caregiver_desk.records import customs, retention
from caregiver_desk.records.concerns import concerns, safeguarding
from caregiver_desk.records.fairness import exit_talks, processes, surveys, worry
from caregiver_desk.records.growth import (
    appraisal,
    consulting,
    courses,
    development,
    framework,
    mentoring,
    partnerships,
    plans,
    research,
    roads,
    split,
    stepping,
    thanks,
    training,
    transfers,
    vacancies,
)
from caregiver_desk.records.insight import own, planning, reports
from caregiver_desk.records.people import people, regions
from caregiver_desk.records.record import KINDS
from caregiver_desk.records.sharing import extracts, returns
from caregiver_desk.records.supervision import agreement, bringing, groups, observation, requests, supervision
from caregiver_desk.records.visits import households, referrals, safety, visits
from caregiver_desk.records.wellbeing import (
    checks,
    questionnaires,
    responses,
    self_care,
    strain,
    support_plans,
    wellbeing,
)

__all__ = [
    "KINDS",
    "agreement",
    "appraisal",
    "bringing",
    "checks",
    "concerns",
    "consulting",
    "courses",
    "customs",
    "development",
    "exit_talks",
    "extracts",
    "framework",
    "groups",
    "households",
    "mentoring",
    "observation",
    "own",
    "partnerships",
    "people",
    "planning",
    "plans",
    "processes",
    "questionnaires",
    "referrals",
    "regions",
    "reports",
    "requests",
    "research",
    "responses",
    "retention",
    "returns",
    "roads",
    "safeguarding",
    "safety",
    "self_care",
    "split",
    "stepping",
    "strain",
    "supervision",
    "support_plans",
    "surveys",
    "thanks",
    "training",
    "transfers",
    "vacancies",
    "visits",
    "wellbeing",
    "worry",
]
