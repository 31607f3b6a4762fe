"""What was begun and is not saved yet: kept in the book, so that a power cut takes at most the last few letters.

Decision. A draft is the values of one form by their names, as JSON, under the *place* where it is filled in (and, where
a form is about somebody, her id). It is a note of this laptop's own: no line of the journal, nothing to undo, and no
bundle carries it. An erasure forgets the drafts that name its record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from caregiver_desk.store import statements
from caregiver_desk.store.book import Book, Cursor


def keep(book: Book, place: str, values: Mapping[str, Any]) -> None:
    """Keep what stands in a form, in place of what was kept of it before."""
    body = msgspec.json.encode(values).decode()
    with book.writing() as cursor:
        cursor.execute("DELETE FROM draft WHERE place = ?", (place,))  # the one kept last comes last
        cursor.execute("INSERT INTO draft (place, body) VALUES (?, ?)", (place, body))


def find(book: Book) -> dict[str, dict[str, Any]]:
    """Every draft by its place, the one kept last at the end. Days come back as text."""
    with book.reading() as cursor:
        cursor.execute("SELECT place, body FROM draft ORDER BY n")
        return {place: msgspec.json.decode(body) for place, body in cursor.fetchall()}


def forget(book: Book, place: str) -> None:
    """It was saved, or emptied."""
    with book.writing() as cursor:
        cursor.execute("DELETE FROM draft WHERE place = ?", (place,))


def forget_about(cursor: Cursor, records: Iterable[str]) -> None:
    """Forget every draft that names one of these records."""
    cursor.execute(statements.FORGET_DRAFTS, (json.dumps(sorted(records)),))
