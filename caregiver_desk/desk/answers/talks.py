"""When everybody was last heard, and when each is due to be heard again.

A day that two people agreed on stands until that talk is held or missed; where none was agreed, the rhythm of
`practice/due.py` says when.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.desk.answers.days import ago, as_day
from caregiver_desk.desk.answers.names import named_options
from caregiver_desk.practice.due import Work, talk
from caregiver_desk.records.people import EngagementState, Role
from caregiver_desk.records.supervision import CheckInState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Talk:
    """When somebody was last heard, and is due to be heard again; `due` is empty where she is not."""

    engaged: Leaf
    work: Work
    heard: date | None
    agreed: date | None
    due: date | None

    @property
    def caregiver(self) -> str:
        return str(self.engaged["person"])

    @property
    def gone(self) -> bool:
        return self.engaged["state"] in {EngagementState.LEFT.value, EngagementState.DECEASED.value}


def talks(book: Book, today: date) -> list[Talk]:
    """Everybody who may be heard, with what is agreed with each."""
    return talks_with(book, heard(book), today)


def talks_with(book: Book, people: Collection[str], today: date) -> list[Talk]:
    """The same of some of them."""
    works = {person: each for person, each in heard(book).items() if person in people}
    spoken: dict[str, list[Leaf]] = {}
    for each in questions.pointing_at(book, "check_in", "caregiver", list(works)):
        spoken.setdefault(str(each["caregiver"]), []).append(each)
    plans = questions.pointing_at(book, "support_plan", "caregiver", list(works))
    planned = {str(each["caregiver"]) for each in plans if not each["ended"]}
    return [_talk(each, spoken.get(person, ()), person in planned, today) for person, each in works.items()]


def heard(book: Book) -> dict[str, Leaf]:
    """The work of everybody who may be heard, by person: caregivers, and for a coordinator the supervisors as well."""
    roles = [Role.CAREGIVER, *([Role.SUPERVISOR] if book.role == Role.COORDINATOR else [])]
    engaged = [
        each for role in roles for each in questions.listing(book, "engagement", {"role": role.value}, limit=EVERY)
    ]
    return {str(each["person"]): each for each in reversed(engaged) if each["person"] != book.person}


def names_of_heard(book: Book) -> dict[str, str]:
    """The same by name, for choosing one."""
    names = questions.names_of(book, list(heard(book)))
    return named_options(sorted(names.items(), key=lambda each: each[1]))


def _talk(engaged: Leaf, spoken: Sequence[Leaf], plan: bool, today: date) -> Talk:
    work = Work(EngagementState(engaged["state"] or EngagementState.ACTIVE), as_day(engaged["since"]), plan)
    held = max((as_day(each["day"]) or date.min for each in spoken if _is(each, CheckInState.HELD)), default=None)
    day = agreed(spoken, held)
    return Talk(engaged, work, held, day, talk(work, held, day, today))


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
