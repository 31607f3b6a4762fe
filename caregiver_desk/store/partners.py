"""Whom this book exchanges bundles with, and what each of them said she holds.

What somebody has is known from her own last word, never from what was sent to her: a stick can be lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.store import erasing, heeding, statements
from caregiver_desk.store.book import Book, Cursor

ALOUD = "aloud"
Spans = Sequence[tuple[int, int]]
Receipt = Sequence[tuple[Stream, Spans]]  # what somebody says she holds


@dataclass(frozen=True)
class Partner:
    """Somebody this book exchanges bundles with. `compared` is "aloud" or "not"; `paired` in seconds.

    Who was parted from stays known, so that what a coordinator once said goes on holding; nothing is exchanged.
    """

    key: str
    laptop: str
    reader: str
    person: str
    name: str
    role: str
    compared: str
    paired: int
    parted: bool = False


def keep(book: Book, partner: Partner) -> None:
    """Accept a partner, or accept her again. What was compared aloud is not undone by a card that was not."""
    with book.writing() as cursor:
        before = book.hearing(cursor)
        cursor.execute(
            "INSERT INTO partner (key, laptop, reader, person, name, role, compared, paired, parted)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET name = excluded.name, reader = excluded.reader, paired = excluded.paired,"
            " parted = excluded.parted",
            astuple(partner),
        )
        if partner.compared == ALOUD:
            heard = (partner.laptop, partner.role, ALOUD, partner.key)
            cursor.execute("UPDATE partner SET laptop = ?, role = ?, compared = ? WHERE key = ?", heard)
        cursor.execute("INSERT OR IGNORE INTO laptop (laptop, key) VALUES (?, ?)", (partner.laptop, partner.key))
        posted = heeding.heed(book, cursor, before)
    if posted.erased:
        erasing.settle(book)


def known(book: Book) -> list[Partner]:
    """All partners by name."""
    with book.reading() as cursor:
        cursor.execute(
            "SELECT key, laptop, reader, person, name, role, compared, paired, parted FROM partner ORDER BY name, key"
        )
        return [Partner(*row) for row in cursor.fetchall()]


def part_from(book: Book, partner: Partner) -> None:
    """Exchange nothing with her from now on, until her card is accepted again."""
    with book.writing() as cursor:
        cursor.execute("UPDATE partner SET parted = 1 WHERE key = ?", (partner.key,))


def hear(cursor: Cursor, partner: Partner, laptop: str, said: Receipt) -> None:
    """Keep what a partner's laptop says it holds, beside what it said before.

    What a laptop holds only grows, since one that was restored goes on under another id; so an old bundle takes nothing
    back. The laptop heard last is the one she uses now, unless it is one that the other came after.
    """
    for stream, spans in said:
        whole = united([*acknowledged(cursor, laptop, stream), *spans])
        cursor.execute(
            "INSERT OR REPLACE INTO acknowledged (by, laptop, scope, audience, spans) VALUES (?, ?, ?, ?, ?)",
            (laptop, *map(str, stream), json.dumps(whole)),
        )
    if not _came_after(cursor, partner.laptop, laptop):
        cursor.execute("UPDATE partner SET laptop = ? WHERE key = ?", (laptop, partner.key))


def _came_after(cursor: Cursor, one: str, other: str) -> bool:
    """Whether a laptop goes on where another ended: it knows of the other, which never heard of it."""
    return _knows_of(cursor, one, other) and not _knows_of(cursor, other, one)


def _knows_of(cursor: Cursor, one: str, other: str) -> bool:
    cursor.execute("SELECT 1 FROM acknowledged WHERE by = ? AND laptop = ? LIMIT 1", (one, other))
    return cursor.fetchone() is not None


def united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same numbers in the fewest spans, in order."""
    whole: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if whole and low <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(high, whole[-1][1]))
        else:
            whole.append((low, high))
    return whole


def acknowledged(cursor: Cursor, laptop: str, stream: Stream) -> Spans:
    """The spans of a stream that this laptop said it holds."""
    cursor.execute(
        "SELECT spans FROM acknowledged WHERE by = ? AND laptop = ? AND scope = ? AND audience = ?",
        (laptop, *map(str, stream)),
    )
    found = cursor.fetchone()
    return [(low, high) for low, high in json.loads(found[0])] if found else []


def holds_statements(cursor: Cursor, receipt: Receipt) -> bool:
    """Whether this book holds every statement that somebody says she holds, on whichever branch of a fork."""
    cursor.execute(statements.STATEMENTS_HELD)
    here: dict[str, list[tuple[int, int]]] = {}
    for laptop, low, high in cursor.fetchall():
        here.setdefault(laptop, []).append((low, high))
    whole = {laptop: united(spans) for laptop, spans in here.items()}
    return all(
        any(first <= low and high <= last for first, last in whole.get(stream.laptop, ()))
        for stream, spans in receipt
        if stream.audience == Audience.CONTROL
        for low, high in spans
    )


def note_sent(cursor: Cursor, partner: Partner, bundle: str, made: int, lines: int) -> None:
    cursor.execute(
        "INSERT INTO sent (bundle, partner, made, lines) VALUES (?, ?, ?, ?)", (bundle, partner.key, made, lines)
    )


def last_sent(book: Book, partner: Partner) -> int | None:
    """When the last bundle for this partner was made, 0 if that is uncertain; None if never."""
    with book.reading() as cursor:
        cursor.execute("SELECT max(made) FROM sent WHERE partner = ?", (partner.key,))
        (made,) = cursor.fetchone() or (None,)
        return made
