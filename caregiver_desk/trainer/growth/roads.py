"""Mentors, a wish to go elsewhere, a small question and the time of a role: what has happened of them by this week."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.acts.sharing.extracts import keep_extract
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import pages
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import Telling, Told, listed, told


def tell_week(telling: Telling, week: int) -> None:
    story, office = told("roads"), telling.books.coordinator
    for each in telling.of_week(story["opened"], week):
        named("open_road")(office, road=each["road"])
    parts = (
        ("beside", Road.MENTORING, _beside),
        ("questions", Road.RESEARCH, _look_into),
        ("splits", Road.TIME_SPLIT, _share),
    )
    for part, road, tell in parts:
        for each in story[part]:
            book = telling.desk(each["team"], week) if each["day"][0] <= week else None
            if book and road in open_roads(book) and telling.calendar.day(each["day"]) <= clock.today():
                tell(telling, book, each)
    for each in story["moves"]:
        _wish(telling, office, week, each)
    for each in story["shadowed"]:
        _shadow(telling, office, week, each)


def _beside(telling: Telling, book: Book, each: Told) -> None:
    who, mentor = telling.people[each["who"]], telling.people.get(each.get("mentor", ""), book.person)
    if not listed(book, "mentoring", caregiver=who):
        given = {"sort": each["sort"], "purpose": each["purpose"], "since": telling.calendar.day(each["day"])}
        review = telling.calendar.day(each["review"])
        named("begin_mentoring")(book, caregiver=who, mentor=mentor, review_on=review, **given)
    (link,) = listed(book, "mentoring", caregiver=who)
    known = {str(met["day"]) for met in listed(book, "mentor_session", mentoring=link.id)}
    for met in each["met"]:
        day = telling.calendar.day(met["day"])
        if day <= clock.today() and day.isoformat() not in known:
            session = {"mentoring": link.id, "caregiver": who, "day": day, "topic": met["topic"]}
            named("record_mentor_session")(book, **session)


def _look_into(telling: Telling, book: Book, each: Told) -> None:
    person = telling.people[each["who"]]
    if not listed(book, "research_project", person=person):
        given = {name: each[name] for name in ("question", "granted", "ethics")}
        named("record_research_project")(book, person=person, since=telling.calendar.day(each["day"]), **given)
    if telling.calendar.day(each["counted"]) <= clock.today() and not listed(book, "extract"):
        kinds = [KINDS[name] for name in each["kinds"]]
        keep_extract(book, each["purpose"], kinds, sum(pages.how_many(book, kind) for kind in kinds))


def _share(telling: Telling, book: Book, each: Told) -> None:
    if not listed(book, "role_split", person=book.person):
        given = {name: each[name] for name in ("title", "practice", "supervising", "learning")}
        named("record_role_split")(book, person=book.person, since=telling.calendar.day(each["day"]), **given)


def _wish(telling: Telling, book: Book, week: int, each: Told) -> None:
    """Said to the coordinator alone."""
    day, person = telling.calendar.day(each["day"]), telling.people[each["who"]]
    if week == each["day"][0] and day <= clock.today() and Road.TRANSFERS in open_roads(book):
        given = {"to_team": _team(telling, each["to"], week), "words": each["words"], "day": day}
        named("record_move_interest")(book, person=person, **given)
    if week == each["known"][0] and listed(book, "move_interest", person=person):
        named("tell_their_team")(book, person=person)


def _shadow(telling: Telling, book: Book, week: int, each: Told) -> None:
    day, person = telling.calendar.day(each["day"]), telling.people[each["who"]]
    if week == each["day"][0] and day <= clock.today() and Road.TRANSFERS in open_roads(book):
        given = {"host": telling.people[each["host"]], "day": day, "note": each["note"]}
        named("record_shadow_day")(book, person=person, team=_team(telling, each["to"], week), **given)


def _team(telling: Telling, name: str, week: int) -> str:
    """The team of those whose laptop this is."""
    book = telling.desk(name, week)
    return str(listed(book, "engagement", person=book.person)[0]["team"])
