"""What may be asked of a book. Answers are copies: plain values, never sessions, never live rows.

Lists come as keyset pages of columns, newest first; a page holds at most `limit` rows and names the place where the
next begins. Nobody on a higher floor writes SQL.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from caregiver_desk.errors import NoSuchKind, NoSuchRecord, UnknownField
from caregiver_desk.records.journal import Audience, Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind, known_fields, scalar
from caregiver_desk.records.visits.visits import AT_A_DOOR
from caregiver_desk.store import statements
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.rows import Row, unpack_heads
from caregiver_desk.store.schema import called_by, columns
from caregiver_desk.wording import composed, say

PAGE = 200
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
EVERY = 1_000_000  # more than any book holds of what a rule must see whole
Days = tuple[str, str]  # the first and the last, as they are stored
_WORD = re.compile(r"[^\W_]+")  # what the index of names takes for a word


@dataclass(frozen=True)
class Leaf:
    """One record as a reader sees it: its kind, id, scope, values by declared field, and what is wrong with it."""

    kind: str
    id: str
    scope: str
    values: Mapping[str, Any]
    quarrels: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    gone: bool = False
    heads: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    @property
    def lines(self) -> frozenset[str]:
        """The tags of all lines that are current in it."""
        return frozenset(tag for tags in self.heads.values() for tag in tags.split(","))


def kind_named(name: str) -> Kind:
    if name not in KINDS:
        raise NoSuchKind(kind=name, known=", ".join(sorted(KINDS)))
    return KINDS[name]


def get(book: Book, kind: str, record: str) -> Leaf:
    """One record, also where it was withdrawn. Raises NoSuchRecord."""
    found = find_one(book, kind, record)
    if found is None:
        raise NoSuchRecord(kind=kind_named(kind).label, record=record)
    return found


def find_one(book: Book, kind: str, record: str) -> Leaf | None:
    with book.reading() as cursor:
        return _one(cursor, kind_named(kind), book.shown(record))


def _one(cursor: Cursor, kind: Kind, record: str) -> Leaf | None:
    cursor.execute(f"SELECT {', '.join(columns(kind))} FROM {kind.name} WHERE id = ?", (record,))
    row = cursor.fetchone()
    return leaf(kind, row) if row else None


def knows(book: Book, kind: str, record: str) -> bool:
    """Whether there is such a record here, or one that names it."""
    with book.reading() as cursor:
        here = _one(cursor, kind_named(kind), book.shown(record)) is not None
        return here or is_named(book, cursor, kind_named(kind), record)


def is_named(book: Book, cursor: Cursor, kind: Kind, record: Scalar) -> bool:
    """Whether a record here names this one. Who covers for a team may know its people by their engagements alone."""
    if record in book.hearing(cursor).standing.erased:
        return False
    cursor.execute(statements.naming(kind), (book.shown(str(record)),))
    return cursor.fetchone() is not None


def kind_of(book: Book, record: str) -> Kind:
    """The kind of a record known only by its id. Raises NoSuchRecord."""
    for name, kind in KINDS.items():
        if find_one(book, name, record):
            return kind
    raise NoSuchRecord(kind=say("record"), record=record)


def listing(
    book: Book,
    kind: str,
    where: Mapping[str, Any] | None = None,
    *,
    limit: int = PAGE,
    before: tuple[Any, str] | None = None,
    days: Days | None = None,
    scope: str = "",
) -> list[Leaf]:
    """Records of a kind that are not gone, newest first; `before` is the (date, id) of the last row already shown.

    Each field of `where` has this value, or one of these where several are given. `days` are the first and the last;
    with `scope`, only what lives in it.
    """
    declared = kind_named(kind)
    order = [declared.when, "id"] if declared.when else ["id"]
    conditions, bound = narrowed(book, declared, where or {}, days, scope=scope)
    if before:
        conditions.append(f"({', '.join(order)}) < ({', '.join('?' * len(order))})")
        bound += before[-len(order) :]
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns(declared))} FROM {declared.name} WHERE {' AND '.join(conditions)}"
            f" ORDER BY {', '.join(f'{name} DESC' for name in order)} LIMIT ?",
            (*bound, limit),
        )
        return [leaf(declared, row) for row in cursor.fetchall()]


def facts(
    book: Book, kind: str, fields: Sequence[str], where: Mapping[str, Any] | None = None, *, days: Days | None = None
) -> list[tuple[Any, ...]]:
    """The id and these fields, as they are stored, of all records of a kind that are not gone."""
    declared = kind_named(kind)
    conditions, bound = narrowed(book, declared, where or {}, days)
    told = ", ".join(["id", *(declared.fields[name].name for name in fields)])
    with book.reading() as cursor:
        cursor.execute(f"SELECT {told} FROM {declared.name} WHERE {' AND '.join(conditions)} ORDER BY id DESC", bound)
        return [tuple(row) for row in cursor.fetchall()]


def narrowed(
    book: Book, kind: Kind, where: Mapping[str, Any], days: Days | None = None, *, scope: str = ""
) -> tuple[list[str], list[Any]]:
    """The conditions of a question, and what is bound in them, in this order. Raises UnknownField."""
    conditions, bound = ["gone = 0"], []
    for name, value in where.items():
        if name not in kind.fields and name != "id":
            raise UnknownField(field=name, kind=kind.label, known=known_fields(kind))
        several = isinstance(value, list | tuple | set | frozenset)
        meant = [_bound(each) for each in (value if several else [value])]
        if name == "id" or kind.fields[name].shown.refers:
            meant = [book.shown(str(each)) for each in meant]
        conditions.append(f"{name} IN {statements.one_of(kind, name)}" if several else f"{name} = ?")
        bound.append(json.dumps(meant) if several else meant[0])
    if days:
        conditions.append(f"{kind.when} BETWEEN ? AND ?")
        bound += days
    if scope:
        conditions.append("scope = ?")
        bound.append(scope)
    return conditions, bound


def _bound(value: Any) -> Scalar:
    """As it is stored: a yes is 1."""
    told = scalar(value)
    return int(told) if isinstance(told, bool) else told


def touched_since(book: Book, height: int) -> frozenset[str]:
    """The records of which something was written, here or elsewhere, since the journal was so high."""
    with book.reading() as cursor:
        cursor.execute("SELECT DISTINCT record FROM line WHERE n > ?", (height,))
        return frozenset(book.shown(str(record)) for (record,) in cursor.fetchall())


def own_site(book: Book) -> Leaf | None:
    """The site of this book, as its owner named it; None where its record is gone."""
    return next((each for each in listing(book, "site", limit=EVERY) if each.scope == book.site), None)


def in_order(book: Book, kind: str, *, limit: int = PAGE, after: Leaf | None = None) -> list[Leaf]:
    """Records of a kind that are not gone, by their name; `after` is the last one already shown."""
    declared = kind_named(kind)
    by = called_by(declared)
    beyond = f" AND ({by}, id) > (?, ?)" if after else ""
    bound = [call(declared, after.values), after.id] if after else []
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns(declared))} FROM {declared.name} WHERE gone = 0{beyond}"
            f" ORDER BY {by}, id LIMIT ?",
            (*bound, limit),
        )
        return [leaf(declared, row) for row in cursor.fetchall()]


def places(book: Book) -> dict[str, str]:
    """What the scopes of sites, teams and areas are called."""
    return {
        leaf.scope: str(leaf["name"])
        for kind in ("site", "team", "region")
        for leaf in listing(book, kind, limit=EVERY)
    }


def pointing_at(book: Book, kind: str, field_name: str, ids: Sequence[str]) -> list[Leaf]:
    """Records of a kind, newest first, whose field names one of these; `id` names the records themselves."""
    return listing(book, kind, {field_name: ids}, limit=EVERY)


def count(book: Book, kind: str, where: Mapping[str, Any] | None = None, *, since: str = "") -> int:
    """How many records of a kind are not gone; with `since`, of those that stand under that day or a later one."""
    declared = kind_named(kind)
    conditions, bound = narrowed(book, declared, where or {}, (since, LAST_DAY) if since else None)
    with book.reading() as cursor:
        cursor.execute(f"SELECT count(*) FROM {declared.name} WHERE {' AND '.join(conditions)}", bound)
        return int(cursor.fetchone()[0])  # type: ignore[index]


class Round(NamedTuple):
    """What somebody did on one day: visits that were done, all that were made, and those that led to a door."""

    caregiver: str
    day: str
    done: int
    made: int
    doors: int


def rounds(book: Book, days: Days) -> list[Round]:
    """The days of visits of everybody, counted in the store."""
    with book.reading() as cursor:
        cursor.execute(
            "SELECT caregiver, day, count(*) FILTER (WHERE coalesce(outcome, 'done') = 'done'), count(*),"
            " count(*) FILTER (WHERE coalesce(outcome, 'done') IN (SELECT value FROM json_each(?))) FROM visit"
            " WHERE gone = 0 AND day BETWEEN ? AND ? AND caregiver IS NOT NULL GROUP BY caregiver, day",
            (json.dumps(sorted(AT_A_DOOR)), *days),
        )
        return [Round(*row) for row in cursor.fetchall()]


def last_seen(book: Book, households: Sequence[str]) -> dict[str, str]:
    """The day of the last visit that was done at each of these homes, counted in the store."""
    with book.reading() as cursor:
        cursor.execute(
            "SELECT household, max(day) FROM visit WHERE gone = 0 AND coalesce(outcome, 'done') = 'done'"
            " AND household IN (SELECT value FROM json_each(?)) GROUP BY household",
            (json.dumps(list(households)),),
        )
        return {str(home): str(day) for home, day in cursor.fetchall() if day}


def talks_before_their_link(book: Book) -> list[str]:
    """Check-ins that lie before the day on which the supervision of their two began."""
    with book.reading() as cursor:
        cursor.execute(
            "SELECT check_in.id FROM supervision JOIN check_in ON check_in.supervision = supervision.id"
            " WHERE supervision.gone = 0 AND check_in.gone = 0 AND check_in.day < supervision.since"
        )
        return [record for (record,) in cursor.fetchall()]


def timeline(book: Book, person: str, *, limit: int = PAGE) -> list[Leaf]:
    """Everything this book knows about a person's work and support, newest first."""
    entries = [
        entry
        for kind in KINDS.values()
        if kind.about and kind.when
        for entry in listing(book, kind.name, {kind.about: person}, limit=limit)
    ]
    return sorted(entries, key=_moment, reverse=True)[:limit]


