"""The yearly appraisal, and letting it be known that somebody would like to supervise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.growth.between import begin
from caregiver_desk.acts.keeping import Wish, changed, edit, keep, scope_to_write, tell, withdrawn
from caregiver_desk.acts.supervision.pairs import in_the_pair, need_pair
from caregiver_desk.errors import InterestIsKnown, NothingToMakeKnown
from caregiver_desk.practice.days import months_after
from caregiver_desk.records.growth import appraisal
from caregiver_desk.records.growth.appraisal import (
    APPRAISAL,
    SUPERVISING_INTEREST,
    AppraisalDraft,
    AppraisalTold,
    InterestState,
)
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import ledger, questions, rising
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

keep(APPRAISAL, "growth", in_the_pair, verbs=("record",))


@act("Record a yearly appraisal", subject="growth")
def hold_appraisal(book: Book, *, told: AppraisalTold) -> Outcome:
    """Strengths, where somebody may be best placed, and what they wish. Only its day is seen by others."""
    said = say("Saved, for the two of you only. Others see that it took place, and when.")
    return begin(book, "hold_appraisal", APPRAISAL, told, said, (in_the_pair,))


@act("Change yearly appraisal", subject="growth")
def change_appraisal(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    fields: Annotated[dict[str, Any], Holds(lambda: partly(AppraisalDraft))],
) -> Outcome:
    """Where the answer is another, what was agreed to be known holds no more: it waits, or is taken back."""
    return changed(book, APPRAISAL, id, fields, rules=(in_the_pair,), heed=_asked_anew, follows=_known_anew)


def _answers_anew(wish: Wish) -> bool:
    return bool("interest" in wish.changed and "released" not in wish.changed and wish["released"])


def _asked_anew(wish: Wish) -> str:
    return say("It stays between the two of you until they agree that it is known.") if _answers_anew(wish) else ""


def _known_anew(wish: Wish) -> Iterator[Change]:
    leaf = questions.get(wish.book, APPRAISAL.name, wish.record)
    if _answers_anew(wish):
        yield Change(leaf.kind, leaf.id, scope_to_write(wish.book, leaf), {"released": False})
    if _answers_anew(wish) or ("released" in wish.changed and not wish["released"]):
        yield from _taken_back(wish.book, leaf)


def _taken_back(book: Book, leaf: Leaf) -> Iterator[Change]:
    known = rising.interest_of(book, leaf)
    if known and rising.stands(known):
        yield edit(book, known, {"state": InterestState.TAKEN_BACK})


@act("Withdraw yearly appraisal", subject="growth")
def withdraw_appraisal(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """What was made known from it is taken back first, so that whoever heard of it hears that too."""
    if rising.stands(rising.interest_of(book, _of_the_pair(book, id))):
        raise InterestIsKnown
    return withdrawn(book, APPRAISAL, id)


@act("Let an interest be known", subject="growth")
def release_interest(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """They agreed: that they would like to supervise goes up with the next bundle for a coordinator, and nothing else.

    Raises NotYourPair, or NothingToMakeKnown where they did not say so, or think otherwise by now.
    """
    leaf = _of_the_pair(book, id)
    if not rising.is_interest(leaf):
        raise NothingToMakeKnown
    known = rising.interest_of(book, leaf)
    changes = [Change(leaf.kind, leaf.id, scope_to_write(book, leaf), {"released": True})]
    if known:  # it went up before, and was taken back
        changes.append(edit(book, known, {"state": InterestState.STANDS, "interest": leaf["interest"]}))
    saved = ledger.append(book, "release_interest", [each for each in changes if each.fields])
    if book.role == Role.COORDINATOR:
        rising.rise(book)
    said = say("It goes up with the next bundle for your coordinator: that they would like to supervise, no more.")
    return tell(saved, said, leaf.id)


@act("Take an interest back", subject="growth")
def take_back_interest(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """What has not gone up stays between the two; what has is marked as taken back, which goes up like it.

    Raises NotYourPair.
    """
    leaf = _of_the_pair(book, id)
    changes = [each for each in (edit(book, leaf, {"released": False}), *_taken_back(book, leaf)) if each.fields]
    if not changes:
        return Outcome(say("Nothing was different, so nothing was saved."), record=id)
    went_up = any(each.kind == SUPERVISING_INTEREST.name for each in changes)
    up = say("Taken back. The coordinator hears of it with the next bundle.")
    said = up if went_up else say("It stays between the two of you, and goes nowhere.")
    return tell(ledger.append(book, "take_back_interest", changes), said, id)


def _of_the_pair(book: Book, record: str) -> Leaf:
    leaf = questions.get(book, APPRAISAL.name, record)
    need_pair(book, str(leaf["supervision"]))
    return leaf


def wishes_said(book: Book, since: date | None = None) -> Counter[appraisal.Wish]:
    """What people wished for, as it was said to this book's owner since a day: the last of each person."""
    first = since or months_after(clock.today(), -12)
    last: dict[str, Leaf] = {}
    for each in questions.listing(book, APPRAISAL.name, limit=EVERY):
        if each["wish"] and str(each["day"] or "") >= first.isoformat():
            last.setdefault(str(each["caregiver"]), each)
    return Counter(appraisal.Wish(each["wish"]) for each in last.values())
