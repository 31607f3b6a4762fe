"""Whether somebody's vetting is current, due or unknown; nobody is shown more than that.

Each check counts by its latest answer: one that is still pending takes nothing from a clearance that holds. She is as
well vetted as her weakest check. Where nothing is on record, she is unknown: the duty is to ask before somebody works
with children, so that nobody has asked clears nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from caregiver_desk.practice.days import months_after
from caregiver_desk.records.people.people import Check, Result

USUAL = 24  # months until a clearance is asked for again


class Status(StrEnum):
    CURRENT = "current"
    DUE = "due"
    UNKNOWN = "unknown"


class Vetted(NamedTuple):
    """One check on somebody; `next_due` is empty where nobody set it."""

    sort: Check
    submitted: date
    result: Result
    next_due: date | None = None


def status(checks: Iterable[Vetted], day: date) -> Status:
    """How she stands on this day."""
    known = sorted((each for each in checks if each.submitted <= day), key=lambda each: (each.sort, each.submitted))
    found = {_of_one_sort(list(same), day) for _, same in groupby(known, key=lambda each: each.sort)}
    return next((each for each in (Status.UNKNOWN, Status.DUE, Status.CURRENT) if each in found), Status.UNKNOWN)


def _of_one_sort(known: list[Vetted], day: date) -> Status:
    answered = [each for each in known if each.result != Result.PENDING]
    if not answered or answered[-1].result != Result.CLEARED:
        return Status.UNKNOWN
    last = answered[-1]
    return Status.DUE if day >= (last.next_due or months_after(last.submitted, USUAL)) else Status.CURRENT
