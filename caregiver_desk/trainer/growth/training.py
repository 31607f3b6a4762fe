"""What people learned before the story, and the courses in it: days, workbooks, and one who is not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from caregiver_desk.acts.act import named
from caregiver_desk.acts.growth.cohorts import taking_part
from caregiver_desk.acts.growth.courses import courses_of
from caregiver_desk.acts.growth.tasks import tasks_of
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import Telling, Told, told

OFFICE = "office"
_WORDS = (
    "name", "facilitator", "facilitator_number", "assessor", "assessor_number", "moderator", "moderator_number",
)  # fmt: skip
_LEARNED = ("result", "certificate", "seen")


def begin(telling: Telling) -> None:
    """What those have learned who are here from the first day."""
    for each in told("training")["learned"]:
        if each["team"] != OFFICE:
            learned_before(telling, _book(telling, each["team"], 1), telling.people[each["who"]], each["who"])


def learned_before(telling: Telling, book: Book, person: str, name: str) -> None:
    """The courses that somebody did long ago, in the book where they are entered."""
    for each in told("training")["learned"]:
        if each["who"] == name:
            days = {which: telling.calendar.day(each[which]) for which in ("since", "until")}
            said = {field: each[field] for field in _LEARNED if field in each}
            named("record_training")(book, person=person, course=_course(book, each["code"]), **days, **said)


def tell_week(telling: Telling, week: int) -> None:
    """What the coordinator asks of a role; then each course group."""
    for each in telling.of_week(told("training")["asked"], week):
        book = telling.books.coordinator
        named("require_course")(book, course=_course(book, each["code"]))
    for group in told("training")["groups"]:
        book = _book(telling, group["team"], week)
        for what, event in _events(telling, group, week):
            if telling.calendar.has_come(event["day"]) and (cohort := _begun(telling, book, group)):
                _TELLS[what](telling, book, cohort, event)


def _events(telling: Telling, group: Told, week: int) -> Iterator[tuple[str, Told]]:
    """What happened in it this week, task before mark and mark before end."""
    for what in _TELLS:
        yield from ((what, each) for each in telling.of_week(group.get(what, ()), week))


def _book(telling: Telling, team: str, week: int) -> Book:
    return telling.books.coordinator if team == OFFICE else telling.desk(team, week)


def _course(book: Book, code: str) -> str:
    if code not in courses_of(book):
        named("take_up_courses")(book)
        for each in courses_of(book).values():
            named("change_course")(book, id=each.id, fields=dict(told("training")["taught"]))
    return courses_of(book)[code].id


def _begun(telling: Telling, book: Book, group: Told) -> str:
    """The group, which begins with the first of its events that is told; nothing where nobody of it is known here."""
    if group["name"] not in telling.cohorts:
        people = [telling.people[each] for each in group["people"]]
        here = [each for each in people if questions.find_one(book, "person", each)]
        if not here:
            return ""
        said = {each: group[each] for each in _WORDS if each in group}
        given: dict[str, Any] = {"course": _course(book, group["code"]), "since": telling.calendar.day(group["since"])}
        telling.cohorts[group["name"]] = named("record_cohort")(book, **said, **given, people=here).record
    return telling.cohorts[group["name"]]


def _meet(telling: Telling, book: Book, cohort: str, event: Told) -> None:
    circle = str(questions.get(book, "cohort", cohort)["circle"])
    missing = {telling.people[each] for each in event["missing"]}
    came = [each for each in taking_part(book, circle) if each not in missing]
    named("hold_session")(book, circle=circle, day=telling.calendar.day(event["day"]), came=came)


def _give(telling: Telling, book: Book, cohort: str, event: Told) -> None:
    named("set_task")(book, cohort=cohort, what=event["what"], due=telling.calendar.day(event["due"]))


def _judge(telling: Telling, book: Book, cohort: str, event: Told) -> None:
    """The pile of workbooks: each as it was judged, in the order in which the tasks were given."""
    marks: dict[str, dict[str, Any]] = {}
    for name, judged in event["marks"].items():
        hers = [each for each in tasks_of(book, cohort) if each["person"] == book.shown(telling.people[name])]
        marks |= {task.id: {"result": mark} for task, mark in zip(hers, judged, strict=False)}
    named("mark_course")(book, cohort=cohort, tasks=marks, day=telling.calendar.day(event["day"]))


def _end(telling: Telling, book: Book, cohort: str, event: Told) -> None:
    told_of = {
        which: {telling.people[name]: words for name, words in event.get(which, {}).items()}
        for which in ("results", "certificates")
    }
    named("complete_cohort")(book, cohort=cohort, **told_of, day=telling.calendar.day(event["day"]))


_TELLS = {"days": _meet, "tasks": _give, "judged": _judge, "ends": _end}
