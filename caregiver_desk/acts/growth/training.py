"""What somebody learned: recorded from its course, warned of where days fall outside, and asked for in a role.

A role that asks for a course is given without it only once somebody says why; that reason stays with the record. It
holds no concern up: whoever is lead already stays so, and anybody may report.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.growth.courses import codes_for, course_called, courses_of, needed_for, standards_of
from caregiver_desk.acts.keeping import Wish, in_order, keep, recorded
from caregiver_desk.errors import CourseNeeded, NotFilledIn
from caregiver_desk.practice.due import GONE
from caregiver_desk.practice.growth.courses import shipped_courses
from caregiver_desk.practice.growth.training import Learned, Standing, numbers_in, outside, standing
from caregiver_desk.practice.people import names
from caregiver_desk.records.growth.training import PRACTICAL_TASK, TRAINING, TrainingDraft, TrainingResult
from caregiver_desk.records.people.people import ENGAGEMENT, Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

OF_THE_COURSE = ("title", "code", "provider", "accreditation", "nqf_level", "credits", "unit_standards")
ASKED_IN = (Role.PROTECTION_LEAD,)
TAUGHT = (Role.CAREGIVER, Role.SUPERVISOR)


def warned(wish: Wish) -> str:
    """Where its days fall outside those of its unit standards."""
    told = outside(
        standards_of(wish.book),
        numbers_in(wish["unit_standards"]),
        wish.day("since"),
        wish.day("until"),
        clock.today(),
    )
    return " ".join(told)


_RULES = (in_order(),)
keep(TRAINING, "growth", *_RULES, heed=warned, verbs=("change", "withdraw"))
keep(PRACTICAL_TASK, "growth", in_order("handed_in", "assessed"))


@act("Record training", subject="growth")
def record_training(book: Book, *, draft: TrainingDraft) -> Outcome:
    """A course that somebody did or does; what is known of the course is taken over. Raises NotFilledIn."""
    filled = from_course(book, draft)
    if not filled.title:
        raise NotFilledIn(fields=say(TRAINING.fields["title"].label))
    return recorded(book, TRAINING, filled, rules=_RULES, heed=warned)


def from_course(book: Book, draft: TrainingDraft) -> TrainingDraft:
    """The same, with what its course says where nothing was said."""
    if not draft.course:
        return draft
    course = questions.get(book, "course", draft.course)
    told = {name: course[name] for name in OF_THE_COURSE if getattr(draft, name) is None}
    return draft.model_copy(update={name: value for name, value in told.items() if value is not None})


def days_outside(book: Book, leaf: Leaf) -> list[str]:
    """The same warnings of a training that is here."""
    began, ended = (date.fromisoformat(leaf[name]) if leaf[name] else None for name in ("since", "until"))
    return list(outside(standards_of(book), numbers_in(leaf["unit_standards"]), began, ended, clock.today()))


# --- who has done it


class Lacking(NamedTuple):
    """Somebody who has not completed a course, and how far they are."""

    person: str
    name: str
    team: str
    standing: Standing


def learned(leaf: Leaf) -> Learned:
    """What a training says. Where nothing is to be reached but to have been there, nobody judges."""
    judged = any(leaf[name] for name in ("nqf_level", "credits", "unit_standards"))
    return Learned(str(leaf["code"] or leaf["title"] or ""), judged, leaf["result"] and TrainingResult(leaf["result"]))


def trainings_of(book: Book, person: str) -> list[Leaf]:
    """All that somebody learned, in whatever role, the oldest first."""
    return list(reversed(questions.listing(book, TRAINING.name, {"person": person}, limit=EVERY)))


def learners(book: Book, cohort: str) -> list[Leaf]:
    """The trainings of those who take part, by name; also of who withdrew."""
    found = questions.listing(book, TRAINING.name, {"cohort": cohort}, limit=EVERY)
    names = questions.names_of(book, [str(each["person"]) for each in found])
    return sorted(found, key=lambda each: (names.get(str(each["person"]), "").casefold(), each.id))


def how_far(book: Book, person: str, code: str) -> Standing:
    """How far somebody is with a course."""
    return standing(map(learned, trainings_of(book, person)), codes_for(book, code))


def not_completed(book: Book, code: str, team: str = "") -> list[Lacking]:
    """Who has not completed a course, of those for whom it is meant and who work here now; by name."""
    codes, hers = codes_for(book, code), _by_person(book)
    works = [each for each in _works(book, _meant_for(book, code)) if team in ("", each["team"])]
    teams = questions.names_of(book, sorted({str(each["team"]) for each in works}))
    people = {str(each["person"]): str(each["team"]) for each in works}
    called = questions.names_of(book, list(people))
    found = (
        Lacking(
            who, called.get(who, say("Name not sent here")), teams.get(where, ""), standing(hers.get(who, ()), codes)
        )
        for who, where in people.items()
    )
    return sorted((each for each in found if each.standing != Standing.DONE), key=lambda each: each.name.casefold())


def _by_person(book: Book) -> dict[str, list[Learned]]:
    hers: dict[str, list[Learned]] = {}
    for leaf in questions.listing(book, TRAINING.name, limit=EVERY):
        hers.setdefault(str(leaf["person"]), []).append(learned(leaf))
    return hers


def _meant_for(book: Book, code: str) -> Iterable[Role]:
    """As the site says, else as shipped; a course that is meant for nobody in particular is for all who are taught."""
    shipped = {str(each["code"]): each.get("meant_for") for each in shipped_courses()}
    known = courses_of(book).get(code.casefold())
    whom = known["meant_for"] if known else shipped.get(code.casefold())
    return (Role(whom),) if whom else TAUGHT


def _works(book: Book, roles: Iterable[Role]) -> list[Leaf]:
    """Those who work in one of these roles today and not for a while only."""
    told = questions.listing(book, ENGAGEMENT.name, {"role": [each.value for each in roles]}, limit=EVERY)
    return [each for each in told if each["until"] is None and each["state"] not in GONE]


# --- what a role asks for


def trained_for_the_role(wish: Wish) -> None:
    """Who is given a role that asks for a course has completed it, or it is said why not. Raises CourseNeeded."""
    if wish["untrained"] or wish["role"] not in ASKED_IN or not wish.changed & {"person", "role"}:
        return
    _need_course(wish.book, Role(wish["role"]), [str(wish["person"])], ENGAGEMENT.fields["untrained"].label)


def lead_is_trained(wish: Wish) -> None:
    """The same of a safeguarding lead, where somebody who works here is called so. Raises CourseNeeded."""
    if wish["untrained"] or wish["outside"] or not wish.changed & {"name", "outside"}:
        return
    people = _called_so(wish.book, str(wish["name"]))
    _need_course(wish.book, Role.PROTECTION_LEAD, people, ENGAGEMENT.fields["untrained"].label)


def _called_so(book: Book, name: str) -> list[str]:
    found = [each.id for each in questions.find(book, name, kinds=["person"])]
    called: dict[str, Any] = questions.names_of(book, found)
    return [each for each, known in called.items() if names.folded(known) == names.folded(name)]


def _need_course(book: Book, role: Role, people: list[str], field: str) -> None:
    code = needed_for(book, role)
    if not code or not people or any(how_far(book, each, code) == Standing.DONE for each in people):
        return
    name = questions.names_of(book, people).get(people[0], say("Somebody"))
    raise CourseNeeded(name=name, course=course_called(book, code), field=say(field))


def untrained_leads(book: Book) -> list[str]:
    """The engagements by which somebody has such a role without its course, and nobody said why."""
    found = [each for role in ASKED_IN for each in _works(book, [role]) if not each["untrained"]]
    return [each.id for each in found if _lacks(book, Role(each["role"]), str(each["person"]))]


def _lacks(book: Book, role: Role, person: str) -> bool:
    code = needed_for(book, role)
    return bool(code) and how_far(book, person, code) != Standing.DONE
