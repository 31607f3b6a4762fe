"""A probation that is confirmed, a grievance that is put right, and a worry that leads to support and to no process."""

from __future__ import annotations

from typing import Any

from caregiver_desk.acts.act import named
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.trainer.story import Telling, Told, caregivers, listed, told

_CAUSES = ("organisation", "found_organisation", "work", "found_work", "personal", "found_personal")


def tell_week(telling: Telling, week: int) -> None:
    """What was begun in this week, and what came of what was begun before."""
    for each in told("processes")["probations"]:
        _probation(telling, week, each)
    for each in told("processes")["grievances"]:
        _grievance(telling, week, each)
    for each in telling.of_week(told("processes")["worries"], week):
        _worry(telling, week, each)


def _of(telling: Telling, week: int, each: Told) -> tuple[Book, str]:
    teams = {who["given_names"]: who["team"] for who in caregivers()}
    return telling.desk(teams[each["who"]], week), telling.people[each["who"]]


def _begun(book: Book, kind: str, whom: str) -> Leaf | None:
    return next(iter(listed(book, kind, caregiver=whom)), None)


def _probation(telling: Telling, week: int, each: Told) -> None:
    """Where the story is told from a later week on, what was begun before is not there."""
    book, whom, day = *_of(telling, week, each), telling.calendar.day
    if each["day"][0] == week:
        days = {name: day(each[name]) for name in ("since", "until")}
        named("open_probation")(book, caregiver=whom, reviews=[day(look) for look in each["reviews"]], **days)
    about = _begun(book, "probation", whom)
    if about is None:
        return
    process = str(about["process"])
    for held in telling.of_week(each["held"], week):
        _review(book, process, {**held, "day": day(held["day"])})
    for note in telling.of_week(each["notes"], week):
        named("add_evidence")(book, process=process, words=note["words"], day=day(note["day"]))
    for linked in telling.of_week(each["linked"], week):
        newest = listed(book, linked["kind"], caregiver=whom, state="held", type="one-to-one")
        for source in newest[:1]:
            named("link_record")(book, process=process, kind=linked["kind"], id=source.id)
    if each["confirmed"][0] == week:
        named("decide_probation")(book, process=process, outcome="confirmed", why=each["why"])


def _review(book: Book, process: str, held: dict[str, Any]) -> None:
    steps = [each for each in listed(book, "process_stage", process=process) if each["day"] is None]
    for step in sorted(steps, key=lambda each: str(each["target"]))[:1]:
        named("hold_step")(book, step=step.id, **held)


def _grievance(telling: Telling, week: int, each: Told) -> None:
    book, whom = _of(telling, week, each)
    if each["day"][0] == week:
        said = {name: each[name] for name in ("said", "against", "goes_to")}
        named("raise_grievance")(book, caregiver=whom, **said)
    begun = _begun(book, "grievance", whom)
    if begun and each["ended"][0] == week:
        ends = {name: each[name] for name in ("outcome", "why", "heard")}
        named("end_process")(book, process=str(begun["process"]), **ends)


def _worry(telling: Telling, week: int, each: Told) -> None:
    """The causes first; then the plan that is there already says how each of the three sees it."""
    book, whom = _of(telling, week, each)
    causes = {name: each[name] for name in (*_CAUSES, "seen", "their_view") if name in each}
    made = named("note_worry")(book, caregiver=whom, day=telling.calendar.day(each["day"]), **causes).record
    plan = _begun(book, "support_plan", whom)
    if plan is not None:
        named("change_support_plan")(book, id=plan.id, fields=each["views"])
        named("change_performance_worry")(book, id=made, fields={"after": each["after"], "plan": plan.id})
