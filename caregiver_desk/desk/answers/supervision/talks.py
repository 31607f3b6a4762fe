"""When everybody was last heard, and when each is due to be heard again.

A day that two people agreed on stands until that talk is held or missed; where none was agreed, the rhythm of
`practice/due.py` says when.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.acts.growth.plans import often_heard
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.desk.answers.days import ago, as_day
from caregiver_desk.practice.days import once_open
from caregiver_desk.practice.due import GONE, Work, after_absence, late_by, once_back, talk, talk_after
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.records.people.people import EngagementState, Role
from caregiver_desk.records.supervision.supervision import CheckInState, LinkPurpose
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Talk:
    """When somebody was last heard, and is due to be heard again; `due` is empty where she is not.

    It is late only after its day and some working days beyond it. That is said of the work, never of her.
    """

    engaged: Leaf
    work: Work
    heard: date | None
    agreed: date | None
    norms: Norms
    closed: tuple[Period, ...] = ()
    due: date | None = None
    late_by: timedelta = timedelta(0)

    @property
    def caregiver(self) -> str:
        return str(self.engaged["person"])

    @property
    def late(self) -> bool:
        return self.late_by > timedelta(0)

    def after(self, held: date) -> date:
        """The next talk after one that is held on this day; none is proposed while the site is closed."""
        return once_open(talk_after(self.work, held, self.norms), self.closed)

    def anew(self, missed: date) -> date:
        """When the two meet instead of a day on which they could not."""
        return after_absence(missed, filter(None, [self.work.leave]), self.closed, self.norms)

    @property
    def gone(self) -> bool:
        return self.engaged["state"] in GONE


def talks_with(book: Book, people: Collection[str], today: date) -> list[Talk]:
    """Of these people those who may be heard, with what is agreed with each."""
    works = heard_at(book, [each for each in people if each != book.person])
    spoken: dict[str, list[Leaf]] = {}
    for each in questions.pointing_at(book, "check_in", "caregiver", list(works)):
        spoken.setdefault(str(each["caregiver"]), []).append(each)
    plans = questions.pointing_at(book, "support_plan", "caregiver", list(works))
    planned = {str(each["caregiver"]) for each in plans if not each["ended"]}
    norms, closed, linked = norms_of(book), closed_in(book), _linked(book, list(works))
    young = often_heard(book, list(works))
    told = (
        _standing(each, spoken.get(person, ()), _work(each, plan=person in planned, young=person in young), norms)
        for person, each in works.items()
    )
    return [_told(replace(_known_since(each, linked), closed=closed), today) for each in told]


def _linked(book: Book, people: Sequence[str]) -> dict[str, date]:
    """Since when whose book this is listens to each of these."""
    links = questions.listing(book, "supervision", {"supervisor": book.person, "caregiver": people}, limit=EVERY)
    told = ((str(each["caregiver"]), as_day(each["since"]) or clock.made_on(each.id)) for each in links)
    return {person: day for person, day in sorted(told, key=lambda each: each[1] or date.min) if day}


def _known_since(stands: Talk, linked: Mapping[str, date]) -> Talk:
    days = (clock.made_on(stands.engaged.id), linked.get(stands.caregiver))
    return replace(stands, work=stands.work._replace(known=max(filter(None, days), default=None)))


def heard_roles(book: Book) -> tuple[str, ...]:
    """Who may be heard: caregivers, and for a coordinator the supervisors as well."""
    return (Role.CAREGIVER.value, *([Role.SUPERVISOR.value] if book.role == Role.COORDINATOR else []))


def works_of(book: Book, people: Collection[str], roles: Sequence[str]) -> dict[str, Leaf]:
    """The last engagement in such a role of each of these that has one, in their order; where they work now first."""
    engaged = questions.listing(book, "engagement", {"role": roles, "person": people}, limit=EVERY)
    last: dict[str, Leaf] = {}
    for each in sorted(engaged, key=lambda each: each["state"] in GONE):
        last.setdefault(str(each["person"]), each)
    return {person: last[person] for person in people if person in last}


def heard_at(book: Book, people: Sequence[str]) -> dict[str, Leaf]:
    """The work of those of these who may be heard: also of a peer whom she supervises and who is no caregiver."""
    works = works_of(book, people, heard_roles(book))
    links = questions.listing(book, "supervision", {"supervisor": book.person, "caregiver": people}, limit=EVERY)
    peers = {str(each["caregiver"]) for each in links if not each["until"]} - works.keys()
    return works | works_of(book, sorted(peers), (Role.SUPERVISOR.value,))


def heard(book: Book) -> list[str]:
    """Everybody who may be heard."""
    engaged = questions.facts(book, "engagement", ["person"], {"role": heard_roles(book)})
    return list(dict.fromkeys(str(person) for _, person in engaged if person and person != book.person))


def how_many_heard(book: Book) -> int:
    return len(heard(book))


def _standing(engaged: Leaf, spoken: Sequence[Leaf], work: Work, norms: Norms) -> Talk:
    held = max((as_day(each["day"]) or date.min for each in spoken if _is(each, CheckInState.HELD)), default=None)
    return Talk(engaged, work, held, agreed(spoken, held), norms)


def _work(engaged: Leaf, *, plan: bool, young: bool) -> Work:
    away = as_day(engaged["leave_from"])
    leave = Period(away, as_day(engaged["leave_until"])) if away else None
    state = EngagementState(engaged["state"] or EngagementState.ACTIVE)
    return Work(state, as_day(engaged["since"]), plan, leave, own=engaged["role"] == Role.SUPERVISOR, young=young)


def _told(stands: Talk, today: date) -> Talk:
    """With the day that follows. One that the two agreed on is theirs, also while the site is closed."""
    day = talk(stands.work, stands.heard, stands.agreed, today, stands.norms)
    day = day if day == stands.agreed else once_back(day, stands.closed)
    late = late_by(stands.work, day, stands.closed, today, stands.norms) if day else timedelta(0)
    return replace(stands, due=day, late_by=late)


def agreed(spoken: Sequence[Leaf], held: date | None) -> date | None:
    """The day that stands: of a talk that is planned, else the one that was named when they last met or missed it."""
    told = [(as_day(each["day"]) or date.min, each) for each in spoken]
    ahead = [day for day, each in told if _is(each, CheckInState.PLANNED) and (held is None or day > held)]
    past = [(day, each.id, each) for day, each in told if not _is(each, CheckInState.PLANNED)]
    named = as_day(max(past, key=lambda each: each[:2])[2]["next_day"]) if past else None
    return min(ahead, default=named)


def _is(each: Leaf, state: CheckInState) -> bool:
    return bool(each["state"] == state.value)


def last_heard(told: Talk, today: date) -> str:
    return say("heard {when}", when=ago(told.heard, today)) if told.heard else say("not heard yet")


def talk_with(book: Book, caregiver: str) -> Talk | None:
    """The same of one person."""
    return next(iter(talks_with(book, {caregiver}, clock.today())), None)


@dataclass(frozen=True)
class OwnTalk:
    """When somebody who supervises others is to be heard herself, and by whom."""

    told: Talk
    by: str


def own_talk(book: Book, today: date) -> OwnTalk | None:
    """The same of this book's owner; nothing where nobody is known to supervise her, or she supervises nobody."""
    works = works_of(book, [book.person], (Role.SUPERVISOR.value,))
    links = questions.listing(book, "supervision", {"caregiver": book.person}, limit=EVERY)
    stand = sorted((each for each in links if not each["until"]), key=lambda each: each["purpose"] != LinkPurpose.LINE)
    if not works or not stand:
        return None
    spoken = questions.listing(book, "check_in", {"caregiver": book.person}, limit=EVERY)
    plans = questions.listing(book, "support_plan", {"caregiver": book.person}, limit=EVERY)
    plan = any(not each["ended"] for each in plans)
    linked = {book.person: day} if (day := as_day(stand[0]["since"]) or clock.made_on(stand[0].id)) else {}
    work = _work(works[book.person], plan=plan, young=False)
    stands = _known_since(_standing(works[book.person], spoken, work, norms_of(book)), linked)
    stands = replace(stands, closed=closed_in(book))
    return OwnTalk(_told(stands, today), str(stand[0]["supervisor"]))
