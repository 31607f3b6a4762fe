"""The SQL that knows its dialect: bulk reads by JSON list, and the index of names."""

from __future__ import annotations

from caregiver_desk.records.record import Kind
from caregiver_desk.store.schema import ROW_COLUMNS, columns

LINES_OF_RECORDS = (  # what a fork left aside is held as well: it never counts, but others may lead back to it
    "SELECT line.record, line.stream, line.number, line.arrival, line.body"
    " FROM json_each(?1) AS asked CROSS JOIN line ON line.record = asked.value WHERE line.body IS NOT NULL"
    " UNION ALL SELECT branch.record, branch.stream, branch.number, 0, branch.body"
    " FROM json_each(?1) AS asked CROSS JOIN branch ON branch.record = asked.value WHERE branch.body IS NOT NULL"
)
TIMELESS = (
    "SELECT line.body FROM json_each(?) AS asked CROSS JOIN line ON line.record = asked.value"
    " WHERE line.body IS NOT NULL AND iif(json_valid(line.body), json_extract(line.body, '$.at'), 1) = 0"
)
RECORDS_OF_STREAMS = "SELECT DISTINCT record FROM line WHERE stream IN (SELECT value FROM json_each(?))"
RECORDS_OF_ARRIVAL = "SELECT DISTINCT record FROM line WHERE arrival = ?"
STATEMENTS = (
    "SELECT line.record, line.stream, line.number, line.arrival, line.body"
    " FROM stream JOIN line ON line.stream = stream.s WHERE stream.audience = 'control' AND line.record <> ''"
    " AND line.body IS NOT NULL"
    " UNION ALL SELECT branch.record, branch.stream, branch.number, 0, branch.body"
    " FROM stream JOIN branch ON branch.stream = stream.s WHERE stream.audience = 'control' AND branch.record <> ''"
    " AND branch.body IS NOT NULL"
)
BRANCH = {  # of a fork: what stands in the journal, and what was put beside it
    "journal": (
        "SELECT s, number, arrival, body FROM stream JOIN line ON stream = s"
        " WHERE laptop = ? AND number >= forked AND record <> '' AND body IS NOT NULL ORDER BY s, number"
    ),
    "other": (
        "SELECT s, number, 0, body FROM stream JOIN branch ON stream = s"
        " WHERE laptop = ? AND record <> '' AND body IS NOT NULL ORDER BY s, number"
    ),
}
_NO_STATEMENT = "stream NOT IN (SELECT s FROM stream WHERE audience = 'control')"
_NAMES = "instr(CAST(body AS BLOB), CAST(asked.value AS BLOB))"
TEXTS_ABOUT = (
    "SELECT n, body, digest FROM json_each(?1) AS asked CROSS JOIN line ON line.record = asked.value"
    " WHERE body IS NOT NULL"
    f" UNION SELECT n, body, digest FROM line JOIN json_each(?1) AS asked ON {_NAMES}"
    f" WHERE record = '' AND {_NO_STATEMENT}"
)
BLANK_BRANCHES = (
    "UPDATE branch SET body = NULL WHERE body IS NOT NULL AND (record IN (SELECT value FROM json_each(?1))"
    f" OR record = '' AND {_NO_STATEMENT} AND EXISTS (SELECT 1 FROM json_each(?1) AS asked WHERE {_NAMES}))"
)
FORGET_DRAFTS = (
    "DELETE FROM draft WHERE EXISTS (SELECT 1 FROM json_each(?) AS asked"
    " WHERE instr(place, asked.value) OR instr(body, asked.value))"
)
STATEMENTS_HELD = (
    "SELECT laptop, low, high FROM stream JOIN span ON span.stream = s WHERE audience = 'control' UNION ALL"
    " SELECT laptop, number, number FROM stream JOIN branch ON branch.stream = s WHERE audience = 'control'"
)
NEW_LINE = "INSERT INTO line (stream, number, record, arrival, body, digest) VALUES (?, ?, ?, ?, ?, ?)"
FILL_LINE = "UPDATE line SET body = ?, digest = NULL, record = ?, arrival = ? WHERE stream = ? AND number = ?"
NAMED = (
    "SELECT named.record, named.n FROM json_each(?) AS asked"
    " CROSS JOIN named ON named.record = asked.value AND named.kind = ?"
)
NEW_NAMED = "INSERT INTO named (n, record, kind) VALUES (?, ?, ?)"
FIND = (
    "SELECT named.kind, named.record FROM found JOIN named ON named.n = -found.rowid"
    " WHERE found MATCH ? ORDER BY found.rowid LIMIT ?"
)
INDEX_WORDS = "INSERT INTO found (rowid, words) VALUES (?, ?)"
FORGET_WORDS = "DELETE FROM found WHERE rowid = ?"
SWEEP_WORDS = "INSERT INTO found (found) VALUES ('optimize')"


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
