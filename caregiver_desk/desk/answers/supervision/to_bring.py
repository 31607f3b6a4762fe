"""What to bring to a check-in: what is open between the two, and what the last days were like.

Her own promises come first, then everybody's by their day, then what the caregiver asked for. Every line says why it is
there. A heavy day and a visit that left somebody upset are worth a question. That there was little to do is never a
fault: it is only asked what got in the way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from caregiver_desk import clock
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.acts.supervision.bringing import waiting
from caregiver_desk.acts.supervision.pairs import pair_with
from caregiver_desk.desk.answers.days import as_day, short_day
from caregiver_desk.desk.answers.growth.development import goals_to_bring
from caregiver_desk.desk.answers.supervision.requests import to_ask_after
from caregiver_desk.desk.answers.supervision.talks import Talk, talk_with
from caregiver_desk.desk.answers.telling import joined, otherwise, tell
from caregiver_desk.desk.answers.visits.heavy import areas_of
from caregiver_desk.desk.answers.wellbeing.own_care import care_asked_after
from caregiver_desk.practice.due import CARRIED, UNDER_WAY
from caregiver_desk.practice.supervision.promises import CARRIED as CARRIED_ON
from caregiver_desk.practice.visits.load import done_on, few_below, heavy_from, is_heavy
from caregiver_desk.records.supervision.supervision import CheckInState, PromiseOwner
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, full_day, later, say

FEW, OF_EACH = 8, 2  # so many are all seen at first; of more, so many of each sort
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
    why: str
    day: date | None = None
    asked: str = ""  # the record of what they asked to bring


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
    first: tuple[ToBring, ...] = ()  # where there are many: the first of each sort, and all that they asked to bring
    talk: Talk | None = None
    weighs: tuple[Standing, ...] = ()
    planned: date | None = None


def agenda(book: Book, caregiver: str) -> Agenda:
    hers, name = {"caregiver": caregiver}, questions.names_of(book, [caregiver]).get(caregiver, say("somebody"))
    weighs = questions.listing(book, "stressor", {**hers, "state": CARRIED}, limit=EVERY)
    support = questions.listing(book, "follow_up", {**hers, "state": UNDER_WAY}, limit=EVERY)
    norms, today = norms_of(book), clock.today()
    since = (today - timedelta(norms.agenda_days - 1)).isoformat()
    visits = questions.listing(book, "visit", hers, limit=EVERY, days=(since, questions.LAST_DAY))
    link, area = pair_with(book, caregiver).link, areas_of(book, [caregiver])[caregiver]
    sorts = (
        _promises(book, hers, name.partition(" ")[0]),
        _asked(book, link, name.partition(" ")[0]),
        _heavy(visits, heavy_from(norms, area)),
        _few(visits, few_below(norms, area)),
        _upset(book, visits),
        (ToBring(*each) for each in to_ask_after(book, caregiver, clock.today())),
        map(_burden, weighs),
        map(_step, support),
        (ToBring(*each) for each in care_asked_after(book, caregiver)),
        (ToBring(*each) for each in goals_to_bring(book, caregiver, today + timedelta(norms.goal_soon))),
    )
    items, first = _together(map(tuple, sorts))
    load = count(
        "{number} visit in the last {days} days",
        "{number} visits in the last {days} days",
        len(visits),
        days=norms.agenda_days,
    )
    # what another link of hers holds is asked after, and not weighed here
    ours = tuple(_standing(each) for each in weighs if each["supervision"] == link)
    return Agenda(caregiver, items, load, first, talk_with(book, caregiver), ours, _planned(book, link))


def _together(sorts: Iterable[tuple[ToBring, ...]]) -> tuple[tuple[ToBring, ...], tuple[ToBring, ...]]:
    """All of them, and those that are seen at first. What they asked to bring is never put away."""
    found = list(sorts)
    items = tuple(chain.from_iterable(found))
    first = (each for sort in found for number, each in enumerate(sort) if number < OF_EACH or each.asked)
    return items, items if len(items) <= FEW else tuple(first)


def _planned(book: Book, link: str) -> date | None:
    """The day of the check-in that these two have planned."""
    where = {"supervision": link, "state": CheckInState.PLANNED.value}
    return min(
        (day for each in questions.listing(book, "check_in", where) if (day := as_day(each["day"]))), default=None
    )


def _promises(book: Book, hers: dict[str, str], name: str) -> Iterator[ToBring]:
    """The supervisor's own first: what one asks of oneself comes before what one asks of another."""
    found = questions.listing(book, "promise", {**hers, "state": CARRIED_ON}, limit=EVERY)
    order = list(PromiseOwner)
    for each in sorted(found, key=lambda each: (order.index(PromiseOwner(each["owner"])), each["due"] or "9")):
        owes = say(OWES[PromiseOwner(each["owner"])], name=name)
        yield ToBring(each["what"] or say("A promise"), joined(owes, otherwise(each)), as_day(each["due"]))


def _asked(book: Book, link: str, name: str) -> Iterator[ToBring]:
    for each in waiting(book, link):
        day = as_day(each["day"])
        why = say("{name} asked to bring it", name=name)
        yield ToBring(each["what"], joined(why, short_day(day) if day else ""), asked=each.id)


def _heavy(visits: Sequence[Leaf], begins: int) -> Iterator[ToBring]:
    heavy = sorted((day, number) for day, number in _done(visits).items() if is_heavy(number, begins))
    if heavy:
        told = [say("{number} visits on {day}", number=n, day=short_day(day)) for day, n in heavy]
        yield ToBring(count("{number} heavy day", "{number} heavy days", len(heavy)), joined(*told))


def _few(visits: Sequence[Leaf], norm: int) -> Iterator[ToBring]:
    """Of days in the field only. It is a question about the way, the weather and the homes, and never about her."""
    few = sum(number < norm for number in _done(visits).values())
    if few:
        why = count(
            "{number} day with fewer than {norm} visits", "{number} days with fewer than {norm} visits", few, norm=norm
        )
        yield ToBring(say("What got in the way?"), why)


def _done(visits: Sequence[Leaf]) -> Counter[date]:
    """How many visits were done on each day on which she went out."""
    told = ((as_day(each["day"]), Outcome(each["outcome"] or Outcome.DONE)) for each in visits)
    return done_on((day, outcome) for day, outcome in told if day)


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
    return ToBring(
        told.title, joined(say("It weighed on them"), told.tags[0][0] if told.tags else "", since, otherwise(leaf))
    )


def _step(leaf: Leaf) -> ToBring:
    told, due = tell(leaf, {}), as_day(leaf["due"])
    over = due is not None and due < clock.today()
    why = say("Support whose day is over") if over else say("Support under way")
    return ToBring(told.title, joined(why, told.tags[0][0], otherwise(leaf)), due)
