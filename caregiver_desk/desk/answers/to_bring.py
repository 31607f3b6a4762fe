"""What to bring to a check-in: what is open between the two, and what the last two weeks were like.

Her own promises come first, then everybody's by their day. A heavy day and a visit that left somebody upset are worth a
question; that there was little to do is never one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.acts.pairs import pair_with
from caregiver_desk.desk.answers.days import as_day, short_day
from caregiver_desk.desk.answers.heavy import heavy_from
from caregiver_desk.desk.answers.talks import Talk, talk_with
from caregiver_desk.desk.answers.telling import joined, tell
from caregiver_desk.practice.due import CARRIED, UNDER_WAY
from caregiver_desk.practice.load import is_heavy
from caregiver_desk.records.supervision import PromiseOwner, PromiseState
from caregiver_desk.records.visits import Outcome
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, full_day, later, say

LOAD = timedelta(14)
OWES = {
    PromiseOwner.SUPERVISOR: later("You promised it"),
    PromiseOwner.CAREGIVER: later("{name} promised it"),
    PromiseOwner.COORDINATOR: later("The coordinator promised it"),
    PromiseOwner.ORGANISATION: later("The organisation promised it"),
}


@dataclass(frozen=True)
class ToBring:
    """One thing to ask after."""

    title: str
    detail: str
    day: date | None = None


@dataclass(frozen=True)
class Standing:
    """A stressor that was spoken of before: what it is called, how much it weighed, its code if it has only one."""

    id: str
    words: str
    severity: int
    code: str = ""


@dataclass(frozen=True)
class Agenda:
    """What to bring, how much there was to do, what weighs, and how it stands between the two."""

    caregiver: str
    items: tuple[ToBring, ...]
    load: str
    talk: Talk | None = None
    weighs: tuple[Standing, ...] = ()


def agenda(book: Book, caregiver: str) -> Agenda:
    hers, name = {"caregiver": caregiver}, questions.names_of(book, [caregiver]).get(caregiver, say("somebody"))
    weighs = questions.listing(book, "stressor", {**hers, "state": CARRIED}, limit=EVERY)
    support = questions.listing(book, "follow_up", {**hers, "state": UNDER_WAY}, limit=EVERY)
    since = (clock.today() - LOAD + timedelta(1)).isoformat()
    visits = questions.listing(book, "visit", hers, limit=EVERY, days=(since, questions.LAST_DAY))
    items = (
        *_promises(book, hers, name.partition(" ")[0]),
        *_heavy(visits, heavy_from(book, [caregiver])[caregiver]),
        *_upset(book, visits),
        *map(_burden, weighs),
        *map(_step, support),
    )
    load = count("{number} visit in the last two weeks", "{number} visits in the last two weeks", len(visits))
    link = pair_with(book, caregiver).link  # what another link of hers holds is asked after, and not weighed here
    ours = tuple(_standing(each) for each in weighs if each["supervision"] == link)
    return Agenda(caregiver, items, load, talk_with(book, caregiver), ours)


def _promises(book: Book, hers: dict[str, str], name: str) -> Iterator[ToBring]:
    """The supervisor's own first: what one asks of oneself comes before what one asks of another."""
    found = questions.listing(book, "promise", {**hers, "state": PromiseState.OPEN.value}, limit=EVERY)
    order = list(PromiseOwner)
    for each in sorted(found, key=lambda each: (order.index(PromiseOwner(each["owner"])), each["due"] or "9")):
        owes = say(OWES[PromiseOwner(each["owner"])], name=name)
        yield ToBring(each["what"] or say("A promise"), owes, as_day(each["due"]))


def _heavy(visits: Sequence[Leaf], begins: int) -> Iterator[ToBring]:
    done = Counter(str(each["day"]) for each in visits if each["outcome"] == Outcome.DONE.value)
    heavy = sorted((day, number) for day, number in done.items() if is_heavy(number, begins))
    if heavy:
        told = [say("{number} visits on {day}", number=n, day=short_day(date.fromisoformat(day))) for day, n in heavy]
        yield ToBring(count("{number} heavy day", "{number} heavy days", len(heavy)), joined(*told))


def _upset(book: Book, visits: Sequence[Leaf]) -> Iterator[ToBring]:
    upset = [each for each in visits if each["upset_afterwards"]]
    names = questions.names_of(book, [str(each["household"]) for each in upset])
    for each in upset:
        day = as_day(each["day"])
        home = names.get(str(each["household"]), say("a household"))
        yield ToBring(say("Upset after a visit"), joined(home, short_day(day) if day else ""))


def _standing(leaf: Leaf) -> Standing:
    codes = sorted(leaf["codes"] or ())
    return Standing(leaf.id, tell(leaf, {}).title, int(leaf["severity"] or 0), str(codes[0]) if len(codes) == 1 else "")


def _burden(leaf: Leaf) -> ToBring:
    told = tell(leaf, {})
    since = say("since {day}", day=full_day(told.day)) if told.day else ""
    return ToBring(told.title, joined(told.tags[0][0] if told.tags else "", since))


def _step(leaf: Leaf) -> ToBring:
    told = tell(leaf, {})
    return ToBring(told.title, told.tags[0][0], as_day(leaf["due"]))
