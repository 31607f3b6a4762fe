"""The support that is offered to a caregiver, what came of it, and the plans that hold it together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.keeping import Wish, changed, edit, in_order, keep, new_in, recorded, wished
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.acts.supervision.pairs import Pair, pair_with
from caregiver_desk.acts.worded import words_of, written_in
from caregiver_desk.errors import PlanOpen
from caregiver_desk.practice.due import UNDER_WAY
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.reported import Source
from caregiver_desk.records.wellbeing.support_plans import SUPPORT_PLAN, PlanAgreed
from caregiver_desk.records.wellbeing.wellbeing import FOLLOW_UP, FollowUpCode, FollowUpDraft, FollowUpState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import count, full_day, say


def one_plan(wish: Wish) -> None:
    """One support plan at a time: two would be looked at by halves."""
    plans = questions.listing(wish.book, "support_plan", {"caregiver": wish["caregiver"]}, limit=EVERY)
    if not wish["ended"] and any(each["ended"] is None for each in plans if each.id != wish.record):
        raise PlanOpen


_PLAN_RULES = (in_order("opened", "ended"), one_plan)

keep(FOLLOW_UP, "wellbeing", verbs=("withdraw",))
keep(SUPPORT_PLAN, "wellbeing", *_PLAN_RULES, verbs=("record", "withdraw"))


@act("Offer support", subject="wellbeing")
def offer_support(
    book: Book,
    *,
    caregiver: str,
    code: FollowUpCode,
    due: date | None = None,
    stressor: str | None = None,
    plan: str | None = None,
    service: str | None = None,
    source: Source | None = None,
) -> Outcome:
    """A psychosocial-support follow-up, due when such an offer usually is unless a day is given."""
    pair = pair_with(book, caregiver)
    offer = _offer(book, pair, code, due, stressor=stressor, plan=plan, service=service, source=source)
    waits = "" if due else taxonomy.occasion(code)
    said = say("Support offered, for {when}.", when=waits) if waits else say("Support offered.")
    return pair.save(book, "offer_support", [offer], said)


def _offer(book: Book, pair: Pair, code: FollowUpCode, due: date | None = None, **told: str | None) -> Change:
    usual = due or taxonomy.usual_due(code, clock.today(), norms_of(book), closed_in(book))
    return pair.new(FOLLOW_UP, {**told, "code": code, "due": usual})


@act("Record PSS follow-up", subject="wellbeing")
def record_follow_up(book: Book, *, follow_up: FollowUpDraft) -> Outcome:
    """Support that was offered or given. What is done was done today, unless a day is given."""
    if follow_up.state == FollowUpState.DONE and follow_up.done_on is None:
        follow_up = follow_up.model_copy(update={"done_on": clock.today()})
    return recorded(book, FOLLOW_UP, follow_up)


@act("Change PSS follow-up", subject="wellbeing")
def change_follow_up(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    fields: Annotated[dict[str, Any], Holds(lambda: partly(FOLLOW_UP.draft))],
) -> Outcome:
    """What came of an offer. What is done was done today, unless a day is given; some are followed by another."""
    before = questions.get(book, "follow_up", id)
    if fields.get("state") == FollowUpState.DONE and not before["done_on"]:
        fields = {"done_on": clock.today(), **fields}
    return changed(book, FOLLOW_UP, id, fields, heed=_next_said, follows=_next_offer)


def _next(wish: Wish) -> tuple[FollowUpCode, date] | None:
    """What is offered by itself after this, and by when."""
    done = wish.day("done_on")
    if done is None or wish["state"] != FollowUpState.DONE or "state" not in wish.changed:
        return None
    plan = questions.find_one(wish.book, "support_plan", str(wish["plan"])) if wish["plan"] else None
    return taxonomy.then(
        FollowUpCode(wish["code"]), done, norms_of(wish.book), in_plan=plan is not None and plan["ended"] is None
    )


def _next_said(wish: Wish) -> str:
    if (coming := _next(wish)) is None:
        return ""
    code, day = coming
    return say("Offered next: {what}, for {day}.", what=taxonomy.words(code), day=full_day(day))


def _next_offer(wish: Wish) -> Iterator[Change]:
    if coming := _next(wish):
        code, due = coming
        kept = {name: wish[name] for name in _KEPT if wish[name]}
        offer = written_in(
            words_of(wish.book), FOLLOW_UP, understood(FollowUpDraft, {**kept, "code": code, "due": due})
        )
        yield new_in(questions.get(wish.book, "follow_up", wish.record).scope, FOLLOW_UP, offer)


_KEPT = ("supervision", "caregiver", "stressor", "plan", "service")


@act("Open a support plan", subject="wellbeing")
def open_plan(  # noqa: PLR0913 - each is a question of its form
    book: Book,
    *,
    caregiver: str,
    agreed: PlanAgreed,
    opened: date | None = None,
    aims: str | None = None,
    offers: list[FollowUpCode] | None = None,
    their_view: str | None = None,
    your_view: str | None = None,
    you_agree: PlanAgreed | None = None,
    senior: str | None = None,
    senior_view: str | None = None,
    senior_agrees: PlanAgreed | None = None,
) -> Outcome:
    """What the two agreed to try, with the support that is part of it. A plan she does not want is not opened.

    Where she disagrees with it, it stands with her view, and both go onto paper.
    """
    pair = pair_with(book, caregiver)
    if agreed == PlanAgreed.NO:
        alone = [_offer(book, pair, code) for code in offers or [FollowUpCode.SUPPORT_CONVERSATION]]
        said = say("They do not want a plan. Only that support was offered is kept.")
        return pair.save(book, "open_plan", alone, said)
    told = {"agreed": agreed, "opened": opened or clock.today(), "aims": aims}
    told |= {"their_view": their_view, "your_view": your_view, "you_agree": you_agree}
    told |= {"senior": senior, "senior_view": senior_view, "senior_agrees": senior_agrees}
    draft = pair.draft(SUPPORT_PLAN, told)
    one_plan(wished(book, draft))
    plan = new_in(pair.scope, SUPPORT_PLAN, draft)
    parts = [_offer(book, pair, code, plan=plan.record) for code in offers or ()]
    days = norms_of(book).plan_look
    said = count(
        "Plan opened. Look at it together tomorrow.", "Plan opened. Look at it together in {number} days.", days
    )
    return pair.save(book, "open_plan", [plan, *parts], said)


@act("Change support plan", subject="wellbeing")
def change_support_plan(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    fields: Annotated[dict[str, Any], Holds(lambda: partly(SUPPORT_PLAN.draft))],
) -> Outcome:
    """What became of a plan. With its end, what it still offers is due no more."""
    return changed(book, SUPPORT_PLAN, id, fields, rules=_PLAN_RULES, follows=_lapsed)


def _lapsed(wish: Wish) -> Iterator[Change]:
    if wish["ended"] and "ended" in wish.changed:
        for offer in questions.listing(wish.book, "follow_up", {"plan": wish.record}, limit=EVERY):
            if offer["state"] in UNDER_WAY:
                yield edit(wish.book, offer, {"state": FollowUpState.LAPSED})
