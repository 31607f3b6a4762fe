"""Visits that two people make together: planned, made, spoken about, answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.asking import Holds, partly, some
from caregiver_desk.acts.keeping import Wish, edit, in_order, keep, new_in, wished, wished_of
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.acts.supervision.pairs import Pair, in_the_pair, pair_of, pair_with
from caregiver_desk.acts.supervision.supervision import PROMISED
from caregiver_desk.acts.worded import rubric_of
from caregiver_desk.errors import NotFilledIn, NotUnderstood, UnknownField
from caregiver_desk.practice.supervision import observing
from caregiver_desk.practice.supervision.observing import COMPLETE, SAID_YES
from caregiver_desk.records.supervision.observation import (
    OBSERVATION,
    Asked,
    Item,
    ObservationDraft,
    ObservationState,
    WhyNot,
)
from caregiver_desk.records.supervision.supervision import PROMISE, PromiseDraft
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def family_asked_first(wish: Wish) -> None:
    """It is their home. A visit together that nobody asked them about is not kept as one that was made."""
    if wish["state"] not in COMPLETE or wish["asked"] in SAID_YES:
        return
    if wish["asked"] is None:
        raise NotFilledIn(fields=_label("asked"))
    reason = say("the family says yes first; without it this can only be kept as planned or not done")
    raise NotUnderstood(field=_label("asked"), reason=reason)


def made_by_now(wish: Wish) -> None:
    day = wish.day("day")
    if wish["state"] in COMPLETE and wish.changed & {"day", "state"} and day and not clock.has_come(day):
        raise NotUnderstood(field=_label("day"), reason=say("this day has not come yet"))


def her_view_first(wish: Wish) -> None:
    """Whoever did the work says how it was before anybody else does, item by item."""
    for each in Item:
        if f"seen_{each}" in wish.changed and wish[f"seen_{each}"] and not wish[f"own_{each}"]:
            raise NotFilledIn(fields=_label(f"own_{each}"))


def not_done_with_its_reason(wish: Wish) -> None:
    if wish["state"] == ObservationState.NOT_DONE and not wish["why_not"]:
        raise NotFilledIn(fields=_label("why_not"))


def _label(name: str) -> str:
    return say(OBSERVATION.fields[name].label)


_RULES = (
    in_the_pair,
    made_by_now,
    not_done_with_its_reason,
    family_asked_first,
    her_view_first,
    in_order("day", "spoken_on"),
)
OF_THE_VISIT = ("supervision", "caregiver", "day", "state", "rubric")  # said of the visit itself, beside its words

keep(OBSERVATION, "supervision", *_RULES)


@act("Plan a visit together", subject="supervision")
def plan_visit_together(
    book: Book, *, caregiver: str, day: date, household: str | None = None, asked: Asked | None = None
) -> Outcome:
    """A day to come along on a visit. One that is planned already moves to this day."""
    pair, told = pair_with(book, caregiver), {"day": day, "household": household, "asked": asked}
    standing = _planned(book, pair)
    said = say("Planned.") if asked in SAID_YES else say("Planned. The family is asked before you come.")
    plan = _given(told)
    change = edit(book, standing, plan) if standing else pair.new(OBSERVATION, plan)
    return pair.save(book, "plan_visit_together", [change], said)


@act("Record a visit together", subject="supervision")
def visit_together(
    book: Book,
    *,
    caregiver: str,
    day: date,
    observation: str | None = None,
    promises: Annotated[list[dict[str, Any]] | None, Holds(lambda: some(PromiseDraft, PROMISED), many=True)] = None,
    words: Annotated[dict[str, Any] | None, Holds(lambda: partly(ObservationDraft, without=OF_THE_VISIT))] = None,
) -> Outcome:
    """A visit that was made together, or what is added to one: the family was asked, her view first, then yours.

    Without `observation` it is the one that was planned for this day or before, else a new one. How far it has come
    (done, feedback given, responded, not done) follows from what is told of it.
    """
    _only_words(words or {})
    seen = questions.get(book, "observation", observation) if observation else None
    pair = pair_of(book, seen, caregiver) if seen else pair_with(book, caregiver)
    before = seen or _planned(book, pair, until=day)
    wish = _wish(book, pair, before, {"day": day, **(words or {})})
    for rule in _RULES:
        rule(wish)
    visit = edit(book, before, _asked_for(wish, words or {})) if before else new_in(pair.scope, OBSERVATION, wish.draft)
    made = [pair.new(PROMISE, {"observation": visit.record, **each}) for each in promises or []]
    _few_enough(book, visit.record, len(made))
    changes = [visit, *made] if visit.fields or not made else made
    if not any(each.fields for each in changes):
        return Outcome(say("Nothing was different, so nothing was saved."), record=visit.record)
    return pair.save(book, "visit_together", changes, _said(wish))


def _only_words(words: Mapping[str, Any]) -> None:
    """How far it has come follows by itself, and whose it is stays."""
    if given := words.keys() & set(OF_THE_VISIT):
        known = ", ".join(name for name in OBSERVATION.fields if name not in OF_THE_VISIT)
        raise UnknownField(field=", ".join(sorted(given)), kind=say(OBSERVATION.label), known=known)


def _wish(book: Book, pair: Pair, before: Leaf | None, told: Mapping[str, Any]) -> Wish:
    """What the record is to say, with how far it has come."""
    known = {**before.values, **told} if before else dict(told)
    told = {**told, "state": _reached(known)}
    if not known.get("rubric"):
        told = {**told, "rubric": rubric_of(book)}
    return wished_of(book, before, told) if before else wished(book, pair.draft(OBSERVATION, told))


def _asked_for(wish: Wish, words: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are given to a record which is here: what was told, and what follows from it."""
    return {"day": wish["day"], "state": wish["state"], "rubric": wish["rubric"], **words}


def _reached(told: Mapping[str, Any]) -> ObservationState:
    if told.get("why_not"):
        return ObservationState.NOT_DONE
    if told.get("answer") and told.get("spoken_on"):
        return ObservationState.ANSWERED
    return ObservationState.SPOKEN if told.get("spoken_on") else ObservationState.DONE


def _few_enough(book: Book, visit: str, new: int) -> None:
    most = norms_of(book).promises_visit
    if new and new + questions.count(book, "promise", {"observation": visit}) > most:
        reason = say("at most {most} of one visit can be kept", most=most)
        raise NotUnderstood(field=say("Promises"), reason=reason)


def _said(wish: Wish) -> str:
    day, spoken = wish.day("day"), wish.day("spoken_on")
    if wish["why_not"] == WhyNot.NOT_SAFE:
        return say("Saved. To leave was right. Ask how they are, and offer support.")
    if wish["state"] == ObservationState.DONE:
        return say("Saved. Say today what you saw; it stands on Today until you have.")
    if day and spoken and observing.waited_too_long(day, spoken, norms_of(wish.book)):
        return say("Saved. That word came late; the same day is kinder.")
    return say("Saved, for the two of you only.")


def _given(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value is not None}


def _planned(book: Book, pair: Pair, until: date = date.max) -> Leaf | None:
    """The visit together that this pair has planned."""
    where = {"supervision": pair.link, "state": ObservationState.AGREED.value}
    found = questions.listing(book, "observation", where, limit=EVERY)
    return next((each for each in found if (each["day"] or "") <= until.isoformat()), None)
