"""Thanks that were said are kept, put right, or taken out."""

from __future__ import annotations

from caregiver_desk.acts.keeping import keep
from caregiver_desk.records.growth.thanks import THANKS

keep(THANKS, "growth", labels={"record": "Keep thanks"})
