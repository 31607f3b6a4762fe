"""What stands on Today: promises, who is due to be heard, what was offered, what to ask after, what came in.

Questions of a book, answered in words of the desk, and only of what is its owner's own (`desk/whose.py`). When
something is due is decided in `practice/due.py`. Nothing is left out: a page may show the first few and count the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.acts.growth.roads import not_yet
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.acts.trial import is_due as trial_is_due
from caregiver_desk.desk.answers.concerns.concerns import Told, must_not_wait
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.fairness.processes import due_in_processes
from caregiver_desk.desk.answers.growth.standing_in import ends_to_make_final, lines_of_today
from caregiver_desk.desk.answers.next_step import Step, next_step
from caregiver_desk.desk.answers.supervision.agreements import to_agree
from caregiver_desk.desk.answers.supervision.came_between import came_between
from caregiver_desk.desk.answers.supervision.promised import InOurName, in_our_name
from caregiver_desk.desk.answers.supervision.requests import Asked, asked, to_answer
from caregiver_desk.desk.answers.supervision.talks import Talk, how_many_heard, last_heard, own_talk, talks_with
from caregiver_desk.desk.answers.supervision.together import due_together
from caregiver_desk.desk.answers.visits.heavy import heavy_from
from caregiver_desk.desk.answers.wellbeing.offered import Offered, offered
from caregiver_desk.desk.answers.wellbeing.strain import Needing, needing
from caregiver_desk.desk.answers.whose import Mine, mine
from caregiver_desk.practice.due import WAITING, answer, look_at_plan, once_back
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.supervision.promises import CARRIED
from caregiver_desk.practice.visits.load import is_heavy
from caregiver_desk.records.growth.roads import SITE_ROAD
from caregiver_desk.records.supervision.supervision import CheckInState, PromiseOwner, PromiseState
from caregiver_desk.records.visits.households import HouseholdState
from caregiver_desk.records.visits.referrals import ReferralState
from caregiver_desk.store import arrivals, partners, questions, room, upkeep
from caregiver_desk.store.arrivals import Opened
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.store.room import Left
from caregiver_desk.wording import count, digits, later, say

AHEAD = timedelta(7)
CAME_IN = 2
TOO_LONG = timedelta(days=7)  # without a backup
PROMISED = {
    PromiseOwner.SUPERVISOR: later("You promised {name}"),
    PromiseOwner.CAREGIVER: later("{name} promised"),
    PromiseOwner.COORDINATOR: later("The coordinator promised {name}"),
    PromiseOwner.ORGANISATION: later("The organisation promised {name}"),
}


@dataclass(frozen=True)
class Owed:
    """A promise that is due; `own` where whose book it is has made it."""

    id: str
    what: str
    whose: str
    due: date
    own: bool
    caregiver: str


@dataclass(frozen=True)
class Waiting:
    """Somebody who is due to be heard."""

    caregiver: str
    name: str
    last: str
    due: date
    late: bool  # which is said of the work, never of them
    own: bool = False  # it is the owner of this book, whom somebody else hears


@dataclass(frozen=True)
class ToAsk:
    """A support plan to look at, a service to ask what came of a referral, a visit to make or to speak about.

    For a coordinator also a time in another's place that is over, and a new site that goes none of the ways of theirs.
    """

    kind: str
    id: str
    what: str
    whose: str
    due: date
    caregiver: str = ""  # whom a plan or a visit together is about


@dataclass(frozen=True)
class Day:
    owed: tuple[Owed, ...]
    offered: tuple[Offered, ...]
    after: tuple[ToAsk, ...]
    waiting: tuple[Waiting, ...]
    arrived: tuple[tuple[str, Opened], ...]
    week: tuple[tuple[str, str], ...]
    between: str  # what came between check-ins this month
    on_their_way: int  # sheets of a week that has begun to come in
    good: tuple[str, ...]
    needs_you: int
    people: int  # whom this book knows
    hers: int  # whom its owner is to hear
    backed_up_on: date | None  # where that is too long ago
    trial_due: bool  # of a backup
    room: Left | None  # on the drive of the book, where that is little
    next: Step | None  # for who has only begun
    concerns: tuple[Told, ...]  # that must not wait, by number
    needing: tuple[Needing, ...]  # whom to ask whether they need support now
    to_answer: tuple[Asked, ...]  # by a coordinator
    asked: tuple[Asked, ...]  # of the organisation: to ask again, and to tell
    in_our_name: tuple[InOurName, ...]
    stands_in: tuple[str, ...]  # where its owner stands in for another, and until when

    @property
    def begun(self) -> bool:
        """Whether there is anything to show: what waits for an answer may come before anybody is known."""
        return bool(self.people or self.concerns or self.to_answer)

    @property
    def told_of(self) -> frozenset[str]:
        """Of whom it is said what was promised, or that there is support."""
        supported = {each.caregiver for each in self.offered} | {each.caregiver for each in self.after}
        thought_of = {each.caregiver for each in self.needing}
        return frozenset({each.caregiver for each in self.owed} | supported | thought_of)

    def due_by(self, today: date) -> int:
        """How much of it is due by this day, whether it is seen or not."""
        days = [each.due for each in self.owed] + [each.due for each in self.offered]
        days += [each.due for each in self.after] + [each.due for each in self.waiting]
        days += [each.due for each in (*self.to_answer, *self.asked) if each.due]
        return len(self.concerns) + sum(day <= today for day in days)


def day(book: Book) -> Day:
    today = clock.today()
    own = mine(book, today)
    hers = talks_with(book, own.people, today)
    week, on_their_way = _week(book, own, today)
    return Day(
        _owed(book, own, today),
        offered(book, today + AHEAD),
        tuple(sorted(_to_ask(book, own, hers, today), key=lambda each: each.due)),
        _waiting(book, hers, today),
        _arrived(book),
        week,
        came_between(book, own.links, today),
        on_their_way,
        _good(book, hers, today),
        len([each for each in questions.disputed(book) if each.quarrels]),
        how_many_heard(book),
        len(own.people),
        _backed_up_too_long_ago(book, today),
        trial_is_due(book, today),
        room.left(book),
        next_step(book),
        must_not_wait(book),
        needing(book, hers, today),
        to_answer(book),
        asked(book, own, today),
        in_our_name(book, own, today + AHEAD),
        lines_of_today(book, today),
    )


def _to_ask(book: Book, own: Mine, hers: Sequence[Talk], today: date) -> Iterator[ToAsk]:
    yield from _plans(book, own, today)
    yield from _referrals(book, own, today)
    for record, whose, over in ends_to_make_final(book, today):
        yield ToAsk("stepping_in", record, say("Their time there is over: make the end final"), whose, over)
    yield from _roads_not_yet(book, today)
    for day in due_in_processes(book, today + AHEAD, today):
        yield ToAsk("process", day.process, day.words, day.name, day.day, day.caregiver)
    made = due_together(book, hers, own.links, today + AHEAD, today)
    found = [each for each in made if each.caregiver not in own.gone]
    agree = list(to_agree(book, own, today + AHEAD, today))
    names = questions.names_of(book, [*(each.caregiver for each in found), *(each.caregiver for each in agree)])
    for each in found:
        whose = names.get(each.caregiver, say("somebody"))
        yield ToAsk("observation", each.visit, each.words, whose, each.due, each.caregiver)
    for one in agree:
        yield ToAsk(
            "agreement", one.record, one.words, names.get(one.caregiver, say("somebody")), one.due, one.caregiver
        )


def _roads_not_yet(book: Book, today: date) -> Iterator[ToAsk]:
    """Sites that came in after their coordinator had opened roads."""
    for each in not_yet(book):
        roads = ", ".join(say(road.value) for road in each.roads)
        words = say("Our roads are not open there yet: {roads}", roads=roads)
        yield ToAsk(SITE_ROAD.name, each.site, words, each.name, today)


def _arrived(book: Book) -> tuple[tuple[str, Opened], ...]:
    senders = {each.laptop: each.name for each in partners.known(book)}
    return tuple((senders.get(each.laptop, ""), each) for each in arrivals.opened(book)[:CAME_IN])


def _week(book: Book, own: Mine, today: date) -> tuple[tuple[tuple[str, str], ...], int]:
    """This week in figures, each with what it is out of, and how many sheets are still on their way."""
    monday, sunday = (today - timedelta(today.weekday())).isoformat(), today + timedelta(6 - today.weekday())
    rounds = questions.rounds(book, (monday, questions.LAST_DAY))
    heavy = heavy_from(book, {each.caregiver for each in rounds})
    talks_held, planned = _talks(book, CheckInState.HELD, monday), _talks(book, CheckInState.PLANNED, monday)
    coming = sum(day <= sunday.isoformat() for whom, day in planned if whom not in own.gone)
    sheets = {each.caregiver for each in rounds} & own.people
    figures = (
        (say("Check-ins held"), _of(len(talks_held), len(talks_held) + coming)),
        (say("Week sheets begun"), _of(len(sheets), len(own.people))),
        (say("Visits"), digits(sum(each.made for each in rounds))),
        (say("Heavy days"), digits(sum(is_heavy(each.done, heavy[each.caregiver]) for each in rounds))),
    )
    return figures, len(own.people) - len(sheets) if sheets else 0


def _talks(book: Book, state: CheckInState, since: str) -> list[tuple[str, str]]:
    """With whom and when those are that she holds with others; when she herself is heard is not among them."""
    days = (since, questions.LAST_DAY)
    told = questions.facts(book, "check_in", ["caregiver", "day"], {"state": state.value}, days=days)
    return [(str(caregiver), str(day)) for _, caregiver, day in told if caregiver != book.person]


def _of(number: int, whole: int) -> str:
    return say("{number} of {whole}", number=digits(number), whole=digits(whole)) if whole else say("none yet")


def _good(book: Book, hers: Sequence[Talk], today: date) -> tuple[str, ...]:
    """What went well this month: said of the two together, never of one beside another."""
    first = today.replace(day=1)
    kept = questions.count(book, "promise", {"state": PromiseState.DONE}, since=first.isoformat())
    all_heard = bool(hers) and all(each.heard and each.heard >= first for each in hers)
    return (
        *([count("{number} promise kept this month", "{number} promises kept this month", kept)] if kept else []),
        *([say("Everyone was heard this month")] if all_heard else []),
    )


def _backed_up_too_long_ago(book: Book, today: date) -> date | None:
    last = upkeep.backed_up_on(book, today)
    return last if last and today - last >= TOO_LONG else None


def _owed(book: Book, own: Mine, today: date) -> tuple[Owed, ...]:
    """Her own first; of today first, then what is over, the newest first, then what comes."""
    until = (today + AHEAD).isoformat()
    hers = questions.pointing_at(book, "promise", "supervision", list(own.links))
    still = [each for each in hers if each["state"] in CARRIED and each["caregiver"] not in own.gone]
    soon = [each for each in still if each["due"] and each["due"] <= until]
    names = questions.names_of(book, [str(each["caregiver"]) for each in soon])
    return tuple(sorted((_owing(book, each, names) for each in soon), key=lambda each: _order(each, today)))


def _owing(book: Book, leaf: Leaf, names: dict[str, str]) -> Owed:
    said = PromiseOwner(leaf["owner"])
    owner = PromiseOwner.SUPERVISOR if said == book.role else said
    whose = say(PROMISED[owner], name=names.get(str(leaf["caregiver"]), say("somebody")))
    what = leaf["what"] or say("A promise")
    return Owed(
        leaf.id, what, whose, date.fromisoformat(leaf["due"]), owner == PromiseOwner.SUPERVISOR, str(leaf["caregiver"])
    )


def _order(owed: Owed, today: date) -> tuple[bool, bool, int, str]:
    away = (owed.due - today).days
    return not owed.own, away > 0, abs(away), owed.id


def _plans(book: Book, own: Mine, today: date) -> Iterator[ToAsk]:
    """The support plans that the two should look at again."""
    known = questions.listing(book, "support_plan", limit=EVERY)
    plans = [each for each in known if not each["ended"] and each["caregiver"] not in own.gone]
    names = questions.names_of(book, [str(each["caregiver"]) for each in plans])
    norms, closed = norms_of(book), closed_in(book)
    for each in plans:
        days = as_day(each["opened"]) or today, as_day(each["reviewed"]), as_day(each["ended"])
        look = once_back(look_at_plan(*days, norms), closed)
        if look and look <= today + AHEAD:
            whose, words = names.get(str(each["caregiver"]), say("somebody")), say("Look at the support plan together")
            yield ToAsk(each.kind, each.id, words, whose, look, str(each["caregiver"]))


def _referrals(book: Book, own: Mine, today: date) -> Iterator[ToAsk]:
    """What came of the referrals of her teams is to be asked, but not for a household that is paused.

    Whom to ask, and how the home is called, stands where it is opened.
    """
    made = questions.listing(book, "referral", {"state": WAITING}, limit=EVERY)
    about = questions.pointing_at(book, "household", "id", [str(each["household"]) for each in made])
    homes = {each.id: each for each in about if each["team"] in own.teams}
    hers = [(each, homes[str(each["household"])]) for each in made if each["household"] in homes]
    norms = norms_of(book)
    for each, home in hers:
        due = _answer_due(each, home, today, norms)
        if due and due <= today + AHEAD:
            code = str(home["code"] or say("a household"))
            yield ToAsk(each.kind, each.id, say("Ask what came of a referral"), code, due)


def _answer_due(referral: Leaf, home: Leaf, today: date, norms: Norms) -> date | None:
    state = HouseholdState(home["state"] or HouseholdState.ACTIVE)
    return answer(ReferralState(referral["state"]), as_day(referral["day"]) or today, state, norms)


def _waiting(book: Book, told: Sequence[Talk], today: date) -> tuple[Waiting, ...]:
    names = questions.names_of(book, [each.caregiver for each in told])
    found = [
        Waiting(
            each.caregiver,
            names.get(each.caregiver, say("Name not sent here")),
            last_heard(each, today),
            each.due,
            each.late,
        )
        for each in told
        if each.due and each.due <= today + AHEAD
    ]
    return tuple(sorted([*found, *_own(book, today)], key=lambda each: (each.due, each.name)))


def _own(book: Book, today: date) -> Iterator[Waiting]:
    """Who listens to others is heard as well."""
    own = own_talk(book, today)
    if own and own.told.due and own.told.due <= today + AHEAD:
        whole = questions.names_of(book, [own.by]).get(own.by) or _partner(book, own.by)
        name = say("You (with {name})", name=whole.split()[0]) if whole else say("You")
        yield Waiting(book.person, name, _own_words(own.told, today), own.told.due, own.told.late, own=True)


def _own_words(told: Talk, today: date) -> str:
    return say("own supervision · {heard}", heard=last_heard(told, today))


def _partner(book: Book, person: str) -> str:
    return next((each.name for each in partners.known(book) if each.person == person), "")
