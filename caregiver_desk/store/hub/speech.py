"""How a statement of the store is said to PostgreSQL.

Context. The store speaks plain SQL, and a few words that only SQLite knows: lists by `json_each`, the index of names,
the order in which tables are joined.

Decision. There is one text of each statement. What PostgreSQL lacks it is given, as small functions (`tables`); what it
calls otherwise is said otherwise here, once for each text. A day is text and a yes is 1, as in the file, so that
everything sorts and compares alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import psycopg
from psycopg.abc import AdaptContext, Buffer
from psycopg.adapt import Dumper, Loader
from psycopg.types.numeric import Int8Dumper

_OTHERWISE = (
    ("CROSS JOIN", "JOIN"),  # SQLite is told by it which table to read first
    (" NOT INDEXED", ""),
    ("json_each(", "desk_each("),
    ("INSERT INTO found (found) VALUES ('optimize')", "SELECT 1"),  # its index sweeps itself
    ("found MATCH ?", "found.sought @@ desk_sought(?)"),
    ("CAST(body AS BLOB)", "convert_to(body, 'UTF8')"),
    ("CAST(asked.value AS BLOB)", "convert_to(asked.value, 'UTF8')"),
)
_RESERVED = re.compile(r"(?<![\w'])end(?![\w'])")  # a field that bears a word of theirs; our own words are capitals
_ASKED = re.compile(r"\?(\d*)|(?<![:\w]):([a-z]\w*)")
_PLAIN = re.compile(r"INSERT INTO (\w+) \(([^)]*)\) VALUES \([?, ]*\)")
_CHANGED = re.compile(r"UPDATE (\w+) SET ((?:\w+ = \?, )*\w+ = \?) WHERE id = \?")
MANY = 20  # rows from which they are copied in one go: it takes a third of the time
Asked = Sequence[Any] | Mapping[str, Any]


@cache
def said(statement: str) -> str:
    """A statement with what is bound in it, in the words of PostgreSQL."""
    return _ASKED.sub(_bound, _worded(statement).replace("%", "%%"))


@cache
def _worded(statement: str) -> str:
    for ours, theirs in _OTHERWISE:
        statement = statement.replace(ours, theirs)
    return _RESERVED.sub('"end"', statement)


def _bound(found: re.Match[str]) -> str:
    number, name = found.groups()
    if name:
        return f"%({name})s"
    return f"%(p{number})s" if number else "%s"


def given(statement: str, asked: Asked) -> Asked:
    """What is bound: by its place, or by its number where the statement names one more than once."""
    if isinstance(asked, Mapping) or "?1" not in statement:
        return asked
    return {f"p{place}": value for place, value in enumerate(asked, 1)}


class HubCursor(psycopg.Cursor[Any]):
    """A cursor that understands the store."""

    def execute(self, query: Any, params: Any = None, **how: Any) -> HubCursor:
        if not isinstance(query, str):
            super().execute(query, params, **how)
        elif params:
            super().execute(said(query), given(query, params), **how)
        else:
            super().execute(_worded(query), None, **how)
        return self

    def executemany(self, query: Any, params_seq: Iterable[Any], *, returning: bool = False) -> None:
        rows = list(params_seq)
        many = len(rows) >= MANY
        if many and (new := _PLAIN.fullmatch(query)):
            self._copy_in(new[1], new[2], rows)
        elif many and (changed := _CHANGED.fullmatch(query)):
            self._change(changed[1], [each.partition(" ")[0] for each in changed[2].split(", ")], rows)
        else:
            super().executemany(said(query), [given(query, each) for each in rows], returning=returning)

    def _copy_in(self, table: str, columns: str, rows: Iterable[Any]) -> None:
        with self.copy(f"COPY {table} ({_worded(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def _change(self, table: str, names: Sequence[str], rows: Iterable[Any]) -> None:
        """All rows in one statement, from a table beside them: a third of the time of one by one. Ids come last."""
        columns = ", ".join((*names, "id"))
        self.execute(f"CREATE TEMP TABLE changing ON COMMIT DROP AS SELECT {columns} FROM {table} WITH NO DATA")
        self._copy_in("changing", columns, rows)
        told = ", ".join(f"{name} = changing.{name}" for name in names)
        self.execute(f"UPDATE {table} SET {told} FROM changing WHERE {table}.id = changing.id")
        self.execute("DROP TABLE changing")


class _AsNumber(Int8Dumper):
    """A yes is 1, as the file has it."""

    def dump(self, obj: Any) -> Buffer | None:
        return super().dump(int(obj))


class _AsText(Dumper):
    """A day is text of no type, as any text is."""

    oid = 0

    def dump(self, obj: date) -> Buffer | None:
        return obj.isoformat().encode()


class _Whole(Loader):
    """A sum of whole numbers is one."""

    def load(self, data: Buffer) -> int | float:
        told = bytes(data).decode()
        return float(told) if "." in told else int(told)


def speak(connection: AdaptContext) -> None:
    """Values go and come as the store knows them."""
    adapters = connection.adapters
    adapters.register_dumper(bool, _AsNumber)
    adapters.register_dumper(date, _AsText)
    adapters.register_loader("numeric", _Whole)
