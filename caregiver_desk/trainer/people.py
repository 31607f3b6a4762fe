"""Who works at Lesedi Ridge: how each came, and what changed for her."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.growth.training import learned_before
from caregiver_desk.trainer.story import Settling, Telling, Told, caregivers, listed, told

_SAID = ("given_names", "surname", "known_as", "phone", "language")
_GONE = frozenset({"left", "deceased"})


def begin(telling: Telling) -> None:
    """The office, and the six caregivers of each team."""
    for each, book in zip(told("people")["books"].values(), telling.books.each(), strict=True):
        telling.people[each["name"].split()[0]] = book.person
        hers = listed(book, "engagement", person=book.person)[0].id
        named("change_engagement")(book, id=hers, fields={"since": _since(telling, each)})
    for each in told("people")["office"]:
        _join_office(telling, each)
    for each in caregivers():
        book = telling.desk(each["team"], 1)
        _join_team(telling, book, each, _since(telling, each))
        _give_notice(telling, book, each)
    _vet(telling, caregivers(), 1)
    for each in told("people")["vettings"]:
        if each["day"][0] < 1:
            _check(telling, _book_of(telling, each["who"], 1), each, telling.calendar.day(each["day"]))


def since(telling: Telling, given_names: str) -> date:
    """The day on which somebody began to work here."""
    return next(_since(telling, each) for each in caregivers() if each["given_names"] == given_names)


def _since(telling: Telling, each: Told) -> date:
    if first := each.get("since", each.get("day")):
        return telling.calendar.day(first)
    return telling.calendar.day([1, 0]) - timedelta(days=365 * each["years"])


def _give_notice(telling: Telling, book: Book, each: Told) -> None:
    """On the first Monday everyone is told what is kept of her, in her language."""
    given = {"day": telling.calendar.day([1, 0]), "given_by": book.person, "language": each["language"]}
    named("record_notice")(book, person=telling.people[each["given_names"]], **given)


def _vet(telling: Telling, those: Sequence[Told], week: int) -> None:
    """How everyone stood when the story found her: one check on each, longer ago for some, never before she came."""
    story = told("people")["vetting"]
    for place, each in enumerate(those):
        before = telling.calendar.day([1, 0]) - timedelta(days=story["days_before"] + story["apart"] * place)
        asked = max(before, _since(telling, each) - timedelta(days=story["ahead"]))
        _check(telling, telling.desk(each["team"], week), {**story["check"], "who": each["given_names"]}, asked)


def _check(telling: Telling, book: Book, each: Told, day: date) -> None:
    asked = {"person": telling.people[each["who"]], "sort": each["sort"], "submitted": day}
    told_result = {"result": each.get("result", "pending"), "seen_by": book.person if "result" in each else None}
    made = named("record_vetting")(book, **asked, **told_result).record
    if "answered" in each:
        cleared = Settling(book, "vetting", made, {"result": "cleared", "seen_by": book.person})
        telling.later(each["answered"], cleared)


def _book_of(telling: Telling, name: str, week: int) -> Book:
    return telling.desk(next(each["team"] for each in caregivers() if each["given_names"] == name), week)


def _join_office(telling: Telling, each: Told) -> None:
    book = telling.books.coordinator
    person = named("record_person")(book, **{name: each[name] for name in _SAID if name in each}).record
    learned_before(telling, book, person, each["given_names"])
    named("record_engagement")(book, person=person, team=own_team(book), role=each["role"])


def _join_team(telling: Telling, book: Book, each: Told, day: date) -> None:
    who = {name: each[name] for name in _SAID if name in each}
    if "age" in each:
        who["birth_year"] = telling.calendar.today.year - each["age"]
    person = named("add_caregiver")(book, **who, since=day).record
    telling.people[each["given_names"]] = person
    fields = {"field_days": each.get("field_days", told("visits")["field_days"]), "state": each.get("state", "active")}
    fields |= told("people")["engaged"] | told("people")["areas"].get(each.get("ward", ""), {})
    named("change_engagement")(book, id=engagement(book, person), fields=fields)


def engagement(book: Book, person: str) -> str:
    """The id of somebody's engagement as a caregiver."""
    return listed(book, "engagement", person=person, role="caregiver")[0].id


def tell_monday(telling: Telling, week: int) -> None:
    """Who begins something new this week."""
    lent = list(telling.of_week(told("people")["lent"], week))
    for each in lent:
        _join_team(telling, telling.desk(each["team"], week), each, telling.calendar.day(each["day"]))
    _vet(telling, lent, week)
    for each in told("people")["acting"]:
        if each["from"][0] == week:
            _act_up(telling, each)
    _tell_changes(telling, week, monday=True)


def tell_end(telling: Telling, week: int) -> None:
    """What happened to somebody in the course of this week."""
    _tell_changes(telling, week, monday=False)
    for each in telling.of_week(told("people")["vettings"], week):
        if each["day"][0] >= 1 and telling.calendar.has_come(each["day"]):
            _check(telling, _book_of(telling, each["who"], week), each, telling.calendar.day(each["day"]))


def _act_up(telling: Telling, each: Told) -> None:
    book, day = telling.books.north, telling.calendar.day
    told_days = {"since": day(each["from"]), "until": day(each["until"])}
    person = telling.people[each["who"]]
    named("record_engagement")(book, person=person, team=own_team(book), role=each["role"], **told_days)


def _tell_changes(telling: Telling, week: int, *, monday: bool) -> None:
    teams = {each["given_names"]: each["team"] for each in (*caregivers(), *told("people")["lent"])}
    for each in telling.of_week(told("people")["changes"], week):
        if (each["day"][1] == 0) == monday:
            _change(telling, telling.desk(teams[each["who"]], week), each)


def _change(telling: Telling, book: Book, each: Told) -> None:
    person, day = telling.people[each["who"]], telling.calendar.day(each["day"])
    if each["state"] in _GONE:
        why = {"leaving": each["leaving"]} if "leaving" in each else {}
        named("caregiver_leaves")(book, caregiver=person, state=each["state"], day=day, **why)
    else:
        named("change_engagement")(book, id=engagement(book, person), fields={"state": each["state"]})
