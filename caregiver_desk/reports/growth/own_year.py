"""The record of one's own year: heard so often, learned this, reached and kept this, and thanks that somebody kept.

Context. Whoever cares for others is seldom told what a year held. What is kept about somebody is mostly read when
something is wrong.

Decision. One page, written to the person, of what this book holds and they may read: nothing is invented, and what is
not kept here is not said. It has no aim, no share and nobody beside them. Months in a role, courses, reflections and
visits together that were spoken about stand side by side, each for itself, and no sum is made of them. Of whoever
supports others it says how often they listened and how many promises they kept, and never to whom. Words of others are
given as they were said, without the names of others (see masking).

Consequences. A book that was never sent what two people say knows no reflections and no promises: it leaves them out,
and does not say none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from caregiver_desk.practice.growth.own_year import Days, meet, months_between, within
from caregiver_desk.practice.spoken import value
from caregiver_desk.records.growth.development import GOAL_REVIEW, LEARNING_GOAL, Course, GoalState
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.supervision.observation import ObservationState
from caregiver_desk.records.supervision.supervision import (
    CHECK_IN,
    CheckInState,
    CheckInType,
    PromiseOwner,
    PromiseState,
)
from caregiver_desk.reports.masking import Masks
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import later, say

REFLECTED = ("situation", "happened", "was_like", "made_of_it", "what_next")  # what a guided reflection is written in
SPOKEN = frozenset({ObservationState.SPOKEN.value, ObservationState.ANSWERED.value})
SORTS = {
    CheckInType.ONE_TO_ONE: later("one-to-one"),
    CheckInType.BRIEF: later("in short calls"),
    CheckInType.AFTER_INCIDENT: later("after something hard"),
    CheckInType.REVIEW: later("in a review"),
    CheckInType.OWN: later("in own supervision"),
}


class Learning(NamedTuple):
    """Four things side by side; None where this book cannot know."""

    months: int | None
    courses: int | None
    reflections: int | None
    observations: int


class Told(NamedTuple):
    """Something of the year, and its day."""

    words: str
    day: date | None
    more: str = ""


class Year(NamedTuple):
    """What a book keeps of somebody's year."""

    person: str
    name: str
    days: Days
    learning: Learning
    heard: tuple[tuple[str, int], ...]  # by sort of talk
    last_heard: date | None
    listened: int
    promised: int  # promises to those whom they support, kept
    courses: tuple[Told, ...]
    strengths: tuple[Told, ...]
    goals: tuple[Told, ...]  # that were met, with what was seen of it
    kept: tuple[Told, ...]
    thanks: tuple[Told, ...]
    partners: tuple[Told, ...]

    @property
    def learned(self) -> tuple[Told, ...]:
        """In courses, and by goals of their own."""
        return _newest((*self.courses, *self.goals))


def own_year(book: Book, person: str, days: Days) -> Year:
    """Raises NoSuchRecord."""
    her = questions.get(book, "person", person)
    masks = Masks(book, her)
    talks = [each for each in _held(book, {"caregiver": person}) if within(_day(each, "day"), days)]
    seen = _spoken_of(book, person, days)
    learned = _trainings(book, person, days)
    return Year(
        person,
        questions.call(KINDS["person"], her.values),
        days,
        Learning(
            _months(book, person, days), None if learned is None else len(learned), _reflections(talks), len(seen)
        ),
        tuple(_by_sort(talks)),
        max((day for each in talks if (day := _day(each, "day"))), default=None),
        *_given(book, person, days),
        _newest(_course(book, each) for each in learned or ()),
        _newest(told for each in seen for told in _strengths(each, masks)),
        _newest(_goals(book, person, days, masks)),
        _newest(_promises(book, person, days, masks)),
        _newest(_thanked(book, person, days, masks)),
        tuple(_partners(book, person, days)),
    )


def _day(leaf: Leaf, name: str) -> date | None:
    return date.fromisoformat(str(leaf[name])) if leaf[name] else None


def _newest(told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda each: each.day or date.min, reverse=True))


def _held(book: Book, where: dict[str, object]) -> list[Leaf]:
    """A talk that says nothing of how it stands was held."""
    found = questions.listing(book, "check_in", where, limit=EVERY)
    return [each for each in found if (each["state"] or CheckInState.HELD) == CheckInState.HELD]


def _by_sort(talks: Sequence[Leaf]) -> list[tuple[str, int]]:
    sorts = [CheckInType(each["type"] or CheckInType.ONE_TO_ONE) for each in talks]
    return [(say(words), sorts.count(sort)) for sort, words in SORTS.items() if sort in sorts]


def _reflections(talks: Sequence[Leaf]) -> int | None:
    """Talks with a guided reflection; nothing where this book reads no word of any of them."""
    between_two = [each.name for each in CHECK_IN.fields.values() if each.audience == Audience.PAIR]
    if talks and all(each[name] is None for each in talks for name in between_two):
        return None
    return sum(any(each[name] for name in REFLECTED) for each in talks)


