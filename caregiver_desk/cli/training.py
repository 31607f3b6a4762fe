"""The courses of a site, who has not completed one, and what somebody has learned."""

from __future__ import annotations

import argparse

from caregiver_desk import acts
from caregiver_desk.acts.growth.courses import codes_for, course_called, courses_of, needed_for
from caregiver_desk.acts.growth.training import ASKED_IN, days_outside, not_completed, trainings_of
from caregiver_desk.cli.meant import meant
from caregiver_desk.cli.rights import AsPdf, need_folder
from caregiver_desk.cli.session import open_book, progress, tell, tell_none
from caregiver_desk.practice.growth.courses import not_ours, shipped_courses
from caregiver_desk.records.growth.courses import COURSE
from caregiver_desk.records.people.people import PERSON, TEAM
from caregiver_desk.reports import handing
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.growth.learning_record import learning_record
from caregiver_desk.reports.imprint import imprint
from caregiver_desk.store import access, looks, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say

acts.load()


def courses(arguments: argparse.Namespace) -> int:
    """The courses of this site with how many have not completed each; or who has not completed one."""
    with open_book(arguments) as book:
        team = meant(book, TEAM, arguments.team) if arguments.team else ""
        if arguments.missing:
            return _missing(arguments, book, team)
        found = courses_of(book)
        needed = {needed_for(book, role) for role in ASKED_IN}
        for code, leaf in sorted(found.items()):
            lacking = len(not_completed(book, code, team))
            facts = {"code": leaf["code"], "title": leaf["title"], "track": leaf["track"], "not_completed": lacking}
            facts |= {"course": leaf.id, "asked_of_leads": code in needed}
            told = count("{number} has not completed it", "{number} have not completed it", lacking)
            asked = say("asked of protection leads") if code in needed else ""
            line = (f"{leaf['code']:24}{leaf['title']}", say(str(leaf["track"])), told, asked)
            tell(arguments, facts, "  ".join(filter(None, line)))
    tell_none(arguments, say("No course yet. “do take_up_courses” brings in those that are shipped."), told=len(found))
    if found and not arguments.json:
        progress(not_ours())
    return 0


def _missing(arguments: argparse.Namespace, book: Book, team: str) -> int:
    code = _code(book, arguments.missing)
    found = not_completed(book, code, team)
    looks.looked(book, What.LISTED, {each.person for each in found})
    for each in found:
        told = "  ".join(filter(None, (each.name, each.team, say(each.standing.value))))
        tell(arguments, {**each._asdict(), "standing": each.standing.value}, told)
    nobody = say("Everybody for whom it is meant has completed it: {course}.", course=course_called(book, code))
    tell_none(arguments, nobody, told=len(found))
    return 0


def _code(book: Book, words: str) -> str:
    """The short name of a course, which may be told by its title too; of one that nobody knows, all would lack it."""
    known = codes_for(book, words) & {*courses_of(book), *(str(each["code"]) for each in shipped_courses())}
    return words if known else str(questions.get(book, COURSE.name, meant(book, COURSE, words))["code"])


def learning(arguments: argparse.Namespace, as_pdf: AsPdf) -> int:
    """Somebody's learning record; printed, or written as two files whose names say nothing."""
    need_folder(arguments.out)
    with open_book(arguments) as book:
        person, below = meant(book, PERSON, arguments.person), imprint(book)
        document = learning_record(book, person)
        outside = dict.fromkeys(words for each in trainings_of(book, person) for words in days_outside(book, each))
        if arguments.out is None:
            looks.looked(book, What.OPENED, {person})
        else:
            access.note(book, What.EXPORTED, about=person)
    for words in outside if not arguments.json else ():
        progress(words)
    told = as_text(document)
    if arguments.out is None:
        tell(arguments, {"person": person, "text": told, "outside": list(outside)}, told.rstrip())
        return 0
    paper, text = handing.put(arguments.out, as_pdf(document, below), told.encode(), ".txt")
    words = say("{paper} and {text}. They are not encrypted.", paper=paper, text=text.name)
    tell(arguments, {"paper": str(paper), "text": str(text)}, words)
    return 0
