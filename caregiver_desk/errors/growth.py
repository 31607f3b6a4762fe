"""Refused in growth and fair process."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class RoadClosed(Refused):
    code = "road-closed"
    sentence = later(
        "Your site has not opened “{road}”. Nothing was saved. Whoever speaks for the site opens it in Settings, or by "
        "“open_road”."
    )
