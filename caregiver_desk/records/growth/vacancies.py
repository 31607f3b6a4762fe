"""A place that is to be filled: where, as what, since when, and when it was."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import ANYTHING, Draft, Kind, Record, Shown, register


class VacancyDraft(Draft):
    team: Annotated[
        str, Shown("Team", why="Whose homes somebody carries meanwhile.", audience=Audience.OPEN, refers="team")
    ]
    role: Annotated[Role, Shown("As what", why="So that it is known whom to look for.", audience=Audience.OPEN)] = (
        Role.CAREGIVER
    )
    since: Annotated[date, Shown("Vacant since", why="What is long empty wears out others.", audience=Audience.OPEN)]
    filled_on: Annotated[
        date | None, Shown("Filled on", why="From this day it is nobody’s burden.", audience=Audience.OPEN, past=True)
    ] = None


class Vacancy(VacancyDraft, Record, table=True):
    """A place in a team that nobody has."""


VACANCY = register(
    Kind(
        "vacancy",
        "vacancy",
        "vacancies",
        VacancyDraft,
        Vacancy,
        home="team",
        when="since",
        about="team",
        over={"filled_on": ANYTHING},
    )
)
