"""One plan with its steps: what is next, what is overdue, what was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.growth.mentoring import beside_now, without_mentor
from caregiver_desk.acts.growth.plans import sort_of
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.practice.growth.plans import is_overdue, wants_decision, words_of
from caregiver_desk.records.growth.plans import ROAD_PLAN, ROAD_STEP, PlanEnd, PlanSort, StepSort
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, say


class Step(NamedTuple):
    """What is to happen, and how it stands."""

    id: str
    words: str
    quiet: str
    due: date | None
    done: date | None
    late: bool


class Plan(NamedTuple):
    """A plan as its sheet shows it; `ended` says how it ended, if it did."""

    id: str
    person: str
    title: str
    about: str
    ahead: tuple[Step, ...]
    behind: tuple[Step, ...]
    decide: bool
    ended: str


def plan_of(book: Book, record: str) -> Plan:
    leaf, today = questions.get(book, ROAD_PLAN.name, record), clock.today()
    sort, ended = sort_of(leaf), as_day(leaf["ended_on"])
    found = questions.listing(book, ROAD_STEP.name, {"plan": record}, limit=EVERY)
    steps = [_step(each, sort, str(leaf["version"]), ended, today) for each in found]
    beside = dict.fromkeys([*([str(leaf["guide"])] if leaf["guide"] else []), *beside_now(book, str(leaf["person"]))])
    names = questions.names_of(book, [str(leaf["person"]), *beside])
    return Plan(
        leaf.id,
        str(leaf["person"]),
        say("{road}: {name}", road=_road(sort).capitalize(), name=names.get(str(leaf["person"]), "")),
        _about(book, leaf, [names.get(each, say("Name not sent here")) for each in beside]),
        tuple(sorted((each for each in steps if each.done is None), key=_by_due)),
        tuple(sorted((each for each in steps if each.done), key=lambda each: str(each.done), reverse=True)),
        wants_decision(as_day(leaf["until"]), ended, today),
        _ended(leaf, ended),
    )


def _road(sort: PlanSort | None) -> str:
    return say(sort.value) if sort else say(ROAD_PLAN.label)


def _by_due(step: Step) -> tuple[str, str]:
    return str(step.due or ""), step.id


def _step(leaf: Leaf, sort: PlanSort | None, version: str, ended: date | None, today: date) -> Step:
    due, done = as_day(leaf["due"]), as_day(leaf["done_on"])
    words = str(leaf["what"] or "") or words_of(sort, version, str(leaf["code"] or ""))
    told = [say(StepSort(leaf["sort"] or StepSort.DO).value), str(leaf["whom"] or ""), str(leaf["note"] or "")]
    quiet = " · ".join(each for each in told if each)
    return Step(leaf.id, words, quiet, due, done, is_overdue(due, done, ended, today))


def _about(book: Book, leaf: Leaf, beside: Sequence[str]) -> str:
    """From when to when, and who is there for them: the guide of the plan, and whoever is their mentor or coach."""
    since, until = (as_day(leaf[name]) for name in ("since", "until"))
    told = [say("{since} to {until}", since=full_day(since), until=full_day(until))] if since and until else []
    along = [say("{name} walks along", name=each) for each in beside] or [say("nobody walks along yet")]
    return " · ".join([*told, *along, *_mentor(book, leaf)])


def _mentor(book: Book, leaf: Leaf) -> list[str]:
    """Whoever is new and has no mentor is asked after where their induction stands, once the site has that road."""
    asked = leaf["sort"] == PlanSort.INDUCTION and not leaf["ended_on"] and Road.MENTORING in open_roads(book)
    return [say("no mentor yet")] if asked and leaf["person"] in {each.person for each in without_mentor(book)} else []


def _ended(leaf: Leaf, ended: date | None) -> str:
    if ended is None or not leaf["end"]:
        return ""
    told = say("{end}, {day}", end=say(PlanEnd(leaf["end"]).value).capitalize(), day=full_day(ended))
    return ". ".join(filter(None, [told, str(leaf["why"] or "")]))
