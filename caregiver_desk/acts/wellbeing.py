"""What weighs on a caregiver, how she is, and the support offered to her."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import Wish, keep, tell
from caregiver_desk.acts.supervision import Pair, pair_with
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice import taxonomy
from caregiver_desk.records.reported import Source
from caregiver_desk.records.wellbeing import (
    FOLLOW_UP,
    STRESSOR,
    SUPPORT_PLAN,
    WELLBEING_CHECK,
    FollowUpCode,
    Item,
    PlanAgreed,
    SaidBy,
    StressorCode,
)
from caregiver_desk.store import ledger
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.wording import say


def agreed_to_be_kept(wish: Wish) -> None:
    """What weighs on her is kept with her yes only."""
    if wish["agreed"] is False:
        label = say(STRESSOR.fields["agreed"].label)
        raise NotUnderstood(field=label, reason=say("without her yes only the offer of support is kept"))


keep(STRESSOR, "wellbeing", agreed_to_be_kept)
for kind in (FOLLOW_UP, WELLBEING_CHECK, SUPPORT_PLAN):
    keep(kind, "wellbeing")


@act("Record what weighs on her", subject="wellbeing")
def record_burden(  # noqa: PLR0913 - each is a question of its form
    book: Book,
    *,
    caregiver: str,
    codes: frozenset[StressorCode],
    severity: int,
    since: date | None = None,
    said_by: SaidBy = SaidBy.SELF,
    source: Source | None = None,
    acute: bool | None = None,
    agreed: bool = True,
) -> Outcome:
    """A stressor, if she agrees to its being recorded; if not, only that support was offered.

    Whether something has just happened is taken from what such a burden mostly means, unless it is said.
    """
    if not agreed:
        return offer_support(book, caregiver=caregiver, code=FollowUpCode.SUPPORT_CONVERSATION, due=clock.today())
    told = {"codes": codes, "severity": severity, "since": since, "said_by": said_by, "source": source}
    happened = taxonomy.usually_acute(codes) if acute is None else acute
    pair = pair_with(book, caregiver)
    burden = pair.new(STRESSOR, {**told, "acute": happened})
    saved = ledger.append(book, "record_burden", [*pair.founding, burden])
    sentence = say("Saved. It is on the agenda of the next check-in.")
    return Outcome(sentence, saved.touched, saved.number, burden.record, {"usual": list(taxonomy.responses(codes))})


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
    told = {"stressor": stressor, "plan": plan, "service": service, "source": source}
    pair = pair_with(book, caregiver)
    offer = _offer(pair, code, due, told)
    saved = ledger.append(book, "offer_support", [*pair.founding, offer])
    waits = "" if due else taxonomy.occasion(code)
    return tell(
        saved, say("Support offered, for {when}.", when=waits) if waits else say("Support offered."), offer.record
    )


def _offer(pair: Pair, code: FollowUpCode, due: date | None, told: dict[str, Any]) -> Change:
    return pair.new(FOLLOW_UP, {**told, "code": code, "due": due or taxonomy.usual_due(code, clock.today())})


@act("Ask how she is", subject="wellbeing")
def ask_how_she_is(
    book: Book,
    *,
    caregiver: str,
    day: date,
    load: int | None = None,
    energy: int | None = None,
    somebody: bool | None = None,
    good: str | None = None,
    unsaid: frozenset[Item] = frozenset(),
) -> Outcome:
    """Her own four answers. Every one may be left out, and to prefer not to say is an answer."""
    answers = {"load": load, "energy": energy, "somebody": somebody, "good": good, "unsaid": unsaid}
    pair = pair_with(book, caregiver)
    asked = pair.new(WELLBEING_CHECK, {"day": day, **answers})
    saved = ledger.append(book, "ask_how_she_is", [*pair.founding, asked])
    return tell(saved, say("Saved, for the two of you only."), asked.record)


@act("Open a support plan", subject="wellbeing")
def open_plan(
    book: Book,
    *,
    caregiver: str,
    agreed: PlanAgreed,
    opened: date | None = None,
    aims: str | None = None,
    offers: list[FollowUpCode] | None = None,
) -> Outcome:
    """What the two agreed to try, with the support that is part of it. A plan she does not want is not opened."""
    pair = pair_with(book, caregiver)
    if agreed == PlanAgreed.NO:
        return _only_offered(book, pair, offers or [FollowUpCode.SUPPORT_CONVERSATION])
    plan = pair.new(SUPPORT_PLAN, {"agreed": agreed, "opened": opened or clock.today(), "aims": aims})
    parts = [_offer(pair, code, None, {"plan": plan.record}) for code in offers or ()]
    saved = ledger.append(book, "open_plan", [*pair.founding, plan, *parts])
    return tell(saved, say("Plan opened. Look at it together in two weeks."), plan.record)


def _only_offered(book: Book, pair: Pair, codes: Iterable[FollowUpCode]) -> Outcome:
    offered = [_offer(pair, code, None, {}) for code in codes]
    saved = ledger.append(book, "open_plan", [*pair.founding, *offered])
    return tell(saved, say("She does not want a plan. Only that support was offered is kept."), offered[0].record)
