"""What becomes of a promise that is not kept on its day: it gets a new one, or it is dropped and it is said why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import edit, tell
from caregiver_desk.acts.supervision.pairs import need_pair
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.practice.supervision.promises import CARRIED
from caregiver_desk.records.supervision.supervision import PROMISE, PromiseState
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import full_day, say


@act("Change a promise", subject="supervision")
def move_promise(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    due: date | None = None,
    what: str | None = None,
) -> Outcome:
    """Another day, or other words. It is carried on under these; what was said before stays in its history."""
    promise = _carried(book, id)
    given = {"due": due, "what": what}
    told: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if not edit(book, promise, told).fields:
        raise NotFilledIn(fields=say(PROMISE.fields["due"].label))
    day = due or (date.fromisoformat(promise["due"]) if promise["due"] else None)
    said = say("Changed. It stands under {day} now.", day=full_day(day)) if day else say("Changed.")
    return _saved(book, "move_promise", promise, {**told, "state": PromiseState.CHANGED}, said)


@act("Drop a promise", subject="supervision")
def drop_promise(book: Book, *, id: str, why_dropped: str) -> Outcome:  # noqa: A002 - it is the record's id
    """It will not be kept, and it is said why."""
    if not why_dropped.strip():
        raise NotFilledIn(fields=say(PROMISE.fields["why_dropped"].label))
    told = {"state": PromiseState.DROPPED, "why_dropped": why_dropped}
    return _saved(book, "drop_promise", _carried(book, id), told, say("Dropped. Why stands in its history."))


def _carried(book: Book, promise: str) -> Leaf:
    """A promise of this pair that is still carried on."""
    leaf = questions.get(book, PROMISE.name, promise)
    need_pair(book, str(leaf["supervision"]))
    if PromiseState(leaf["state"] or PromiseState.OPEN) not in CARRIED:
        raise NotUnderstood(field=say(PROMISE.fields["state"].label), reason=say("this promise is over"))
    return leaf


def _saved(book: Book, name: str, promise: Leaf, told: Mapping[str, Any], said: str) -> Outcome:
    change = edit(book, promise, {**told, "reviewed": clock.today()})
    return tell(ledger.append(book, name, [change]), said, promise.id)
