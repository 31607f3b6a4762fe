"""The access log: when this book was opened, whose record was looked at, and what left it or came in.

Context. A person may ask who has looked at her record, and a coordinator whether a laptop was used as it should be. Who
holds the key of a book can rewrite all that stands in it; no program of hers can prevent that.

Decision. A table of its own beside the journal, which only grows: triggers refuse to change an entry or to take one
out, and no act can. An entry is a number, a time, a code, the id of a person or record, the key of a partner, and a
count; no name and no word that was looked for. Each entry hashes the one before it. The head goes into every bundle, so
whoever remembers an earlier one sees it when entries are gone or changed (see access_heads): evident later, not
prevented. It never travels itself and is no part of `state`.

Entries are kept for 24 months. Older ones leave by `prune` alone, which keeps the running hash of the last that left,
so what stays still fits. A trigger holds it to that: only what is older than 24 months, and never the newest.

What cannot be written, as on a full disk, is left out and stops nothing: the records may be needed now.

Consequences. Looking at a record (see looks) writes a small row. Wrong passphrases are counted beside the book (see
knocks) and entered when it next opens.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from caregiver_desk import clock
from caregiver_desk.errors import CannotWrite, DiskFull
from caregiver_desk.store import knocks
from caregiver_desk.wording import later

if TYPE_CHECKING:
    from caregiver_desk.store.book import Book, Cursor

KEPT = 731 * 24 * 3600  # seconds, two years with a leap day; the trigger of migration 2 says the same


class What(StrEnum):
    """What was done."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"
    KNOCKED = "wrong passphrase"
    WENT_BACK = "brought back or copied"
    LET_GO = "old entries let go"
    OPENED = "opened"
    TURNED = "turned round"
    HISTORY = "history"
    LISTED = "listed"
    EXPORTED = "exported"
    PRINTED = "printed"
    BUNDLED = "bundle made"
    TAKEN_IN = "bundle taken in"
    ERASED = "erased"
    PAIRED = "paired"
    PARTED = "parted"
    ENROLLED = "may write"
    DISMISSED = "may write no more"
    LOCKED_OUT = "locked out"
    LET_IN = "listened to again"


WORDS = {
    What.UNLOCKED: later("The book was unlocked"),
    What.LOCKED: later("The book was locked"),
    What.KNOCKED: later("A passphrase was wrong"),
    What.WENT_BACK: later("The book was brought back from a backup, or copied"),
    What.LET_GO: later("Entries of more than 24 months were let go"),
    What.OPENED: later("A record was opened"),
    What.TURNED: later("A record was read together"),
    What.HISTORY: later("The history of a record was read"),
    What.LISTED: later("A list was read"),
    What.EXPORTED: later("Records were written to a file"),
    What.PRINTED: later("Records were printed"),
    What.BUNDLED: later("A bundle was made"),
    What.TAKEN_IN: later("A bundle was taken in"),
    What.ERASED: later("A record was erased"),
    What.PAIRED: later("A card was accepted"),
    What.PARTED: later("An exchange was ended"),
    What.ENROLLED: later("A laptop may write"),
    What.DISMISSED: later("A laptop may write no more"),
    What.LOCKED_OUT: later("A laptop was locked out"),
    What.LET_IN: later("A laptop is listened to again"),
}


class Entry(NamedTuple):
    """One thing that was done. `many` counts records, lines or tries, where there is something to count."""

    number: int
    at: int
    what: str
    about: str = ""
    partner: str = ""
    many: int = 0


class Head(NamedTuple):
    """Where the log ends, or ended once: a number, and the running hash there."""

    number: int
    running: str


def beginning(log: str) -> str:
    """The running hash before the first entry of a book's log."""
    return hashlib.sha256(f"access {log}".encode()).hexdigest()


def running(before: str, entry: Entry) -> str:
    """The running hash with one entry more: SHA-256 of the one before and the entry as a JSON list."""
    return hashlib.sha256(before.encode() + msgspec.json.encode(entry)).hexdigest()


