"""Thanks that were said, the roads that the coordinator opens, and who sits with which partner."""

from __future__ import annotations

from caregiver_desk.acts.act import named
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.trainer.story import Telling, Told, listed, told


def tell_week(telling: Telling, week: int) -> None:
    story = told("thanks")
    for each in telling.of_week(story["opened"], week):
        named("open_road")(telling.books.coordinator, road=each["road"])
    for tell, part in ((_thank, "said"), (_sit_with, "partners")):
        for each in telling.of_week(story[part], week):
            if telling.calendar.day(each["day"]) <= telling.calendar.today:
                tell(telling, week, each)


def _thank(telling: Telling, week: int, each: Told) -> None:
    book = telling.desk(each["team"], week)
    person = telling.people[each["who"]] if "who" in each else book.person
    given = {"what_for": each["what_for"], "said_by": each["said_by"], "day": telling.calendar.day(each["day"])}
    works = listed(book, "engagement", person=person)[0]
    named("record_thanks")(book, person=person, team=works["team"], **given)


def _sit_with(telling: Telling, week: int, each: Told) -> None:
    """Once the word that this road is open has come to this laptop."""
    book = telling.desk(each["team"], week)
    if Road.PARTNERSHIPS in open_roads(book):
        person = telling.people[each["who"]] if "who" in each else book.person
        given = {"body": each["with"], "role": each["role"], "contribution": each["contribution"]}
        named("record_partnership_item")(book, person=person, since=telling.calendar.day(each["since"]), **given)
