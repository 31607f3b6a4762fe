"""Listening once more to somebody who leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import Wish, edit, keep, new, tell, withdrawn
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.fairness.exit_talks import EXIT_TALK
from caregiver_desk.records.people.people import ENGAGEMENT, Leaving
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def one_may_be_known(wish: Wish) -> None:
    """Of several reasons nobody can say which one may be known: one is, or the others are left out."""
    several = wish["known"] and wish.changed & {"known", "reasons"} and len(wish["reasons"] or ()) > 1
    if several and not _published(wish.book, str(wish["person"])) & set(wish["reasons"]):
        label = say(EXIT_TALK.fields["reasons"].label)
        raise NotUnderstood(field=label, reason=say("leave in the one that may be known"))


def known_as_theirs(wish: Wish) -> Iterator[Change]:
    """What may be known follows their yes: it stands with their work once they give it, and goes with it."""
    if wish.changed & {"known", "reasons", "person"}:
        talk = questions.get(wish.book, EXIT_TALK.name, wish.record)
        may = frozenset(map(Leaving, wish["reasons"] or ())) if wish["known"] else frozenset()
        yield from _unpublished(wish.book, talk, but=may)
        if may and not may & _published(wish.book, str(wish["person"])):
            yield edit(wish.book, last_work(wish.book, str(wish["person"])), {"leaving": min(may)})


keep(EXIT_TALK, "fairness", one_may_be_known, follows=known_as_theirs, verbs=("change",))


@act("Withdraw talk on leaving", subject="fairness")
def withdraw_exit_talk(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """A reason that was known from it is known no longer."""
    return withdrawn(book, EXIT_TALK, id, _unpublished(book, questions.get(book, EXIT_TALK.name, id)))


def _unpublished(book: Book, talk: Leaf, but: frozenset[Leaving] = frozenset()) -> Iterator[Change]:
    """What this talk let be known and no other one of theirs does."""
    others = questions.listing(book, EXIT_TALK.name, {"person": str(talk["person"])}, limit=EVERY)
    agreed = {each for other in others if other["known"] and other.id != talk.id for each in other["reasons"] or ()}
    gone = set(talk["reasons"] or ()) - agreed - but if talk["known"] else set()
    for works in questions.listing(book, ENGAGEMENT.name, {"person": str(talk["person"])}, limit=EVERY):
        if works["leaving"] in gone:
            yield edit(book, works, {"leaving": None})


def _published(book: Book, person: str) -> set[Leaving]:
    """The reasons that stand with somebody's work."""
    told = questions.facts(book, ENGAGEMENT.name, ("leaving",), {"person": person})
    return {Leaving(why) for _, why in told if why}


def known_by_their_yes(wish: Wish) -> None:
    """Why somebody left stands with their work by a talk in which they said that it may, and is never written there."""
    if "leaving" in wish.changed and wish["leaving"]:
        talks = questions.listing(
            wish.book, EXIT_TALK.name, {"person": str(wish["person"]), "known": True}, limit=EVERY
        )
        if not any(wish["leaving"] in (each["reasons"] or ()) for each in talks):
            raise NotUnderstood(
                field=say(ENGAGEMENT.fields["leaving"].label),
                reason=say("by “Talk with somebody who leaves”, with their yes"),
            )


def unagreed(book: Book) -> Iterator[str]:
    """The work of whoever said here why they left and that it stays here, where the same reason stands all the same."""
    kept: dict[str, set[str]] = {}
    agreed: dict[str, set[str]] = {}
    for talk in questions.listing(book, EXIT_TALK.name, limit=EVERY):
        (agreed if talk["known"] else kept).setdefault(str(talk["person"]), set()).update(talk["reasons"] or ())
    for works, person, why in questions.facts(book, ENGAGEMENT.name, ("person", "leaving")):
        if why and why in kept.get(str(person), set()) - agreed.get(str(person), set()):
            yield works


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
