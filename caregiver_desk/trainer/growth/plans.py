"""Who is on which road: what has happened on it by this week, and how it ended."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.growth.plans import plans_of
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.practice.growth.plans import ROADS
from caregiver_desk.records.growth.plans import PlanSort
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.trainer.story import Telling, Told, listed, told


def tell_week(telling: Telling, week: int) -> None:
    """A plan begins once the word that its road is open has come to the laptop."""
    for each in telling.of_week(told("plans")["steps"], week):
        given = {name: each[name] for name in ("sort", "step", "what", "days")}
        named("add_own_step")(telling.books.coordinator, **given)
    for each in told("plans")["plans"]:
        if each["day"][0] <= week:
            book = telling.desk(each["team"], week)
            plan = _begun(telling, book, each)
            if plan and not plan["ended_on"]:
                _go_on(telling, book, plan, each)


def _begun(telling: Telling, book: Book, each: Told) -> Leaf | None:
    person, sort = telling.people.get(each["who"], book.person), PlanSort(each["sort"])
    if not plans_of(book, person, sort) and ROADS.get(sort) in {None, *open_roads(book)}:
        guide = telling.people[each["guide"]] if "guide" in each else None
        named("begin_plan")(book, person=person, sort=sort, since=telling.calendar.day(each["day"]), guide=guide)
    return next(iter(plans_of(book, person, sort)), None)


def _go_on(telling: Telling, book: Book, plan: Leaf, each: Told) -> None:
    today = clock.today()
    steps = {str(step["code"]): step for step in listed(book, "road_step", plan=plan.id)}
    for code, place in each["done"].items():
        day = telling.calendar.day(place)
        if day <= today and not steps[code]["done_on"]:
            named("finish_step")(book, id=steps[code].id, day=day)
    if (ends := each.get("ends")) and telling.calendar.day(ends["day"]) <= today:
        named("end_plan")(book, id=plan.id, end=ends["end"], day=telling.calendar.day(ends["day"]))
