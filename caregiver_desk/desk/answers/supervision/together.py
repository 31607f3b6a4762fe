"""Visits that two people make together: which is in hand, which is due, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.desk.answers.choices import Choices, choices
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.supervision.talks import Talk
from caregiver_desk.practice.due import once_back, visit_together, word_after
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.supervision.observing import COMPLETE, Views, over_time, views
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.supervision.observation import ObservationState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


@dataclass(frozen=True)
class InHand:
    """With whom, the visit that is spoken of if it is here already, the homes, and the promises made of it."""

    caregiver: str
    name: str
    visit: Leaf | None
    homes: Choices | None
    promised: tuple[str, ...]
    most: int  # promises of one visit


@dataclass(frozen=True)
class Together:
    """A visit to make, or a word to say about one: `visit` is empty where none is planned yet."""

    visit: str
    caregiver: str
    words: str
    due: date


def in_hand(book: Book, caregiver: str, visit: str = "") -> InHand:
    """This visit, or else the one that is planned or was not spoken about yet."""
    leaf = questions.get(book, "observation", visit) if visit else _open(book, caregiver)
    name = questions.names_of(book, [caregiver]).get(caregiver, say("Name not sent here"))
    made = questions.listing(book, "promise", {"observation": leaf.id}, limit=EVERY) if leaf else []
    homes = choices(book, "household")
    return InHand(
        caregiver,
        name,
        leaf,
        homes,
        tuple(str(each["what"]) for each in made if each["what"]),
        norms_of(book).promises_visit,
    )


def _open(book: Book, caregiver: str) -> Leaf | None:
    made = questions.listing(book, "observation", {"caregiver": caregiver}, limit=EVERY)
    still = [each for each in made if each["state"] in {ObservationState.AGREED.value, ObservationState.DONE.value}]
    return max(still, key=lambda each: (str(each["day"] or ""), each.id), default=None)


def due_together(
    book: Book, hers: Sequence[Talk], links: Iterable[str], until: date, today: date
) -> tuple[Together, ...]:
    """What is to be made, and what is to be said, up to a day."""
    listens = questions.pointing_at(book, "observation", "supervision", sorted(links))
    working = [each for each in hers if each.engaged["role"] == Role.CAREGIVER.value]
    by_her: dict[str, list[Leaf]] = {}
    for each in questions.pointing_at(book, "observation", "caregiver", [each.caregiver for each in working]):
        by_her.setdefault(str(each["caregiver"]), []).append(each)
    unsaid = (_unsaid(each) for each in listens if each["state"] == ObservationState.DONE.value)
    norms, closed = norms_of(book), closed_in(book)
    coming = (_coming(each, by_her.get(each.caregiver, ()), today, norms, closed) for each in working)
    found = [each for each in (*unsaid, *coming) if each and each.due <= until]
    return tuple(sorted(found, key=lambda each: (each.due, each.caregiver)))


def _unsaid(visit: Leaf) -> Together | None:
    day = word_after(as_day(visit["day"]) or date.min, as_day(visit["spoken_on"]))
    return (
        Together(visit.id, str(visit["caregiver"]), say("Say what you saw on the visit together"), day) if day else None
    )


def _coming(work: Talk, made: Sequence[Leaf], today: date, norms: Norms, closed: Sequence[Period]) -> Together | None:
    """The one that is planned, else the next in the rhythm."""
    planned = [each for each in made if each["state"] == ObservationState.AGREED.value and each["day"]]
    if planned:
        first = min(planned, key=lambda each: str(each["day"]))
        return Together(first.id, work.caregiver, say("Go along on a visit"), as_day(first["day"]) or today)
    seen = max((as_day(each["day"]) or date.min for each in made if each["state"] in COMPLETE), default=None)
    day = once_back(visit_together(work.work, seen, today, norms), closed)
    return Together("", work.caregiver, say("Plan a visit together"), day) if day else None


def item_by_item(book: Book, caregiver: str) -> tuple[tuple[str, str], ...]:
    """What was seen of her work, item by item over time, in words; nothing while there is one visit only."""
    made = questions.listing(book, "observation", {"caregiver": caregiver}, limit=EVERY)
    told = [each for each in (_views(leaf) for leaf in made) if each and each.seen]
    return over_time(told) if len(told) > 1 else ()


def _views(leaf: Leaf) -> Views | None:
    day = as_day(leaf["day"])
    return views(day, leaf.values) if day and leaf["state"] in COMPLETE else None
