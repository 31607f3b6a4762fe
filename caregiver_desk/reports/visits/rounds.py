"""A round alone on half a page, for whoever waits for the call: homes in order, hours, who is rung, what is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caregiver_desk.records.visits.safety import LONE_VISIT_PLAN
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import full_day, say

SAID = ("route", "back_by", "act_by", "rings", "code_word", "actions")


def round_on_paper(book: Book, record: str) -> Document:
    leaf = questions.get(book, LONE_VISIT_PLAN.name, record)
    names = questions.names_of(book, [str(leaf["caregiver"])])
    name = names.get(str(leaf["caregiver"]), say("Name not sent here"))
    day = full_day(date.fromisoformat(str(leaf["day"]))) if leaf["day"] else ""
    under = (say("{name}, {day}", name=name, day=day), say("For whoever waits for the call. Tear it up afterwards."))
    return Document(say("Plan for going alone"), under, (Section(say("What was agreed"), tuple(_lines(leaf))),))


def _lines(leaf: Leaf) -> Iterator[Line]:
    for name in SAID:
        if leaf[name]:
            yield Line(say(LONE_VISIT_PLAN.fields[name].label), str(leaf[name]))
