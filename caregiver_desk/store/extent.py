"""How large a book is, in numbers that tell of nobody."""

from __future__ import annotations

from typing import NamedTuple

from caregiver_desk.store import backups, room
from caregiver_desk.store.book import Book

RECORDS = "SELECT count(DISTINCT record) FROM line WHERE body IS NOT NULL AND record <> ''"
_COUNTED = {"records": RECORDS} | {
    name: f"SELECT count(*) FROM {table}"
    for name, table in (("lines", "line"), ("laptops", "laptop"), ("partners", "partner"), ("bundles", "arrival"))
}


class Extent(NamedTuple):
    records: int
    lines: int
    laptops: int
    partners: int
    bundles: int  # that were taken in
    tables: int  # the version of the tables
    bytes: int
    backups: int  # beside the book


def extent(book: Book) -> Extent:
    counted = {}
    with book.reading() as cursor:
        for name, asked in _COUNTED.items():
            cursor.execute(asked)
            (counted[name],) = cursor.fetchone() or (0,)
    folder = book.vault.folder
    return Extent(
        **counted, tables=book.vault.version(), bytes=room.taken(folder), backups=len(backups.backups(folder))
    )
