"""Check-ins and promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.acts.supervision.bringing import spoken_of
from caregiver_desk.acts.supervision.pairs import Pair, in_the_pair, need_pair, pair_with
from caregiver_desk.acts.wellbeing.danger import danger_heeded, offered_at_once, ring_said
from caregiver_desk.acts.wellbeing.wellbeing import Weighing, weighing
from caregiver_desk.acts.worded import version_now
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.practice.due import after_absence
from caregiver_desk.practice.periods import Period
from caregiver_desk.records import worded
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.supervision.supervision import (
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
from caregiver_desk.wording import count, full_day, say


def held_by_now(wish: Wish) -> None:
    """What was held or missed lies behind us; only what is planned, moved or called off has its day before it."""
    day, ahead = wish.day("day"), wish["state"] in _MAY_LIE_AHEAD
    if wish.changed & {"day", "state"} and not (ahead or day is None or clock.has_come(day)):
        raise NotUnderstood(field=say(CHECK_IN.fields["day"].label), reason=say("this day has not come yet"))


def not_held_with_its_reason(wish: Wish) -> None:
    """A talk that came to nothing says why, and one that is put off says until when: nobody is left waiting."""
    if "state" not in wish.changed or wish["state"] not in _NOT_HELD:
        return
    needed = ["not_held"] if wish["state"] == CheckInState.CANCELLED else ["not_held", "next_day"]
    if lacking := [say(CHECK_IN.fields[name].label) for name in needed if not wish[name]]:
        raise NotFilledIn(fields=", ".join(lacking))


def agreed_says_how(wish: Wish) -> None:
    """Both agree to what is written of a talk, not before its day, and say how: never to one that lies ahead."""
    if not wish.changed & {"agreed_on", "how_agreed"} or not (wish["agreed_on"] or wish["how_agreed"]):
        return
    if lacking := [say(CHECK_IN.fields[name].label) for name in ("agreed_on", "how_agreed") if not wish[name]]:
        raise NotFilledIn(fields=", ".join(lacking))
    held, agreed = wish.day("day"), wish.day("agreed_on")
    if wish["state"] == CheckInState.PLANNED or (held and agreed and agreed < held):
        reason = say("it was not held yet on that day")
        raise NotUnderstood(field=say(CHECK_IN.fields["agreed_on"].label), reason=reason)


def after_they_began(wish: Wish) -> None:
    """Two who did not work together yet held no talk: the day on which they began is offered."""
    link = questions.find_one(wish.book, "supervision", str(wish["supervision"]))
    day, began = wish.day("day"), date.fromisoformat(link["since"]) if link and link["since"] else None
    if wish.changed & {"day", "supervision"} and day and began and day < began:
        reason = say(
            "you two began on {day}; take that day or a later one, or first say in their supervision that you began"
            " earlier",
            day=full_day(began),
        )
        raise NotUnderstood(field=say(CHECK_IN.fields["day"].label), reason=reason)


def own_of_who_supervises(wish: Wish) -> None:
    """Own supervision is for somebody who supervises: with a caregiver it is a one-to-one."""
    if "type" not in wish.changed or wish["type"] != CheckInType.OWN:
        return
    if not supervises(wish.book, str(wish["caregiver"])):
        reason = say("this is for somebody who supervises others; with a caregiver it is a one-to-one")
        raise NotUnderstood(field=say(CHECK_IN.fields["type"].label), reason=reason)


def supervises(book: Book, person: str) -> bool:
    """Whether somebody works as more than a caregiver, or this book does not know as what."""
    works = questions.facts(book, "engagement", ["role"], {"person": person})
    return not works or any(role != Role.CAREGIVER for _, role in works)


def read_again(wish: Wish) -> str:
    """What was agreed by both and is changed after that is read by both again."""
    if wish["agreed_on"] and wish.changed - {"agreed_on", "how_agreed", "sees_otherwise", "next_day"}:
        return say("Both had agreed to it before: let them read it again.")
    return ""


def dropped_with_its_reason(wish: Wish) -> None:
    if wish["state"] == PromiseState.DROPPED and "state" in wish.changed and not wish["why_dropped"]:
        raise NotFilledIn(fields=say(PROMISE.fields["why_dropped"].label))


def changed_says_what_is_new(wish: Wish) -> None:
    """A promise that was changed is carried on: under another day, or in other words."""
    said = wish["state"] == PromiseState.CHANGED and "state" in wish.changed
    if wish.record and said and not wish.changed & {"due", "what"}:
        raise NotFilledIn(fields=say(PROMISE.fields["due"].label))


_NOT_HELD = frozenset({CheckInState.MOVED, CheckInState.MISSED, CheckInState.CANCELLED})
_MAY_LIE_AHEAD = frozenset({CheckInState.PLANNED, CheckInState.MOVED, CheckInState.CANCELLED})
TALK_RULES = (
    in_the_pair,
    after_they_began,
    held_by_now,
    not_held_with_its_reason,
    agreed_says_how,
    own_of_who_supervises,
)
PROMISED = ("owner", "what", "due")
OF_THE_TALK = ("supervision", "caregiver", "day", "state")  # said of the talk itself, beside its words


def _heeded(wish: Wish) -> str:
    return " ".join(filter(None, (read_again(wish), danger_heeded(wish))))


keep(CHECK_IN, "supervision", *TALK_RULES, heed=_heeded)
keep(PROMISE, "supervision", in_the_pair, dropped_with_its_reason, changed_says_what_is_new)


@act("Record a check-in", subject="supervision", shortcut="Ctrl+N")
def hold_check_in(
    book: Book,
    *,
    caregiver: str,
    day: date,
    promises: Annotated[list[dict[str, Any]] | None, Holds(lambda: some(PromiseDraft, PROMISED), many=True)] = None,
    weighs: Annotated[list[dict[str, Any]] | None, Holds(lambda: Weighing, many=True)] = None,
    words: Annotated[dict[str, Any] | None, Holds(lambda: partly(CheckInDraft, without=OF_THE_TALK))] = None,
    not_yet: list[str] | None = None,
) -> Outcome:
    """A check-in that was held, with the promises made and what was said to weigh. Only the day is required.

    What they had asked to bring counts as spoken of, but for what is named in `not_yet`: it waits for the next one.

    A promise has its owner, what and due. What weighs has a severity from 0 to 4, and a code or the id of a stressor
    that was spoken of before. It is told here only with her yes: without it nothing of it is given.
    """
    if len(promises or ()) > (most := norms_of(book).promises_talk):
        reason = say("at most {most} of one talk can be kept", most=most)
        raise NotUnderstood(field=say("Promises"), reason=reason)
    pair = pair_with(book, caregiver, day)
    held = _come_about(book, pair, day, {"state": CheckInState.HELD, **(words or {})})
    made = [pair.new(PROMISE, {"check_in": held.record, **promise}) for promise in promises or []]
    weighed = list(weighing(book, pair, day, weighs or ()))
    brought = list(spoken_of(book, pair, day, not_yet or ()))
    dangers = [str(each) for each in (words or {}).get("danger", ())]
    urgent = list(offered_at_once(book, pair, dangers))
    said = say("Check-in saved. What weighs is kept, as they agreed.") if weighed else say("Check-in saved.")
    if _held_on(book, pair, day):
        said = f"{said} {say('Another of that day was kept already: if it is the same one, take this one back.')}"
    said = f"{said} {ring_said(book, dangers)}".strip()
    return pair.save(book, "hold_check_in", [held, *made, *weighed, *brought, *urgent], said)


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
    standing, fields = planned_with(book, pair), {**told, "state": CheckInState.PLANNED}
    plan = edit(book, standing, told) if standing else pair.new(CHECK_IN, fields)
    wish = wished_of(book, standing, told) if standing else wished(book, pair.draft(CHECK_IN, fields))
    for rule in (after_they_began, own_of_who_supervises):
        rule(wish)
    return pair.save(book, "plan_check_in", [plan], say("Check-in planned."))


@act("A check-in was not held", subject="supervision")
def miss_check_in(book: Book, *, caregiver: str, day: date, not_held: NotHeld, next_day: date) -> Outcome:
    """It was to be on this day. Says why it was not, and when the two meet instead."""
    if next_day <= day:
        label = say(CHECK_IN.fields["next_day"].label)
        raise NotUnderstood(field=label, reason=say("a day after the one that was missed"))
    pair, told = pair_with(book, caregiver, day), {"not_held": not_held, "next_day": next_day}
    missed = _come_about(book, pair, day, {**told, "state": CheckInState.MISSED})
    said = say("Saved. The new day stands on Today when it comes.")
    return pair.save(book, "miss_check_in", [missed], f"{said} {_not_too_late(book, caregiver, day, told)}".strip())


@act("Move a check-in", subject="supervision")
def move_check_in(book: Book, *, caregiver: str, not_held: NotHeld, next_day: date) -> Outcome:
    """The one that is planned cannot be on its day: says why, and plans it for another day at once."""
    pair, told = pair_with(book, caregiver), {"not_held": not_held, "next_day": next_day}
    standing = planned_with(book, pair)
    if standing is None:
        reason = say("nothing is planned with them; plan a check-in instead")
        raise NotUnderstood(field=say(CHECK_IN.fields["caregiver"].label), reason=reason)
    if next_day.isoformat() == standing["day"]:
        reason = say("a day other than the one it was planned for")
        raise NotUnderstood(field=say(CHECK_IN.fields["next_day"].label), reason=reason)
    moved = edit(book, standing, {**told, "state": CheckInState.MOVED})
    anew = {"day": next_day, "type": standing["type"], "state": CheckInState.PLANNED}
    day = date.fromisoformat(str(standing["day"]))
    said = f"{say('Check-in moved.')} {_not_too_late(book, caregiver, day, told)}".strip()
    return pair.save(book, "move_check_in", [moved, pair.new(CHECK_IN, anew)], said)


def _not_too_late(book: Book, caregiver: str, day: date, told: Mapping[str, Any]) -> str:
    """Whoever was absent is heard soon after; a later day is said, and kept."""
    norms = norms_of(book)
    latest = after_absence(day, leaves_of(book, caregiver), closed_in(book), norms)
    if told["not_held"] != NotHeld.CAREGIVER or told["next_day"] <= latest:
        return ""
    one = "After an absence, meet by {day}: the working day after they are back."
    many = "After an absence, meet by {day}: {number} working days after they are back."
    return count(one, many, norms.meet_again, day=full_day(latest))


def leaves_of(book: Book, caregiver: str) -> Iterator[Period]:
    """The leave that is noted of somebody, of each of their places of work."""
    roles = [Role.CAREGIVER.value, Role.SUPERVISOR.value]
    for each in questions.listing(book, "engagement", {"person": caregiver, "role": roles}, limit=EVERY):
        yield Period(
            *(date.fromisoformat(each[name]) if each[name] else None for name in ("leave_from", "leave_until"))
        )


def _come_about(book: Book, pair: Pair, day: date, told: Mapping[str, Any]) -> Change:
    """What became of a check-in: of the one that was planned for this day or before it, else of one that was not."""
    planned, fields = planned_with(book, pair, until=day), {"day": day, **told}
    if planned:  # it was planned in the words of that day, and is written in those of now
        fields = {worded.FIELD: version_now(pair.spoken, Catalogue.CHECK_INS) or None, **fields}
    wish = wished_of(book, planned, fields) if planned else wished(book, pair.draft(CHECK_IN, fields))
    for rule in TALK_RULES:
        rule(wish)
    return edit(book, planned, fields) if planned else new_in(pair.scope, CHECK_IN, wish.draft)


def _held_on(book: Book, pair: Pair, day: date) -> bool:
    where = {"supervision": pair.link, "state": CheckInState.HELD.value, "day": day.isoformat()}
    return bool(questions.listing(book, "check_in", where, limit=1))


def planned_with(book: Book, pair: Pair, until: date = date.max) -> Leaf | None:
    """The check-in that this pair has planned; nothing while a new pair is only being founded."""
    where = {"supervision": pair.link, "state": CheckInState.PLANNED.value}
    found = questions.listing(book, "check_in", where, limit=EVERY)
    return next((each for each in found if (each["day"] or "") <= until.isoformat()), None)


@act("Keep a promise", subject="supervision")
def keep_promise(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """Mark a promise as kept."""
    promise = questions.get(book, "promise", id)
    need_pair(book, str(promise["supervision"]))
    if promise["state"] == PromiseState.DROPPED:
        raise NotUnderstood(field=say(PROMISE.fields["state"].label), reason=say("this promise was dropped"))
    change = edit(book, promise, {"state": PromiseState.DONE})
    if not change.fields:
        return Outcome(say("It was kept already."), record=id)
    return tell(ledger.append(book, "keep_promise", [change]), say("Promise kept."), id)
