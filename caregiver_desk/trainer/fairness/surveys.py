"""What the teams said without names: in the first week, and in the last."""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.acts.fairness.surveys import keep_result
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice.fairness.surveys import Sheet, survey
from caregiver_desk.records.fairness.surveys import SurveySort
from caregiver_desk.trainer.story import Telling, Told, told


def tell_week(telling: Telling, week: int) -> None:
    """The box itself takes a second to make and another to open; the story begins where it has been opened."""
    for each in telling.of_week(told("surveys")["asked"], week):
        if telling.calendar.day(each["day"]) <= telling.calendar.today:
            book = telling.desk(each["team"], week)
            keep_result(book, own_team(book), survey(SurveySort(each["sort"])), list(_sheets(each["said"])))


def _sheets(said: Told) -> Iterator[Sheet]:
    """As many sheets as there are answers to the question that most answered."""
    given = {code: [answer for answer, many in each.items() for _ in range(many)] for code, each in said.items()}
    for place in range(max(map(len, given.values()))):
        yield {code: answers[place] for code, answers in given.items() if place < len(answers)}
