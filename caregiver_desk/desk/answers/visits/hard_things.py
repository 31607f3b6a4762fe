"""What came near each list, in words: read from what is between its caregiver and whoever opened this book."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.visits.hard_things import MORE_THAN_ONCE, Near, Told, near, told_from
from caregiver_desk.records.visits.safety import SAFETY_INCIDENT
from caregiver_desk.records.wellbeing.wellbeing import STRESSOR
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import say


def came_near(book: Book, people: Collection[str], norms: Norms, today: date) -> dict[str, tuple[str, ...]]:
    """For each of these what came near their list; nothing where this book was told of nothing."""
    burdens, incidents = (_by_person(book, kind, people) for kind in (STRESSOR.name, SAFETY_INCIDENT.name))
    first = told_from(norms, today)
    found = {each: near(burdens.get(each, ()), incidents.get(each, ()), first) for each in people}
    return {each: tuple(_in_words(found[each], norms.hard_things)) for each in people}


def _by_person(book: Book, kind: str, people: Collection[str]) -> dict[str, list[Told]]:
    told: dict[str, list[Told]] = {}
    for each in questions.listing(book, kind, {"caregiver": sorted(people)}, limit=EVERY) if people else ():
        told.setdefault(str(each["caregiver"]), []).append(each.values)
    return told


def _in_words(found: Near, days: int) -> Iterator[str]:
    """Once, or more than once, and what is asked then; never how often."""
    if found.deaths == MORE_THAN_ONCE:
        yield say("More than one person whom they visit died in the last {days} days; ask how they are.", days=days)
    elif found.deaths:
        yield say("Somebody whom they visit died in the last {days} days; ask how they are.", days=days)
    if found.violence == MORE_THAN_ONCE:
        yield say("They met violence or threats at work more than once in the last {days} days.", days=days)
    elif found.violence:
        yield say("They met violence or a threat at work in the last {days} days.", days=days)
