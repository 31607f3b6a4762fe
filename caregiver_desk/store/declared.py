"""What the rows of a book were made by, and what this program declares beside that.

Decision. The declarations are told kind by kind, and stand as text beside the rows. *Added* is what leaves every row
as it is: a kind, a field, a code or a wider range, a version that renames and converts nothing. Anything else is
another making, and so is a journal of which more can be read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from caregiver_desk.records.course import goes_on
from caregiver_desk.records.journal import Line
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field, Kind, Upcast
from caregiver_desk.records.sharing.standing import FIELDS, Ground, newest_version
from caregiver_desk.store.schema import called_by, in_course


class FieldTold(NamedTuple):
    """What of a field decides its column, and which lines are sound."""

    base: str
    many: bool
    audience: str
    choices: tuple[str, ...]
    least: int | None
    most: int | None

    def grew(self, now: FieldTold) -> bool:
        """Whether all that was sound still is, and makes the same row."""
        same = (self.base, self.many, self.audience) == (now.base, now.many, now.audience)
        return same and set(self.choices) <= set(now.choices) and _within(self, now)


def _within(old: FieldTold, now: FieldTold) -> bool:
    least = now.least is None or (old.least is not None and now.least <= old.least)
    return least and (now.most is None or (old.most is not None and now.most >= old.most))


class KindTold(NamedTuple):
    """What of a kind decides its table and its rows."""

    made: str
    versions: tuple[str, ...]
    fields: Mapping[str, FieldTold]

    def grew(self, now: KindTold) -> bool:
        """Whether rows that were made so are as now, but for fields that came since."""
        known = self.made == now.made and now.versions[: len(self.versions)] == self.versions
        plain = not any(now.versions[len(self.versions) :])
        return known and plain and all(name in now.fields for name in self.fields) and self._widened(now)

    def _widened(self, now: KindTold) -> bool:
        return all(old.grew(now.fields[name]) for name, old in self.fields.items())


class Declared(NamedTuple):
    """All that rows are made by."""

    lines: str
    kinds: Mapping[str, KindTold]

    def grew(self, now: Declared) -> bool:
        """Whether what stands in rows made by this is what `now` would make, as far as it was known then."""
        known = self.lines == now.lines and self.kinds.keys() <= now.kinds.keys()
        return known and all(old.grew(now.kinds[name]) for name, old in self.kinds.items())

    def lacking(self) -> Iterator[tuple[Kind, Sequence[str]]]:
        """The kinds of this program that this says nothing of, with no names, and those that have fields more."""
        for name, kind in KINDS.items():
            if name not in self.kinds:
                yield kind, ()
            elif names := [each for each in kind.fields if each not in self.kinds[name].fields]:
                yield kind, names


def ours() -> Declared:
    """What this program makes rows by."""
    lines = (Line.__struct_fields__, [(kind, newest_version(kind)) for kind in FIELDS], list(Ground))
    return Declared(_digest(lines), {name: _kind(kind) for name, kind in sorted(KINDS.items())})


def text(declared: Declared) -> str:
    return msgspec.json.encode(declared).decode()


def read(told: str) -> Declared | None:
    """What was noted; nothing where that was done in a form of earlier."""
    try:
        return msgspec.json.decode(told, type=Declared)
    except msgspec.DecodeError:
        return None


@cache
def _kind(kind: Kind) -> KindTold:
    course = in_course(kind) if goes_on(kind) else ""
    called = called_by(kind) if kind.named else ""
    made = (kind.part, kind.named, called, sorted(kind.indexes.items()), course, kind.widest)
    fields = {each.name: _field(each) for each in kind.fields.values()}
    return KindTold(_digest(made), tuple(map(_version, kind.upcasts)), fields)


def _version(upcast: Upcast) -> str:
    """Empty where lines of the version before are read as they are."""
    return _digest((sorted(upcast.renamed.items()), sorted(upcast.converted))) if upcast != Upcast() else ""


def _field(told: Field) -> FieldTold:
    choices = tuple(each.value for each in told.choices or ())
    return FieldTold(told.base.__name__, told.many, told.audience, choices, told.least, told.most)


def _digest(told: Any) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()
