"""Who has a team for a time, and until when: all of them, and what of it is to be known or done today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.growth.lent import standing_in
from caregiver_desk.acts.growth.stepping import to_make_final
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.practice.spoken import words as of_code
from caregiver_desk.records.growth.stepping import STEPPING_IN, StandsIn
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, known_day, later, say

LINES = {
    StandsIn.ACTING_UP: later("You act up in {team} until {day}."),
    StandsIn.COVER: later("You cover {team} until {day}."),
}


@dataclass(frozen=True)
class InPlace:
    """Somebody in another's place: whose desk this is may end it or give a new day, or not."""

    id: str
    name: str
    about: str
    over: bool  # by the clock of this laptop
    final: bool
    may_decide: bool


def in_place(book: Book) -> list[InPlace]:
    """Everybody who stood in, the latest end first."""
    found = questions.listing(book, STEPPING_IN.name, limit=EVERY)
    names, today = _names(book, found), clock.today()
    return [
        _told(book, each, names, today) for each in sorted(found, key=lambda each: str(each["until"]), reverse=True)
    ]


def _told(book: Book, leaf: Leaf, names: dict[str, str], today: date) -> InPlace:
    until, since = as_day(leaf["until"]), as_day(leaf["since"])
    sort = of_code(StandsIn(leaf["sort"])) if leaf["sort"] else say("in another's place")
    days = {"sort": sort, "team": names.get(str(leaf["team"]), say("a team"))}
    about = say("{sort} in {team}, {since} to {until}", **days, since=known_day(since), until=known_day(until))
    over, decides = until is not None and until <= today, book.role == Role.COORDINATOR
    return InPlace(leaf.id, _who(leaf, names), about, over, bool(leaf["settled"]), decides)


def lines_of_today(book: Book, today: date) -> tuple[str, ...]:
    """What whoever stands in is told each day: where, and until when."""
    hers = standing_in(book, today)
    names = _names(book, hers)
    return tuple(
        say(
            LINES[StandsIn(each["sort"])] if each["sort"] else later("You have {team} until {day}."),
            team=names.get(str(each["team"]), say("a team")),
            day=full_day(as_day(each["until"]) or today),
        )
        for each in hers
    )


def ends_to_make_final(book: Book, today: date) -> Iterator[tuple[str, str, date]]:
    """What is over and waits for the coordinator: its id, who stands in where, and since when it is over."""
    over = to_make_final(book, today)
    names = _names(book, over)
    for each in over:
        team = names.get(str(each["team"]), say("a team"))
        yield each.id, say("{name} in {team}", name=_who(each, names), team=team), as_day(each["until"]) or today


def _names(book: Book, found: list[Leaf]) -> dict[str, str]:
    return questions.names_of(book, [str(each[name]) for each in found for name in ("person", "team")])


def _who(leaf: Leaf, names: dict[str, str]) -> str:
    return names.get(str(leaf["person"]), say("somebody"))
