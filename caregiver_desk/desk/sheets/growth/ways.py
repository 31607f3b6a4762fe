"""Further ways on from a shelf of the page Growth, beside what its acts begin: sheets that were built for it.

A subject puts its own here in a line: the name of the shelf, what the button says, and what shows it. It is given the
page, the hands, and the person whose shelf it is now, or nothing where everybody's is in front.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.layout import desk_of
from caregiver_desk.desk.sheets.fairness.apart import show_processes, show_worries
from caregiver_desk.desk.sheets.fairness.surveys import show_surveys
from caregiver_desk.desk.sheets.fairness.worry_sheet import show_worry
from caregiver_desk.desk.sheets.growth.certificates_sheet import show_certificates
from caregiver_desk.desk.sheets.growth.course_sheet import show_days, show_the_course
from caregiver_desk.desk.sheets.growth.development import show_support
from caregiver_desk.desk.sheets.growth.framework import show_capabilities
from caregiver_desk.desk.sheets.growth.lacking_sheet import show_all_lacking
from caregiver_desk.desk.sheets.growth.learning_sheet import show_learning
from caregiver_desk.desk.sheets.growth.oversight import show_oversight
from caregiver_desk.desk.sheets.growth.own_year import show_own_year
from caregiver_desk.desk.sheets.growth.prevention import show_prevention
from caregiver_desk.desk.sheets.growth.split import show_own_month
from caregiver_desk.desk.sheets.growth.standing_in import show_standing_in
from caregiver_desk.desk.sheets.people.with_whom import SUPPORT, ask_with_whom
from caregiver_desk.wording import later


class Way(NamedTuple):
    label: str
    shows: Callable[[QWidget, Hands, str], object]


def _support(page: QWidget, hands: Hands, person: str) -> None:
    if person:
        show_support(page, hands, person)
    else:
        ask_with_whom(desk_of(page), hands, SUPPORT)


def _capabilities(page: QWidget, hands: Hands, person: str) -> None:
    if person:
        show_capabilities(page, hands, person)
    else:
        ask_with_whom(desk_of(page), hands, "say_own_view")


WAYS: Mapping[str, Sequence[Way]] = {
    "prevention": [Way(later("Look at a team"), lambda page, hands, _whose: show_prevention(page, hands))],
    "splits": [Way(later("My month"), show_own_month)],
    "development": (Way(later("Seven kinds"), _support),),
    "capabilities": (Way(later("Side by side"), _capabilities),),
    "worries": (Way(later("Note a worry about work"), show_worry), Way(later("Worries so far"), show_worries)),
    "processes": (Way(later("Processes I take part in"), show_processes),),
    "vacancies": [Way(later("Oversight"), show_oversight)],
    "surveys": [Way(later("Ask a group"), lambda page, hands, _whose: show_surveys(page, hands))],
    "thanks": [Way(later("The record of a year"), show_own_year)],
    "training": [Way(later("Learning record"), show_learning), Way(later("Who has not done it"), show_all_lacking)],
    "course groups": (
        Way(later("Who came"), show_days),
        Way(later("Tasks and results"), show_the_course),
        Way(later("Certificates of attendance"), lambda page, hands, _whose: show_certificates(page, hands)),
    ),
    "practical tasks": [Way(later("Tasks and results"), show_the_course)],
    "courses": [Way(later("Who has not done it"), show_all_lacking)],
    "stepping in": (Way(later("Who stands in now"), show_standing_in),),
}
