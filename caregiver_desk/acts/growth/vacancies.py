"""Places that are to be filled."""

from __future__ import annotations

from caregiver_desk.acts.keeping import in_order, keep
from caregiver_desk.records.growth.vacancies import VACANCY

keep(VACANCY, "growth", in_order("since", "filled_on"), labels={"record": "Record a vacancy"})
