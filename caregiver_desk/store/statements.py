"""The SQL that knows its dialect: bulk reads by JSON list, and the index of names."""

from __future__ import annotations

from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store.schema import ROW_COLUMNS, columns

LINES_OF_RECORDS = (
    "SELECT line.record, line.stream, line.number, line.arrival, line.body"
    " FROM json_each(?) AS asked CROSS JOIN line ON line.record = asked.value WHERE line.body IS NOT NULL"
)
_SAID = "CASE WHEN json_valid({body}) THEN CAST(json_extract({body}, '$.{name}') AS TEXT) END"
_AT_SAID = _SAID.format(body="line.body", name="at")
KIND_SAID = _SAID.format(body="body", name="kind")  # nothing where a text cannot be read
TIMELESS = (
    "SELECT line.body FROM json_each(?) AS asked CROSS JOIN line ON line.record = asked.value"
    f" WHERE line.body IS NOT NULL AND {_AT_SAID} = '0'"
)
LISTED = "(SELECT value FROM json_each(?))"
NUMBERS = "(SELECT CAST(value AS BIGINT) FROM json_each(?))"
RECORDS_OF_STREAMS = f"SELECT DISTINCT record FROM line WHERE stream IN {NUMBERS}"
RECORDS_OF_ARRIVAL = "SELECT DISTINCT record FROM line WHERE arrival = ?"
_STATED = "stream.audience = 'control' AND line.record <> '' AND line.body IS NOT NULL"
_SAYING = "SELECT line.record, line.stream, line.number, line.arrival, line.body FROM"
STATEMENTS = f"{_SAYING} stream JOIN line ON line.stream = stream.s WHERE {_STATED}"
LATER_STATEMENTS = (  # those that came after a line
    f"{_SAYING} line CROSS JOIN stream ON stream.s = line.stream WHERE line.n > ? AND {_STATED}"
)
BRANCH = (  # of the forks of a laptop: what came first, or what was put beside it
    "SELECT row.s, line.number, line.arrival, line.body"
    " FROM stream AS own JOIN stream AS row USING (laptop, scope, audience) JOIN line ON line.stream = row.s"
    " WHERE laptop = ? AND own.branch = 0 AND CASE WHEN row.branch > 0 THEN 1 ELSE 0 END = ?"
    " AND line.number >= own.forked AND line.record <> '' AND line.body IS NOT NULL ORDER BY row.s, line.number"
)
_A_TAG = "_" * 26
IN_PLACE_OF_SEVERAL = (  # lines that name two others or more, or lines of other scopes
    f'SELECT body FROM line WHERE body LIKE \'%"replaces":{{"{_A_TAG}":[%],"{_A_TAG}":[%\''
    " OR body LIKE '%\"elsewhere\":{%'"
)
RESTATED = "SELECT stream, body FROM line WHERE body LIKE '%\"origin\":{%'"
_NO_STATEMENT = "stream NOT IN (SELECT s FROM stream WHERE audience = 'control')"
_NAMES = "instr(CAST(body AS BLOB), CAST(asked.value AS BLOB)) > 0"
TEXTS_OF_KIND = "SELECT n, body FROM line WHERE typeof(body) = 'text' AND record <> '' AND body LIKE ?"
TEXTS_ABOUT = (
    "SELECT n, body, digest FROM json_each(?1) AS asked CROSS JOIN line ON line.record = asked.value"
    " WHERE body IS NOT NULL"
    f" UNION SELECT n, body, digest FROM line JOIN json_each(?1) AS asked ON {_NAMES}"
    f" WHERE record = '' AND {_NO_STATEMENT}"
)
LINES_OF_KINDS = (  # those that can be read, of kinds in a JSON list
    "SELECT n, stream, number, body FROM line WHERE body IS NOT NULL AND record <> ''"
    f" AND {KIND_SAID} IN (SELECT value FROM json_each(?))"
)
TEXTS = f"SELECT n, body, digest FROM line WHERE n IN {NUMBERS} AND body IS NOT NULL"
FORGET_DRAFTS = (
    "DELETE FROM draft WHERE EXISTS (SELECT 1 FROM json_each(?) AS asked"
    " WHERE instr(place, asked.value) > 0 OR instr(body, asked.value) > 0)"
)
NEW_LAPTOP = "INSERT INTO laptop (laptop, key) VALUES (?, ?) ON CONFLICT (laptop) DO NOTHING"
NEW_LINE = "INSERT INTO line (stream, number, record, arrival, body, digest) VALUES (?, ?, ?, ?, ?, ?)"
FILL_LINE = "UPDATE line SET body = ?, digest = NULL, record = ?, arrival = ? WHERE stream = ? AND number = ?"
UNREAD = "INSERT INTO unread (record) VALUES (?) ON CONFLICT DO NOTHING"
NAMED = (
    "SELECT named.record, named.n FROM json_each(?) AS asked"
    " CROSS JOIN named ON named.record = asked.value AND named.kind = ?"
)
NEW_NAMED = "INSERT INTO named (n, record, kind) VALUES (?, ?, ?)"
FIND = (
    "SELECT named.kind, named.record FROM found JOIN named ON named.n = -found.rowid"
    " WHERE found MATCH ? AND named.kind IN (SELECT value FROM json_each(?)) ORDER BY found.rowid LIMIT ?"
)
INDEX_WORDS = "INSERT INTO found (rowid, words) VALUES (?, ?)"
FORGET_WORDS = "DELETE FROM found WHERE rowid = ?"
SWEEP_WORDS = "INSERT INTO found (found) VALUES ('optimize')"


def one_of(kind: Kind, name: str) -> str:
    """That a field of a kind, or its id, is one of those in a JSON list."""
    return NUMBERS if name in kind.fields and kind.fields[name].base in (int, bool) else LISTED


def rows_of(kind: Kind) -> str:
    """The rows of a kind whose ids stand in a JSON list."""
    wanted = ", ".join(f"row.{name}" for name in columns(kind))
    return f"SELECT {wanted} FROM json_each(?) AS asked CROSS JOIN {kind.name} AS row ON row.id = asked.value"


def new_row(kind: Kind) -> str:
    names = columns(kind)
    return f"INSERT INTO {kind.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def changed_row(kind: Kind) -> str:
    """The whole row again; its id is bound last."""
    names = ", ".join(f"{name} = ?" for name in (*ROW_COLUMNS[1:], *kind.fields))
    return f"UPDATE {kind.name} SET {names} WHERE id = ?"


def lost_row(kind: Kind) -> str:
    return f"DELETE FROM {kind.name} WHERE id = ?"


def pointing(kind: Kind) -> str:
    """The records of a kind that name one of those whose ids stand in a JSON list; empty where it names none."""
    asked = "IN (SELECT value FROM json_each(?1))"
    names = [f"{name} {asked}" for name, declared in kind.fields.items() if declared.shown.refers]
    return f"SELECT id FROM {kind.name} WHERE {' OR '.join(names)}" if names else ""


def naming(kind: Kind) -> str:
    """A row where any record names this one of this kind; none where nothing can."""
    fields = ((name, each) for name, other in KINDS.items() for each in other.fields.values())
    asked = (f"SELECT 1 FROM {name} WHERE {each.name} = ?1" for name, each in fields if each.shown.refers == kind.name)
    return f"{' UNION ALL '.join(asked) or 'SELECT 1 WHERE ?1 IS NULL'} LIMIT 1"
