"""Heeding statements: when rights, homes or erasures change, every record they speak of is folded anew.

An erasure blanks the bodies of its record in the journal, keeps their digests, and is done before any other line is
looked at, so that an erased word does not come back with an old bundle.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.store import statements
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.posting import Posted, Posting, Weighing


def heed(book: Book, cursor: Cursor, before: Weighing) -> Posted:
    """Weigh the statements again, blank what is erased, and fold anew what they now say something else about."""
    after = book.weigh_again(cursor)
    erased = after.standing.erased - before.standing.erased
    for record in erased:
        _blank(cursor, record)
    posted = fold_again(cursor, after, _affected(cursor, before, after) | erased)
    if erased:
        cursor.execute(statements.SWEEP_WORDS)
    return posted


def _affected(cursor: Cursor, before: Weighing, after: Weighing) -> set[str]:
    """The records of streams that are heard otherwise than before, and those that moved or are asked to be erased."""
    shifted = [s for s, stream in after.streams.items() if _shifted(stream, before, after)]
    cursor.execute(statements.RECORDS_OF_STREAMS, (json.dumps(shifted),))
    records = {row[0] for row in cursor.fetchall()}
    old, new = before.standing, after.standing
    for was, now in ((old.homes, new.homes), (old.asked, new.asked)):
        records |= {record for record in was.keys() | now.keys() if was.get(record) != now.get(record)}
    return records | (old.disputed ^ new.disputed)


def _shifted(stream: Stream, before: Weighing, after: Weighing) -> bool:
    old, new = before.standing, after.standing
    return stream.audience != Audience.CONTROL and (
        old.limit(stream) != new.limit(stream)
        or old.may_write(stream.laptop, stream.scope) != new.may_write(stream.laptop, stream.scope)
        or before.forked.get(stream) != after.forked.get(stream)
    )


def fold_again(cursor: Cursor, weighing: Weighing, records: Iterable[str]) -> Posted:
    """Fold these records from all their lines and write their rows."""
    posting = Posting(cursor, weighing)
    posting.fold_anew(sorted(set(records) - {""}))
    return posting.finish()


def _blank(cursor: Cursor, record: str) -> None:
    """Take the words of a record out of the journal; numbers and digests stay, so that nothing looks missing."""
    cursor.execute("SELECT n, body FROM line WHERE record = ? AND body IS NOT NULL", (record,))
    blanked = [(journal.digest(body.encode()), n) for n, body in cursor.fetchall()]
    cursor.executemany("UPDATE line SET body = NULL, digest = ? WHERE n = ?", blanked)
    cursor.execute("UPDATE branch SET body = NULL WHERE instr(body, ?)", (f'"record":"{record}"',))
