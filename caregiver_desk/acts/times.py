"""How long records are kept: what is suggested, what a coordinator confirmed, and confirming it.

He says it once in each site that he knows; a supervisor's book is led by what stands in its own site, where nobody but
he and she can write, and whatever else is said there hides at most and asks (see retention).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, Field, ValidationError

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.asking import Holds
from caregiver_desk.acts.keeping import edit, new_in, tell
from caregiver_desk.errors import NoSuchKind, NotFilledIn, NotUnderstood
from caregiver_desk.practice.retention import Rule, rules
from caregiver_desk.records.journal import Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.retention import KEEPING_TIME, KeepingTimeDraft, Kept
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, say


class Time(NamedTuple):
    """The rule that holds for a kind; `day` is None while it is only suggested."""

    rule: Rule
    suggested: int
    day: date | None = None
    by: str = ""
    reason: str = ""


def suggested_times() -> list[Time]:
    """Every rule as this program suggests it, where there is no book to ask."""
    return [Time(rule, rule.months) for rule in rules() if rule.kind in KINDS]


def times_of(book: Book) -> list[Time]:
    """Every rule for a kind that this program knows, with what the own site of this book says of it.

    A time of which two say different things is confirmed by nobody until that is settled.
    """
    said: dict[str, list[Leaf]] = {}
    for leaf in questions.listing(book, KEEPING_TIME.name, limit=EVERY):
        if leaf.scope == book.site and leaf["months"] and leaf["day"] and "months" not in leaf.quarrels:
            said.setdefault(str(leaf["what"]), []).append(leaf)
    return [_time(rule, said.get(rule.kind, [])) for rule in rules() if rule.kind in KINDS]


def _time(rule: Rule, said: list[Leaf]) -> Time:
    if not said:
        return Time(rule, rule.months)
    held = max(said, key=lambda leaf: (leaf["months"], leaf["day"], leaf.id))
    day, by = date.fromisoformat(held["day"]), str(held["confirmed_by"] or "")
    return Time(rule._replace(months=held["months"]), rule.months, day, by, str(held["reason"] or ""))


class Confirmed(BaseModel):
    """A kind of record, how many months it is kept (default: as it stands now), and why."""

    kind: Kept
    months: Annotated[int | None, Field(ge=1, le=1200)] = None
    reason: Annotated[str, Field(max_length=280)] = ""


@act("Confirm how long records are kept", subject="retention", role=Role.COORDINATOR)
def confirm_times(
    book: Book, *, times: Annotated[list[dict[str, Scalar]], Holds(lambda: Confirmed, many=True)]
) -> Outcome:
    """Say for your organisation how long each of these kinds is kept, in every site that you know.

    A time that is not the suggested one needs a reason. One undo takes all of it back. Raises NotFilledIn,
    NotUnderstood or NoSuchKind.
    """
    told = _understood(times)
    known = {each.rule.kind: each for each in times_of(book)}
    if unknown := [each.kind for each in told if each.kind not in known]:
        raise NoSuchKind(kind=", ".join(unknown), known=", ".join(known))
    changes = [
        change
        for each in told
        for site in questions.listing(book, "site", limit=EVERY)
        for change in _said(book, site, each, known[each.kind])
    ]
    if not changes:
        return Outcome(say("All of this was confirmed before. Nothing was changed."))
    said = count("Confirmed for {number} kind of record.", "Confirmed for {number} kinds of record.", len(told))
    return tell(ledger.append(book, "confirm_times", changes), said, "")


def _understood(given: list[dict[str, Scalar]]) -> list[Confirmed]:
    if not given:
        raise NotFilledIn(fields="times")
    try:
        return [Confirmed.model_validate(each) for each in given]
    except ValidationError:
        reason = say("each needs its kind, and may have months from 1 to 1200 and a reason")
        raise NotUnderstood(field="times", reason=reason) from None


def _said(book: Book, site: Leaf, told: Confirmed, known: Time) -> Iterator[Change]:
    """What has to be written in one site so that this holds there, confirmed by whose book this is."""
    months = told.months or known.rule.months
    if months != known.suggested and not (told.reason or known.reason):
        raise NotFilledIn(fields=say(KEEPING_TIME.fields["reason"].label))
    values: dict[str, Any] = {
        "months": months,
        "reason": told.reason or (known.reason if months == known.rule.months else None),
    }
    values |= {"day": clock.today(), "confirmed_by": book.person}
    found = questions.listing(book, KEEPING_TIME.name, {"site": site.id, "what": told.kind}, limit=EVERY)
    if not found:
        draft = KeepingTimeDraft.model_validate({**values, "site": site.id, "what": told.kind})
        yield new_in(site.scope, KEEPING_TIME, draft)
    for leaf in found:
        if leaf["months"] != months or (told.reason and leaf["reason"] != told.reason):
            yield edit(book, leaf, values)
