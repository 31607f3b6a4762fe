"""Sets whose members have laptops of their own: the scopes in which nothing but such a set lives.

All that two people say to each other stays between two laptops at most, and a set is let travel like nothing else. So
it is asked of the book what lives there, and a scope with anything else in it is no such set, whatever is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.supervision.groups import CIRCLE, GroupSort
from caregiver_desk.store.book import Cursor


def sets(cursor: Cursor) -> frozenset[str]:
    """The scopes of sets among several laptops."""
    cursor.execute("SELECT DISTINCT scope FROM circle WHERE sort = ?", (GroupSort.LEARNING.value,))
    found = frozenset(str(scope) for (scope,) in cursor.fetchall())
    return frozenset(each for each in found if not any(_lives(cursor, table, each) for table in _others()))


def _others() -> Iterator[str]:
    """The tables of what belongs to no group."""
    of_one = {kind.name for kind in KINDS.values() if kind.home == CIRCLE.name} | {CIRCLE.name}
    return (str(kind.table.__tablename__) for kind in KINDS.values() if kind.name not in of_one)


def _lives(cursor: Cursor, table: str, scope: str) -> bool:
    cursor.execute(f"SELECT 1 FROM {table} WHERE scope = ? LIMIT 1", (scope,))
    return cursor.fetchone() is not None
