"""Development: items of seven kinds, learning goals and the looks at them, specialisms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.growth.between import begin
from caregiver_desk.acts.keeping import Wish, edit, in_order, keep, tell
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.acts.supervision.pairs import in_the_pair, pair_of
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.practice.growth.development import (
    CHANGE_OR_DROP,
    ENDS,
    Had,
    Provided,
    asks_to_change,
    begins,
    had,
    provided_so,
)
from caregiver_desk.practice.norms import Norms
from caregiver_desk.records.growth.development import (
    DEVELOPMENT_ITEM,
    GOAL_REVIEW,
    LEARNING_GOAL,
    SPECIALISM,
    Barrier,
    Course,
    DevelopmentItemTold,
    GoalState,
    ItemState,
    LearningGoalTold,
    SpecialismTold,
    Support,
)
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.supervision.observation import ObservationState
from caregiver_desk.records.supervision.supervision import CheckInState
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, LAST_DAY, Leaf
from caregiver_desk.wording import full_day, say

_SPOKEN_OF = (ObservationState.SPOKEN.value, ObservationState.ANSWERED.value)


def dropped_with_its_reason(wish: Wish) -> None:
    if wish["state"] == GoalState.DROPPED and not wish["why_dropped"]:
        raise NotFilledIn(fields=say(LEARNING_GOAL.fields["why_dropped"].label))


_ITEM = (in_the_pair, in_order())
_GOAL = (in_the_pair, in_order("day", "target"), dropped_with_its_reason)
_SPECIALISM = (in_the_pair, in_order())
keep(DEVELOPMENT_ITEM, "growth", *_ITEM)
keep(LEARNING_GOAL, "growth", *_GOAL)
keep(GOAL_REVIEW, "growth", in_the_pair)
keep(SPECIALISM, "growth", *_SPECIALISM)


@act("Plan development", subject="growth")
def plan_development(book: Book, *, told: DevelopmentItemTold) -> Outcome:
    """Something from which somebody grows, of one of the seven kinds."""
    return begin(book, "plan_development", DEVELOPMENT_ITEM, told, say("Saved: {what}.", what=told.what), _ITEM)


@act("Set a learning goal", subject="growth")
def set_goal(book: Book, *, told: LearningGoalTold) -> Outcome:
    """What somebody wants to learn, in their own words; the check-in after its day asks about it."""
    again = told.review_on
    said = say("Saved. You look at it again on {day}.", day=full_day(again)) if again else say("Saved.")
    return begin(book, "set_goal", LEARNING_GOAL, told, said, _GOAL)


@act("Note a specialism", subject="growth")
def note_specialism(book: Book, *, told: SpecialismTold) -> Outcome:
    """What somebody goes deep in, and how far they are."""
    return begin(book, "note_specialism", SPECIALISM, told, say("Saved."), _SPECIALISM)


@act("Look at a goal together", subject="growth")
def review_goal(
    book: Book,
    *,
    goal: str,
    course: Course,
    evidence: str | None = None,
    words: str | None = None,
    day: date | None = None,
    review_on: date | None = None,
) -> Outcome:
    """What came of a goal since the last look; each look is kept, and the goal follows. Who drops it says why.

    After two looks without a change the answer asks whether to change it or drop it; nothing is held up.
    """
    leaf = questions.get(book, LEARNING_GOAL.name, goal)
    pair, when = pair_of(book, leaf, str(leaf["caregiver"])), day or clock.today()
    if (leaf["state"] or GoalState.ACTIVE) != GoalState.ACTIVE:
        raise NotUnderstood(field=say(LEARNING_GOAL.fields["state"].label), reason=say("this goal has ended"))
    follows: dict[str, Any] = {"review_on": review_on, "state": ENDS.get(course, GoalState.ACTIVE)}
    follows |= {"evidence": evidence} if evidence else {}
    if course == Course.DROPPED:
        if not words:
            raise NotFilledIn(fields=say(GOAL_REVIEW.fields["words"].label))
        follows["why_dropped"] = words
    told = {"day": when, "course": course, "evidence": evidence, "words": words, "review_on": review_on}
    look = pair.new(GOAL_REVIEW, {"goal": leaf.id, **told})
    saved = ledger.append(book, "review_goal", [*pair.founding, look, edit(book, leaf, follows)])
    asks = asks_to_change(looks_at(book, leaf.id), norms_of(book))
    return tell(saved, say(CHANGE_OR_DROP) if asks else say("Saved."), look.record, asks=asks)


def reviews_of(book: Book, goal: str) -> list[Leaf]:
    """Every look at a goal, in their order."""
    found = questions.listing(book, GOAL_REVIEW.name, {"goal": goal}, limit=EVERY)
    return sorted(found, key=lambda each: (str(each["day"] or ""), each.id))


def looks_at(book: Book, goal: str) -> list[Course]:
    """What came of it each time, as far as it was sent here."""
    return [Course(each["course"]) for each in reviews_of(book, goal) if each["course"]]


class Asked(NamedTuple):
    """A goal whose day has come, or of which somebody asks whether to change it or drop it."""

    goal: Leaf
    day: date | None
    change_or_drop: bool


def open_goals(book: Book, caregiver: str) -> list[Asked]:
    """All goals of somebody that go on, those to look at soonest first."""
    active = questions.listing(
        book, LEARNING_GOAL.name, {"caregiver": caregiver, "state": GoalState.ACTIVE.value}, limit=EVERY
    )
    norms = norms_of(book)
    told = [_asked(book, each, norms) for each in active]
    return sorted(told, key=lambda each: (each.day or date.max, each.goal.id))


def goals_to_look_at(book: Book, caregiver: str, until: date) -> list[Asked]:
    """The goals of somebody that want a look by this day, what waited longest first."""
    goals = open_goals(book, caregiver)
    return [each for each in goals if (each.day and each.day <= until) or each.change_or_drop]


def development_ahead(book: Book, caregiver: str) -> list[Leaf]:
    """What somebody grows from that is planned or under way, by its day."""
    going = (ItemState.PLANNED.value, ItemState.UNDER_WAY.value)
    found = questions.listing(book, DEVELOPMENT_ITEM.name, {"caregiver": caregiver, "state": going}, limit=EVERY)
    return sorted(found, key=lambda each: (str(each["since"] or ""), each.id))


def _asked(book: Book, goal: Leaf, norms: Norms) -> Asked:
    stands = goal["review_on"] or goal["target"]
    day = date.fromisoformat(str(stands)) if stands else None
    return Asked(goal, day, asks_to_change(looks_at(book, goal.id), norms))


def support_had(book: Book, caregiver: str, today: date) -> tuple[Had, ...]:
    """Of the seven kinds of support, which somebody had in the last twelve months, and which not yet."""
    items = questions.listing(book, DEVELOPMENT_ITEM.name, {"caregiver": caregiver}, limit=EVERY)
    held = {
        Support.SUPERVISION: _days(book, "check_in", caregiver, today, {"state": CheckInState.HELD.value}),
        Support.OBSERVATION: _days(book, "observation", caregiver, today, {"state": _SPOKEN_OF}),
        Support.TRAINING: _trained(book, caregiver),
    }
    return had((_provided(each) for each in items if each["sort"] and each["since"]), held, today)


def barriers_removed(book: Book, today: date) -> dict[Barrier, date]:
    """What was taken out of the way of anybody in the last twelve months, and when last; of nobody by name."""
    items = questions.listing(book, DEVELOPMENT_ITEM.name, limit=EVERY, days=(begins(today).isoformat(), LAST_DAY))
    told = [(each, _provided(each).last(today)) for each in items if each["sort"] and each["since"]]
    given = ((Barrier(code), day) for each, day in told if day for code in each["barriers"] or ())
    return provided_so(given)


def _provided(leaf: Leaf) -> Provided:
    since, until = date.fromisoformat(str(leaf["since"])), leaf["until"]
    ended = date.fromisoformat(str(until)) if until else None
    return Provided(Support(leaf["sort"]), ItemState(leaf["state"] or ItemState.PLANNED), since, ended)


def _days(book: Book, kind: str, caregiver: str, today: date, where: dict[str, object]) -> Iterable[date]:
    told = questions.listing(
        book, kind, {"caregiver": caregiver, **where}, limit=EVERY, days=(begins(today).isoformat(), LAST_DAY)
    )
    return [date.fromisoformat(str(each["day"])) for each in told if each["day"]]


def _trained(book: Book, caregiver: str) -> list[date]:
    """Days of training, where records of training are kept, but for those from which somebody withdrew."""
    kind = KINDS.get("training")
    told = questions.listing(book, kind.name, {kind.about: caregiver}, limit=EVERY) if kind else []
    given = [each for each in told if each["result"] != "withdrew"]
    return [date.fromisoformat(str(each[name])) for each in given for name in ("since", "until") if each[name]]
