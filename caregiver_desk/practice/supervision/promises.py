"""Promises: one is carried on until it is kept or dropped; one that was changed is carried on under its new day."""

from __future__ import annotations

from caregiver_desk.records.supervision.supervision import PromiseOwner, PromiseState

CARRIED = frozenset({PromiseState.OPEN, PromiseState.CHANGED})
OF_THE_OFFICE = frozenset({PromiseOwner.COORDINATOR, PromiseOwner.ORGANISATION})
