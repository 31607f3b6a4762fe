"""The tables of a hub: where they stand, and how the rows of a book are laid out there.

The journal, its rows and what follows from them stand in the schema `hub`, once for everybody. What an installation
notes for itself (who sits there, its drafts, its saves, its access log) stands in a schema of its own. The search path
of a connection puts its own schema first, so a statement needs not know which is which.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Boolean, Column, Integer

from caregiver_desk.records.record import Kind
from caregiver_desk.store.turns import PLACE

SHARED = "hub"
_TEXT = 'TEXT COLLATE "C"'  # sorted by its letters' numbers, as in the file

OWN_FIRST = f"SELECT set_config('search_path', format('%I, {SHARED}, public', current_setting('{PLACE}')), {{}})"
HERE = f"SELECT set_config('search_path', format('{SHARED}, %I, public', current_setting('{PLACE}')), TRUE)"
"""What is made in this transaction is everybody's."""

NAMES = """
CREATE TABLE unread (record TEXT COLLATE "C" PRIMARY KEY);
CREATE TABLE named (
    n BIGINT PRIMARY KEY, record TEXT COLLATE "C" NOT NULL, kind TEXT COLLATE "C" NOT NULL, UNIQUE (record, kind));
CREATE TABLE found (
    rowid BIGINT PRIMARY KEY, words TEXT NOT NULL,
    sought tsvector GENERATED ALWAYS AS (to_tsvector('simple', desk_folded(words))) STORED);
CREATE INDEX found_sought ON found USING gin (sought);
"""


def laid_out(kind: Kind) -> Iterator[str]:
    """The table of a kind and its indexes: every column is text, or a whole number."""
    table = kind.laid_out
    columns = ", ".join(map(column, table.columns))
    yield f"CREATE TABLE {kind.name} ({columns}, PRIMARY KEY (id))"
    for index in sorted(table.indexes, key=lambda each: str(each.name)):
        names = ", ".join(str(each.name) for each in index.columns)
        yield f"CREATE INDEX {index.name} ON {kind.name} ({names})"


def column(told: Column[object]) -> str:
    """A column with its sort."""
    return f"{told.name} {'BIGINT' if isinstance(told.type, Boolean | Integer) else _TEXT}"