def _months(book: Book, person: str, days: Days) -> int | None:
    """Whole months in the role that they have on the last of the days, acting up for a while left out."""
    works = questions.listing(book, "engagement", {"person": person}, limit=EVERY)
    began = [
        day
        for each in works
        if (day := _day(each, "since")) and day <= days.last and (_day(each, "until") or date.max) > days.last
    ]
    return months_between(min(began), days.last) if began else None


def _spoken_of(book: Book, person: str, days: Days) -> list[Leaf]:
    """Visits together of these days of which somebody spoke with them afterwards."""
    found = questions.listing(book, "observation", {"caregiver": person}, limit=EVERY)
    return [
        each for each in found if (each["spoken_on"] or each["state"] in SPOKEN) and within(_day(each, "day"), days)
    ]


def _strengths(seen: Leaf, masks: Callable[[str], str]) -> list[Told]:
    return [Told(masks(str(seen[name])), _day(seen, "day")) for name in ("strength", "strength_too") if seen[name]]


def _trainings(book: Book, person: str, days: Days) -> list[Leaf] | None:
    """Courses that were done in these days; None where this program keeps none."""
    if "training" not in KINDS:
        return None
    found = questions.listing(book, "training", {"person": person}, limit=EVERY)
    stayed = [each for each in found if each["result"] != "withdrew"]
    return [each for each in stayed if meet(_day(each, "since"), _day(each, "until"), days)]


def _course(book: Book, training: Leaf) -> Told:
    fields = KINDS["training"].fields
    names = questions.names_of(book, [str(training["course"])]) if training["course"] else {}
    title = str(training["title"] or "") or names.get(str(training["course"]), "") or say("a course")
    said = [str(training["provider"] or ""), value(fields["result"], training["result"], {})]
    return Told(title, _day(training, "until") or _day(training, "since"), say(" · ").join(filter(None, said)))


def _goals(book: Book, person: str, days: Days, masks: Callable[[str], str]) -> list[Told]:
    """What they wanted to learn and did, of which the words are here; the day is that of the look that found it met."""
    met = questions.listing(book, LEARNING_GOAL.name, {"caregiver": person, "state": GoalState.MET}, limit=EVERY)
    looks = questions.listing(book, GOAL_REVIEW.name, {"caregiver": person, "course": Course.MET}, limit=EVERY)
    found = {str(each["goal"]): each for each in sorted(looks, key=lambda each: str(each["day"]))}
    told = [(each, found.get(each.id)) for each in met if each["goal"]]
    return [
        Told(masks(str(goal["goal"])), day, masks(str((look and look["evidence"]) or goal["evidence"] or "")))
        for goal, look in told
        if within(day := _day(look, "day") if look else _day(goal, "target") or _day(goal, "day"), days)
    ]


def _promises(book: Book, person: str, days: Days, masks: Callable[[str], str]) -> list[Told]:
    """Their own, of which the words are here."""
    hers = {"caregiver": person, "owner": PromiseOwner.CAREGIVER, "state": PromiseState.DONE}
    told = [(each, _kept_on(each)) for each in questions.listing(book, "promise", hers, limit=EVERY)]
    return [Told(masks(str(each["what"])), day) for each, day in told if each["what"] and within(day, days)]


def _kept_on(promise: Leaf) -> date | None:
    return _day(promise, "reviewed") or _day(promise, "due")


def _given(book: Book, person: str, days: Days) -> tuple[int, int]:
    """How often they listened to others, and how many promises to them they kept."""
    links = [each.id for each in questions.listing(book, "supervision", {"supervisor": person}, limit=EVERY)]
    if not links:
        return 0, 0
    listened = sum(within(_day(each, "day"), days) for each in _held(book, {"supervision": links}))
    kept = {"supervision": links, "owner": PromiseOwner.SUPERVISOR, "state": PromiseState.DONE}
    promised = questions.listing(book, "promise", kept, limit=EVERY)
    return listened, sum(within(_kept_on(each), days) for each in promised)


def _thanked(book: Book, person: str, days: Days, masks: Callable[[str], str]) -> list[Told]:
    found = questions.listing(book, "thanks", {"person": person}, limit=EVERY)
    return [
        Told(say("“{words}”", words=masks(str(each["what_for"]))), _day(each, "day"), masks(str(each["said_by"] or "")))
        for each in found
        if each["what_for"] and within(_day(each, "day"), days)
    ]


def _partners(book: Book, person: str, days: Days) -> list[Told]:
    found = questions.listing(book, "partnership_item", {"person": person}, limit=EVERY)
    held = [each for each in found if meet(_day(each, "since"), _day(each, "until"), days)]
    return [Told(str(each["body"]), _day(each, "since"), str(each["role"] or "")) for each in held if each["body"]]
