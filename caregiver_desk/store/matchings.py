"""How the columns of somebody's spreadsheets were understood. It stands in the book, by the titles, and stays there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

import msgspec

from caregiver_desk.store import notes
from caregiver_desk.store.book import Book


class Remembered(msgspec.Struct, frozen=True):
    """Fields by title (empty: left out), and the order of the numbers in days by title."""

    fields: dict[str, str]
    orders: dict[str, str]


def recall(book: Book, kind: str, titles: Sequence[str]) -> Remembered | None:
    """What was chosen the last time a sheet of this kind had these titles."""
    with book.reading() as cursor:
        told = notes.OWN.read(cursor, _name(kind, titles))
    return msgspec.json.decode(told, type=Remembered) if told else None


def remember(book: Book, kind: str, titles: Sequence[str], told: Remembered) -> None:
    with book.writing() as cursor:
        notes.OWN.write(cursor, _name(kind, titles), msgspec.json.encode(told).decode())


def _name(kind: str, titles: Sequence[str]) -> str:
    """One place for each set of titles, whatever the order of the columns."""
    told = hashlib.sha256(json.dumps(sorted(titles)).encode()).hexdigest()
    return f"columns of {kind} {told[:32]}"
