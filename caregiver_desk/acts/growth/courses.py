"""The courses of a site, its unit standards, and which course a role asks for.

Decision. Whoever keeps a book adds courses to their own site; a coordinator adds them to each site that he knows, so
that what somebody learned in one team is the same course in the next. It is known by its short name. Which course a
role asks for is said by whoever speaks for the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.customs import sites_of
from caregiver_desk.acts.keeping import Wish, changed, edit, keep, new_in, tell
from caregiver_desk.practice.growth.courses import needed_in, shipped_courses, shipped_standards
from caregiver_desk.practice.growth.training import Dated, equals_of
from caregiver_desk.records.growth.courses import (
    COURSE,
    ROLE_COURSE,
    UNIT_STANDARD,
    CourseDraft,
    RoleCourseDraft,
    UnitStandardDraft,
)
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Kind
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, say

keep(UNIT_STANDARD, "growth", labels={"record": "Record a unit standard"})
keep(COURSE, "growth", verbs=("withdraw",))
keep(ROLE_COURSE, "growth", verbs=("withdraw",))


def courses_of(book: Book) -> dict[str, Leaf]:
    """The courses of this book's own site by their short names, as they were written last."""
    found = questions.listing(book, COURSE.name, limit=EVERY, scope=book.site)
    return {str(each["code"]).casefold(): each for each in reversed(found) if each["code"]}


def course_called(book: Book, code: str) -> str:
    """The title of a course, of this site or as it is shipped; its short name where nobody knows more."""
    known = courses_of(book).get(code.casefold())
    shipped = {str(each["code"]): str(each["title"]) for each in shipped_courses()}
    return str(known["title"]) if known and known["title"] else say(shipped.get(code, code))


def codes_for(book: Book, code: str) -> set[str]:
    """This course and whatever a site says counts as it."""
    told = questions.facts(book, COURSE.name, ["code", "counts_as"])
    return equals_of(code, [(str(each), str(whose)) for _, each, whose in told if each and whose])


def standards_of(book: Book) -> dict[str, Dated]:
    """The last days of each unit standard by its number: as this book says, else as shipped."""
    return {str(each["number"]): _dated(each) for each in _standards(book)}


def standards_titles(book: Book) -> dict[str, str]:
    """What each unit standard is called, where somebody wrote it down."""
    return {str(each["number"]): str(each["title"]) for each in _standards(book) if each.get("title")}


def _standards(book: Book) -> list[Mapping[str, Any]]:
    shipped = [understood(UnitStandardDraft, each).model_dump() for each in shipped_standards()]
    told = [*shipped, *(each.values for each in reversed(questions.listing(book, UNIT_STANDARD.name, limit=EVERY)))]
    return [each for each in told if each.get("number")]


def _dated(values: Mapping[str, Any]) -> Dated:
    ends = (values.get(name) for name in ("registration_end", "last_enrolment", "last_achievement"))
    return Dated(str(values["number"]), *(date.fromisoformat(str(each)) if each else None for each in ends))


def needed_for(book: Book, role: Role) -> str:
    """The short name of the course that this book's site asks for in a role; empty where it asks for none."""
    told = questions.listing(book, ROLE_COURSE.name, {"role": role}, limit=EVERY, scope=book.site)
    last = max(told, key=lambda each: (str(each["day"]), each.id), default=None)
    return str(last["code"]) if last and last["code"] else needed_in(role)


def _sites(book: Book) -> list[str]:
    """The scopes in which it is said: one's own first, and of a coordinator all."""
    others = questions.listing(book, "site", limit=EVERY) if book.role == Role.COORDINATOR else []
    return list(dict.fromkeys([book.site, *(each.scope for each in others)]))


def _known_in(book: Book, kind: Kind, name: str, site: str) -> set[str]:
    found = questions.listing(book, kind.name, limit=EVERY, scope=site)
    return {str(each[name]).casefold() for each in found}


@act("Add a course", subject="growth")
def record_course(book: Book, *, draft: CourseDraft) -> Outcome:
    """A course of your own site; a coordinator adds it to each site that has none of this short name yet."""
    own, *others = _sites(book)
    elsewhere = [each for each in others if draft.code.casefold() not in _known_in(book, COURSE, "code", each)]
    made = [new_in(site, COURSE, draft) for site in (own, *elsewhere)]
    return tell(ledger.append(book, "record_course", made), say("Saved: {what}.", what=draft.title), made[0].record)


@act("Change a course", subject="growth")
def change_course(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    fields: Annotated[dict[str, Any], Holds(lambda: partly(CourseDraft))],
) -> Outcome:
    """What is said of a course; a coordinator says it of the same course in each site."""
    before = questions.get(book, COURSE.name, id)

    def elsewhere(_: Wish) -> Iterator[Change]:
        for site in _sites(book):
            for leaf in questions.listing(book, COURSE.name, {"code": before["code"]}, limit=EVERY, scope=site):
                if leaf.id != before.id and site != before.scope and (change := edit(book, leaf, fields)).fields:
                    yield change

    return changed(book, COURSE, id, fields, follows=elsewhere)


@act("Take up the courses that are shipped", subject="growth")
def take_up_courses(book: Book) -> Outcome:
    """Three courses and a unit standard come into your own site; a coordinator takes them up in each site."""
    made = [change for site in _sites(book) for change in _shipped(book, site)]
    if not made:
        return Outcome(say("They are here already. Nothing was changed."))
    taken = sum(change.kind == COURSE.name and change.scope == book.site for change in made)
    one, many = "{number} course taken up. Say who teaches it.", "{number} courses taken up. Say who teaches them."
    return tell(ledger.append(book, "take_up_courses", made), count(one, many, taken), made[0].record)


def _shipped(book: Book, site: str) -> Iterator[Change]:
    """Those of them that this site does not know."""
    yield from _new_here(book, site, COURSE, "code", (understood(CourseDraft, each) for each in shipped_courses()))
    told = (understood(UnitStandardDraft, each) for each in shipped_standards())
    yield from _new_here(book, site, UNIT_STANDARD, "number", told)


def _new_here(book: Book, site: str, kind: Kind, name: str, drafts: Iterable[Any]) -> Iterator[Change]:
    known = _known_in(book, kind, name, site)
    yield from (new_in(site, kind, each) for each in drafts if str(getattr(each, name)).casefold() not in known)


@act("Say which course a role asks for", subject="growth")
def require_course(book: Book, *, course: str, role: Role = Role.PROTECTION_LEAD) -> Outcome:
    """From today whoever is given this role has completed this course, or it is said why not. Raises NotYours."""
    leaf = questions.get(book, COURSE.name, course)
    draft = RoleCourseDraft(role=role, code=str(leaf["code"]), day=clock.today())
    made = [new_in(site.scope, ROLE_COURSE, draft) for site in sites_of(book)]
    said = say("Asked of a {role} from now on: {course}.", role=say(role.value), course=leaf["title"])
    return tell(ledger.append(book, "require_course", made), said, made[0].record if len(made) == 1 else "")
