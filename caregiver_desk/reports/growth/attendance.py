"""Certificates of attendance: that somebody was there, and took part.

Context. Whoever gave up six Tuesdays wants something to hang on the wall, and may need it for the next employer. It is
easily read as more than it says.

Decision. One is made for whoever came, whether they were found competent or not; nobody has one who withdrew, or of
whom nothing here says that they came. It says itself that it speaks of no competence: the learning record does. Those
of a hall that rehearsed are the same paper, for names that stand in no book.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caregiver_desk.acts.growth.training import learners
from caregiver_desk.practice.growth.courses import not_ours, shipped_courses
from caregiver_desk.records.growth.training import COHORT, TrainingResult
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, say

THERE = (TrainingResult.ATTENDED, TrainingResult.COMPETENT, TrainingResult.NOT_YET)


@dataclass(frozen=True)
class Certificate:
    """One for one person. `led_by` may be empty, to be written in; `foot` stands small below."""

    name: str
    course: str
    when: str
    led_by: str
    organisation: str
    foot: str


def of_a_hall(names: Iterable[str], course: str, day: date, led_by: str) -> list[Certificate]:
    """For those who rehearsed: one for each name that is not empty."""
    rehearsed = say("Rehearsed on a fictional programme. Attendance only: nobody was marked.")
    foot = f"{rehearsed} {not_ours()}"
    there = filter(None, map(str.strip, names))
    return [Certificate(name, course.strip(), full_day(day), led_by.strip(), "", foot) for name in there]


def of_a_group(book: Book, cohort: str) -> list[Certificate]:
    """For each who came to a course, by name; whose name was not sent here cannot be named."""
    group = questions.get(book, COHORT.name, cohort)
    course = questions.find_one(book, "course", str(group["course"]))
    title = str(course["title"]) if course else str(group["name"] or say("Training"))
    made_of = str(group["facilitator"] or ""), _organisation(book), _foot(course)
    names = questions.names_of(book, (people := who_came(book, group)))
    return [Certificate(names[each], title, _days(group), *made_of) for each in people if each in names]


def who_came(book: Book, group: Leaf) -> list[str]:
    """Who was ticked on one of its days, or has a result that says so; nobody who withdrew."""
    ticked = {str(each["person"]) for each in _ticks(book, str(group["circle"] or ""))}
    took_part = [each for each in learners(book, group.id) if each["result"] != TrainingResult.WITHDREW]
    came = (str(each["person"]) for each in took_part if each["result"] in THERE or str(each["person"]) in ticked)
    return list(dict.fromkeys(came))


def _ticks(book: Book, circle: str) -> list[Leaf]:
    return questions.listing(book, "attendance", {"circle": circle}, limit=EVERY) if circle else []


def _days(group: Leaf) -> str:
    """From its first day to that on which it was over, or shall be."""
    first, last = (date.fromisoformat(str(each)) if each else None for each in (group["since"], _end(group)))
    since, until = full_day(first or date.min), full_day(last) if last else ""
    return say("{since} to {until}", since=since, until=until) if until and until != since else since


def _end(group: Leaf) -> object:
    return group["completed"] or group["until"]


def _organisation(book: Book) -> str:
    site = questions.own_site(book)
    return str(site["organisation"] or site["name"] or "") if site else ""


def _foot(course: Leaf | None) -> str:
    only = say("Attendance only: to have been there is not yet to be competent, and this paper does not say so.")
    named = course is not None and course["code"] in {each["code"] for each in shipped_courses()}
    return f"{only} {not_ours()}" if named else only