def _moment(entry: Leaf) -> tuple[str, str]:
    return entry[KINDS[entry.kind].when] or "", entry.id


def find(book: Book, words: str, *, kinds: Collection[str] = KINDS, limit: int = 50) -> list[Leaf]:
    """Records of these kinds whose names begin with these words, newest first. Accents and capitals do not matter."""
    if not (asked := begins_with(words)):
        return []
    with book.reading() as cursor:
        cursor.execute(statements.FIND, (asked, json.dumps(list(kinds)), limit))
        leaves = [_one(cursor, kind_named(kind), record) for kind, record in cursor.fetchall()]
    return [leaf for leaf in leaves if leaf is not None and not leaf.gone]


def begins_with(words: str) -> str:
    """What the index of names is asked for these words; empty where there is none in them."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(composed(words)))


def disputed(book: Book) -> list[Leaf]:
    """Records with a conflict or a finding, oldest first."""
    found: list[Leaf] = []
    with book.reading() as cursor:
        for kind in KINDS.values():
            cursor.execute(
                f"SELECT {', '.join(columns(kind))} FROM {kind.name} WHERE quarrels <> '' OR findings <> '' ORDER BY id"
            )
            found += [leaf(kind, row) for row in cursor.fetchall()]
    return found


def everything(book: Book, audiences: frozenset[Audience]) -> Iterator[tuple[Kind, Leaf]]:
    """Every record that is not gone, kind by kind, by id, with only the fields of these audiences."""
    with book.reading() as cursor:
        for name in sorted(KINDS):
            kind = KINDS[name]
            cursor.execute(f"SELECT {', '.join(columns(kind))} FROM {name} WHERE gone = 0 ORDER BY id")
            for row in cursor:  # type: ignore[attr-defined]
                yield kind, _for_audiences(kind, leaf(kind, row), audiences)


def _for_audiences(kind: Kind, leaf: Leaf, audiences: frozenset[Audience]) -> Leaf:
    values = {name: value for name, value in leaf.values.items() if kind.fields[name].audience in audiences}
    quarrels = tuple(name for name in leaf.quarrels if kind.audience_of(name) in audiences)
    return Leaf(leaf.kind, leaf.id, leaf.scope, values, quarrels, leaf.findings)


def leaf(kind: Kind, row: Sequence[Any]) -> Leaf:
    """A row of a projection, its columns as the ledger writes them."""
    record, scope, heads, quarrels, findings, gone, *stored = row
    values = {
        declared.name: _value(declared.base, declared.many, value)
        for declared, value in zip(kind.fields.values(), stored, strict=True)
        if value is not None
    }
    return Leaf(kind.name, record, scope, values, _parts(quarrels), _parts(findings), bool(gone), unpack_heads(heads))


def _value(declared: type, many: bool, stored: Any) -> Any:
    if many:
        return frozenset(stored.split(","))
    return bool(stored) if declared is bool else stored


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


def journal_values(leaf: Leaf) -> dict[str, Scalar]:
    """The values of a record as the journal names them: a set as one register an element."""
    fields: dict[str, Scalar] = {}
    for name, value in leaf.values.items():
        if isinstance(value, frozenset):
            fields.update({f"{name}/{element}": True for element in sorted(value)})
        else:
            fields[name] = value
    return fields


def current_tags(leaf: Leaf, field_name: str) -> tuple[str, ...]:
    """The tags of the lines that are current for a journal field of this record."""
    kind = KINDS[leaf.kind]
    row = Row(leaf.id, leaf.scope, dict(leaf.heads), {n: _stored(v) for n, v in leaf.values.items()})
    tags = row.head(field_name, str(kind.audience_of(field_name)))
    return tuple(tags.split(",")) if tags else ()


def _stored(value: Any) -> Any:
    return ",".join(sorted(value)) if isinstance(value, frozenset) else value


def names_of(book: Book, records: Sequence[str]) -> dict[str, str]:
    """What these people, households and teams are called, for showing in place of their ids."""
    called: dict[str, str] = {}
    with book.reading() as cursor:
        for kind in KINDS.values():
            if kind.named:
                called |= _called(cursor, kind, [book.shown(each) for each in records])
    return {each: called[book.shown(each)] for each in records if book.shown(each) in called}


def full_name(book: Book, person: str) -> str:
    """All names of somebody, for a paper that goes to whoever does not know them; empty where they are not here."""
    told = find_one(book, "person", person)
    return " ".join(filter(None, (told["given_names"], told["surname"]))) if told else ""


def _called(cursor: Cursor, kind: Kind, records: Sequence[str]) -> dict[str, str]:
    cursor.execute(
        f"SELECT id, {', '.join(kind.named)} FROM {kind.name} WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(records)),),
    )
    return {row[0]: call(kind, dict(zip(kind.named, row[1:], strict=True))) for row in cursor.fetchall()}


def call(kind: Kind, values: Mapping[str, Any]) -> str:
    """A record's name as people say it: a person by the name she uses and her surname."""
    said = dict(values)
    if said.get("known_as"):
        said.pop("given_names", None)
    return " ".join(str(said[name]) for name in kind.named if said.get(name))
