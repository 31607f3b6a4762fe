"""What stands in a process: what lives in its own scope, as those wrote it whose it is to write.

Context. Whoever is let into a process may write in its scope, and who was let out may write elsewhere that something is
of it. A bundle brings both, and acts are asked by neither.

Decision. A process is read through this room alone. Who opened it is whoever holds the key that founded its scope,
whatever a field says. Whoever leads it writes it: who opened it, and each to whom it was handed over by one of these,
by the key under which they were let in. The caregiver writes notes, and what they say to a step; where they did so
themselves, nobody else says it for them. Everything else that stands there is as if it had not been written: it is not
shown, decides nothing, and is a finding (findings.py). So is an end by which somebody would be parted from unheard.

Consequences. All readers see the same process, whoever of them wrote by hand. Whoever leads mends what was written over
by saying it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.practice.fairness.processes import PARTING, may_part
from caregiver_desk.records.fairness.processes import (
    ABOUT,
    IN_PROCESS,
    PROBATION,
    PROCESS,
    PROCESS_EVIDENCE,
    PROCESS_STAGE,
    ProbationEnd,
    Sort,
)
from caregiver_desk.store import authors, questions
from caregiver_desk.store.authors import Author
from caregiver_desk.store.book import Book
from caregiver_desk.store.posting import ASKED_TO_ERASE
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

THEIRS = frozenset({"response", "agrees", "companion"})  # of a step: what the caregiver says to it
ENDING = frozenset(
    {"outcome", "outcome_on", "why", "heard", "helped", "arranged", "arranged_of", "supported", "extended"}
)
OF_IT = tuple(kind for kind in IN_PROCESS if kind is not PROCESS)


class Hand(NamedTuple):
    """Whose hand a process was ever in: by key, and by person where their card or their own first line tells that."""

    keys: frozenset[str]
    people: frozenset[str]
    opener: str

    def wrote(self, author: Author) -> bool:
        return author.key in self.keys or author.person in self.people


@dataclass(frozen=True)
class Part:
    """A record of a process: as it came here, and as it counts; None where nothing of it does."""

    came: Leaf
    counts: Leaf | None

    @property
    def is_as_written(self) -> bool:
        return self.counts is not None and (self.counts.values, self.counts.gone) == (self.came.values, self.came.gone)


def process_of(book: Book, process: str) -> Leaf:
    """A process as whoever led it wrote it. Raises NoSuchRecord."""
    came = questions.get(book, PROCESS.name, process)
    return authors.as_written_by(book, PROCESS.name, came.id, hand_of(book, came).wrote) or came


def hand_of(book: Book, process: Leaf) -> Hand:
    """Who opened it, and to whom it was handed over by those whose it was to do so."""
    lines, cards = authors.written(book, PROCESS.name, process.id), authors.cards(book)
    founders = [author for author, _ in lines if clock.founded(author.key, process.scope)]
    people = frozenset(each.person for each in founders)
    hand = Hand(frozenset(each.key for each in founders), people, next(iter(sorted(people)), ""))
    while True:
        told = {held.line.fields.get("holder") for author, held in lines if hand.wrote(author)}
        given = {str(each) for each in told if each}
        if given <= hand.keys:
            return hand
        people = frozenset(book.shown(cards[each]) for each in given if each in cards)
        hand = Hand(hand.keys | given, hand.people | people, hand.opener)


def parts(book: Book, process: Leaf, kind: str) -> list[Leaf]:
    """What stands in a process of one kind, as it counts."""
    return [each.counts for each in all_parts(book, process, kind) if each.counts and not each.counts.gone]


def all_parts(book: Book, process: Leaf, kind: str) -> Iterator[Part]:
    """Each record of a kind in the scope of a process: as it came, and as it counts."""
    hand, whom = hand_of(book, process), str(process["caregiver"])
    for record in authors.all_in(book, kind, process.scope):
        came = questions.get(book, kind, record)
        asked = ASKED_TO_ERASE in came.findings  # hidden, whoever wrote it
        counts = came if asked else _as_it_counts(book, hand, whom, came)
        yield Part(came, counts if counts and counts["process"] == process.id else None)


def _as_it_counts(book: Book, hand: Hand, caregiver: str, came: Leaf) -> Leaf | None:
    def theirs(author: Author) -> bool:
        return author.person == caregiver

    def either(author: Author) -> bool:
        return theirs(author) or hand.wrote(author)

    if came.kind == PROCESS_EVIDENCE.name:
        return authors.as_written_by(book, came.kind, came.id, either)
    led = authors.as_written_by(book, came.kind, came.id, hand.wrote)
    if led is None or came.kind != PROCESS_STAGE.name:
        return led
    said = authors.as_written_by(book, came.kind, came.id, theirs)
    own = {name: said[name] for name in THEIRS if said and said[name] is not None}
    return replace(led, values={**led.values, **own})


def said_by_them(book: Book, process: Leaf, step: str) -> frozenset[str]:
    """Which answers to a step the caregiver wrote themselves."""
    whom = str(process["caregiver"])
    said = authors.as_written_by(book, PROCESS_STAGE.name, step, lambda author: author.person == whom)
    return frozenset(name for name in THEIRS if said and said[name] is not None)


def from_outside(book: Book, process: Leaf) -> Iterator[Leaf]:
    """What says that it is of a process and lives elsewhere."""
    for kind in OF_IT:
        found = questions.listing(book, kind.name, {"process": process.id}, limit=EVERY)
        yield from (each for each in found if each.scope != process.scope)


def abouts(book: Book, process: Leaf) -> list[Leaf]:
    """What says what a process is about, the first that was written first. There is one, unless somebody wrote more."""
    return sorted(
        (each for kind in ABOUT.values() for each in parts(book, process, kind.name)), key=lambda each: each.id
    )


def about_of(book: Book, process: str) -> Leaf | None:
    """The record that says what a process is about, without an end that may not stand; None where it is not here."""
    if (leaf := questions.find_one(book, PROCESS.name, process)) is None:
        return None
    leaf = process_of(book, leaf.id)
    about = next(iter(abouts(book, leaf)), None)
    if about is None or may_end_so(book, leaf, about):
        return about
    return replace(about, values={name: each for name, each in about.values.items() if name not in ENDING})


def may_end_so(book: Book, process: Leaf, about: Leaf) -> bool:
    """Whether nobody is parted from who was not helped and heard before."""
    outcome, heard = about["outcome"], str(about["heard"] or "")
    if about.kind == PROBATION.name:
        helped = helped_in(about.values)
        return outcome != ProbationEnd.ENDED or may_part(Sort.PROBATION, heard=heard, helped=helped, answers=())
    helped = supported(process)
    return outcome not in PARTING or may_part(
        Sort(about.kind), heard=heard, helped=helped, answers=answers_in(book, process)
    )


def supported(process: Leaf) -> str:
    """The help given before, or that there was some where its words were erased since."""
    return str(process["support"] or (say("There was support before") if process["supported"] else ""))


def helped_in(told: Mapping[str, Any]) -> str:
    """How somebody on probation was helped, or that they were."""
    there_was = say("There was support by then") if told.get("supported") else ""
    return "\n".join(filter(None, (str(told.get("arranged") or there_was), str(told.get("helped") or ""))))


def answers_in(book: Book, process: Leaf) -> list[str]:
    """What they said at the steps that were held."""
    return [str(each["response"] or "") for each in parts(book, process, PROCESS_STAGE.name) if each["day"]]
