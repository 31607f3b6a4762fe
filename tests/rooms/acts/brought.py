"""The sheets of a supervisor, brought in, and what is asked of her book afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.store import agreement, questions
from caregiver_desk.store.book import Book

SAMPLES = Path(__file__).parents[2] / "samples"
CAREGIVERS, HOUSEHOLDS = SAMPLES / "north-caregivers.csv", SAMPLES / "north-households.csv"
Sheet = Callable[..., Path]


def people(book: Book, path: Path, **given: object) -> Outcome:
    return ACTS["bring_in_people"](book, path=path, **given)


def households(book: Book, path: Path, **given: object) -> Outcome:
    return ACTS["bring_in_households"](book, path=path, **given)


def state(book: Book) -> list[str]:
    return list(agreement.state(book))


def found(book: Book, kind: str, name: str, value: str) -> questions.Leaf:
    (leaf,) = questions.listing(book, kind, {name: value})
    return leaf


def reasons(outcome: Outcome) -> dict[int, str]:
    return {each["line"]: each["why"] for each in outcome.facts["to_mend"]}
