"""What weighed on somebody, and the support that she was offered because of it."""

from __future__ import annotations

from typing import Any

from caregiver_desk.acts.act import named
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import Settling, Telling, Told, caregivers, of_week, told

_NOT_FIELDS = ("who", "day", "ends", "support")


def tell_week(telling: Telling, week: int) -> None:
    """The burdens that were spoken of in this week, and what was offered."""
    teams = {each["given_names"]: each["team"] for each in caregivers()}
    burdens = ({**each, "day": each["since"]} for each in told("wellbeing")["burdens"])
    for each in of_week(burdens, week):
        _tell(telling, telling.desk(teams[each["who"]], week), each)


def _tell(telling: Telling, book: Book, each: Told) -> None:
    caregiver, day = telling.people[each["who"]], telling.calendar.day
    fields = {name: value for name, value in each.items() if name not in _NOT_FIELDS}
    burden = named("record_burden")(book, caregiver=caregiver, **{**fields, "since": day(each["since"])}).record
    for support in each["support"]:
        offer = {"code": support["code"], "due": day(support["due"]), "stressor": burden}
        _go_on(telling, book, named("offer_support")(book, caregiver=caregiver, **offer).record, support)
    if "ends" in each:
        ending = Settling(book, "stressor", burden, {"state": each["ends"]["state"]})
        telling.later(each["ends"]["day"][0], ending)


def _go_on(telling: Telling, book: Book, offered: str, support: Told) -> None:
    """She says yes or no to what was offered, and what she took up is done on its day."""
    if "declined" in support:
        telling.later(support["due"][0], Settling(book, "follow_up", offered, {"state": "declined"}))
    elif "done" in support:
        done: dict[str, Any] = {"state": "done", "done_on": telling.calendar.day(support["done"])}
        telling.later(support["done"][0], Settling(book, "follow_up", offered, {**done, "helped": support["helped"]}))
    else:
        named("change_follow_up")(book, id=offered, fields={"state": "accepted"})
