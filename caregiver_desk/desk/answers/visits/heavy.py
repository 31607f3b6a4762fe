"""What a load is read from: from how many visits on a day is heavy for each, and what is on a list."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from caregiver_desk.acts.norms import norms_of
from caregiver_desk.desk.answers.supervision.talks import works_of
from caregiver_desk.practice.visits import load
from caregiver_desk.records.people.people import Area, Role
from caregiver_desk.records.visits.households import HouseholdState
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf


def heavy_from(book: Book, people: Collection[str]) -> dict[str, int]:
    norms = norms_of(book)
    return {each: load.heavy_from(norms, area) for each, area in areas_of(book, people).items()}


def areas_of(book: Book, people: Collection[str]) -> dict[str, Area | None]:
    """In what parts each of them walks."""
    works = works_of(book, sorted(people), [Role.CAREGIVER.value])
    return {each: area_of(works.get(each)) for each in people}


def area_of(work: Leaf | None) -> Area | None:
    return Area(work["area"]) if work and work["area"] else None


def still_on_list(assignment: Leaf, today: date) -> bool:
    """Whether a home is on this list now, or will be."""
    return assignment["until"] is None or date.fromisoformat(assignment["until"]) > today


def state_of(household: Leaf) -> HouseholdState:
    return HouseholdState(household["state"] or HouseholdState.ACTIVE)
