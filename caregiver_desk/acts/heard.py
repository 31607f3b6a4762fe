"""What a caregiver says to what was written of a check-in: agreed by both, or seen otherwise.

Either stands with the entry for good. Agreed is no signature: it says on which day, and whether beside one laptop or on
a paper. Who sees it otherwise need not agree, and may.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import edit, tell, wished_of
from caregiver_desk.acts.supervision import TALK_RULES
from caregiver_desk.errors import NotFilledIn
from caregiver_desk.records.supervision import CHECK_IN, HowAgreed
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say


@act("Check-in agreed by both", subject="supervision")
def agree_check_in(book: Book, *, id: str, how_agreed: HowAgreed, agreed_on: date | None = None) -> Outcome:  # noqa: A002 - it is the record's id
    """Both have read what is kept of it and agree; today, unless another day is named."""
    told = {"how_agreed": how_agreed, "agreed_on": agreed_on or clock.today()}
    said = say("Agreed by both. What is changed later stands in the history.")
    return _say_of(book, "agree_check_in", id, told, said)


@act("They see a check-in otherwise", subject="supervision")
def see_otherwise(book: Book, *, id: str, sees_otherwise: str) -> Outcome:  # noqa: A002 - it is the record's id
    """Their own view of what was written, in their words: it is read with the entry wherever that is read."""
    if not sees_otherwise.strip():
        raise NotFilledIn(fields=say(CHECK_IN.fields["sees_otherwise"].label))
    said = say("Kept. Their word stands with the entry wherever it is read.")
    return _say_of(book, "see_otherwise", id, {"sees_otherwise": sees_otherwise}, said)


def _say_of(book: Book, name: str, record: str, told: Mapping[str, Any], sentence: str) -> Outcome:
    leaf = questions.get(book, "check_in", record)
    change, wish = edit(book, leaf, told), wished_of(book, leaf, told)
    for rule in TALK_RULES:
        rule(wish)
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=record)
    return tell(ledger.append(book, name, [change]), sentence, record)
