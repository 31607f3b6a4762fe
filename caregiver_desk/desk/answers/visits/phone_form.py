"""A form for phones: which, what can be chosen in it from lists, and the file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.intake.phones import phone_forms
from caregiver_desk.records.people.people import PERSON
from caregiver_desk.records.visits.households import HOUSEHOLD
from caregiver_desk.reports.neighbours import xlsform
from caregiver_desk.store import safely
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

HOMES, NAMES = HOUSEHOLD.name, PERSON.name
FROM_LISTS = {HOMES: later("The codes of homes"), NAMES: later("The names of caregivers")}


def offered() -> list[tuple[str, str]]:
    """Our forms, by id and title."""
    return [(form.form, say(form.title)) for form in phone_forms().values() if form.asks]


def told(book: Book, form: str, lists: Collection[str]) -> list[str]:
    """What would stand in the form, in sentences."""
    found = xlsform.taken(book, phone_forms()[form], lists)
    said = [say("It asks for nothing private, and for no notes in words."), *xlsform.said_of(found)]
    return said if found else [*said, say("No name and no home stands in it: they are typed on the phone.")]


def write(book: Book, form: str, lists: Collection[str], folder: Path) -> Outcome:
    """Put it into a folder; nothing is written over."""
    chosen = phone_forms()[form]
    out = safely.free(folder, say(chosen.title), "", ".xlsx")
    xlsform.write(chosen, out, xlsform.taken(book, chosen, lists), book)
    return Outcome(say("Saved as {file}. Bring it to ODK or KoboToolbox, and it is on the phones.", file=out.name))
