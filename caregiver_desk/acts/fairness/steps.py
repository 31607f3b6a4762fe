"""The steps of a process, and what is noted for its reviews.

Whoever leads plans and holds them. The caregiver's own laptop may write their answer, and notes of their own: what was
seen has two sides.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.fairness.inside import THEIRS, parts, process_of, said_by_them
from caregiver_desk.acts.fairness.taking_part import is_theirs, need_open, need_to_lead
from caregiver_desk.acts.keeping import Wish, edit, keep, new_in, scope_to_write
from caregiver_desk.errors import NotUnderstood, TheirWords
from caregiver_desk.practice.fairness.chronology import added_later
from caregiver_desk.records.fairness.processes import PROCESS_EVIDENCE, PROCESS_STAGE
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say


def by_who_leads_or_answers(wish: Wish) -> None:
    """Whoever leads writes a step; the answer is written by the caregiver as well."""
    process = process_of(wish.book, str(wish["process"]))
    if not (is_theirs(wish.book, process) and wish.changed <= THEIRS):
        need_to_lead(wish.book, process)


def while_it_is_open(wish: Wish) -> None:
    """After its end nothing is changed; what they answer to it is theirs to say also then."""
    process = process_of(wish.book, str(wish["process"]))
    if not is_theirs(wish.book, process):
        need_open(wish.book, process)


def in_their_own_words(wish: Wish) -> None:
    """What they answered themselves nobody says otherwise."""
    need_not_theirs(wish.book, process_of(wish.book, str(wish["process"])), wish.record, wish.changed)


def need_not_theirs(book: Book, process: Leaf, step: str, changed: Collection[str]) -> None:
    """Raises TheirWords where somebody else would change what the caregiver wrote at their own laptop."""
    if not is_theirs(book, process) and said_by_them(book, process, step) & set(changed):
        raise TheirWords


def of_its_process(wish: Wish) -> None:
    if wish.record and wish.changed & {"process", "caregiver"}:
        reason = say("a step stays in its process")
        raise NotUnderstood(field=say(PROCESS_STAGE.fields["process"].label), reason=reason)


keep(
    PROCESS_STAGE,
    "fairness",
    by_who_leads_or_answers,
    while_it_is_open,
    in_their_own_words,
    of_its_process,
    verbs=("change",),
)


@act("Plan a step of a process", subject="fairness")
def plan_step(book: Book, *, process: str, called: str, target: date | None = None) -> Outcome:
    """What comes next, and by when."""
    leaf = process_of(book, process)
    need_to_lead(book, leaf)
    need_open(book, leaf)
    told = {"process": process, "caregiver": leaf["caregiver"], "called": called, "target": target}
    change = new_in(scope_to_write(book, leaf), PROCESS_STAGE, understood(PROCESS_STAGE.draft, told))
    saved = ledger.append(book, "plan_step", [change], undoable=False)
    return Outcome(
        say("Planned. Tell them the day, and that they may bring somebody."), saved.touched, record=change.record
    )


@act("Hold a step of a process", subject="fairness")
def hold_step(
    book: Book,
    *,
    step: str,
    content: str,
    day: date | None = None,
    response: str = "",
    agrees: bool | None = None,
    companion: str = "",
) -> Outcome:
    """What was said on the day, what they say to it, and who came with them. That they disagree stands as it is."""
    leaf = questions.get(book, PROCESS_STAGE.name, step)
    process = process_of(book, str(leaf["process"]))
    need_to_lead(book, process)
    need_open(book, process)
    told = {"day": day or clock.today(), "content": content, "response": response or None, "agrees": agrees}
    told |= {"companion": companion or None}
    given = {name: each for name, each in told.items() if each is not None}
    need_not_theirs(book, process, step, given)
    change = edit(book, leaf, given)
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=step)
    saved = ledger.append(book, "hold_step", [change], undoable=False)
    return Outcome(say("Saved. Print it, or turn the screen: they read the same words."), saved.touched, record=step)


@act("Add a note for a review", subject="fairness")
def add_evidence(book: Book, *, process: str, words: str, day: date | None = None, stage: str | None = None) -> Outcome:
    """What was seen, on which day, and for which review; without one, for each that came after that day.

    What is added after its review says so.
    """
    leaf = process_of(book, process)
    if not is_theirs(book, leaf):
        need_to_lead(book, leaf)
        need_open(book, leaf)
    review = questions.get(book, PROCESS_STAGE.name, stage) if stage else None
    if review is not None and review["process"] != leaf.id:
        reason = say("this is of another process")
        raise NotUnderstood(field=say(PROCESS_EVIDENCE.fields["stage"].label), reason=reason)
    today = clock.today()
    told = {"process": leaf.id, "caregiver": leaf["caregiver"], "stage": stage, "day": day or today}
    draft = understood(PROCESS_EVIDENCE.draft, {**told, "words": words, "written": today})
    change = new_in(scope_to_write(book, leaf), PROCESS_EVIDENCE, draft)
    saved = ledger.append(book, "add_evidence", [change], undoable=False)
    late = added_later(None if stage else day or today, today, review_days(book, leaf.id, stage))
    said = say("Saved, and marked as added after the review.") if late else say("Saved.")
    return Outcome(said, saved.touched, record=change.record)


def review_days(book: Book, process: str, stage: str | None) -> list[date]:
    """The days of the review that is named, or of all: when each was held, else when it is due."""
    steps = parts(book, process_of(book, process), PROCESS_STAGE.name)
    said = [each["day"] or each["target"] for each in steps if stage in {None, each.id}]
    return [date.fromisoformat(str(each)) for each in said if each]
