"""Who works at Lesedi Ridge: how each came, and what changed for her."""

from __future__ import annotations

from datetime import date, timedelta

from caregiver_desk.acts.act import named
from caregiver_desk.acts.people import own_team
from caregiver_desk.records.people import Check, Result
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.parting import part_from
from caregiver_desk.trainer.story import Telling, Told, caregivers, listed, of_week, told

_SAID = ("given_names", "surname", "known_as", "phone", "language")
_GONE = frozenset({"left", "deceased"})
_ANSWERED, _RENEWED = timedelta(days=21), timedelta(days=280)


def begin(telling: Telling) -> None:
    """The office, and the six caregivers of each team."""
    for name, book in zip(told("people")["books"].values(), telling.books.each(), strict=True):
        telling.people[name["name"].split()[0]] = book.person
    for each in told("people")["office"]:
        _join_office(telling, each)
    for each in caregivers():
        _join_team(telling, telling.desk(each["team"], 1), each, _since(telling, each))


def since(telling: Telling, given_names: str) -> date:
    """The day on which somebody began to work here."""
    return next(_since(telling, each) for each in caregivers() if each["given_names"] == given_names)


def _since(telling: Telling, each: Told) -> date:
    if "since" in each:
        return telling.calendar.day(each["since"])
    return telling.calendar.day([1, 0]) - timedelta(days=365 * each["years"])


def _join_office(telling: Telling, each: Told) -> None:
    book = telling.books.coordinator
    person = named("record_person")(book, **{name: each[name] for name in _SAID if name in each}).record
    named("record_engagement")(book, person=person, team=own_team(book), role=each["role"])


def _join_team(telling: Telling, book: Book, each: Told, day: date) -> None:
    who = {name: each[name] for name in _SAID if name in each}
    if "age" in each:
        who["birth_year"] = telling.calendar.today.year - each["age"]
    person = named("add_caregiver")(book, **who, since=day).record
    telling.people[each["given_names"]] = person
    _vet(telling, book, person, day)
    fields = {"field_days": each.get("field_days", told("visits")["field_days"]), "state": each.get("state", "active")}
    named("change_engagement")(book, id=engagement(book, person), fields=fields)


def _vet(telling: Telling, book: Book, person: str, day: date) -> None:
    """Asked before she began; of those who began long ago, anew not long before the story."""
    submitted = max(day, telling.calendar.day([1, 0]) - _RENEWED) - _ANSWERED
    check = Check.CHILD_REGISTER_EMPLOYER
    named("record_vetting")(book, person=person, sort=check, submitted=submitted, result=Result.CLEARED)


def engagement(book: Book, person: str) -> str:
    """The id of somebody's engagement as a caregiver."""
    return listed(book, "engagement", person=person, role="caregiver")[0].id


def tell_monday(telling: Telling, week: int) -> None:
    """Who begins something new this week."""
    for each in of_week(told("people")["lent"], week):
        _join_team(telling, telling.desk(each["team"], week), each, telling.calendar.day(each["day"]))
    for each in told("people")["acting"]:
        if each["from"][0] == week:
            _act_up(telling, each)
    _tell_changes(telling, week, monday=True)


def tell_end(telling: Telling, week: int) -> None:
    """What happened to somebody in the course of this week."""
    _tell_changes(telling, week, monday=False)


def _act_up(telling: Telling, each: Told) -> None:
    book, day = telling.books.north, telling.calendar.day
    told_days = {"since": day(each["from"]), "until": day(each["until"])}
    person = telling.people[each["who"]]
    named("record_engagement")(book, person=person, team=own_team(book), role=each["role"], **told_days)


def _tell_changes(telling: Telling, week: int, *, monday: bool) -> None:
    teams = {each["given_names"]: each["team"] for each in (*caregivers(), *told("people")["lent"])}
    for each in of_week(told("people")["changes"], week):
        if (each["day"][1] == 0) == monday:
            _change(telling, telling.desk(teams[each["who"]], week), each)


def _change(telling: Telling, book: Book, each: Told) -> None:
    person, day = telling.people[each["who"]], telling.calendar.day(each["day"])
    gone = each["state"] in _GONE
    fields = {"state": each["state"], **({"until": day} if gone else {})}
    named("change_engagement")(book, id=engagement(book, person), fields=fields)
    if gone:
        part_from(book, person, day)
