"""Check-ins and promises."""

from __future__ import annotations

from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import edit, keep, new, tell
from caregiver_desk.records.supervision import (
    CHECK_IN,
    PROMISE,
    SUPERVISION,
    CheckInDraft,
    PromiseDraft,
    PromiseState,
    SupervisionDraft,
)
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.wording import say

for kind in (SUPERVISION, CHECK_IN, PROMISE):
    keep(kind, "supervision")


def link_with(book: Book, caregiver: str) -> tuple[str, list[Change]]:
    """The supervision link between this book's owner and a caregiver; with the change that founds it where none is."""
    for leaf in questions.listing(book, "supervision", {"caregiver": caregiver, "supervisor": book.person}):
        if leaf["until"] is None:
            return leaf.id, []
    questions.get(book, "person", caregiver)
    draft = SupervisionDraft(caregiver=caregiver, supervisor=book.person, since=clock.today())
    founded = new(book, SUPERVISION, draft)
    return founded.record, [founded]


def in_pair(book: Book, caregiver: str) -> str:
    """The id of the link with this caregiver, founded now if there was none."""
    link, founding = link_with(book, caregiver)
    if founding:
        ledger.append(book, "found_supervision", founding)
    return link


@act("Record a check-in", subject="supervision", shortcut="Ctrl+N")
def hold_check_in(
    book: Book,
    *,
    caregiver: str,
    day: date,
    promises: list[dict[str, Any]] | None = None,
    words: dict[str, Any] | None = None,
) -> Outcome:
    """A check-in that was held, with the promises made at it. Only the day is required."""
    link = in_pair(book, caregiver)
    held = new(
        book,
        CHECK_IN,
        understood(CheckInDraft, {"supervision": link, "caregiver": caregiver, "day": day, **(words or {})}),
    )
    made = [
        new(
            book,
            PROMISE,
            understood(PromiseDraft, {"supervision": link, "caregiver": caregiver, "check_in": held.record, **promise}),
        )
        for promise in promises or []
    ]
    return tell(ledger.append(book, "hold_check_in", [held, *made]), say("Check-in saved."), held.record)


@act("Keep a promise", subject="supervision")
def keep_promise(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """Mark a promise as kept."""
    change = edit(book, questions.get(book, "promise", id), {"state": PromiseState.DONE})
    return tell(ledger.append(book, "keep_promise", [change]), say("Promise kept."), id)
