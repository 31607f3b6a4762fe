"""Practical tasks of a course group, and results: given to all, and marked as one goes through a pile of workbooks.

Decision. A task is a record of each who takes part, with its own day. What is typed into the grid is one save, and
nothing is decided by itself: a result is written by whoever gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.growth.training import learners
from caregiver_desk.acts.keeping import edit, in_order, new_in, scope_to_write, tell, wished_of
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.growth.training import (
    COHORT,
    LONGEST_NAME,
    PRACTICAL_TASK,
    TRAINING,
    PracticalTaskDraft,
    TrainingResult,
)
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, full_day, say

_JUDGED = ("assessor", "moderator")


@act("Give a practical task to a course group", subject="growth")
def set_task(
    book: Book,
    *,
    cohort: str,
    what: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)],
    due: date | None = None,
) -> Outcome:
    """Everybody who takes part does this by a day; six weeks from today unless your site says another number."""
    by = due or clock.today() + timedelta(norms_of(book).practical_task)
    still = [each for each in learners(book, cohort) if each["result"] != TrainingResult.WITHDREW]
    if not still:
        raise NotUnderstood(field=say(TRAINING.fields["cohort"].label), reason=say("nobody takes part in it yet"))
    made = [_task(book, each, what, by) for each in still]
    one, many = "{what}: given to {number}, due on {day}.", "{what}: given to {number}, due on {day}."
    said = count(one, many, len(made), what=what, day=full_day(by))
    return tell(ledger.append(book, "set_task", made), said, cohort)


def _task(book: Book, training: Leaf, what: str, due: date) -> Change:
    draft = PracticalTaskDraft(training=training.id, person=str(training["person"]), what=what, due=due)
    return new_in(scope_to_write(book, training), PRACTICAL_TASK, draft)


def tasks_of(book: Book, cohort: str) -> list[Leaf]:
    """The practical tasks of all who take part, by what is to be done and when."""
    ours = [each.id for each in learners(book, cohort)]
    found = questions.listing(book, PRACTICAL_TASK.name, {"training": ours}, limit=EVERY) if ours else []
    return sorted(found, key=lambda each: (str(each["due"]), str(each["what"]), each.id))


@act("Mark tasks and results of a course", subject="growth")
def mark_course(
    book: Book,
    *,
    cohort: str,
    tasks: Annotated[
        dict[str, dict[str, Any]] | None, Holds(lambda: partly(PracticalTaskDraft, without=("training", "person")))
    ] = None,
    results: dict[str, TrainingResult | None] | None = None,
    day: date | None = None,
) -> Outcome:
    """What was handed in and how it was judged, by the id of each task; results by the id of the person. One save.

    A task that is judged without a day is judged today, by the assessor whom the course group names.
    """
    group = questions.get(book, COHORT.name, cohort)
    changes = [*marked(book, group, tasks or {}, day), *resulted(book, group, results or {}, day)]
    if not changes:
        return Outcome(say("Nothing was different, so nothing was saved."), record=cohort)
    one, many = "{number} mark saved.", "{number} marks saved."
    return tell(ledger.append(book, "mark_course", changes), count(one, many, len(changes)), cohort)


def marked(book: Book, group: Leaf, tasks: Mapping[str, Mapping[str, Any]], day: date | None) -> Iterator[Change]:
    known = {each.id: each for each in tasks_of(book, group.id)}
    for record, fields in tasks.items():
        if record not in known:
            raise NotUnderstood(field="tasks", reason=say("this is no task of this course group"))
        wanted = {**_who_judged(group, known[record], fields, day), **fields}
        in_order("handed_in", "assessed")(wished_of(book, known[record], wanted))
        change = edit(book, known[record], wanted)
        if change.fields:
            yield change


def _who_judged(group: Leaf, task: Leaf, fields: Mapping[str, Any], day: date | None) -> dict[str, Any]:
    """What goes with a judgement unless it is said: its day, that it was handed in, and who judged."""
    if "result" not in fields or fields["result"] == task["result"]:
        return {}
    if fields["result"] is None:
        return dict.fromkeys(("assessed", *_JUDGED))
    today = day or clock.today()
    handed_in = {} if task["handed_in"] else {"handed_in": today}
    return {"assessed": today, **handed_in, **{name: group[name] for name in _JUDGED}}


def resulted(
    book: Book, group: Leaf, results: Mapping[str, TrainingResult | None], day: date | None
) -> Iterator[Change]:
    """The training of each of these people in this group; whoever has it under two ids is marked in both."""
    for person, result in results.items():
        hers = [each for each in learners(book, group.id) if each["person"] == book.shown(person)]
        if not hers:
            raise NotUnderstood(field="results", reason=say("this person takes no part in it"))
        for leaf in hers:
            ended = (day or clock.today()) if result else None
            if leaf["result"] != result and (change := edit(book, leaf, {"result": result, "until": ended})).fields:
                yield change
