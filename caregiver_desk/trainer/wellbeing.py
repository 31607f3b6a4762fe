"""What weighed on somebody, the support that she was offered because of it, how she said she was, and her plan."""

from __future__ import annotations

from caregiver_desk.acts.act import named
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import (
    OPEN,
    AskingAfter,
    Settling,
    Telling,
    Told,
    caregivers,
    listed,
    told,
)

_NOT_FIELDS = ("who", "day", "ends", "support", "home")
_CAME_OF_IT = ("helped", "way", "came_of_it", "next")


def tell_week(telling: Telling, week: int) -> None:
    """The burdens that were spoken of in this week, and what was offered."""
    teams = {each["given_names"]: each["team"] for each in caregivers()}
    burdens = ({**each, "day": each["since"]} for each in told("wellbeing")["burdens"])
    for each in telling.of_week(burdens, week):
        _tell(telling, telling.desk(teams[each["who"]], week), each)
    for each in telling.of_week(told("wellbeing")["checks"], week):
        _ask(telling, telling.desk(teams[each["who"]], week), each)
    for each in telling.of_week(told("wellbeing")["plans"], week):
        _plan(telling, telling.desk(teams[each["who"]], week), each)


def _ask(telling: Telling, book: Book, each: Told) -> None:
    """Her own answers, as far as she gave any."""
    answers = {name: value for name, value in each.items() if name not in _NOT_FIELDS}
    caregiver, day = telling.people[each["who"]], telling.calendar.day(each["day"])
    named("ask_how_she_is")(book, caregiver=caregiver, day=day, **answers)


def _plan(telling: Telling, book: Book, each: Told) -> None:
    """A plan, and which of the support that was offered before becomes part of it."""
    caregiver, day = telling.people[each["who"]], telling.calendar.day
    told_plan = {name: each[name] for name in ("agreed", "aims", "offers") if name in each}
    plan = named("open_plan")(book, caregiver=caregiver, opened=day(each["day"]), **told_plan).record
    for offer in listed(book, "follow_up", caregiver=caregiver):
        if offer["state"] in OPEN and offer["code"] in each["takes_in"]:
            named("change_follow_up")(book, id=offer.id, fields={"plan": plan})
    for called in each.get("called", ()):
        phoned = AskingAfter(book, {"plan": plan}, {"state": "done", "done_on": day(called)})
        telling.later(called, phoned)
    for name in ("reviewed", "ended"):
        if name in each:
            ending = {"ending": each["ending"]} if name == "ended" else {}
            telling.later(each[name], Settling(book, "support_plan", plan, {name: day(each[name]), **ending}))


def _tell(telling: Telling, book: Book, each: Told) -> None:
    caregiver, day = telling.people[each["who"]], telling.calendar.day
    fields = {name: value for name, value in each.items() if name not in _NOT_FIELDS}
    fields |= {name: day(each[name]) for name in ("since", "happened") if name in each}
    fields |= {"household": telling.homes[each["home"]]} if "home" in each else {}
    burden = named("record_burden")(book, caregiver=caregiver, **fields).record
    go_on_from(telling, book, each, burden)


def go_on_from(telling: Telling, book: Book, each: Told, burden: str) -> None:
    """What was offered because of it, and when it had eased."""
    caregiver, day = telling.people[each["who"]], telling.calendar.day
    for support in each["support"]:
        offer = {"code": support["code"], "due": day(support["due"]), "stressor": burden}
        offer |= {"service": telling.services[support["service"]]} if "service" in support else {}
        came_of(telling, book, named("offer_support")(book, caregiver=caregiver, **offer).record, support, burden)
    if "ends" in each:
        ends = {name: value for name, value in each["ends"].items() if name != "day"}
        ending = Settling(book, "stressor", burden, ends)
        telling.later(each["ends"]["day"], ending)


def came_of(telling: Telling, book: Book, offered: str, support: Told, burden: str) -> None:
    """She says yes or no to what was offered, and what she took up is done on its day."""
    if "declined" in support:
        telling.later(support["due"], Settling(book, "follow_up", offered, {"state": "declined"}))
    elif "done" in support:
        came = {name: support[name] for name in _CAME_OF_IT if name in support}
        done = {"state": "done", "done_on": telling.calendar.day(support["done"]), **came}
        telling.later(support["done"], Settling(book, "follow_up", offered, done))
    else:
        named("change_follow_up")(book, id=offered, fields={"state": "accepted"})
    if "asked" in support:
        answer = {"state": "done", "done_on": telling.calendar.day(support["asked"]), "helped": support["helped"]}
        telling.later(support["asked"], AskingAfter(book, {"stressor": burden}, answer))
