"""Places that are to be filled, and are filled later in the story."""

from __future__ import annotations

from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.trainer.story import Settling, Telling, told


def tell_week(telling: Telling, week: int) -> None:
    for each in telling.of_week(told("vacancies")["vacant"], week):
        if telling.calendar.day(each["day"]) <= telling.calendar.today:
            book = telling.desk(each["team"], week)
            given = {"team": own_team(book), "role": each["role"], "since": telling.calendar.day(each["day"])}
            made = named("record_vacancy")(book, **given).record
            if filled := each.get("filled"):
                day = {"filled_on": telling.calendar.day(filled)}
                telling.later(filled, Settling(book, "vacancy", made, day))
