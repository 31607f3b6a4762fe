"""What weighs on a caregiver, and the support offered to her."""

from __future__ import annotations

from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import keep, new, tell
from caregiver_desk.acts.supervision import in_pair
from caregiver_desk.records.wellbeing import (
    FOLLOW_UP,
    STRESSOR,
    FollowUpCode,
    FollowUpDraft,
    StressorCode,
    StressorDraft,
    StressorSource,
)
from caregiver_desk.store import ledger
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

for kind in (STRESSOR, FOLLOW_UP):
    keep(kind, "wellbeing")


@act("Record what weighs on her", subject="wellbeing")
def record_burden(
    book: Book,
    *,
    caregiver: str,
    codes: frozenset[StressorCode],
    severity: int,
    since: date | None = None,
    source: StressorSource = StressorSource.SELF,
    acute: bool = False,
    agreed: bool = True,
) -> Outcome:
    """A stressor, if she agrees to its being recorded; if not, only that support was offered."""
    if not agreed:
        return offer_support(book, caregiver=caregiver, code=FollowUpCode.SUPPORT_CONVERSATION, due=clock.today())
    told = {"codes": codes, "severity": severity, "since": since, "source": source, "acute": acute}
    draft = understood(StressorDraft, {"supervision": in_pair(book, caregiver), "caregiver": caregiver, **told})
    change = new(book, STRESSOR, draft)
    return tell(
        ledger.append(book, "record_burden", [change]),
        say("Saved. It is on the agenda of the next check-in."),
        change.record,
    )


@act("Offer support", subject="wellbeing")
def offer_support(
    book: Book, *, caregiver: str, code: FollowUpCode, due: date | None = None, stressor: str | None = None
) -> Outcome:
    """A psychosocial-support follow-up; due in a week unless a day is given."""
    told = {"code": code, "due": due or clock.today() + timedelta(days=7), "stressor": stressor}
    draft = understood(FollowUpDraft, {"supervision": in_pair(book, caregiver), "caregiver": caregiver, **told})
    change = new(book, FOLLOW_UP, draft)
    return tell(ledger.append(book, "offer_support", [change]), say("Support offered."), change.record)
