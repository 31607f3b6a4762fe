"""What waits for somebody because a caregiver went: one tray for all that was open, from the day on which they went.

Context. Who leaves without notice leaves more than homes: a talk or a visit that two planned, a wish, a round, what
a meeting gave them to do, a concern that they noticed, what was promised. What lies in ten places is forgotten in some.

Decision. Nothing is ever put into the tray. It is read from what is open and whose it was, so it is the same in all
books that hold the same, also where somebody else noted that they went, and it is empty once all of it was given on or
let go. It holds what this laptop may write of. A concern stands there by its number, its clock and how far it is; its
kind is for coordinators, as on its page. Of who died nothing stands there that would ask for them again: only what
others go on with.

Consequences. What a caregiver promised is dropped when they go, and stands here only where somebody else noted that
they went; what others promised or offered to them stays open until somebody says what becomes of it. A concern is found
by the name of who noticed it, as it was written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.concerns.how_it_stands import concerns_in, state_of
from caregiver_desk.practice.concerns.concerns import OVER, age, minutes_since
from caregiver_desk.practice.due import GONE, UNDER_WAY
from caregiver_desk.practice.supervision.promises import CARRIED
from caregiver_desk.practice.supervision.requests import OPEN
from caregiver_desk.practice.visits.load import ON_LISTS
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.concerns.concerns import ConcernState
from caregiver_desk.records.people.people import ENGAGEMENT, EngagementState, Role
from caregiver_desk.records.supervision.groups import CIRCLE_DECISION
from caregiver_desk.records.supervision.observation import OBSERVATION, ObservationState
from caregiver_desk.records.supervision.requests import ASKING, REQUEST, RequestState, Theme
from caregiver_desk.records.supervision.supervision import (
    CHECK_IN,
    PROMISE,
    SUPERVISION,
    CheckInState,
    PromiseOwner,
)
from caregiver_desk.records.visits.households import ASSIGNMENT, HOUSEHOLD, HouseholdState
from caregiver_desk.records.visits.safety import LONE_VISIT_PLAN
from caregiver_desk.records.wellbeing.wellbeing import FOLLOW_UP, FollowUpCode
from caregiver_desk.store import questions, rising
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import fold, full_day, later, say

THEY = PromiseOwner.CAREGIVER


class Waits(StrEnum):
    """What something is that waits, in the order in which it is looked at."""

    HOME = "home"
    CONCERN = "concern"
    ROUND = "round alone"
    TALK = "check-in planned"
    TOGETHER = "visit together"
    DECISION = "decided in a group"
    PROMISE = "promised to them"
    THEIRS = "promised by them"
    OFFER = "offered to them"
    WISH = "asked of the organisation"


class Next(NamedTuple):
    """The one thing to do next, and the act that does it."""

    label: str
    act: str


NEXT: Mapping[Waits, Next] = {
    Waits.HOME: Next(later("Give to somebody"), "share_out"),
    Waits.CONCERN: Next(later("Open"), "add_concern_step"),
    Waits.ROUND: Next(later("Take off"), "withdraw_lone_visit_plan"),
    Waits.TALK: Next(later("Take off"), "withdraw_check_in"),
    Waits.TOGETHER: Next(later("Take off"), "withdraw_observation"),
    Waits.DECISION: Next(later("Take over"), "change_circle_decision"),
    Waits.PROMISE: Next(later("Open"), "drop_promise"),
    Waits.THEIRS: Next(later("Open"), "drop_promise"),
    Waits.OFFER: Next(later("Open"), "change_follow_up"),
    Waits.WISH: Next(later("Open"), "take_back_request"),
}


class Waiting(NamedTuple):
    """One thing that was open, and whose it was."""

    sort: Waits
    leaf: Leaf
    whose: str

    @property
    def act(self) -> str:
        """What goes on with it. A wish that never went up is between the two still, and nobody hears of its end."""
        return "withdraw_asking" if self.leaf.kind == ASKING.name else NEXT[self.sort].act


class Went(NamedTuple):
    """The last day of somebody who went, and whether they died."""

    last: str
    died: bool


def gone_of(book: Book, people: Collection[str] | None = None) -> frozenset[str]:
    """Who of these, or of all, died, left or works elsewhere and nowhere here: nothing is asked of them any more."""
    where = {} if people is None else {"person": list(people)}
    works = questions.facts(book, ENGAGEMENT.name, ["person", "state"], where)
    here = {str(person) for _, person, state in works if state not in GONE}
    return frozenset({str(person) for _, person, _ in works} - here)


def placing(book: Book) -> list[Waiting]:
    """All that waits, by what it is and then by its day."""
    parted, gone = _who_went(book, clock.today().isoformat())
    if not parted:
        return []
    links = questions.listing(book, SUPERVISION.name, {"caregiver": list(gone), "supervisor": book.person}, limit=EVERY)
    ours = [each.id for each in links]
    found = [
        *_homes(book, parted, gone),
        *_concerns(book, gone),
        *_of_pairs(book, ours, gone),
        *_decisions(book, gone),
        *_wishes(book, gone),
    ]
    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
    mine = [each for each in found if standing.may_write(book.laptop, each.leaf.scope)]
    return sorted(mine, key=lambda each: (list(Waits).index(each.sort), each.whose, _day(each.leaf), each.leaf.id))


def _day(leaf: Leaf) -> str:
    when = questions.kind_named(leaf.kind).when
    return str(leaf[when] or "") if when else ""


def _who_went(book: Book, today: str) -> tuple[dict[str, Went], dict[str, Went]]:
    """Who went from some team, and those of them who work nowhere any more; a death counts before its day is over."""
    works = questions.facts(book, ENGAGEMENT.name, ["person", "state", "until"])
    parted: dict[str, Went] = {}
    for _, person, state, until in works:
        died = state == EngagementState.DECEASED
        if state in GONE and (died or (until or "") <= today):
            before = parted.get(str(person), Went("", died=False))
            parted[str(person)] = Went(max(before.last, until or ""), died or before.died)
    nowhere = gone_of(book, list(parted))
    return parted, {person: went for person, went in parted.items() if person in nowhere}


def _homes(book: Book, parted: Collection[str], gone: Collection[str]) -> Iterator[Waiting]:
    """Homes that are on no list of anybody who is here, and were last on one of theirs."""
    theirs = questions.pointing_at(book, ASSIGNMENT.name, "caregiver", list(parted))
    known = questions.pointing_at(book, HOUSEHOLD.name, "id", sorted({str(each["household"]) for each in theirs}))
    homes = {each.id: each for each in known if (each["state"] or HouseholdState.ACTIVE) in ON_LISTS}
    lists: dict[str, list[Leaf]] = {}
    for each in questions.pointing_at(book, ASSIGNMENT.name, "household", list(homes)):
        lists.setdefault(str(each["household"]), []).append(each)
    for home, held in lists.items():
        last = max(held, key=lambda each: (str(each["since"] or ""), each.id))
        if last["caregiver"] in parted and not any(_stands(each, gone) for each in held):
            yield Waiting(Waits.HOME, homes[home], str(last["caregiver"]))


def _stands(assignment: Leaf, gone: Collection[str]) -> bool:
    """Whether a home is on this list now, or will be."""
    ended = assignment["until"] is not None and assignment["until"] <= clock.today().isoformat()
    return not ended and assignment["caregiver"] not in gone


def _concerns(book: Book, gone: Collection[str]) -> Iterator[Waiting]:
    names = {fold(name): person for person, name in questions.names_of(book, list(gone)).items()}
    for each in concerns_in(book) if names else ():
        whose = names.get(fold(str(each["noticed_by"] or "")))
        if whose and state_of(book, each) not in OVER:
            yield Waiting(Waits.CONCERN, each, whose)


def _of_pairs(book: Book, links: Collection[str], gone: Mapping[str, Went]) -> Iterator[Waiting]:
    """What the owner of this book and they had planned, promised and offered; of who died nothing is asked again."""
    asked: tuple[tuple[Waits, str, Mapping[str, Any]], ...] = (
        (Waits.ROUND, LONE_VISIT_PLAN.name, {}),
        (Waits.TALK, CHECK_IN.name, {"state": CheckInState.PLANNED}),
        (Waits.TOGETHER, OBSERVATION.name, {"state": ObservationState.AGREED}),
        (Waits.PROMISE, PROMISE.name, {"state": CARRIED, "owner": [each for each in PromiseOwner if each != THEY]}),
        (Waits.THEIRS, PROMISE.name, {"state": CARRIED, "owner": THEY}),
        (Waits.OFFER, FOLLOW_UP.name, {"state": UNDER_WAY}),
    )
    for sort, kind, where in asked:
        for each in questions.listing(book, kind, {"supervision": links, **where}, limit=EVERY) if links else ():
            went = gone.get(str(each["caregiver"]))
            if went and not went.died and (sort != Waits.ROUND or _to_come(each, went)):
                yield Waiting(sort, each, str(each["caregiver"]))


def _to_come(plan: Leaf, went: Went) -> bool:
    return not plan["back"] and str(plan["day"] or "") >= went.last


def _decisions(book: Book, gone: Collection[str]) -> Iterator[Waiting]:
    for each in questions.listing(book, CIRCLE_DECISION.name, {"owner": list(gone), "state": CARRIED}, limit=EVERY):
        yield Waiting(Waits.DECISION, each, str(each["owner"]))


def _wishes(book: Book, gone: Collection[str]) -> Iterator[Waiting]:
    """What was asked in their name: between the two still, or without an answer."""
    wishes = questions.listing(book, ASKING.name, {"caregiver": list(gone)}, limit=EVERY)
    whose = {told.id: str(wish["caregiver"]) for wish in wishes for told in rising.seen_as_one(book, [wish])}
    named = questions.listing(book, REQUEST.name, {"named": list(gone)}, limit=EVERY)
    for each in rising.seen_as_one(book, [*wishes, *named]):
        if each.kind == ASKING.name or RequestState(each["state"] or RequestState.ASKED) in OPEN:
            yield Waiting(Waits.WISH, each, whose.get(each.id) or str(each["named"]))


# --- in words


def told(book: Book, waiting: Iterable[Waiting]) -> list[tuple[Waiting, str]]:
    """Each with what it is, short enough for one line; a concern by its number and how far it is."""
    return [(each, _words(book, each)) for each in waiting]


def _words(book: Book, waiting: Waiting) -> str:
    leaf = waiting.leaf
    if waiting.sort == Waits.CONCERN:
        return _of_concern(book, leaf)
    if waiting.sort in {Waits.ROUND, Waits.TALK, Waits.TOGETHER}:
        return full_day(date.fromisoformat(str(leaf["day"])))
    if waiting.sort == Waits.OFFER:
        return taxonomy.words(FollowUpCode(leaf["code"]), None) if leaf["code"] else say("support")
    if waiting.sort == Waits.WISH:
        return say(Theme(leaf["theme"] or Theme.OTHER))
    if waiting.sort == Waits.HOME:
        return questions.call(HOUSEHOLD, leaf.values)
    return str(leaf["what"] or say("A promise"))


def _of_concern(book: Book, leaf: Leaf) -> str:
    """As it stands at a glance on its page: never a name, or a word of what was seen; the clock says it was noticed."""
    noticed = date.fromisoformat(str(leaf["noticed"])) if leaf["noticed"] else clock.today()
    since = age(minutes_since(noticed, leaf["at"], clock.now()))
    called = say("Concern {number}", number=leaf["number"] or say("without a number"))
    kind = [say(leaf["sort"])] if leaf["sort"] and book.role == Role.COORDINATOR else []
    state = state_of(book, leaf)
    stands = [say(state)] if state != ConcernState.NOTICED else []
    return say(" · ").join([called, *kind, *stands, since])
