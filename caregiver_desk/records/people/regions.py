"""Regions: what an organisation calls its areas, such as districts and provinces; each may lie in a wider one.

Decision. How many levels there are, and what each is called, is the organisation's own word. A region founds a scope of
its own, as a site does, and coordinators alone write there. So it goes to every coordinator and to no supervisor: who
works in one site needs no map of the others.
"""

from __future__ import annotations

from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register


class RegionDraft(Draft):
    name: Annotated[str, Shown("Name of the area", why="As people there call it.", audience=Audience.OPEN)] = Column(
        max_length=120
    )
    level: Annotated[
        str | None,
        Shown("Level", why="What you call it: district, province, your own word.", audience=Audience.OPEN),
    ] = Column(default=None, max_length=40)
    lies_in: Annotated[
        str | None,
        Shown("Lies in", why="The wider area, whose figures count it.", audience=Audience.OPEN, refers="region"),
    ] = None


class Region(RegionDraft, Record, table=True):
    """An area with sites or smaller areas in it."""


REGION = register(Kind("region", "area", "areas", RegionDraft, Region, home=Kind.OWN, named=("name",)))
