"""Which roads a site has opened: ways to grow that most sites do not need, and that a daily desk does not show.

Decision. A road is closed until the site opens it. While it is closed its records are not begun and its shelf is not
shown; what a bundle brings is kept as always. One record a site and road, changed when the site says otherwise, so
that two who say it apart are an ordinary conflict; until that is settled the road is closed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from caregiver_desk.records.customs import OfSite, SaidBy, SaidOn
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register


class Road(StrEnum):
    FIRST_YEAR = "first year"
    BECOMING_SUPERVISOR = "becoming a supervisor"
    MENTORING = "mentoring and coaching"
    STEPPING_IN = "acting up and cover"
    ASPIRING = "aspiring managers"
    CONSULTING = "consultants"
    TRANSFERS = "transfers and shadowing"
    PLACEMENTS = "students on placement"
    RESEARCH = "research"
    PARTNERSHIPS = "partnerships"
    TIME_SPLIT = "time of a role"


class SiteRoadDraft(Draft):
    site: OfSite
    road: Annotated[Road, Shown("Road", why="Each is opened by itself.", audience=Audience.OPEN)]
    open: Annotated[bool, Shown("Open", why="What nobody uses only stands in the way.", audience=Audience.OPEN)] = True
    day: SaidOn
    said_by: SaidBy = None


class SiteRoad(SiteRoadDraft, Record, table=True):
    """A site opened a road, or closed it."""


SITE_ROAD = register(Kind("site_road", "road of the site", "roads of the site", SiteRoadDraft, SiteRoad, home="site"))
