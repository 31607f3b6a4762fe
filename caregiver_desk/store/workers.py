"""Who works here, by name and a page at a time.

Where somebody stands is said by her last engagement in such a role, and by one that has ended only where none stands.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.store.schema import called_by, columns

_LAST = (
    "FROM engagement e WHERE e.gone = 0 AND e.role IN (SELECT value FROM json_each(:roles)) AND e.person <> :owner"
    " AND NOT EXISTS (SELECT 1 FROM engagement later WHERE later.person = e.person AND later.gone = 0"
    " AND later.role IN (SELECT value FROM json_each(:roles))"
    " AND (coalesce(later.state, '') NOT IN (SELECT value FROM json_each(:ended)), coalesce(later.since, ''), later.id)"
    " > (coalesce(e.state, '') NOT IN (SELECT value FROM json_each(:ended)), coalesce(e.since, ''), e.id))"
    " AND CASE WHEN coalesce(e.state, '') IN (SELECT value FROM json_each(:ended)) THEN 1 ELSE 0 END = :gone"
)


def by_name(
    book: Book,
    roles: Collection[str],
    ended: Collection[str],
    *,
    gone: bool,
    limit: int = questions.PAGE,
    after: Leaf | None = None,
) -> list[Leaf]:
    """The people whose last engagement in one of these roles stands, or with `gone` is in one of the ended states."""
    person = KINDS["person"]
    by = called_by(person)
    beyond = f" AND ({by}, id) > (:name, :id)" if after else ""
    bound = _bound(book, roles, ended, gone=gone) | {"limit": limit}
    if after:
        bound |= {"name": questions.call(person, after.values), "id": after.id}
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns(person))} FROM person"
            f" WHERE gone = 0 AND id IN (SELECT e.person {_LAST}){beyond} ORDER BY {by}, id LIMIT :limit",
            bound,
        )
        return [questions.leaf(person, row) for row in cursor.fetchall()]


def nameless(book: Book, roles: Collection[str], ended: Collection[str], *, gone: bool) -> list[str]:
    """Those of them whose own record was not sent here."""
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT e.person {_LAST} AND NOT EXISTS (SELECT 1 FROM person WHERE id = e.person AND gone = 0)"
            " ORDER BY e.person",
            _bound(book, roles, ended, gone=gone),
        )
        return [str(person) for (person,) in cursor.fetchall()]


def find(book: Book, roles: Collection[str], words: str, *, limit: int) -> list[str]:
    """The people with such a role, here or formerly, whose names begin with these words, newest first."""
    if not (asked := questions.begins_with(words)):
        return []
    with book.reading() as cursor:
        cursor.execute(
            "SELECT named.record FROM found JOIN named ON named.n = -found.rowid WHERE found MATCH ?"
            " AND named.kind = 'person' AND EXISTS (SELECT 1 FROM engagement e WHERE e.person = named.record"
            " AND e.gone = 0 AND e.role IN (SELECT value FROM json_each(?))) ORDER BY found.rowid LIMIT ?",
            (asked, json.dumps(sorted(roles)), limit),
        )
        return [str(person) for (person,) in cursor.fetchall()]


def how_many(book: Book, roles: Collection[str], ended: Collection[str], *, gone: bool) -> int:
    with book.reading() as cursor:
        cursor.execute(f"SELECT count(*) {_LAST}", _bound(book, roles, ended, gone=gone))
        return int((cursor.fetchone() or (0,))[0])


def _bound(book: Book, roles: Collection[str], ended: Collection[str], *, gone: bool) -> dict[str, object]:
    return {
        "roles": json.dumps(sorted(roles)), "ended": json.dumps(sorted(ended)), "owner": book.person, "gone": int(gone),
    }  # fmt: skip
