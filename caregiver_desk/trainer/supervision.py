"""Check-ins and promises: the ordinary ones in everyone's rhythm, those of the story on their day.

A promise is made open, and settled in the week in which it is due: kept, dropped, changed, or left open for all to see.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from typing import Any

from caregiver_desk.acts.act import named
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.calendar import fallen_back
from caregiver_desk.trainer.story import (
    AT_WORK,
    TEAMS,
    WORKING_DAYS,
    Settling,
    Telling,
    Told,
    caregivers,
    lasting,
    listed,
    told,
)

_NOT_FIELDS = ("who", "day", "promises", "by", "clock", "agreed", "otherwise")
_HOW_OFTEN = {"the_work": 0.7, "went_well": 0.6, "learning": 0.3, "organisation": 0.2}
_PROMISED = {"supervisor": 0.75, "caregiver": 0.35}
_SHORT, _LONG = (10, 15), (40, 45, 50, 60)
_LATE = 3  # weeks after which what was forgotten comes up again


def tell_week(telling: Telling, week: int) -> None:
    """Everybody who was heard in this week, or was to be heard."""
    for asked in telling.of_week(told("supervision")["asked"], week):
        named("ask_to_bring")(_book(telling, asked, week), caregiver=telling.people[asked["who"]], what=asked["what"])
    story = list(telling.of_week(told("supervision")["check_ins"], week))
    for each in story:
        _hold(telling, _book(telling, each, week), each)
    spoken = {each["who"] for each in story}
    for team in TEAMS:
        book = telling.desk(team, week)
        working = {each["person"] for each in listed(book, "engagement", role="caregiver") if each["state"] in AT_WORK}
        for name in _turns(team, week):
            if name not in spoken and telling.people[name] in working:
                _hold(telling, book, _ordinary(telling, team, name, week))


def _book(telling: Telling, each: Told, week: int) -> Book:
    if each.get("by") == "coordinator":
        return telling.books.coordinator
    return telling.desk(_member(each["who"])["team"], week)


def _member(name: str) -> Told:
    return next(each for each in caregivers() if each["given_names"] == name)


def _turns(team: str, week: int) -> Iterator[str]:
    """Whose turn it is by her rhythm."""
    for place, each in enumerate(caregivers()):
        if each["team"] == team and (week + place) % _every(team, week) == 0:
            yield each["given_names"]


def _every(team: str, week: int) -> int:
    """Weeks from one check-in to the next; those who are taken over wait longer."""
    take_over = told("sharing")["take_over"]
    taken_over = team == take_over["team"] and week >= take_over["week"]
    return int(take_over["heard_every"] if taken_over else told("supervision")["every"])


def _hold(telling: Telling, book: Book, each: Told) -> None:
    """Hold it with the promises made at it, and remember what becomes of them."""
    words = {name: value for name, value in each.items() if name not in _NOT_FIELDS}
    day, caregiver = telling.calendar.day(each["day"]), telling.people[each["who"]]
    if day > telling.calendar.today and words.get("state") != "planned":
        return
    if "next_day" in words:
        words["next_day"] = telling.calendar.day(words["next_day"])
    elif each["who"] in {name["given_names"] for name in caregivers()}:
        words["next_day"] = _next_day(telling, each)
    if "state" in words:
        _not_held(book, caregiver, day, words)
        return
    if each.get("agreed"):
        words |= {"agreed_on": day, "how_agreed": each["agreed"]}
    told_promises = each.get("promises", ())
    promises = [_promise(telling, promise) for promise in told_promises]
    with fallen_back(book, each["clock"]) if "clock" in each else nullcontext():
        held = named("hold_check_in")(book, caregiver=caregiver, day=day, words=words, promises=promises).record
    if "otherwise" in each:
        named("see_otherwise")(book, id=held, sees_otherwise=each["otherwise"])
    made = {promise["what"]: promise.id for promise in listed(book, "promise", check_in=held)}
    for promise in told_promises:
        _remember(telling, book, made[promise["what"]], promise)


def _not_held(book: Book, caregiver: str, day: date, words: Told) -> None:
    """One that lies ahead, one that was moved, or one for which a tired supervisor did not come."""
    why = {name: words[name] for name in ("not_held", "next_day") if name in words}
    if words["state"] == "missed":
        named("miss_check_in")(book, caregiver=caregiver, day=day, **why)
        return
    named("plan_check_in")(book, caregiver=caregiver, day=day)
    if words["state"] == "moved":
        named("move_check_in")(book, caregiver=caregiver, **why)


def _next_day(telling: Telling, each: Told) -> date:
    name, week = each["who"], each["day"][0] + 1
    team = _member(name)["team"]
    while name not in _turns(team, week):
        week += 1
    return telling.calendar.day([week, _weekday(name)])


def _weekday(name: str) -> int:
    return [each["given_names"] for each in caregivers()].index(name) % WORKING_DAYS


def _promise(telling: Telling, promise: Told) -> dict[str, Any]:
    return {"owner": promise["owner"], "what": promise["what"], "due": telling.calendar.day(promise["due"])}


def _remember(telling: Telling, book: Book, made: str, promise: Told) -> None:
    fate, due = promise.get("fate", "done"), promise["due"]
    if fate == "late":
        fate, due = "done", [due[0] + _LATE, due[1]]
    if fate == "changed":
        _move(telling, book, made, due)
    elif fate != "open" and telling.calendar.has_come(due):
        why = told("supervision")["why_dropped"]
        reason = {"why_dropped": why[due[0] % len(why)]} if fate == "dropped" else {}
        telling.later(due, Settling(book, "promise", made, {"state": fate, **reason}))


def _move(telling: Telling, book: Book, made: str, due: list[int]) -> None:
    """Given another day when its own had come, and kept on that."""
    again = [due[0] + _LATE, due[1]]
    if telling.calendar.has_come(due):
        telling.later(due, Settling(book, "promise", made, {"state": "changed", "due": telling.calendar.day(again)}))
    if telling.calendar.has_come(again):
        telling.later(again, Settling(book, "promise", made, {"state": "done"}))


def _ordinary(telling: Telling, team: str, name: str, week: int) -> Told:
    """An ordinary talk, or one that was missed."""
    chance, day = telling.chance("check-in", name, week), [week, _weekday(name)]
    for spell in told("supervision")["tired"]:
        if spell["team"] == team and lasting(spell, week) and chance.random() < spell["missed"]:
            return {"who": name, "day": day, "state": "missed", "not_held": spell["not_held"]}
    if chance.random() < told("supervision")["ordinary"]["brief"]:
        return {"who": name, "day": day, **_short_call(chance)}
    promises = [
        {**_words_of_a_promise(chance, owner), "due": [week + chance.choice((1, 2)), _weekday(name)]}
        for owner, often in _PROMISED.items()
        if chance.random() < often
    ]
    return {"who": name, "day": day, "promises": promises, **_talk(chance)}


def _short_call(chance: random.Random) -> dict[str, Any]:
    words = told("supervision")["ordinary"]["how_are_you"]
    how_are_you = chance.choice(words)
    return {"type": "short call", "mode": "by phone", "minutes": chance.choice(_SHORT), "how_are_you": how_are_you}


def _talk(chance: random.Random) -> dict[str, Any]:
    words = told("supervision")["ordinary"]
    said = {name: chance.choice(words[name]) for name, often in _HOW_OFTEN.items() if chance.random() < often}
    met = {"mode": "in person", "private": True, "minutes": chance.choice(_LONG)}
    return {**met, "how_are_you": chance.choice(words["how_are_you"]), **said}


def _words_of_a_promise(chance: random.Random, owner: str) -> dict[str, Any]:
    what = chance.choice(told("supervision")["ordinary"][f"{owner}_promises"])
    fates = told("supervision")["fates"]
    return {"owner": owner, "what": what, "fate": chance.choices(list(fates), list(fates.values()))[0]}
