"""People who do a course together: who takes part, what each hands in, and how it ended for each.

Decision. Who takes part has a training record that names the group, from the first day: so nobody is listed twice, and
one who is known under two ids is one learner as soon as somebody says that they are the same. What is typed into the
grid of tasks and results is one save; so is the end of a course for all, and one undo takes it back. Nothing is decided
by itself: a result is written by whoever gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.growth.tasks import marked, resulted
from caregiver_desk.acts.growth.training import from_course, learners, warned
from caregiver_desk.acts.keeping import (
    edit,
    in_order,
    keep,
    new,
    new_in,
    scope_to_write,
    tell,
    wished,
)
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing.sameness import perhaps_the_same
from caregiver_desk.records.growth.training import (
    COHORT,
    TRAINING,
    CohortDraft,
    PracticalTaskDraft,
    TrainingDraft,
    TrainingResult,
)
from caregiver_desk.records.supervision.groups import CIRCLE, CircleDraft, GroupSort
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, say

keep(COHORT, "growth", in_order(), verbs=("change", "withdraw"))


@act("Begin a course group", subject="growth")
def record_cohort(book: Book, *, draft: CohortDraft, team: str = "", people: list[str] | None = None) -> Outcome:
    """People begin a course together. Its days and who came are kept as those of a group of this team, or your own.

    Who takes part may be said now or later, by “join_course”.
    """
    in_order()(wished(book, draft))
    founding = [] if draft.circle else [_founded(book, draft, team)]
    told = draft.model_copy(update={"circle": draft.circle or founding[0].record})
    scope = founding[0].scope if founding else scope_to_write(book, questions.get(book, "circle", str(draft.circle)))
    cohort = new_in(scope, COHORT, told)
    joined = [*_joining(book, cohort.record, told.course, told.since, people or ())]
    said = say("Begun: {name}.", name=draft.name)
    saved = ledger.append(book, "record_cohort", [*founding, cohort, *joined])
    return tell(saved, _and(said, _said_of(book, joined, people or ())), cohort.record)


def _founded(book: Book, draft: CohortDraft, team: str) -> Change:
    """The group in which its days are kept."""
    where = questions.get(book, "team", team or own_team(book))
    told = {"team": where.id, "sort": GroupSort.COURSE, "name": draft.name, "since": draft.since}
    return new_in(scope_to_write(book, where), CIRCLE, understood(CircleDraft, told))


def cohort_of(book: Book, circle: str) -> str:
    """The course group whose days are kept in this group; empty where there is none."""
    return next((each.id for each in questions.listing(book, COHORT.name, {"circle": circle}, limit=1)), "")


def taking_part(book: Book, circle: str) -> list[str]:
    """Who takes part in the course whose days are kept in this group, each once, without who withdrew."""
    told = learners(book, cohort_of(book, circle))
    return list(dict.fromkeys(str(each["person"]) for each in told if each["result"] != TrainingResult.WITHDREW))


@act("Say who takes part in a course", subject="growth")
def join_course(book: Book, *, cohort: str, people: list[str], day: date | None = None) -> Outcome:
    """These people take part as well, from the first day or a later one. Whoever stops is marked as withdrew."""
    group = questions.get(book, COHORT.name, cohort)
    began = day or date.fromisoformat(group["since"])
    made = [*_joining(book, cohort, str(group["course"]), began, people)]
    if not made:
        return Outcome(say("They take part already. Nothing was changed."), record=cohort)
    one, many = "{number} person takes part as well.", "{number} people take part as well."
    saved = ledger.append(book, "join_course", made)
    return tell(saved, _and(count(one, many, len(made)), _said_of(book, made, people)), cohort)


def _joining(book: Book, cohort: str, course: str, began: date, people: Iterable[str]) -> Iterator[Change]:
    known = {str(each["person"]) for each in questions.listing(book, TRAINING.name, {"cohort": cohort}, limit=EVERY)}
    for person in dict.fromkeys(book.shown(each) for each in people):
        if person not in known:
            draft = TrainingDraft(person=person, course=course, cohort=cohort, since=began)
            yield new(book, TRAINING, from_course(book, draft))


def _said_of(book: Book, joined: Iterable[Change], people: Iterable[str]) -> str:
    """Where the days fall outside, and who may be one learner under two names."""
    drafts = [understood(TrainingDraft, each.fields) for each in joined]
    dates = dict.fromkeys(warned(wished(book, each)) for each in drafts)
    return _and(*dates, _twice(book, {book.shown(each) for each in people}) if drafts else "")


def _twice(book: Book, people: set[str]) -> str:
    for each in perhaps_the_same(book, "person"):
        if {each.one.id, each.other.id} & people:
            called = questions.names_of(book, [each.one.id, each.other.id])
            told = "{one} and {other} may be one learner, entered twice. Sharing shows both side by side."
            return say(told, one=called[each.one.id], other=called[each.other.id])
    return ""


def _and(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


@act("Complete a course", subject="growth")
def complete_cohort(
    book: Book,
    *,
    cohort: str,
    results: dict[str, TrainingResult | None] | None = None,
    certificates: dict[str, str] | None = None,
    tasks: Annotated[
        dict[str, dict[str, Any]] | None, Holds(lambda: partly(PracticalTaskDraft, without=("training", "person")))
    ] = None,
    day: date | None = None,
) -> Outcome:
    """The course is over for the group: results and certificate numbers by the id of the person, all in one save.

    What was still to be marked of its `tasks` may come along. Without a day it was over on the group's own last day, if
    that is past.

    Who has no result yet goes on; it may be said later. One undo takes the whole back.
    """
    group = questions.get(book, COHORT.name, cohort)
    last = day or _last_day(group)
    told = {book.shown(each): number for each, number in (certificates or {}).items()}
    changes = {each.record: each for each in resulted(book, group, results or {}, last)}
    for leaf in learners(book, cohort):
        if (number := told.get(str(leaf["person"]))) and number != leaf["certificate"]:
            extra = edit(book, leaf, {"certificate": number})
            before = changes[leaf.id].fields if leaf.id in changes else {}
            changes[leaf.id] = Change(extra.kind, extra.record, extra.scope, {**before, **extra.fields})
    over = [*changes.values(), *marked(book, group, tasks or {}, day), *_ended(book, group, last)]
    if not over:
        return Outcome(say("Nothing was different, so nothing was saved."), record=cohort)
    saved = ledger.append(book, "complete_cohort", over)
    return tell(saved, _and(say("Completed: {name}.", name=group["name"]), _open_still(book, cohort)), cohort)


def _last_day(group: Leaf) -> date:
    """The day that was said for its end, once it is past."""
    said = date.fromisoformat(str(group["until"])) if group["until"] else date.max
    return min(said, clock.today())


def _ended(book: Book, group: Leaf, day: date) -> Iterator[Change]:
    """The group and its days are over."""
    circle = questions.find_one(book, "circle", str(group["circle"] or ""))
    told = [(group, {"completed": day}), *([(circle, {"until": day})] if circle else [])]
    yield from (change for leaf, fields in told if (change := edit(book, leaf, fields)).fields)


def _open_still(book: Book, cohort: str) -> str:
    number = sum(each["result"] is None for each in learners(book, cohort))
    one, many = "{number} person has no result yet.", "{number} people have no result yet."
    return count(one, many, number) if number else ""
