"""What somebody has learned, on a paper that they can take to another employer.

Context. For many it is the only proof of years of learning, and whoever reads it knows none of us.

Decision. Each training stands with all that somebody outside asks for: provider and accreditation, level, credits, unit
standards, certificate, who judged. It says nothing else of anybody: no talk, no support, no reason, no sum. What was
completed stands first; what is under way, or not yet, stands apart; what somebody withdrew from is nobody's matter.
Their work here, role by role, shows the way they went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caregiver_desk import clock
from caregiver_desk.acts.growth.courses import standards_titles
from caregiver_desk.acts.growth.training import trainings_of
from caregiver_desk.practice.growth.courses import not_ours, shipped_courses
from caregiver_desk.practice.growth.training import numbers_in
from caregiver_desk.practice.spoken import value
from caregiver_desk.records.growth.training import COHORT, TRAINING, TrainingResult
from caregiver_desk.records.people.people import ENGAGEMENT
from caregiver_desk.records.record import Kind
from caregiver_desk.reports.document import ROOM, Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, say

REACHED = (TrainingResult.COMPETENT, TrainingResult.ATTENDED)
ON_IT = (
    "provider", "accreditation", "since", "until", "result", "nqf_level", "credits", "unit_standards", "certificate",
    "seen",
)  # fmt: skip
WHO = (
    ("facilitator", "facilitator_number"),
    ("assessor", "assessor_number"),
    ("moderator", "moderator_number"),
)


def learning_record(book: Book, person: str) -> Document:
    """All that this book knows that they learned, the oldest first."""
    name = questions.full_name(book, person) or say("Name not sent here")
    told = [each for each in trainings_of(book, person) if each["result"] != TrainingResult.WITHDREW]
    done = [each for each in told if each["result"] in REACHED]
    rest = [each for each in told if each not in done]
    parts = [*(_training(book, each) for each in done), *_under_way(rest), *_work(book, person)]
    return Document(say("Learning record"), (name, *_from_where(book)), (*parts, *_ending(book, name, told)))


def to_read(document: Document) -> tuple[Section, ...]:
    """Without the lines to sign on, which only paper needs."""
    return tuple(each for each in document.sections if all(line.words != ROOM for line in each.lines))


def _from_where(book: Book) -> Iterator[str]:
    site = questions.own_site(book)
    if site:
        yield ", ".join(str(site[each]) for each in ("organisation", "name") if site[each])
    yield say("As it stands on {day}", day=full_day(clock.today()))


def _training(book: Book, leaf: Leaf) -> Section:
    return Section(str(leaf["title"] or say("Training")), (*_said(TRAINING, leaf, ON_IT, book), *_taught(book, leaf)))


def _said(kind: Kind, leaf: Leaf, names: Sequence[str], book: Book) -> Iterator[Line]:
    for name in names:
        if leaf[name] not in (None, "", False):
            words = value(kind.fields[name], leaf[name], {})
            yield Line(say(kind.fields[name].label), _standards(book, leaf) if name == "unit_standards" else words)


def _standards(book: Book, leaf: Leaf) -> str:
    """Each number with its title, where somebody wrote it down; numbers as they were typed where none is read."""
    titles = standards_titles(book)
    told = (f"{each} {titles.get(each, '')}".strip() for each in numbers_in(leaf["unit_standards"]))
    return "; ".join(told) or str(leaf["unit_standards"])


def _taught(book: Book, leaf: Leaf) -> Iterator[Line]:
    """Who taught and judged, with their registration numbers."""
    cohort = questions.find_one(book, COHORT.name, str(leaf["cohort"] or ""))
    for name, number in WHO if cohort else ():
        if cohort and cohort[name]:
            told = say("{name}, {number}", name=cohort[name], number=cohort[number]) if cohort[number] else cohort[name]
            yield Line(say(COHORT.fields[name].label), str(told))


def _under_way(leaves: Sequence[Leaf]) -> Iterator[Section]:
    lines = [Line(str(each["title"] or say("Training")), _how_far(each)) for each in leaves]
    if lines:
        yield Section(say("Under way, or not yet completed"), tuple(lines))


def _how_far(leaf: Leaf) -> str:
    began = value(TRAINING.fields["since"], leaf["since"], {})
    if leaf["result"]:
        return say("{result}, begun on {day}", result=value(TRAINING.fields["result"], leaf["result"], {}), day=began)
    return say("under way since {day}", day=began)


def _work(book: Book, person: str) -> Iterator[Section]:
    """The roles that somebody had here, and when."""
    works = reversed(questions.listing(book, ENGAGEMENT.name, {"person": person}, limit=EVERY))
    lines = [Line(value(ENGAGEMENT.fields["role"], each["role"], {}).capitalize(), _when(each)) for each in works]
    if lines:
        yield Section(say("Work with us"), tuple(lines))


def _when(leaf: Leaf) -> str:
    since, until = (value(ENGAGEMENT.fields[name], leaf[name], {}) for name in ("since", "until"))
    if until:
        return say("{since} to {until}", since=since, until=until) if since else say("until {day}", day=until)
    return say("since {day}", day=since) if since else say("now")


def _ending(book: Book, name: str, told: Sequence[Leaf]) -> Iterator[Section]:
    """Room to sign for both; and a word on names that belong to others."""
    owner = questions.full_name(book, book.person)
    signing = dict.fromkeys(each for each in (name, owner) if each)
    yield Section(say("Name and day"), tuple(Line(each, ROOM) for each in signing))
    shipped = {each["code"] for each in shipped_courses()}
    if any(each["code"] in shipped for each in told):
        yield Section(say("About these courses"), (Line("", not_ours()),))
