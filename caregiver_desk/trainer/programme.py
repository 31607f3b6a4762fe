"""Lesedi Ridge Community Care: a fictional programme to rehearse with, told in acts.

Context. Nobody learns on real families. A trainer needs teams with a past: some who do well, some who struggle, a loss,
a long walk, promises kept and not yet kept, a laptop that changes hands. And the desk, its pictures and its figures
need books with something in them.

Decision. Who there is and what happened stands in `resources/trainer`, as data, one file a subject; how it is told
stands here, one chapter a subject. Week by week, with the program's clock standing in that week, the chapters do what
people would do: on Monday what begins, on Friday the sheets, the talks and what came of earlier promises, then the
sticks. Everything goes through the acts, or in bulk under their name, into three books that are marked as fictional.
What the dice decide hangs on a seed: one seed, one programme, on whatever day it is told.

Consequence. What the rehearsal shows is what the program does. There are no graphic details, and no real names. People,
places and the exchange are always told whole; fewer weeks leave out the visits, talks and burdens of the earlier ones.
A new kind of record gets a file and a chapter of its own, and a line below.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.acts import load, opening
from caregiver_desk.errors import NotFictional
from caregiver_desk.records.people.people import Role
from caregiver_desk.store.book import Book
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer import (
    agreement,
    concerns,
    groups,
    households,
    insight,
    observation,
    people,
    referrals,
    requests,
    safety,
    sharing,
    strain,
    supervision,
    visits,
    wellbeing,
)
from caregiver_desk.trainer.calendar import LAST, Calendar, standing_on
from caregiver_desk.trainer.fairness import processes, surveys
from caregiver_desk.trainer.growth import development, plans, roads, stepping, thanks, training, vacancies
from caregiver_desk.trainer.sharing import Post
from caregiver_desk.trainer.story import Books, Telling, Told, told

SEED = 7


Heard = Callable[[int, int], object]  # the week that is told, of how many; may raise Stopped


def nobody(_week: int, _weeks: int) -> None:
    """Who waits for nothing."""


def demo(
    place: Path,
    opener: Opener,
    *,
    weeks: int = LAST,
    week: int = LAST,
    seed: int = SEED,
    heard: Heard = nobody,
) -> Books:
    """The three books, told up to today in this week of the story, in a folder that is thrown away afterwards.

    `heard` learns of each week.
    """
    calendar = Calendar(clock.today(), weeks, week)
    with standing_on(calendar.day([1, 0])):
        books = begin_books(place)
    try:
        tell(Telling(books, calendar, seed), Post(place, opener), heard)
    except BaseException:
        books.close()
        raise
    return books


def begin_books(folder: Path) -> Books:
    """Three fictional books with their first page only."""
    load()  # a book has tables for the kinds that are known when it begins
    site, owners = told("people")["site"], told("people")["books"]
    books = {name: _begin_book(folder / name, site, each) for name, each in owners.items()}
    clock.trust()  # the story may begin in a year that a real book would doubt
    return Books(**books)


def _begin_book(folder: Path, site: str, owner: Told) -> Book:
    """A coordinator names who answers for the records; supervisors take it over with his card."""
    answers = told("people")["answers"] if owner["role"] == Role.COORDINATOR else {}
    return opening.demo_book(
        folder, name=owner["name"], role=Role(owner["role"]), site=site, team=owner["team"], **answers
    )


def tell(telling: Telling, post: Post, heard: Heard = nobody) -> None:
    """Tell the story, up to the week that is this one, into three fictional books that hold their first page only."""
    _need_fiction(telling.books.each())
    calendar = telling.calendar
    with standing_on(calendar.day([1, 0])):
        for chapter in (people, training, households, referrals, sharing, concerns):
            chapter.begin(telling)
    for week in range(1, calendar.last + 1):
        heard(week, calendar.last)
        with standing_on(calendar.day([week, 0])):
            _monday(telling, post, week)
        with standing_on(calendar.end_of(week)):
            _end_of_week(telling, post, week)
    if calendar.last == LAST:
        sharing.dispute(telling, post)


def _monday(telling: Telling, post: Post, week: int) -> None:
    sharing.tell_monday(telling, post, week)
    stepping.tell_monday(telling, week)
    people.tell_monday(telling, week)
    households.tell_monday(telling, week)


def _end_of_week(telling: Telling, post: Post, week: int) -> None:
    if week in telling.calendar.told_weeks():
        for chapter in (
            visits, supervision, agreement, observation, groups, safety, wellbeing, strain, referrals, concerns,
            requests, surveys, plans, thanks, training, development, stepping, vacancies, processes, roads, insight,
        ):  # fmt: skip
            chapter.tell_week(telling, week)
    telling.settle(week)
    people.tell_end(telling, week)
    sharing.tell_end(telling, post, week)


def _need_fiction(books: tuple[Book, ...]) -> None:
    if not all(book.fictional for book in books):
        raise NotFictional