def head(book: Book, cursor: Cursor) -> Head:
    """The newest entry; where there is none, the last that left, or the beginning."""
    cursor.execute("SELECT number, running FROM access ORDER BY number DESC LIMIT 1")
    return Head(*(cursor.fetchone() or _before_the_first(book, cursor)))


def _before_the_first(book: Book, cursor: Cursor) -> Head:
    cursor.execute("SELECT number, running FROM access_left ORDER BY number DESC LIMIT 1")
    return Head(*(cursor.fetchone() or (0, beginning(book.id))))


def enter(
    book: Book, cursor: Cursor, what: What, about: Collection[str] = ("",), *, partner: str = "", many: int = 0
) -> None:
    """Write an entry for each of these records, in the caller's transaction."""
    last, before = head(book, cursor)
    rows = []
    for number, record in enumerate(about, last + 1):
        entry = Entry(number, clock.now(), what, record, partner, many)
        before = running(before, entry)
        rows.append((*entry, before))
    cursor.executemany(
        "INSERT INTO access (number, at, what, about, partner, many, running) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
    )


def note(book: Book, what: What, about: str = "", *, partner: str = "", many: int = 0) -> None:
    """Write one entry by itself. On trial nothing is noted; what cannot be written stops nothing."""
    if not book.on_trial:
        with suppress(CannotWrite, DiskFull), book.writing() as cursor:
            enter(book, cursor, what, [about], partner=partner, many=many)


def opened(book: Book) -> None:
    """The book was unlocked: say so, and what was tried at its door before."""
    tried = knocks.heard(book.vault.folder)
    with suppress(CannotWrite, DiskFull):
        with book.writing() as cursor:
            if tried:
                enter(book, cursor, What.KNOCKED, many=tried)
            enter(book, cursor, What.UNLOCKED)
        knocks.forget(book.vault.folder)
        prune(book)


def entries(book: Book, about: str = "") -> Iterator[Entry]:
    """The whole log, the oldest first, or what it says of one record."""
    asked = (" WHERE about = ?", (about,)) if about else ("", ())
    with book.reading() as cursor:
        cursor.execute(f"SELECT number, at, what, about, partner, many FROM access{asked[0]} ORDER BY number", asked[1])
        yield from (Entry(*row) for row in cursor.fetchall())


def lately(book: Book, since: int) -> dict[str, int]:
    """How often each thing was done since a moment; of wrong passphrases how many there were."""
    with book.reading() as cursor:
        cursor.execute(
            "SELECT what, sum(CASE WHEN what = ? THEN many ELSE 1 END) FROM access WHERE at >= ? GROUP BY what",
            (What.KNOCKED, since),
        )
        return dict(cursor.fetchall())


def fits(book: Book) -> bool:
    """Whether every entry follows from the one before it."""
    with book.reading() as cursor:
        number, before = _before_the_first(book, cursor)
        cursor.execute("SELECT number, at, what, about, partner, many, running FROM access ORDER BY number")
        for *told, stored in cursor.fetchall():
            entry, number = Entry(*told), number + 1
            before = running(before, entry)
            if (entry.number, before) != (number, stored):
                return False
    return True


def prune(book: Book) -> int:
    """Let entries of more than 24 months go, and keep where what stays begins. Returns how many went.

    Not while the clock is in doubt.
    """
    if clock.in_doubt():
        return 0
    with book.writing() as cursor:
        cursor.execute("SELECT max(number) FROM access WHERE at > 0 AND at < ?", (clock.now() - KEPT,))
        (last,) = cursor.fetchone() or (None,)
        if last is None:
            return 0
        cursor.execute("SELECT count(*) FROM access WHERE number <= ?", (last,))
        (gone,) = cursor.fetchone() or (0,)
        enter(book, cursor, What.LET_GO, many=gone)
        cursor.execute("INSERT INTO access_left SELECT number, running FROM access WHERE number = ?", (last,))
        cursor.execute("DELETE FROM access WHERE number <= ?", (last,))
    return int(gone)
