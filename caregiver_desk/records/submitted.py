"""From which filled-in form a record comes, where it was brought in from a phone.

Context. A form that somebody filled in on a phone reaches a desk as a file, often twice, to two laptops, and again when
it was mended. It bears a number of its own (`meta/instanceID`), and a mended one the number that it mends.

Decision. The record keeps the number it was read from, so every laptop that holds it knows the form again. A record
read from a form has an id that follows from the number (`clock.submitted`): two laptops that read one form make one
record. Nobody types the number.

Consequences. A form read again changes nothing, also where it was mended meanwhile, since the history of the record
names every number it ever had.
"""

from __future__ import annotations

from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Shown

FIELD = "submission"
LONGEST = 120


class Submitted(Draft):
    """What may have been filled in on a phone."""

    submission: Annotated[
        str | None,
        Shown("Number of the form", why="A form read twice is kept once.", audience=Audience.OPEN, typed=False),
    ] = Column(default=None, max_length=LONGEST)
