"""Homes, and whoever may visit them, as the tests of acts need them."""

from __future__ import annotations

from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

DAY, EARLIER = "2026-03-02", "2026-02-27"


def asked(book: Book, name: str) -> str:
    """A caregiver who was cleared before she began."""
    person = unasked(book, name)
    vetted(book, person, "cleared", sort="child protection register, asked by us")
    return person


def unasked(book: Book, name: str = "Sibongile") -> str:
    """A caregiver of whom no check is on record."""
    return ACTS["add_caregiver"](book, given_names=name).record


def vetted(book: Book, person: str, result: str, submitted: str | None = None, sort: str = "police clearance") -> None:
    day = submitted or clock.today().isoformat()
    ACTS["record_vetting"](book, person=person, sort=sort, submitted=day, result=result)


def household(book: Book, code: str = "HH-001") -> str:
    return ACTS["record_household"](book, team=own_team(book), code=code).record


def answered(book: Book, house: str, answer: str = "refused", day: str = DAY) -> Any:
    return ACTS["record_consent"](book, household=house, day=day, answer=answer)


def visited(book: Book, caregiver: str, house: str, **more: Any) -> str:
    return ACTS["record_visit"](book, **{"household": house, "caregiver": caregiver, "day": DAY, **more}).record


def brought(book: Book, act: str, *lines: str) -> list[str]:
    """What a sheet brings in; the reasons for the lines that it does not."""
    sheet = book.vault.folder / "sheet.csv"
    sheet.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [each["why"] for each in ACTS[act](book, path=str(sheet)).facts["to_mend"]]


def assigned(book: Book, caregiver: str, house: str, **more: Any) -> int:
    made = ACTS["assign_household"](book, household=house, caregiver=caregiver, **more).record
    number = questions.get(book, "assignment", made)["short_number"]
    assert isinstance(number, int)
    return number
