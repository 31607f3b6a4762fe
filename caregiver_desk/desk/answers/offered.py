"""Support that is due: what was offered and waits, and what weighs so much that somebody should be asked now.

Names and days only. People are in the room when Today is open: what it is about is read where it is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.practice import taxonomy
from caregiver_desk.practice.due import UNDER_WAY, care
from caregiver_desk.records.wellbeing import FollowUpCode, StressorState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Offered:
    """Somebody to whom support is due. `now` where it must not wait; `asked` is false where nothing was offered yet."""

    caregiver: str
    name: str
    due: date
    now: bool
    asked: bool


def offered(book: Book, until: date) -> tuple[Offered, ...]:
    """What must not wait first, then by day."""
    steps = questions.listing(book, "follow_up", limit=EVERY)
    burdens = questions.listing(book, "stressor", {"state": StressorState.OPEN.value}, limit=EVERY)
    names = questions.names_of(book, [str(each["caregiver"]) for each in (*steps, *burdens)])
    found = [each for each in (*_waiting(steps, names), *_unasked(burdens, steps, names)) if each.due <= until]
    return tuple(sorted(found, key=lambda each: (not each.now, each.due, each.name)))


def must_not_wait(code: str) -> bool:
    """Whether such an offer is kept on the very day."""
    today = clock.today()
    return taxonomy.usual_due(FollowUpCode(code), today) == today


def _waiting(steps: Sequence[Leaf], names: dict[str, str]) -> Iterator[Offered]:
    for each in steps:
        due = as_day(each["due"])
        if each["state"] in UNDER_WAY and due:
            yield Offered(str(each["caregiver"]), _name(each, names), due, must_not_wait(each["code"]), asked=True)


def _unasked(burdens: Sequence[Leaf], steps: Sequence[Leaf], names: dict[str, str]) -> Iterator[Offered]:
    """Whoever carries what nobody can carry alone, and was offered nothing since."""
    for each in burdens:
        since = as_day(each["since"]) or clock.today()
        due = care(int(each["severity"] or 0), bool(each["acute"]), since)
        if due and not any(_answers(step, each, since) for step in steps):
            yield Offered(str(each["caregiver"]), _name(each, names), due, now=True, asked=False)


def _answers(step: Leaf, burden: Leaf, since: date) -> bool:
    """Whether this was offered because of it, or to the same person since. That she declined is an answer."""
    if step["caregiver"] != burden["caregiver"]:
        return False
    last = as_day(step["done_on"]) or as_day(step["due"])
    return step["stressor"] == burden.id or step["state"] in UNDER_WAY or bool(last and last >= since)


def _name(leaf: Leaf, names: dict[str, str]) -> str:
    return names.get(str(leaf["caregiver"]), say("somebody"))
