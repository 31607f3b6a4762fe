"""Safety incidents, and plans for rounds that somebody makes alone.

A plan for a day begins as the last one: what is not said anew is as it was. Whoever is back is marked so by one key.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import Wish, edit, keep, new_in, tell, wished
from caregiver_desk.acts.supervision.pairs import in_the_pair, pair_with
from caregiver_desk.acts.visits.households import meant
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice.visits import codes, rounds
from caregiver_desk.records.visits.safety import LONE_VISIT_PLAN, SAFETY_INCIDENT, IncidentSort
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

USUAL = ("route", "back_by", "act_by", "rings", "code_word", "actions")  # what one day takes over from another
_BETWEEN = re.compile(r"[,;\s]+")


def hours_in_order(wish: Wish) -> None:
    """Nobody acts before somebody is expected back."""
    back, action = (rounds.hour(str(wish[name] or "")) for name in ("back_by", "act_by"))
    if back and action and action < back and wish.changed & {"back_by", "act_by"}:
        reason = say("this is earlier than what stands under “{first}”", first=_label("back_by"))
        raise NotUnderstood(field=_label("act_by"), reason=reason)


def are_hours(wish: Wish) -> None:
    """The desk tells who is late by hours only."""
    if wrong := _no_hour(wish):
        raise NotUnderstood(field=_label(wrong), reason=say("an hour looks like 16:00"))


def _no_hour(wish: Wish) -> str:
    told = {name: str(wish[name]) for name in ("back_by", "act_by") if wish[name]}
    return next((name for name, words in told.items() if rounds.hour(words) is None), "")


def only_words(wish: Wish) -> str:
    """A plan in words alone is kept as well, for it is better than none."""
    return say("Without an hour as 16:00 nobody is told when they are late.") if _no_hour(wish) else ""


def _label(name: str) -> str:
    return say(LONE_VISIT_PLAN.fields[name].label)


def support_too(_: Wish) -> str:
    return say("If it was hard, offer support too: Ctrl E.")


keep(SAFETY_INCIDENT, "wellbeing", in_the_pair, heed=support_too)
keep(LONE_VISIT_PLAN, "visits", in_the_pair, hours_in_order, heed=only_words)


@act("Note a safety incident", subject="wellbeing")
def note_incident(  # noqa: PLR0913 - each is a question of its sheet
    book: Book,
    *,
    caregiver: str,
    sort: IncidentSort,
    day: date | None = None,
    area: str | None = None,
    household: str | None = None,
    injured: bool | None = None,
    police: str | None = None,
    support: str | None = None,
) -> Outcome:
    """Something that happened, or nearly did, to somebody at work. It stays between the two of you."""
    pair = pair_with(book, caregiver)
    told = {"area": area, "household": household, "injured": injured, "police": police, "support": support}
    incident = pair.new(SAFETY_INCIDENT, {"sort": sort, "day": day or clock.today(), **told})
    said = say("Saved, for the two of you only. If it was hard, offer support too: Ctrl E.")
    return pair.save(book, "note_incident", [incident], said)


@act("Plan a round alone", subject="visits")
def plan_lone_visits(  # noqa: PLR0913 - each is a question of its sheet
    book: Book,
    *,
    caregiver: str,
    day: date | None = None,
    route: str | None = None,
    back_by: str | None = None,
    act_by: str | None = None,
    rings: str | None = None,
    code_word: str | None = None,
    actions: str | None = None,
) -> Outcome:
    """Where somebody who goes alone means to be, when she should be back, and what is done if she is not.

    `route` are homes in order, by their codes or by the numbers of her list. What is left out is as in the last plan.
    One plan a day: a second for the same day changes the first.
    """
    pair, on = pair_with(book, caregiver), day or clock.today()
    walk = _in_order(book, caregiver, on, route) if route else None
    told = {"route": walk, "back_by": _clock(back_by), "act_by": _clock(act_by)}
    told |= {"rings": rings, "code_word": code_word, "actions": actions}
    given = {name: value for name, value in told.items() if value}
    draft = pair.draft(LONE_VISIT_PLAN, {"day": on, **_usual(book, caregiver), **given})
    for rule in (are_hours, hours_in_order):
        rule(wished(book, draft))
    standing = next((each for each in plans_of(book, caregiver) if each["day"] == on.isoformat()), None)
    change = edit(book, standing, given) if standing else new_in(pair.scope, LONE_VISIT_PLAN, draft)
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=change.record)
    return pair.save(book, "plan_lone_visits", [change], say("Planned. Mark them back safe when they are."))


@act("Back safe", subject="visits")
def back_safe(book: Book, *, plan: str) -> Outcome:
    """Somebody who went alone is back. No hour is kept."""
    change = edit(book, questions.get(book, LONE_VISIT_PLAN.name, plan), {"back": True})
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=plan)
    return tell(ledger.append(book, "back_safe", [change]), say("Back safe. Nobody is looked for."), plan)


def plans_of(book: Book, caregiver: str) -> list[Leaf]:
    return questions.listing(book, LONE_VISIT_PLAN.name, {"caregiver": caregiver}, limit=EVERY)


def last_plan(book: Book, caregiver: str) -> Leaf | None:
    """The plan of the latest day."""
    return max(plans_of(book, caregiver), key=lambda each: (str(each["day"]), each.id), default=None)


def _usual(book: Book, caregiver: str) -> dict[str, Any]:
    last = last_plan(book, caregiver)
    return {name: last[name] for name in USUAL if last[name]} if last else {}


def _clock(written: str | None) -> str | None:
    """An hour in its one form; what is none is refused as it stands."""
    at = rounds.hour(written) if written else None
    return f"{at:%H:%M}" if at else written


def _in_order(book: Book, caregiver: str, day: date, written: str) -> str:
    """Homes by their codes, in the order of the walk; a number of her list as the code of its home."""
    words = (each for each in _BETWEEN.split(written.strip()) if each)
    return ", ".join(_code_of(book, caregiver, day, each) for each in words)


def _code_of(book: Book, caregiver: str, day: date, word: str) -> str:
    number = codes.read_list_number(word)
    homes = meant(book, caregiver, number, day) if number is not None else []
    if codes.is_list_number(word) and len(homes) != 1:
        raise NotUnderstood(field=_label("route"), reason=say("{number} is no number of their list", number=word))
    return str(questions.get(book, "household", homes[0])["code"]) if homes else word
