"""From how many visits on a day is heavy for each of some people: by the numbers in force, and where they walk."""

from __future__ import annotations

from collections.abc import Collection

from caregiver_desk.acts.norms import norms_of
from caregiver_desk.desk.answers.talks import works_of
from caregiver_desk.practice import load
from caregiver_desk.records.people import Area, Role
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf


def heavy_from(book: Book, people: Collection[str]) -> dict[str, int]:
    norms, works = norms_of(book), works_of(book, sorted(people), [Role.CAREGIVER.value])
    return {each: load.heavy_from(norms, area_of(works.get(each))) for each in people}


def area_of(work: Leaf | None) -> Area | None:
    return Area(work["area"]) if work and work["area"] else None
