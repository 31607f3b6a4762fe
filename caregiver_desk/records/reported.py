"""How we know of it: the envelope of whatever may reach a supervisor by another's hand.

Empty means that she knows it herself, so what is most common costs nothing to record, to store or to send.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Shown


class Source(StrEnum):
    PAPER = "paper sheet"
    PHONE = "phone call"
    TOLD = "told by another"
    IMPORTED = "imported"


def _how_we_know(audience: Audience) -> Shown:
    why = "A sheet can be looked at again. What you saw or heard yourself needs nothing here."
    return Shown("How we know", why=why, audience=audience)


class Reported(Draft):
    """What was seen, heard or read; it says which."""

    source: Annotated[Source | None, _how_we_know(Audience.OPEN)] = None


class ReportedWithinPair(Draft):
    """The same, where nobody but the two people of a link knows of it."""

    source: Annotated[Source | None, _how_we_know(Audience.PAIR)] = None
