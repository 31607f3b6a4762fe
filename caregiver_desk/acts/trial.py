"""Trying a backup, and what is said of it: a drill for the day on which it is needed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store import backups, schema, slots, trial
from caregiver_desk.store.book import Book
from caregiver_desk.store.trial import Counted, Opens, Tried
from caregiver_desk.wording import count, full_day, say

NAMED = ("visit", "check_in", "promise", "follow_up", "person", "household")  # of what is newer; the rest is counted
EVERY = timedelta(days=90)
SOON = timedelta(days=14)  # after the first backup


def try_backup(book: Book, place: Path, opens: Opens) -> Tried:
    """Prove that a backup could be brought back, and note the day. What is wrong with it is raised as a sentence."""
    found = compare(book, prove(book.vault.folder, place, opens))
    note(book)
    return found


def prove(folder: Path, place: Path, opens: Opens) -> Counted:
    """The part that takes long, for which nobody needs the book."""
    return trial.counted(folder, place, opens, known_version=schema.newest())


def compare(book: Book, found: Counted) -> Tried:
    """What the book has beside what was found in the backup."""
    return trial.compared(book, found)


def note(book: Book) -> None:
    """One was tried today, and is good."""
    trial.note_tried(book, clock.today())


def with_passphrase(passphrase: str) -> Opens:
    return partial(slots.open_with_passphrase, passphrase=passphrase)


def is_due(book: Book, today: date) -> bool:
    """Whether a trial was long ago, or never was and there has been something to try for a while."""
    if not book.vault.keeps_backups:
        return False
    if last := trial.tried_on(book, today):
        return today - last >= EVERY
    return any(today - backups.day_of(place) >= SOON for place in backups.backups(book.vault.folder))


def told(found: Tried) -> str:
    """Of which day it is, how much is in it, and what is newer in the book."""
    of = say("This backup of {day} opens, and is whole.", day=full_day(found.day)) if found.day else ""
    holds = count("It holds {number} record.", "It holds {number} records.", found.records)
    whole = of or say("This backup opens, and is whole.")
    return " ".join((whole, holds, _newer(found), say("The book stays as it is, and nothing of the copy is left.")))


def _newer(found: Tried) -> str:
    if not found.alike:
        return say("The book went another way since, so nobody can say by a count what is newer.")
    if not found.newer:
        return say("Nothing in the book is newer.")
    one, many = "{number} record in the book is newer: {kinds}.", "{number} records in the book are newer: {kinds}."
    return count(one, many, sum(found.newer.values()), kinds=_kinds(found))


def _kinds(found: Tried) -> str:
    named = [_of_a_kind(KINDS[name], found.newer[name]) for name in NAMED if name in found.newer]
    rest = sum(many for name, many in found.newer.items() if name not in NAMED)
    return say(", ").join([*named, *([count("{number} other", "{number} others", rest)] if rest else [])])


def _of_a_kind(kind: Kind, number: int) -> str:
    return say("{number} {what}", number=number, what=say(kind.label if number == 1 else kind.plural))
