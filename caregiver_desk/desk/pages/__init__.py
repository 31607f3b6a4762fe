"""One page a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caregiver_desk.desk.page import Page


def all_pages(*, rehearsing: bool = False) -> list[type[Page]]:
    """The pages in the order of the rail; a rehearsal has one more."""
    from caregiver_desk.desk.pages.concerns import ConcernsPage
    from caregiver_desk.desk.pages.growth import GrowthPage
    from caregiver_desk.desk.pages.households import HouseholdsPage
    from caregiver_desk.desk.pages.insight import InsightPage
    from caregiver_desk.desk.pages.people import PeoplePage
    from caregiver_desk.desk.pages.settings import SettingsPage
    from caregiver_desk.desk.pages.sharing import SharingPage
    from caregiver_desk.desk.pages.supervision import SupervisionPage
    from caregiver_desk.desk.pages.team import TeamPage
    from caregiver_desk.desk.pages.today import TodayPage
    from caregiver_desk.desk.pages.visits import VisitsPage
    from caregiver_desk.desk.pages.week import WeekPage
    from caregiver_desk.desk.pages.wellbeing import WellbeingPage

    return [
        TodayPage, PeoplePage, WeekPage, HouseholdsPage, VisitsPage, SupervisionPage, TeamPage,
        WellbeingPage, ConcernsPage, GrowthPage, InsightPage, SharingPage, SettingsPage,
        *(_of_a_rehearsal() if rehearsing else []),
    ]  # fmt: skip


def _of_a_rehearsal() -> list[type[Page]]:
    """Brought in only where there is one: no real desk waits for it."""
    from caregiver_desk.desk.pages.rehearsal import RehearsalPage

    return [RehearsalPage]
