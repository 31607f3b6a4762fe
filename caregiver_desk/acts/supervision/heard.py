"""What a caregiver says to what was written of them: agreed by both of a check-in, seen otherwise of anything.

Either stands with the entry for good. Agreed is no signature: it says on which day, and whether beside one laptop or on
a paper. Who sees it otherwise need not agree, and may.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import GUARDS, WHOSE, Rule, edit, tell, wished_of
from caregiver_desk.acts.supervision.supervision import TALK_RULES
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.records import otherwise
from caregiver_desk.records.supervision.supervision import CHECK_IN, HowAgreed
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say


@act("Check-in agreed by both", subject="supervision")
def agree_check_in(book: Book, *, id: str, how_agreed: HowAgreed, agreed_on: date | None = None) -> Outcome:  # noqa: A002 - it is the record's id
    """Both have read what is kept of it and agree; today, unless another day is named."""
    told = {"how_agreed": how_agreed, "agreed_on": agreed_on or clock.today()}
    said = say("Agreed by both. What is changed later stands in the history.")
    return _say_of(book, "agree_check_in", questions.get(book, CHECK_IN.name, id), told, said, TALK_RULES)


@act("They see it otherwise", subject="supervision")
def see_otherwise(book: Book, *, id: str, sees_otherwise: str) -> Outcome:  # noqa: A002 - it is the record's id
    """Their own view of what was written, in their words: it is read with the entry wherever that is read.

    Of whatever the two keep of them, and of a visit or an assignment of a home. Raises NotUnderstood for anything else,
    and NotYourPair for what others keep.
    """
    label = say(CHECK_IN.fields[otherwise.FIELD].label)
    if not sees_otherwise.strip():
        raise NotFilledIn(fields=label)
    kind = questions.kind_of(book, id)
    if otherwise.FIELD not in kind.fields:
        raise NotUnderstood(field=label, reason=say("this has no place for it"))
    said = say("Kept. Their word stands with the entry wherever it is read.")
    rules = GUARDS[kind.name] & WHOSE
    return _say_of(
        book, "see_otherwise", questions.get(book, kind.name, id), {otherwise.FIELD: sees_otherwise}, said, rules
    )


def _say_of(
    book: Book, name: str, leaf: Leaf, told: Mapping[str, Any], sentence: str, rules: Collection[Rule]
) -> Outcome:
    change, wish = edit(book, leaf, told), wished_of(book, leaf, told)
    for rule in rules:
        rule(wish)
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=leaf.id)
    return tell(ledger.append(book, name, [change]), sentence, leaf.id)
