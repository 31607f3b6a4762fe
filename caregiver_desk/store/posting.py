"""Posting: how journal lines become rows, within one transaction.

Lines are taken one by one. One that leads changes its row in memory; any other marks its record to be folded anew from
all its lines. At the end the rows are written, a kind at a time, and the index of names follows. A local save and a
merge of a hundred thousand changes go this same way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

from caregiver_desk.records import folding, journal
from caregiver_desk.records.folding import Folded, Withdrawal
from caregiver_desk.records.journal import WITHDRAWN, Audience, Held, Line, Stream
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.records.understanding import as_now
from caregiver_desk.store import statements
from caregiver_desk.store.hearing import Hearing
from caregiver_desk.store.rows import Row, lead, settle, unpack_heads

ASKED_TO_ERASE, DISPUTED = "asked-to-erase", "hand-over-disputed"
CHUNK = 1_000  # records folded at once: each is all of its lines, and more is no faster


class Entering(NamedTuple):
    """A line on its way into the rows: already in the journal, its text read."""

    tag: str
    stream: Stream
    number: int
    line: Line


class Came(NamedTuple):
    """How many records of a kind were new or changed, and the days they are about; empty where they have none."""

    kind: str
    number: int
    first: str
    last: str


@dataclass(frozen=True)
class Posted:
    """What a posting did: the kinds touched, how many rows were new or changed, which quarrel, how many were erased."""

    touched: frozenset[str] = frozenset()
    new: int = 0
    changed: int = 0
    quarrels: tuple[tuple[str, str], ...] = ()
    erased: int = 0
    came: tuple[Came, ...] = ()

    def __add__(self, other: Posted) -> Posted:
        return Posted(
            self.touched | other.touched,
            self.new + other.new,
            self.changed + other.changed,
            self.quarrels + other.quarrels,
            self.erased + other.erased,
            self.came + other.came,
        )

    def by_kind(self) -> list[Came]:
        """The same kind by kind, however often a kind was posted."""
        kinds = dict.fromkeys(each.kind for each in self.came)
        return [_together([each for each in self.came if each.kind == kind]) for kind in kinds]


def _together(came: list[Came]) -> Came:
    firsts, lasts = [each.first for each in came if each.first], [each.last for each in came if each.last]
    number = sum(each.number for each in came)
    return Came(came[0].kind, number, min(firsts, default=""), max(lasts, default=""))


class Posting:
    """The rows that one transaction reads, changes and writes back."""

    def __init__(self, cursor: Cursor, hearing: Hearing) -> None:
        self._cursor = cursor
        self._hearing = hearing
        self._rows: dict[str, dict[str, Row]] = {name: {} for name in KINDS}
        self._stored: dict[str, set[str]] = {name: set() for name in KINDS}
        self._asked: set[tuple[str, str]] = set()
        self._changed: dict[str, dict[str, None]] = {name: {} for name in KINDS}
        self._unsure: dict[str, None] = {}
        self._unread: dict[str, None] = {}
        self._scopes: frozenset[str] = frozenset()
        self._heard: dict[Stream, float] = {}

    def row(self, kind: Kind, record: str) -> Row | None:
        """The row as it stands now, also where this transaction changed it."""
        record = self._hearing.joined.shown(record)
        if (kind.name, record) not in self._asked:
            self.look_up(kind, [record])
        return self._rows[kind.name].get(record)

    def knows(self, kind: Kind, record: Any) -> bool:
        """Whether there is such a record, be it one that this transaction began."""
        return record in self._unsure or self.row(kind, record) is not None

    def look_up(self, kind: Kind, records: Iterable[str]) -> None:
        """Read these rows, one statement for all of them."""
        wanted = [record for record in records if (kind.name, record) not in self._asked]
        if not wanted:
            return
        self._asked.update((kind.name, record) for record in wanted)
        self._cursor.execute(statements.rows_of(kind), (json.dumps(wanted),))
        names = tuple(kind.fields)
        for record, scope, heads, quarrels, findings, gone, *values in self._cursor.fetchall():
            row = Row(
                record,
                scope,
                unpack_heads(heads),
                dict(zip(names, values, strict=True)),
                quarrels,
                findings,
                bool(gone),
            )
            self._rows[kind.name][record] = row
            self._stored[kind.name].add(record)

    def take(self, entering: Iterable[Entering]) -> None:
        """Let each line lead where it can."""
        lines = [line for line in entering if line.stream.audience != Audience.CONTROL]
        for name, group in groupby(sorted(lines, key=_kind_of), key=_kind_of):
            if name in KINDS:
                self._take_kind(KINDS[name], list(group))
            else:
                self._unread.update(dict.fromkeys(entry.line.record for entry in group))

    def _take_kind(self, kind: Kind, group: list[Entering]) -> None:
        self.look_up(kind, dict.fromkeys(entry.line.record for entry in group))
        rows, changed = self._rows[kind.name], self._changed[kind.name]
        for entry in group:
            record = entry.line.record
            self.fold_anew(self._hearing.joined.spoken.get(record, ()))  # a withdrawal of theirs may wait for this line
            if record in self._unsure:
                continue
            row = rows.get(record) or Row(record, entry.stream.scope)
            if self._may_lead(entry, row) and lead(row, entry.line, entry.tag, entry.stream.audience):
                rows[record] = row
                changed[record] = None
            else:
                self._unsure[record] = None

    def _may_lead(self, entry: Entering, row: Row) -> bool:
        """Whether it says anything that counts, in the one scope where its record has ever lived, and in our words."""
        standing, line, stream = self._hearing.standing, entry.line, entry.stream
        if not line.fields or stream.scope != row.scope or row.findings or line.version != KINDS[line.kind].version:
            return False
        if (
            not self._hearing.is_plain(line.record)
            or line.record in standing.asked
            or entry.number > self._heard_to(stream)
        ):
            return False
        if not row.heads and not standing.lived_in(line.record, stream.scope):
            return False
        return as_now(line, stream.audience) is not None

    def _heard_to(self, stream: Stream) -> float:
        """The last number of a stream that counts, wherever its records live."""
        if stream not in self._heard:
            self._heard[stream] = self._hearing.heard_to(stream)
        return self._heard[stream]

    def fold_anew(self, records: Iterable[str]) -> None:
        """Have these records folded from all their lines."""
        self._unsure.update(dict.fromkeys(filter(None, records)))

    def finish(self) -> Posted:
        """Fold what is unsure, write the rows and their names, and say what that did."""
        unsure = list(self._unsure)
        for start in range(0, len(unsure), CHUNK):
            self._fold(unsure[start : start + CHUNK])
        if self._unread:
            self._cursor.executemany(statements.UNREAD, [(record,) for record in self._unread])
        posted = Posted()
        for name in [name for name, changed in self._changed.items() if changed]:
            posted += self._tell(name)
            self._write(KINDS[name], list(self._changed[name]))
        return posted

    def _tell(self, name: str) -> Posted:
        """What is about to be written of one kind."""
        changed, stored = self._changed[name], self._stored[name]
        new = sum(record not in stored for record in changed)
        shown = [(record, self._rows[name].get(record)) for record in changed]
        quarrels = tuple((name, record) for record, row in shown if row and row.quarrels)
        when = KINDS[name].when
        days = [str(row.values[when]) for _, row in shown if row and row.values.get(when)]
        came = Came(name, len(changed), min(days, default=""), max(days, default=""))
        return Posted(frozenset({name}), new, len(changed) - new, quarrels, came=(came,))

    def _fold(self, records: list[str]) -> None:
        self._scopes, joined = self._hearing.scopes(), self._hearing.joined
        records = list(dict.fromkeys(each for record in records for each in joined.all_of(record)))
        self._cursor.execute(statements.LINES_OF_RECORDS, (json.dumps(records),))
        lines: dict[str, dict[str, list[Held]]] = {record: {} for record in records}
        for record, stream, number, arrival, body in self._cursor.fetchall():
            held = self._hearing.held(stream, number, arrival, body)
            if held is None or _is_unsound(held):
                self._unread[record] = None
            if held is not None:
                lines[joined.shown(record)].setdefault(held.line.kind, []).append(held)
        for kind in KINDS.values():
            self.look_up(kind, (record for record in records if kind.name in lines[record] or not lines[record]))
        for record, by_kind in lines.items():
            for name, rows in self._rows.items():
                if name in by_kind:
                    self._settle(KINDS[name], record, by_kind[name])
                elif record in rows:
                    self._drop(name, record)

    def _settle(self, kind: Kind, record: str, held: list[Held]) -> None:
        homes = {each: self._home(each, held) for each in self._hearing.joined.all_of(record)}
        home = homes[record]
        folded = folding.fold(held, homes=homes, scopes=self._scopes)
        if folded.withdrawal == Withdrawal.WAITING and (others := self._hearing.joined.spoken.get(record)):
            folded = self._knowing_others(folded, held, homes, others)
        if not folded.values:
            self._drop(kind.name, record)
            return
        row = settle(record, home, kind, folded)
        row.gone |= not folded.values.keys() - {WITHDRAWN}
        standing = self._hearing.standing
        if any(each in standing.disputed for each in homes):
            row.findings = ",".join(filter(None, [row.findings, DISPUTED]))
        if any(standing.hidden(each, where) for each, where in homes.items()):
            row.gone, row.findings = True, ASKED_TO_ERASE
        if kind.stays:
            row.gone = not folded.values.keys() - {WITHDRAWN}
        self._rows[kind.name][record] = row
        self._changed[kind.name][record] = None

    def _knowing_others(
        self, folded: Folded, held: list[Held], homes: Mapping[str, str], others: AbstractSet[str]
    ) -> Folded:
        """What a withdrawal saw of others that once stood there is not waited for, nor what was erased of them."""
        if others & self._hearing.standing.erased:
            return replace(folded, withdrawal=Withdrawal.EDITED)
        return folding.fold(held, homes=homes, scopes=self._scopes, here=self._lines_of(others))

    def _lines_of(self, records: Iterable[str]) -> frozenset[str]:
        """The tags of every line here of these records."""
        self._cursor.execute(statements.LINES_OF_RECORDS, (json.dumps(sorted(records)),))
        return frozenset(journal.tag(body.encode()) for *_, body in self._cursor.fetchall())

    def _home(self, record: str, held: list[Held]) -> str:
        """The scope where a record lives, as far as this book can tell; empty where that is elsewhere."""
        standing = self._hearing.standing
        possible = {each.stream.scope for each in held} if self._hearing.is_plain(record) else self._scopes
        return next((scope for scope in sorted(possible) if standing.lives_in(record, scope)), "")

    def _drop(self, kind: str, record: str) -> None:
        if self._rows[kind].pop(record, None) is not None:
            self._changed[kind][record] = None

    def _write(self, kind: Kind, records: list[str]) -> None:
        rows, stored, names = self._rows[kind.name], self._stored[kind.name], tuple(kind.fields)
        if self._hearing.joined.together:
            self._point(kind, (rows[record] for record in records if record in rows))
        new = [rows[record].parameters(names) for record in records if record in rows and record not in stored]
        changed = [rows[record].parameters(names) for record in sorted(records) if record in rows and record in stored]
        lost = [(record,) for record in records if record not in rows and record in stored]
        self._many(statements.new_row(kind), new)
        self._many(statements.changed_row(kind), [(*parameters[1:], parameters[0]) for parameters in changed])
        self._many(statements.lost_row(kind), lost)
        stored.update(record for record in records if record in rows)
        stored.difference_update(record for (record,) in lost)
        if kind.named:
            self._index(kind, records)

    def _point(self, kind: Kind, rows: Iterable[Row]) -> None:
        """What names a record that stands with others names the one that is shown."""
        names = [name for name, declared in kind.fields.items() if declared.shown.refers]
        for row in rows:
            for name in names:
                if row.values.get(name) in self._hearing.joined.together:
                    row.values[name] = self._hearing.joined.shown(row.values[name])

    def _index(self, kind: Kind, records: list[str]) -> None:
        """The names of these records as people may look for them; a record that is gone is not found."""
        self._cursor.execute(statements.NAMED, (json.dumps(records), kind.name))
        numbers: dict[str, int] = dict(self._cursor.fetchall())
        self._many(statements.FORGET_WORDS, [(-number,) for number in numbers.values()])
        self._cursor.execute("SELECT coalesce(max(n), 0) FROM named")
        newest = self._cursor.fetchone()[0]  # type: ignore[index]
        fresh = {
            record: newest + place for place, record in enumerate((r for r in records if r not in numbers), start=1)
        }
        self._many(statements.NEW_NAMED, [(number, record, kind.name) for record, number in fresh.items()])
        numbers.update(fresh)
        rows = self._rows[kind.name]
        shown = ((record, rows[record]) for record in records if record in rows and not rows[record].gone)
        words = [(-numbers[record], self._names(kind, row)) for record, row in shown]
        self._many(statements.INDEX_WORDS, words)

    def _names(self, kind: Kind, row: Row) -> str:
        """What a record is called; of a name in conflict, each that somebody gives it."""
        words = [str(row.values.get(name) or "") for name in kind.named]
        odd = set(kind.named) & set(row.quarrels.split(",") if row.quarrels else ())
        if odd:
            self._cursor.execute(statements.LINES_OF_RECORDS, (json.dumps(self._hearing.joined.all_of(row.id)),))
            lines = {journal.tag(body.encode()): journal.read(body.encode()) for *_, body in self._cursor.fetchall()}
            heads = [(lines.get(tag), name) for name in sorted(odd) for tag in row.heads.get(name, "").split(",")]
            words += [str(line.fields.get(name) or "") for line, name in heads if line]
        return " ".join(words)

    def _many(self, statement: str, parameters: list[tuple[Any, ...]]) -> None:
        if parameters:
            self._cursor.executemany(statement, parameters)


def _is_unsound(held: Held) -> bool:
    """Whether it is set aside for what it says, so that declarations which grow may let it count."""
    return not (held.counts or held.stream.audience == Audience.CONTROL or as_now(held.line, held.stream.audience))


def _kind_of(entry: Entering) -> str:
    return entry.line.kind
