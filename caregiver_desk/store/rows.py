"""A record's row: what the fold says of it, kept so that most new lines need no fold at all.

Nearly every line is the first of its record or replaces exactly what is current. Such a line *leads*: its values take
their places and its tag becomes the head of its fields, which gives the same row as folding all lines would. Any other
line (a conflict, something late, a move, a withdrawal) makes the row be folded anew.

Heads are kept short: `*open` names the line that first filled a record's open fields, a field's own entry stands only
where the field was written since. A field without value and without entry was never written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from caregiver_desk.records.folding import Folded, Withdrawal
from caregiver_desk.records.journal import WITHDRAWN, Line, Scalar
from caregiver_desk.records.record import Kind

LATE = "written-after-hand-over"


@dataclass(slots=True)
class Row:
    """One row of a kind's projection. `values` are column values; a set is comma-joined text, as in the table."""

    id: str
    scope: str
    heads: dict[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    quarrels: str = ""
    findings: str = ""
    gone: bool = False

    def value(self, name: str) -> Scalar:
        """The displayed value of a journal field: of an element, whether it is in the set."""
        if "/" not in name:
            return self.values.get(name)
        base, _, element = name.partition("/")
        return element in (self.values.get(base) or "").split(",") or None

    def head(self, name: str, audience: str) -> str | None:
        """The tags, comma-joined, of the lines that are current for this field."""
        own = self.heads.get(name)
        return own if own or self.value(name) is None else self.heads.get("*" + audience)

    def place(self, name: str, value: Scalar) -> None:
        """Put the value of a journal field into its column."""
        if "/" in name:
            base, _, element = name.partition("/")
            elements = set((self.values.get(base) or "").split(",")) - {"", element} | ({element} if value else set())
            name, value = base, ",".join(sorted(elements)) or None
        self.values[name] = value

    def parameters(self, names: tuple[str, ...]) -> tuple[Any, ...]:
        """The row as bound parameters, in the order of `schema.columns`."""
        fixed = (self.id, self.scope, pack_heads(self.heads), self.quarrels, self.findings, int(self.gone))
        return fixed + tuple([self.values.get(name) for name in names])


def lead(row: Row, line: Line, tag: str, audience: str) -> bool:
    """Let the line lead where it replaces exactly what is current; otherwise leave the row as it was and say no."""
    if line.elsewhere or WITHDRAWN in line.fields or WITHDRAWN in row.heads:
        return False
    if not (_begin(row, line, tag, audience) or _replace(row, line, tag, audience)):
        return False
    for name, value in line.fields.items():
        row.place(name, value)
    return True


def _begin(row: Row, line: Line, tag: str, audience: str) -> bool:
    """The first line of an audience fills fields that nobody has written."""
    star = "*" + audience
    if line.replaces or star in row.heads or not _all_filled(line.fields):
        return False
    if row.heads and any(name in row.heads or row.value(name) is not None for name in line.fields):
        return False
    row.heads[star] = tag
    return True


def _all_filled(fields: Mapping[str, Scalar]) -> bool:
    """Whether each has a value that the row shows: neither cleared nor an element taken out."""
    values = fields.values()
    return None not in values and not (
        False in values and any(fields[name] is False and "/" in name for name in fields)
    )


def _replace(row: Row, line: Line, tag: str, audience: str) -> bool:
    """The line stands in place of just what is current in each of its fields."""
    named = names_by_field(line)
    if any(named.get(name) != row.head(name, audience) for name in line.fields) or named.keys() - line.fields.keys():
        return False
    row.heads.update(dict.fromkeys(line.fields, tag))
    if row.quarrels:
        row.quarrels = ",".join(name for name in row.quarrels.split(",") if name not in line.fields)
    return True


def names_by_field(line: Line) -> dict[str, str]:
    """For each field, the tags of this scope that the line replaces, sorted and comma-joined."""
    named: dict[str, str] = {}
    for tag in sorted(line.replaces):
        for name in line.replaces[tag]:
            named[name] = f"{named[name]},{tag}" if name in named else tag
    return named


def settle(record: str, scope: str, kind: Kind, folded: Folded) -> Row:
    """The row that a fold says."""
    gone = folded.withdrawal == Withdrawal.GONE
    findings = ["" if gone else folded.withdrawal, LATE if folded.late else ""]
    row = Row(record, scope, gone=gone, quarrels=",".join(sorted(folded.conflicts)))
    row.findings = ",".join(filter(None, findings))
    for name, value in folded.values.items():
        if name.partition("/")[0] in kind.fields:
            row.place(name, value)
    row.heads = {name: ",".join(sorted(held.tag for held in heads)) for name, heads in folded.current.items()}
    return row


def expand(row: Row, kind: Kind) -> Iterator[tuple[str, str]]:
    """(journal field, comma-joined tags) of everything current in the row."""
    for name in written(row, kind):
        audience = kind.audience_of(name)
        tags = row.head(name, audience or "")
        if tags:
            yield name, tags


def written(row: Row, kind: Kind) -> Iterator[str]:
    """The journal fields that have a current line."""
    yield from (name for name in row.heads if not name.startswith("*"))
    for name, declared in kind.fields.items():
        value = row.values.get(name)
        names = [f"{name}/{element}" for element in (value or "").split(",") if element] if declared.many else [name]
        yield from (each for each in names if value is not None and each not in row.heads)


_packer = msgspec.json.Encoder()
_unpacker = msgspec.json.Decoder(dict[str, str])


def pack_heads(heads: Mapping[str, str]) -> str:
    return _packer.encode(heads).decode()


def unpack_heads(text: str) -> dict[str, str]:
    return _unpacker.decode(text) if text else {}
