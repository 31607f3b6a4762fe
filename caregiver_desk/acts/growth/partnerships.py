"""A portfolio of partnerships, on the road of that name."""

from __future__ import annotations

from caregiver_desk.acts.growth.roads import asks_for
from caregiver_desk.acts.keeping import in_order, keep
from caregiver_desk.records.growth.partnerships import PARTNERSHIP_ITEM
from caregiver_desk.records.growth.roads import Road

keep(PARTNERSHIP_ITEM, "growth", asks_for(Road.PARTNERSHIPS), in_order(), labels={"record": "Record a partnership"})
