"""Whom this book exchanges bundles with, and what each of them said she holds.

What somebody has is known from her own last word, never from what was sent to her: a stick can be lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from caregiver_desk.records.journal import Stream
from caregiver_desk.store.book import Book, Cursor

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Partner:
    """Somebody this book exchanges bundles with. `compared` is "aloud" or "not"; `paired` in seconds."""

    key: str
    laptop: str
    reader: str
    person: str
    name: str
    role: str
    compared: str
    paired: int


def keep(book: Book, partner: Partner) -> None:
    """Accept a partner, or accept her again under what she is called now."""
    with book.writing() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO partner (key, laptop, reader, person, name, role, compared, paired)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            astuple(partner),
        )
        cursor.execute("INSERT OR IGNORE INTO laptop (laptop, key) VALUES (?, ?)", (partner.laptop, partner.key))
        book.weigh_again(cursor)


def known(book: Book) -> list[Partner]:
    """All partners by name."""
    with book.reading() as cursor:
        cursor.execute(
            "SELECT key, laptop, reader, person, name, role, compared, paired FROM partner ORDER BY name, key"
        )
        return [Partner(*row) for row in cursor.fetchall()]


def hear(book: Book, partner: Partner, said: Iterable[tuple[Stream, Spans]]) -> None:
    """Keep what a partner says she holds, in place of what she said before."""
    with book.writing() as cursor:
        cursor.execute("DELETE FROM acknowledged WHERE partner = ?", (partner.key,))
        cursor.executemany(
            "INSERT OR REPLACE INTO acknowledged (partner, laptop, scope, audience, spans) VALUES (?, ?, ?, ?, ?)",
            [(partner.key, *stream, json.dumps(spans)) for stream, spans in said],
        )


def acknowledged(cursor: Cursor, partner: Partner, stream: Stream) -> Spans:
    """The spans of a stream that this partner said she holds."""
    cursor.execute(
        "SELECT spans FROM acknowledged WHERE partner = ? AND laptop = ? AND scope = ? AND audience = ?",
        (partner.key, *map(str, stream)),
    )
    found = cursor.fetchone()
    return [(low, high) for low, high in json.loads(found[0])] if found else []


def note_sent(cursor: Cursor, partner: Partner, bundle: str, made: int, lines: int) -> None:
    cursor.execute(
        "INSERT INTO sent (bundle, partner, made, lines) VALUES (?, ?, ?, ?)", (bundle, partner.key, made, lines)
    )


def last_sent(book: Book, partner: Partner) -> int:
    """When the last bundle for this partner was made; 0 if never."""
    with book.reading() as cursor:
        cursor.execute("SELECT coalesce(max(made), 0) FROM sent WHERE partner = ?", (partner.key,))
        (made,) = cursor.fetchone() or (0,)
        return int(made)
