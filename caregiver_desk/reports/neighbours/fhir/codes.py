"""Codes of HL7 where there are some, and ours where there are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caregiver_desk.records.supervision.supervision import CheckInState, PromiseState
from caregiver_desk.records.visits.households import Answer
from caregiver_desk.records.visits.referrals import ReferralState
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.reports.neighbours.identity import SYSTEM, uuid_of

Coding = dict[str, Any]
HL7 = "http://terminology.hl7.org/CodeSystem/"
UCUM = "http://unitsofmeasure.org"
IDS = SYSTEM

AT_HOME: Coding = {"system": f"{HL7}v3-ActCode", "code": "HH", "display": "home health"}
BY_PHONE: Coding = {"system": f"{HL7}v3-ActCode", "code": "VR", "display": "virtual"}
HOUSE: Coding = {"system": f"{HL7}location-physical-type", "code": "ho", "display": "House"}
TEAM: Coding = {"system": f"{HL7}organization-type", "code": "team", "display": "Organizational team"}
FIRST: Coding = {"system": f"{HL7}v3-ParticipationType", "code": "PPRF", "display": "primary performer"}
SECOND: Coding = {"system": f"{HL7}v3-ParticipationType", "code": "SPRF", "display": "secondary performer"}
PRIVACY: Coding = {"system": f"{HL7}consentscope", "code": "patient-privacy", "display": "Privacy Consent"}
DISCLOSED: Coding = {"system": f"{HL7}v3-ActCode", "code": "IDSCL", "display": "information disclosure"}
MADE_UP: Coding = {"system": f"{HL7}v3-ActReason", "code": "HTEST", "display": "test health data"}

TALKS: Mapping[str, str] = {
    CheckInState.PLANNED: "proposed",
    CheckInState.MOVED: "cancelled",
    CheckInState.MISSED: "cancelled",
    CheckInState.CANCELLED: "cancelled",
}
PROMISES: Mapping[str, str] = {
    PromiseState.OPEN: "accepted",
    PromiseState.CHANGED: "accepted",
    PromiseState.DONE: "completed",
    PromiseState.DROPPED: "cancelled",
}
REFERRALS: Mapping[str, str] = {
    ReferralState.MADE: "requested",
    ReferralState.RECEIVED: "received",
    ReferralState.ATTENDED: "in-progress",
    ReferralState.COMPLETED: "completed",
    ReferralState.NOT_ATTENDED: "failed",
    ReferralState.DECLINED: "rejected",
    ReferralState.NO_SERVICE: "failed",
}
CONSENTS: Mapping[str, str] = {Answer.AGREED: "active", Answer.REFUSED: "rejected", Answer.WITHDRAWN: "inactive"}


def visit_status(outcome: str) -> str:
    return "finished" if outcome in {Outcome.DONE, Outcome.PHONE} else "cancelled"


def visit_class(outcome: str) -> Coding:
    return BY_PHONE if outcome == Outcome.PHONE else AT_HOME


def coding(what: str, code: Any) -> Coding:
    """One of our codes; `what` it is a code of names its system."""
    return {"system": f"urn:uuid:{uuid_of(f'codes of {what}')}", "code": str(code)}


def ours(what: str, code: Any) -> dict[str, Any]:
    """The same as a concept, with its words."""
    return {"coding": [coding(what, code)], "text": str(code)}


def theirs(coding: Coding) -> dict[str, Any]:
    return {"coding": [coding]}
