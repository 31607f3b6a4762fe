"""Erasing: the words of a record leave everything that is kept.

Context. A record's words stand in its lines, in the row and the index of names made from them, perhaps in a line that
only a newer program can read; then in the database's log and free pages, and in backups.

Decision. A text that can be read is about the record that it says, about that of which it says that this one is a part
(see parts), and about one from which it copied words, where its kind says which; a text that cannot be read is about
every record whose id stands in it. By this one rule bodies are blanked when an erasure is heard, and kept out when they
arrive later. Numbers and digests stay, so that nothing looks missing. Statements hold no words and are left alone. The
database overwrites what it frees; the log is brought home at once, and a fresh backup is made. That a backup is owed is
noted with the erasure itself, so neither a power cut nor a full disk forgets it: it is made at the next opening, and
`check` tells.

Consequences. Backups that hold the words go as their time comes: of the same day at the next opening, of earlier days
within 35. A bundle that was carried off before, or a line written by hand to hide an id, is beyond reach.
"""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from contextlib import suppress

from caregiver_desk import clock
from caregiver_desk.errors import CannotWrite, DiskFull
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Line
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import backups, drafts, notes, parts, statements
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.hearing import Hearing

_OWED = "owed"


def is_about(body: bytes | None, line: Line | None, records: AbstractSet[str]) -> bool:
    """Whether a text is about one of these records, or a part of one: it says so, or cannot be read and names one."""
    if line is not None:
        return line.record in records or parts.whole_of(line) in records or not records.isdisjoint(_copied_from(line))
    return body is not None and (
        journal.read_later(body) in records or any(record.encode() in body for record in records)
    )


def _copied_from(line: Line) -> list[str]:
    """The records whose words a line holds beside its own, or instead of it."""
    kind = KINDS.get(line.kind)
    if kind is None or not kind.copies or (kind.copied and not line.fields.keys() <= {kind.copies, *kind.copied}):
        return []
    return list(filter(None, str(line.fields.get(kind.copies) or "").split(",")))


def copies_of(cursor: Cursor, records: AbstractSet[str]) -> frozenset[str]:
    """The records in which words of these stand, as far as their lines can be read."""
    return frozenset(line.record for _, line in _copying(cursor, records))


def _copying(cursor: Cursor, records: AbstractSet[str]) -> list[tuple[int, Line]]:
    found = list[tuple[int, Line]]()
    for kind in (each for each in KINDS.values() if each.copies and records):
        cursor.execute(statements.TEXTS_OF_KIND, (f'%"kind":"{kind.name}"%',))
        told = ((n, journal.read(text.encode())) for n, text in cursor.fetchall())
        found += [(n, line) for n, line in told if line and not records.isdisjoint(_copied_from(line))]
    return found


def blank(cursor: Cursor, records: AbstractSet[str]) -> None:
    """Take the words of these records out of every text that is kept."""
    if not records:
        return
    cursor.execute(statements.TEXTS_ABOUT, (json.dumps(sorted(records)),))
    _blank(cursor)
    cursor.execute(statements.TEXTS, (json.dumps([n for n, _ in _copying(cursor, records)]),))
    _blank(cursor)
    drafts.forget_about(cursor, records)


def with_parts(book: Book, cursor: Cursor) -> Hearing:
    """Look for parts of what is erased, blank what says that it is one, and hear again with what was noted."""
    hearing = book.hearing(cursor)
    found = parts.held(cursor, hearing.standing.erased)
    if not found:
        return hearing
    parts.note(cursor, {each.record: each.whole for each in found if hearing.counts(*each[1:4])})
    cursor.execute(statements.TEXTS, (json.dumps([each.n for each in found]),))
    _blank(cursor)
    return book.hear_again(cursor)


def _blank(cursor: Cursor) -> None:
    """Take the words out of the lines that were asked for, and note that a backup without them is owed."""
    blanked = [(digest or journal.digest(body.encode()), n) for n, body, digest in cursor.fetchall()]
    cursor.executemany("UPDATE line SET body = NULL, digest = ? WHERE n = ?", blanked)
    if blanked:
        notes.OWN.write(cursor, _OWED, "backup")


def owes_backup(book: Book) -> bool:
    """Whether words were erased that the newest backup may still hold."""
    with book.reading() as cursor:
        return book.vault.keeps_backups and bool(notes.OWN.read(cursor, _OWED))


def settle(book: Book) -> None:
    """After an erasure: no word of it in the log, and a backup without it. What cannot be done now stays owed."""
    with suppress(CannotWrite, DiskFull):
        book.vault.bring_home()
        if owes_backup(book):
            backups.back_up(book.vault, clock.today())
            with book.writing() as cursor:
                notes.OWN.forget(cursor, _OWED)
