"""Check-ins and promises."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.asking import Holds, partly, some
from caregiver_desk.acts.keeping import (
    Wish,
    edit,
    keep,
    new_in,
    tell,
    wished,
    wished_of,
)
from caregiver_desk.acts.pairs import Pair, in_the_pair, need_pair, pair_with
from caregiver_desk.acts.wellbeing import Weighing, weighing
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.records.supervision import (
    CHECK_IN,
    PROMISE,
    CheckInDraft,
    CheckInState,
    CheckInType,
    NotHeld,
    PromiseDraft,
    PromiseState,
)
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def held_by_now(wish: Wish) -> None:
    """What was held or missed lies behind us; only what is planned, or was called off, has its day before it."""
    day, ahead = wish.day("day"), wish["state"] in {CheckInState.PLANNED, CheckInState.CANCELLED}
    if wish.changed & {"day", "state"} and not (ahead or day is None or clock.has_come(day)):
        raise NotUnderstood(field=say(CHECK_IN.fields["day"].label), reason=say("this day has not come yet"))


def not_held_with_its_reason(wish: Wish) -> None:
    """A talk that came to nothing says why, and one that is put off says until when: nobody is left waiting."""
    if "state" not in wish.changed or wish["state"] not in _NOT_HELD:
        return
    needed = ["not_held"] if wish["state"] == CheckInState.CANCELLED else ["not_held", "next_day"]
    if lacking := [say(CHECK_IN.fields[name].label) for name in needed if not wish[name]]:
        raise NotFilledIn(fields=", ".join(lacking))


def dropped_with_its_reason(wish: Wish) -> None:
    if wish["state"] == PromiseState.DROPPED and "state" in wish.changed and not wish["why_dropped"]:
        raise NotFilledIn(fields=say(PROMISE.fields["why_dropped"].label))


_NOT_HELD = frozenset({CheckInState.MOVED, CheckInState.MISSED, CheckInState.CANCELLED})
_TALK_RULES = (in_the_pair, held_by_now, not_held_with_its_reason)
PROMISED = ("owner", "what", "due")
OF_THE_TALK = ("supervision", "caregiver", "day", "state")  # said of the talk itself, beside its words
MOST_PROMISES = 5  # of one talk: what is more is soon forgotten

keep(CHECK_IN, "supervision", *_TALK_RULES)
keep(PROMISE, "supervision", in_the_pair, dropped_with_its_reason)


@act("Record a check-in", subject="supervision", shortcut="Ctrl+N")
def hold_check_in(
    book: Book,
    *,
    caregiver: str,
    day: date,
    promises: Annotated[list[dict[str, Any]] | None, Holds(lambda: some(PromiseDraft, PROMISED), many=True)] = None,
    weighs: Annotated[list[dict[str, Any]] | None, Holds(lambda: Weighing, many=True)] = None,
    words: Annotated[dict[str, Any] | None, Holds(lambda: partly(CheckInDraft, without=OF_THE_TALK))] = None,
) -> Outcome:
    """A check-in that was held, with the promises made and what was said to weigh. Only the day is required.

    A promise has its owner, what and due. What weighs has a severity from 0 to 4, and a code or the id of a stressor
    that was spoken of before. It is told here only with her yes: without it nothing of it is given.
    """
    if len(promises or ()) > MOST_PROMISES:
        reason = say("at most {most} of one talk can be kept", most=MOST_PROMISES)
        raise NotUnderstood(field=say("Promises"), reason=reason)
    pair = pair_with(book, caregiver)
    held = _come_about(book, pair, day, {"state": CheckInState.HELD, **(words or {})})
    made = [pair.new(PROMISE, {"check_in": held.record, **promise}) for promise in promises or []]
    weighed = list(weighing(book, pair, day, weighs or ()))
    said = say("Check-in saved. What weighs is kept, as they agreed.") if weighed else say("Check-in saved.")
    if _held_on(book, pair, day):
        said = f"{said} {say('Another of that day was kept already: if it is the same one, take this one back.')}"
    return pair.save(book, "hold_check_in", [held, *made, *weighed], said)


@act("Plan a check-in", subject="supervision")
def plan_check_in(
    book: Book,
    *,
    caregiver: str,
    day: date,
    type: CheckInType = CheckInType.ONE_TO_ONE,  # noqa: A002 - it is its field
) -> Outcome:
    """A day to meet. One that is planned already moves to this day."""
    pair, told = pair_with(book, caregiver), {"day": day, "type": type}
    standing = _planned(book, pair)
    plan = edit(book, standing, told) if standing else pair.new(CHECK_IN, {**told, "state": CheckInState.PLANNED})
    return pair.save(book, "plan_check_in", [plan], say("Check-in planned."))


@act("A check-in was not held", subject="supervision")
def miss_check_in(book: Book, *, caregiver: str, day: date, not_held: NotHeld, next_day: date) -> Outcome:
    """It was to be on this day. Says why it was not, and when the two meet instead."""
    if next_day <= day:
        label = say(CHECK_IN.fields["next_day"].label)
        raise NotUnderstood(field=label, reason=say("a day after the one that was missed"))
    pair, told = pair_with(book, caregiver), {"not_held": not_held, "next_day": next_day}
    missed = _come_about(book, pair, day, {**told, "state": CheckInState.MISSED})
    return pair.save(book, "miss_check_in", [missed], say("Saved. The new day stands on Today when it comes."))


def _come_about(book: Book, pair: Pair, day: date, told: Mapping[str, Any]) -> Change:
    """What became of a check-in: of the one that was planned for this day or before it, else of one that was not."""
    planned, fields = _planned(book, pair, until=day), {"day": day, **told}
    wish = wished_of(book, planned, fields) if planned else wished(book, pair.draft(CHECK_IN, fields))
    for rule in _TALK_RULES:
        rule(wish)
    return edit(book, planned, fields) if planned else new_in(pair.scope, CHECK_IN, wish.draft)


def _held_on(book: Book, pair: Pair, day: date) -> bool:
    where = {"supervision": pair.link, "state": CheckInState.HELD.value, "day": day.isoformat()}
    return bool(questions.listing(book, "check_in", where, limit=1))


def _planned(book: Book, pair: Pair, until: date = date.max) -> Leaf | None:
    """The check-in that this pair has planned; nothing while a new pair is only being founded."""
    where = {"supervision": pair.link, "state": CheckInState.PLANNED.value}
    found = questions.listing(book, "check_in", where, limit=EVERY)
    return next((each for each in found if (each["day"] or "") <= until.isoformat()), None)


@act("Keep a promise", subject="supervision")
def keep_promise(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """Mark a promise as kept."""
    promise = questions.get(book, "promise", id)
    need_pair(book, str(promise["supervision"]))
    change = edit(book, promise, {"state": PromiseState.DONE})
    if not change.fields:
        return Outcome(say("It was kept already."), record=id)
    return tell(ledger.append(book, "keep_promise", [change]), say("Promise kept."), id)
