"""A month with one caregiver, in words: what went well, talks and promises, and their load beside how they are.

Context. A number beside another person's number is a verdict. The two who know each other can read a month together.

Decision. One person at a time, on the machine of whoever listens to them, and in words: how full the weeks were stands
beside what they themselves said of them in that week. No sum is made, no aim is named, and nobody stands beside them.
What they preferred not to say is left out and not marked. It is no part of any report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from caregiver_desk.acts.norms import norms_of
from caregiver_desk.practice import spans
from caregiver_desk.practice.spans import Span
from caregiver_desk.practice.spoken import value
from caregiver_desk.practice.visits.load import heavy_from, is_heavy
from caregiver_desk.practice.wellbeing import wellbeing
from caregiver_desk.records.growth.training import TrainingResult
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Area
from caregiver_desk.records.supervision.supervision import CheckInState, PromiseOwner, PromiseState
from caregiver_desk.records.wellbeing.checks import Item
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf, Round
from caregiver_desk.wording import count, full_day, say

WEEK = timedelta(7)


@dataclass(frozen=True)
class Held:
    """What this book holds of one person in these days."""

    book: Book
    person: str
    span: Span

    def of(self, kind: str, where: Mapping[str, Any] | None = None) -> list[Leaf]:
        """Records about them whose day lies in these days, the earliest first."""
        about = {KINDS[kind].about: self.person, **(where or {})}
        return list(reversed(questions.listing(self.book, kind, about, days=self.span.days, limit=EVERY)))


def month_with(book: Book, person: str, span: Span) -> Document:
    held = Held(book, person, span)
    parts = {
        say("What went well"): list(_well(held)) or [Line("", say("Nothing was noted. That is worth asking about."))],
        say("Talks"): list(_talks(held)) or [Line("", say("Nobody listened to them in these days."))],
        say("Promises that are open"): list(_promises(held)),
        say("How full it was, and how they said they were"): list(_weeks(held)),
    }
    sections = tuple(Section(title, tuple(lines)) for title, lines in parts.items() if lines)
    name = questions.names_of(book, [person]).get(person, say("somebody"))
    under = (spans.said(span), say("For the two of you. It goes into no report and onto no other laptop."))
    return Document(say("A month with {name}", name=name), under, sections)


def _well(held: Held) -> Iterator[Line]:
    for each in held.of("thanks"):
        yield Line(say("Thanks"), str(each["what_for"] or say("They were thanked.")))
    kept = held.of("promise", {"owner": PromiseOwner.CAREGIVER, "state": PromiseState.DONE})
    if kept:
        yield Line(say("Kept"), "; ".join(str(each["what"]) for each in kept if each["what"]))
    for each in held.of("training", {"result": TrainingResult.COMPETENT}):
        yield Line(say("Learned"), str(each["title"] or say("a course")))
    for each in held.of("wellbeing_check"):
        if good := wellbeing.answers(each.values, each["unsaid"] or ()).get(Item.GOOD):
            yield Line(say("They said"), str(good))
    for each in held.of("check_in", {"state": CheckInState.HELD}):
        if each["went_well"]:
            yield Line(say("Of a talk"), str(each["went_well"]))


def _talks(held: Held) -> Iterator[Line]:
    kind = KINDS["check_in"]
    for each in held.of("check_in", {"state": CheckInState.HELD}):
        said = value(kind.fields["type"], each["type"], {})
        minutes = say("{number} minutes", number=each["minutes"]) if each["minutes"] else say("length not noted")
        yield Line(_day(each["day"]), say("{kind}, {minutes}", kind=said, minutes=minutes))


def _promises(held: Held) -> Iterator[Line]:
    """Whoever listens looks at their own first."""
    found = questions.listing(held.book, "promise", {"caregiver": held.person, "state": PromiseState.OPEN}, limit=EVERY)
    kind = KINDS["promise"]
    for each in sorted(found, key=lambda one: (one["owner"] != PromiseOwner.SUPERVISOR, str(one["due"] or ""))):
        what = say("{what}, by {day}", what=each["what"] or say("something"), day=_day(each["due"]))
        yield Line(value(kind.fields["owner"], each["owner"], {}).capitalize(), what)


def _weeks(held: Held) -> Iterator[Line]:
    """Week by week: how many visits on how many days, and beside it what they said of that week themselves."""
    rounds = [each for each in questions.rounds(held.book, held.span.days) if each.caregiver == held.person]
    said, begins = held.of("wellbeing_check"), heavy_from(norms_of(held.book), _area(held))
    monday = held.span.first - timedelta(held.span.first.weekday())
    while monday <= held.span.last:
        week = Span(monday, monday + WEEK - timedelta(1))
        own = [each for each in said if week.holds(date.fromisoformat(each["day"]))]
        lines = [
            _visits([each for each in rounds if week.holds(date.fromisoformat(each.day))], begins),
            *map(_said, own),
        ]
        yield Line(say("Week of {day}", day=full_day(monday)), " ".join(filter(None, lines)))
        monday += WEEK


def _visits(rounds: list[Round], begins: int) -> str:
    if not rounds:
        return say("No visits noted.")
    heavy = sum(is_heavy(each.done, begins) for each in rounds if each.doors)
    visits = count("{number} visit", "{number} visits", sum(each.done for each in rounds))
    days = count("on {number} day", "on {number} days", len(rounds))
    more = count(", {number} of them heavy", ", {number} of them heavy", heavy) if heavy else ""
    return f"{visits} {days}{more}."


def _said(check: Leaf) -> str:
    """What they answered, in the words of each step; of what they preferred not to say nothing."""
    kind, answers = KINDS["wellbeing_check"], wellbeing.answers(check.values, check["unsaid"] or ())
    parts = [
        f"{say(kind.fields[name].label)}: {_step(kind.fields[name].shown.unit, check[name])}"
        for name, item in (("load", Item.LOAD), ("energy", Item.ENERGY))
        if item in answers and check[name] is not None
    ]
    return say("They said: {told}.", told="; ".join(parts)) if parts else ""


def _step(unit: str, stored: int) -> str:
    """One of five steps in words: its two ends are named, what lies between them is nearer to one."""
    low, high = (each.split(" ", 1)[1] for each in say(unit).split(" … "))
    words = (low, say("rather {end}", end=low), say("in between"), say("rather {end}", end=high), high)
    return words[min(max(stored, 0), len(words) - 1)]


def _area(held: Held) -> Area | None:
    works = questions.listing(held.book, "engagement", {"person": held.person}, limit=EVERY)
    return next((Area(each["area"]) for each in works if each["area"]), None)


def _day(stored: str | None) -> str:
    return full_day(date.fromisoformat(stored)) if stored else say("no day")
