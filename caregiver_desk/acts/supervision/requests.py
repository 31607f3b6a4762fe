"""Asking the organisation, taking it back, and answering."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.keeping import Wish, changed, edit, keep, new, scope_to_write, tell, withdrawn
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import HasGoneUp, NotFilledIn, NotUnderstood
from caregiver_desk.practice.days import working_days_after
from caregiver_desk.practice.supervision.requests import OPEN, REPLIES
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.supervision.requests import (
    ASKING,
    REQUEST,
    AskingDraft,
    RequestSort,
    RequestState,
    Theme,
)
from caregiver_desk.store import ledger, questions, rising
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, say


def not_gone_up(wish: Wish) -> None:
    """What went up stands as it was said; it can be taken back, and something else be asked."""
    if wish.record and rising.went_up(wish.book, questions.get(wish.book, ASKING.name, wish.record)):
        raise HasGoneUp


def named_with_their_yes(wish: Wish) -> None:
    """Nobody is named who is not known, or whose words do not go up."""
    if wish["named"] and not wish["caregiver"]:
        raise NotFilledIn(fields=say(ASKING.fields["caregiver"].label))


_RULES = (not_gone_up, named_with_their_yes)
keep(ASKING, "supervision", *_RULES, verbs=("record",))


@act("Change wish for the organisation", subject="supervision")
def change_asking(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    fields: Annotated[dict[str, Any], Holds(lambda: partly(AskingDraft))],
) -> Outcome:
    """What was agreed of other words holds no more: a caregiver's new words wait for their yes."""
    return changed(book, ASKING, id, fields, rules=_RULES, heed=_asked_anew, follows=_released_anew)


def _needs_a_yes(wish: Wish) -> bool:
    return bool("words" in wish.changed and "released" not in wish.changed and wish["released"] and wish["caregiver"])


def _asked_anew(wish: Wish) -> str:
    return say("It stays between the two of you until they agree that it goes up.") if _needs_a_yes(wish) else ""


def _released_anew(wish: Wish) -> Iterator[Change]:
    """A release is of certain words, and says them again: where another laptop has others, it is a conflict."""
    if _needs_a_yes(wish):
        leaf = questions.get(wish.book, ASKING.name, wish.record)
        yield Change(ASKING.name, leaf.id, scope_to_write(wish.book, leaf), {"released": False})
    elif "released" in wish.changed and wish["released"]:
        leaf = questions.get(wish.book, ASKING.name, wish.record)
        yield _as_it_stands(wish.book, leaf, {"words": wish["words"], "named": bool(wish["named"])})


def _as_it_stands(book: Book, leaf: Leaf, fields: dict[str, Any]) -> Change:
    """What laptops disagree about is settled by no release."""
    agreed = {name: value for name, value in fields.items() if name not in leaf.quarrels}
    return Change(ASKING.name, leaf.id, scope_to_write(book, leaf), agreed)


