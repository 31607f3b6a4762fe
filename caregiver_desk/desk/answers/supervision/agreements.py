"""With whom an agreement about the talks is still to be made, or to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.whose import Mine
from caregiver_desk.practice.days import once_open
from caregiver_desk.practice.due import agreement
from caregiver_desk.practice.norms import Norms
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.supervision.agreement import AgreementState
from caregiver_desk.records.supervision.supervision import LinkPurpose
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

IN_HAND = (AgreementState.AGREED.value, AgreementState.DRAFT.value)


@dataclass(frozen=True)
class ToAgree:
    """`record` is empty where nothing is written yet."""

    record: str
    caregiver: str
    words: str
    due: date


def to_agree(book: Book, own: Mine, until: date, today: date) -> Iterator[ToAgree]:
    """Of the links in which she supervises now: as line supervisor, or beside one who only manages.

    A coordinator who listens to somebody beside their supervisor has nothing to agree on.
    """
    links = questions.pointing_at(book, "supervision", "id", sorted(own.links))
    stand = [each for each in links if not each["until"] and each["caregiver"] in own.people]
    norms, closed = norms_of(book), closed_in(book)
    supervises = {LinkPurpose.LINE.value, *([LinkPurpose.PRACTICE.value] if book.role == Role.SUPERVISOR else [])}
    lines = [each for each in stand if each["purpose"] in supervises]
    written: dict[str, list[Leaf]] = {}
    where = {"supervision": [each.id for each in lines], "state": IN_HAND}
    for each in questions.listing(book, "agreement", where, limit=EVERY):
        written.setdefault(str(each["supervision"]), []).append(each)
    line = (_of_link(each, written.get(each.id, []), today, norms) for each in lines)
    back = (replace(each, due=once_open(each.due, closed)) for each in line if each)
    yield from (each for each in back if each.due <= until)


def agreement_with(book: Book, caregiver: str) -> str:
    """What is in hand: a draft that is newer than the agreement that holds with her, or else that; empty for none."""
    written = questions.listing(book, "agreement", {"caregiver": caregiver, "state": IN_HAND}, limit=EVERY)
    return _in_hand(written).id if written else ""


def _of_link(link: Leaf, written: list[Leaf], today: date, norms: Norms) -> ToAgree | None:
    standing = _first(written) if written else None
    review = as_day(standing["review_on"]) if standing and standing["state"] == AgreementState.AGREED.value else None
    day = agreement(as_day(link["since"]), review, today, norms)
    if day is None:
        return None
    words = say("Look at the agreement together") if review else say("Agree on how you work together")
    return ToAgree(_in_hand(written).id if written else "", str(link["caregiver"]), words, day)


def _in_hand(written: list[Leaf]) -> Leaf:
    """What holds, unless the two have begun to write anew."""
    holds = _first(written)
    newer = [each for each in written if each["state"] == AgreementState.DRAFT.value and each.id > holds.id]
    return max(newer, key=lambda each: each.id, default=holds)


def _first(written: list[Leaf]) -> Leaf:
    """What holds comes before a draft, the newest of either first."""
    return max(
        written, key=lambda each: (each["state"] == AgreementState.AGREED.value, str(each["day"] or ""), each.id)
    )
