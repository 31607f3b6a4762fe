"""Listening once more to somebody who leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import edit, keep, new, tell
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.fairness.exit_talks import EXIT_TALK
from caregiver_desk.records.people.people import ENGAGEMENT, Leaving
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

keep(EXIT_TALK, "fairness", verbs=("change", "withdraw"))


@act("Talk with somebody who leaves", subject="fairness")
def hold_exit_talk(
    book: Book,
    *,
    person: str,
    reasons: Annotated[list[Leaving], Field(max_length=5)] | None = None,
    words: str | None = None,
    known: bool = False,
    day: date | None = None,
) -> Outcome:
    """What they say stays with you. Their first reason is known as theirs only with their yes.

    Raises NotUnderstood for somebody whose work is not known here.
    """
    works = last_work(book, person)
    talk = new_talk(book, works, {"reasons": frozenset(reasons or ()), "words": words, "known": known}, day)
    changes = [talk, *_known(book, works, list(reasons or ()) if known else [])]
    saved = ledger.append(book, "hold_exit_talk", changes)
    stays = (
        say("It stays with you.") if not known else say("Their reason may be known as theirs; the rest stays with you.")
    )
    return tell(saved, f"{say('Saved.')} {stays}", talk.record)


def last_work(book: Book, person: str) -> Leaf:
    worked = questions.listing(book, ENGAGEMENT.name, {"person": person}, limit=EVERY)
    if not worked:
        raise NotUnderstood(
            field=say(EXIT_TALK.fields["person"].label), reason=say("nothing is known here of their work")
        )
    return max(worked, key=lambda each: (str(each["until"] or "9"), str(each["since"] or "")))


def new_talk(book: Book, works: Leaf, said: dict[str, Any], day: date | None) -> Change:
    told = {"person": works["person"], "team": works["team"], "day": day or clock.today(), **said}
    return new(book, EXIT_TALK, understood(EXIT_TALK.draft, told))


def _known(book: Book, works: Leaf, reasons: list[Leaving]) -> Iterator[Change]:
    if reasons:
        yield edit(book, works, {"leaving": reasons[0]})