@act("Withdraw wish for the organisation", subject="supervision")
def withdraw_asking(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """Only while it is between the two: what went up is taken back, so that the coordinator hears of it."""
    if rising.went_up(book, questions.get(book, ASKING.name, id)):
        raise HasGoneUp
    return withdrawn(book, ASKING, id)


@act("Ask the organisation", subject="supervision")
def ask_organisation(  # noqa: PLR0913 - each is a question of its form
    book: Book,
    *,
    words: str,
    theme: Theme,
    sort: RequestSort = RequestSort.MEDIATION,
    caregiver: str | None = None,
    released: bool = False,
    named: bool = False,
    day: date | None = None,
    reply_by: date | None = None,
    team: str = "",
) -> Outcome:
    """A wish for the organisation. It goes up with the next bundle for a coordinator, if the caregiver agrees.

    Without a caregiver it is one's own, and goes up. An answer is asked for by `reply_by`, or within the working days
    that the site says.
    """
    asked = day or clock.today()
    told = {
        "team": team or _team_of(book, caregiver),
        "caregiver": caregiver,
        "sort": sort,
        "theme": theme,
        "words": words,
        "released": released or caregiver is None,
        "named": named,
        "day": asked,
        "reply_by": reply_by or working_days_after(asked, norms_of(book).organisation_reply, closed_in(book)),
    }
    draft = understood(AskingDraft, told)
    if named and caregiver is None:
        raise NotFilledIn(fields=say(ASKING.fields["caregiver"].label))
    change = new(book, ASKING, draft)
    saved = ledger.append(book, "ask_organisation", [change])
    if book.role == Role.COORDINATOR:
        rising.rise(book)  # it is asked where it is answered
    return tell(saved, _said(draft), change.record)


def _team_of(book: Book, caregiver: str | None) -> str:
    """The team in which somebody works, if this book may write there, else the team of its owner."""
    worked = questions.listing(book, "engagement", {"person": caregiver}, limit=EVERY) if caregiver else []
    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
    here = (each for each in worked if standing.may_write(book.laptop, each.scope, clock.today()))
    return next((str(each["team"]) for each in here if each["team"]), "") or own_team(book)


def _said(draft: AskingDraft) -> str:
    if not draft.released:
        return say("Saved. It stays between the two of you until they agree that it goes up.")
    by = full_day(date.fromisoformat(str(draft.reply_by)))
    return say("Saved. It goes up with the next bundle for your coordinator. Reply by {day}.", day=by)


@act("Let a wish go up", subject="supervision")
def release_request(book: Book, *, id: str, named: bool = False) -> Outcome:  # noqa: A002 - it is the record's id
    """The caregiver agreed: it goes up with the next bundle for a coordinator, with their name or without."""
    wish = questions.get(book, ASKING.name, id)
    if rising.went_up(book, wish):
        raise HasGoneUp
    told = {"released": True, "named": named, "words": wish["words"]}
    saved = ledger.append(book, "release_request", [_as_it_stands(book, wish, told)])
    return tell(saved, say("It goes up with the next bundle for your coordinator."), id)


@act("Take a request back", subject="supervision")
def take_back_request(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """What has not gone up stays between the two. What has is marked as taken back, and the coordinator hears so."""
    wish = questions.find_one(book, ASKING.name, id)
    request = rising.request_of(book, wish) if wish else questions.get(book, REQUEST.name, id)
    if wish is not None and not rising.went_up(book, wish):
        change, said = edit(book, wish, {"released": False}), say("It stays between the two of you, and goes nowhere.")
    else:
        change = edit(book, _still_open(request), {"state": RequestState.TAKEN_BACK})
        said = say("Taken back. The coordinator hears of it with the next bundle.")
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=id)
    return tell(ledger.append(book, "take_back_request", [change]), said, change.record)


def _still_open(request: Leaf | None) -> Leaf:
    if request is None or RequestState(request["state"] or RequestState.ASKED) not in OPEN:
        raise NotUnderstood(field=_label("state"), reason=say("this request is over"))
    return request


@act("Answer a request", subject="supervision", role=Role.COORDINATOR)
def answer_request(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    state: RequestState,
    answer: str | None = None,
    replied_on: date | None = None,
) -> Outcome:
    """Yes, no, or under way; a no says why. The answer goes back with the next bundle."""
    if state not in REPLIES:
        raise NotUnderstood(field=_label("state"), reason=say("yes, no or under way"))
    if state == RequestState.NO and not (answer or "").strip():
        raise NotFilledIn(fields=_label("answer"))
    request = questions.get(book, REQUEST.name, id)
    if request["state"] == RequestState.TAKEN_BACK:
        raise NotUnderstood(field=_label("state"), reason=say("this request was taken back"))
    told = {"state": state, "answer": answer or None, "replied_on": replied_on or clock.today()}
    change = edit(book, request, {**told, "replied_by": book.person})
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=id)
    said = say("Answered. It goes back with the next bundle.")
    return tell(ledger.append(book, "answer_request", [change]), said, id)


@act("Who asked was told", subject="supervision")
def tell_answer(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """Whoever asked has heard the answer: it is brought to no further talk."""
    wish = questions.find_one(book, ASKING.name, id)
    request = rising.request_of(book, wish) if wish else questions.get(book, REQUEST.name, id)
    if request is None or not request["replied_on"]:
        raise NotUnderstood(field=_label("answer"), reason=say("nobody has answered yet"))
    change = edit(book, request, {"told_on": clock.today()})
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=id)
    return tell(ledger.append(book, "tell_answer", [change]), say("Noted: they were told."), request.id)


def _label(name: str) -> str:
    return say(REQUEST.fields[name].label)
