"""Whom this book exchanges bundles with, and by which of her laptops each of them goes now."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from caregiver_desk.store import access, erasing, heeding, notes, receipts, statements
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.organisation import LISTED
from caregiver_desk.store.receipts import Receipt

ALOUD = "aloud"  # her words were compared; see organisation for who is known otherwise
UNSEEN = 4_096  # marks kept of one partner: as many as one bundle may name
PARTNERS = "(partners)"  # touched where somebody became a partner, or a bundle was made for her


@dataclass(frozen=True)
class Partner:
    """Somebody this book exchanges bundles with. `paired` in seconds.

    `compared` says how she came to be known: "aloud", by the "list" of the organisation, by a "certificate", or "not".

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
        enter(book, cursor, partner)
        posted = heeding.heed(book, cursor, before)
    if posted.erased:
        erasing.settle(book)


def enter(book: Book, cursor: Cursor, partner: Partner) -> None:
    """The row of a partner; who is heard is for the caller to heed."""
    cursor.execute(
        "INSERT INTO partner (key, laptop, reader, person, name, role, compared, paired, parted)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET name = excluded.name, reader = excluded.reader, paired = excluded.paired,"
        " parted = excluded.parted",
        astuple(partner),
    )
    if partner.compared in {ALOUD, LISTED}:
        heard = (partner.laptop, partner.role, ALOUD, partner.compared, partner.key)
        cursor.execute(
            "UPDATE partner SET laptop = ?, role = ?, compared = CASE compared WHEN ? THEN compared ELSE ? END"
            " WHERE key = ?",
            heard,
        )
    cursor.execute(statements.NEW_LAPTOP, (partner.laptop, partner.key))
    access.enter(book, cursor, What.PAIRED, partner=partner.key)


def known(book: Book) -> list[Partner]:
    """All partners by name."""
    with book.reading() as cursor:
        return _partners(cursor, "TRUE ORDER BY name, key")


def who_signs(book: Book, key: str) -> Partner | None:
    """The partner whose key this is."""
    with book.reading() as cursor:
        return next(iter(_partners(cursor, "key = ?", key)), None)


def is_known(cursor: Cursor, key: str) -> bool:
    """Whether somebody with this key is a partner, or was."""
    return bool(_partners(cursor, "key = ?", key))


def _partners(cursor: Cursor, which: str, *asked: str) -> list[Partner]:
    cursor.execute(
        f"SELECT key, laptop, reader, person, name, role, compared, paired, parted FROM partner WHERE {which}", asked
    )
    return [Partner(*row) for row in cursor.fetchall()]


def part_from(book: Book, partner: Partner) -> None:
    """Exchange nothing with her from now on, until her card is accepted again."""
    with book.writing() as cursor:
        cursor.execute("UPDATE partner SET parted = 1 WHERE key = ?", (partner.key,))
        access.enter(book, cursor, What.PARTED, partner=partner.key)


def hear(cursor: Cursor, partner: Partner, laptop: str, receipt: Receipt, height: int = 0) -> None:
    """Keep what a partner's laptop says it holds, and how much its book had taken in.

    The laptop heard last is the one she uses now, unless it is one that the other came after.
    """
    receipts.hear(cursor, laptop, receipt)
    highest = max(height, height_of(cursor, laptop))
    cursor.execute(
        "INSERT INTO height (laptop, height) VALUES (?, ?) ON CONFLICT (laptop) DO UPDATE SET height = excluded.height",
        (laptop, highest),
    )
    if not _came_after(cursor, partner.laptop, laptop):
        cursor.execute("UPDATE partner SET laptop = ? WHERE key = ?", (laptop, partner.key))


def _came_after(cursor: Cursor, one: str, other: str) -> bool:
    """Whether a laptop goes on where another ended: it knows of the other, which never heard of it."""
    return receipts.knows_of(cursor, one, other) and not receipts.knows_of(cursor, other, one)


def hear_unseen(cursor: Cursor, key: str, ends: Iterable[tuple[str, int, str]]) -> None:
    """Keep how far a partner says that those of her streams go which this book never receives, by their marks."""
    known = _unseen(cursor, key)
    told = {mark: max((last, at), known.get(mark, (0, ""))) for mark, last, at in ends}
    if told:
        known = known | told if len(known | told) <= UNSEEN else told
        notes.OF_THE_JOURNAL.write(cursor, f"unseen {key}", json.dumps(known))


def unseen(book: Book, key: str) -> dict[str, tuple[int, str]]:
    """The last number, and the name of the running digest there, of streams of this key that never come here."""
    with book.reading() as cursor:
        return _unseen(cursor, key)


def _unseen(cursor: Cursor, key: str) -> dict[str, tuple[int, str]]:
    noted = json.loads(notes.OF_THE_JOURNAL.read(cursor, f"unseen {key}") or "{}")
    return {mark: (last, at) for mark, (last, at) in noted.items()}


def height_of(cursor: Cursor, laptop: str) -> int:
    """The most that the book on a laptop ever said it had taken in."""
    cursor.execute("SELECT height FROM height WHERE laptop = ?", (laptop,))
    (height,) = cursor.fetchone() or (0,)
    return int(height)


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


def supervised_in(cursor: Cursor, partner: Partner) -> frozenset[str]:
    """The scopes of the pairs in which somebody supervises this partner now."""
    cursor.execute(
        "SELECT scope FROM supervision WHERE caregiver = ? AND until IS NULL AND gone = 0", (partner.person,)
    )
    return frozenset(str(scope) for (scope,) in cursor.fetchall())
