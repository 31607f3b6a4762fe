"""Hard events with what came of each offer, what else happened on the way, and rounds that somebody made alone."""

from __future__ import annotations

from caregiver_desk.acts.act import named
from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.wellbeing.events import Moment, Proposal, steps
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.trainer.story import Settling, Telling, Told, caregivers, listed, told
from caregiver_desk.trainer.wellbeing import came_of, go_on_from

_SAID = ("event", "at", "codes", "police", "injured", "reached", "helper", "offers")


def tell_week(telling: Telling, week: int) -> None:
    teams = {each["given_names"]: each["team"] for each in caregivers()}
    chapters = (("events", _event), ("remembrances", _remembered), ("incidents", _incident), ("plans", _plan))
    for name, tell in chapters:
        for each in telling.of_week(told("safety")[name], week):
            tell(telling, telling.desk(teams[each["who"]], week), each)


def _event(telling: Telling, book: Book, each: Told) -> None:
    """It is kept and support is offered; each offer goes its own way from there."""
    caregiver, day = telling.people[each["who"]], telling.calendar.day
    said = {name: each[name] for name in _SAID if name in each}
    burden = named("hard_event")(book, caregiver=caregiver, day=day(each["day"]), **said).record
    offered = listed(book, "follow_up", stressor=burden)
    for proposal, came in each["came"].items():
        came_of(telling, book, _offer(offered, Proposal(proposal), telling).id, came, burden)
    severity = {"severity": each["says"]["severity"]}
    telling.later(each["says"]["day"], Settling(book, "stressor", burden, severity))
    go_on_from(telling, book, each, burden)


def _offer(offered: list[Leaf], proposal: Proposal, telling: Telling) -> Leaf:
    """The follow-up that this proposal became."""
    today = telling.calendar.today
    (step,) = steps([proposal], Moment(today, None, today), norms({}))
    return next(each for each in offered if (each["code"], each["asks"]) == (step.code, step.asks))


def _remembered(telling: Telling, book: Book, each: Told) -> None:
    """Her team has its moment; who does not come is not asked why."""
    named("offer_remembrance")(book, caregiver=telling.people[each["who"]])
    done = {"state": "done", "done_on": telling.calendar.day(each["held"])}
    for offer in listed(book, "follow_up", code="F10", state="offered"):
        telling.later(each["held"], Settling(book, "follow_up", offer.id, done))


def _incident(telling: Telling, book: Book, each: Told) -> None:
    said = {name: value for name, value in each.items() if name not in {"who", "day", "home"}}
    home = {"household": telling.homes[each["home"]]} if "home" in each else {}
    day = telling.calendar.day(each["day"])
    named("note_incident")(book, caregiver=telling.people[each["who"]], day=day, **said, **home)


def _plan(telling: Telling, book: Book, each: Told) -> None:
    """Everybody came back."""
    said = {name: value for name, value in each.items() if name not in {"who", "day"}}
    day, caregiver = telling.calendar.day(each["day"]), telling.people[each["who"]]
    plan = named("plan_lone_visits")(book, caregiver=caregiver, day=day, **said).record
    if telling.calendar.has_come(each["day"]):
        named("back_safe")(book, plan=plan)
