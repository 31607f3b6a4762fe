"""A worry about somebody's work: noted after a look at its causes, and what comes of it.

Nothing here is asked of a worry about a child: that is a concern, which is noted at once and by anybody.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import Wish, keep, new_in, wished
from caregiver_desk.acts.supervision.pairs import in_the_pair, pair_with
from caregiver_desk.errors import LookFurther, NotUnderstood
from caregiver_desk.practice.fairness.processes import looked_further
from caregiver_desk.records.fairness.worry import GROUPS, PERFORMANCE_WORRY, OfOrganisation, OfPerson, OfWork
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

LOOKED = frozenset(name for pair in GROUPS for name in pair)


def looked_beyond_the_person(wish: Wish) -> None:
    """The organisation or the work is looked at, before anybody speaks of the person alone."""
    if (not wish.record or wish.changed & LOOKED) and not looked_further({name: wish[name] for name in LOOKED}):
        raise LookFurther


def a_plan_with_them(wish: Wish) -> None:
    """The plan that is named is one with the same person."""
    plan = questions.find_one(wish.book, "support_plan", str(wish["plan"])) if wish["plan"] else None
    if plan is not None and plan["caregiver"] != wish.book.shown(str(wish["caregiver"])):
        raise NotUnderstood(field=say(PERFORMANCE_WORRY.fields["plan"].label), reason=say("this is of somebody else"))


_RULES = (in_the_pair, looked_beyond_the_person, a_plan_with_them)

keep(PERFORMANCE_WORRY, "fairness", *_RULES, verbs=("change",), labels={"change": "Say what came of a worry"})


@act("Note a worry about work", subject="fairness")
def note_worry(  # noqa: PLR0913 - each is a question of its form
    book: Book,
    *,
    caregiver: str,
    seen: str,
    day: date | None = None,
    organisation: frozenset[OfOrganisation] = frozenset(),
    found_organisation: str = "",
    work: frozenset[OfWork] = frozenset(),
    found_work: str = "",
    personal: frozenset[OfPerson] = frozenset(),
    found_personal: str = "",
    their_view: str = "",
) -> Outcome:
    """What was seen, which causes were looked at first, and how they see it. It stays between the two.

    Raises LookFurther where nothing was checked of the organisation or of the work.
    """
    told: dict[str, Any] = {"day": day or clock.today(), "seen": seen, "their_view": their_view}
    told |= {"organisation": organisation, "work": work, "personal": personal}
    told |= {"found_organisation": found_organisation, "found_work": found_work, "found_personal": found_personal}
    pair = pair_with(book, caregiver)
    draft = pair.draft(PERFORMANCE_WORRY, {name: each for name, each in told.items() if each})
    wish = wished(book, draft)
    for rule in _RULES:
        rule(wish)
    said = say("Saved, for the two of you only. What helps has dates: arrange it in a support plan.")
    return pair.save(book, "note_worry", [new_in(pair.scope, PERFORMANCE_WORRY, draft)], said)
