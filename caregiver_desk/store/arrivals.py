"""The bundles that were opened here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.errors import NoSuchImport
from caregiver_desk.store.book import Book

IMPORTS = "(imports)"  # touched where a bundle was opened, set aside or brought back


@dataclass(frozen=True)
class Opened:
    """One bundle: `number` to set it aside by, `made` and `opened` in seconds, `summary` as counts."""

    number: int
    bundle: str
    laptop: str
    made: int
    opened: int
    summary: Mapping[str, int]
    aside: bool


def opened(book: Book, *, after: int = 0) -> list[Opened]:
    """The bundles opened here after the one with this number, the last one first."""
    asked = "SELECT n, bundle, laptop, made, opened, summary, aside FROM arrival WHERE n > ? ORDER BY n DESC"
    with book.reading() as cursor:
        cursor.execute(asked, (after,))
        return [
            Opened(n, bundle, laptop, made, when, json.loads(summary), bool(aside))
            for n, bundle, laptop, made, when, summary, aside in cursor.fetchall()
        ]


def last(book: Book) -> int:
    """The number of the last bundle opened here; 0 before the first."""
    with book.reading() as cursor:
        cursor.execute("SELECT n FROM arrival ORDER BY n DESC LIMIT 1")
        found = cursor.fetchone()
    return found[0] if found else 0


def opened_before(book: Book, seal: str) -> bool:
    """Whether the file with this SHA-256 was opened here before."""
    with book.reading() as cursor:
        cursor.execute("SELECT 1 FROM arrival WHERE seal = ?", (seal,))
        return cursor.fetchone() is not None


def is_aside(book: Book, number: int) -> bool:
    """Whether what came with this bundle is set aside here. Raises NoSuchImport."""
    with book.reading() as cursor:
        cursor.execute("SELECT aside FROM arrival WHERE n = ?", (number,))
        if found := cursor.fetchone():
            return bool(found[0])
    raise NoSuchImport(bundle=number)


def came(book: Book, key: str) -> int | None:
    """When a bundle of any laptop of the holder of this key was last opened here."""
    return next((each.opened for each in opened(book) if clock.speaks_for(each.laptop, key)), None)


def holds(book: Book, number: int, kinds: Iterable[str]) -> bool:
    """Whether a line of a record of these kinds came with this bundle."""
    asked = [f"SELECT 1 FROM line WHERE arrival = ? AND record IN (SELECT id FROM {kind})" for kind in kinds]
    with book.reading() as cursor:
        cursor.execute(" UNION ".join(asked), (number,) * len(asked))
        return cursor.fetchone() is not None
