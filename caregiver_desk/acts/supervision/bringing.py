"""What a caregiver asked to bring: noted at any time, spoken of at the next check-in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import edit, keep
from caregiver_desk.acts.supervision.pairs import Pair, in_the_pair, pair_with
from caregiver_desk.errors import NoSuchRecord
from caregiver_desk.records.supervision.bringing import TO_BRING
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

keep(TO_BRING, "supervision", in_the_pair)


@act("They asked to bring", subject="supervision")
def ask_to_bring(book: Book, *, caregiver: str, what: str) -> Outcome:
    """A line that stands on the agenda until it was spoken of."""
    pair = pair_with(book, caregiver)
    asked = pair.new(TO_BRING, {"what": what, "day": clock.today()})
    return pair.save(book, "ask_to_bring", [asked], say("Noted. It stands on the agenda of your next check-in."))


def waiting(book: Book, link: str) -> list[Leaf]:
    """What was asked in this pair and not spoken of yet, the oldest first."""
    asked = questions.listing(book, "to_bring", {"supervision": link}, limit=EVERY)
    return sorted((each for each in asked if not each["spoken_on"]), key=lambda each: (each["day"] or "", each.id))


def spoken_of(book: Book, pair: Pair, day: date, not_yet: Collection[str]) -> Iterator[Change]:
    """What is done with by a talk on this day. Raises NoSuchRecord where what shall wait is not waiting."""
    asked = waiting(book, pair.link)
    if unknown := set(not_yet) - {each.id for each in asked}:
        raise NoSuchRecord(kind=say(TO_BRING.label), record=min(unknown))
    for each in asked:
        if each.id not in not_yet and (each["day"] or "") <= day.isoformat():
            yield edit(book, each, {"spoken_on": day})
