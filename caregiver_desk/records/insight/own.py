"""Figures that a site counts in its own way, and which of all it looks at.

Decision. An indicator of a site's own is one record that holds it in the words of the data (`resources/indicators`), by
its code; with the code of a shipped one it takes its place. A set is a name and codes. They live in the site's scope,
are open, and travel with every bundle, so that all laptops of a site count alike. Two who say one code apart are an
ordinary conflict.
"""

from __future__ import annotations

from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.customs import OfSite, SaidBy, SaidOn
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register

LONGEST = 4_000


class SiteIndicatorDraft(Draft):
    site: OfSite
    code: Annotated[str, Shown("Code", why="A report names it by this.", audience=Audience.OPEN)] = Column(
        max_length=24
    )
    told: Annotated[
        str | None,
        Shown("What it counts", why="In the words of the data.", audience=Audience.OPEN, long=True),
    ] = Column(default=None, max_length=LONGEST)
    day: SaidOn
    said_by: SaidBy = None


class SiteIndicator(SiteIndicatorDraft, Record, table=True):
    """One figure as a site counts it; without words the shipped one holds again."""


class SiteSetDraft(Draft):
    site: OfSite
    name: Annotated[str, Shown("Name", why="Funders ask for different ones.", audience=Audience.OPEN)] = Column(
        max_length=40
    )
    title: Annotated[str, Shown("Title", why="What stands over the report.", audience=Audience.OPEN)] = Column(
        max_length=120
    )
    codes: Annotated[
        str | None, Shown("Codes", why="Which figures, in which order.", audience=Audience.OPEN, long=True)
    ] = Column(default=None, max_length=1_000)
    day: SaidOn
    said_by: SaidBy = None


class SiteSet(SiteSetDraft, Record, table=True):
    """Figures that a site looks at together."""


SITE_INDICATOR = register(
    Kind(
        "site_indicator", "figure of our own", "figures of our own", SiteIndicatorDraft, SiteIndicator,
        home="site",
    )
)  # fmt: skip
SITE_SET = register(
    Kind(
        "site_set", "set of figures", "sets of figures", SiteSetDraft, SiteSet, home="site"
    )
)  # fmt: skip
