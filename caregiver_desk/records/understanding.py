"""A line is judged by the declarations of its own version, and read as the present one.

A line of a kind, version or field that this program does not know is kept and passed on; it is not shown until the
program knows it. A line whose values do not fit their declarations is set aside by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from caregiver_desk.records.journal import WITHDRAWN, Audience, Line, Names, Scalar
from caregiver_desk.records.record import KINDS, Kind, Upcast
from caregiver_desk.records.standing import FIELDS

LONGEST_TEXT = 20_000
GREATEST_NUMBER = 2**53
_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


def is_newer(line: Line) -> bool:
    """Whether only a newer program can read it: its kind or version is not known here."""
    kind = KINDS.get(line.kind)
    return line.kind not in FIELDS if kind is None else line.version > kind.version


def as_now(line: Line, audience: str) -> Line | None:
    """The line in the present version of its kind; None where it cannot be understood for this audience."""
    if audience == Audience.CONTROL:
        return line if _is_statement(line) else None
    kind = KINDS.get(line.kind)
    if kind is None or not 1 <= line.version <= kind.version:
        return None
    for upcast in kind.upcasts[line.version - 1 :]:
        line = _renewed(line, upcast)
    return line if _fits(kind, line.fields, audience) else None


def _is_statement(line: Line) -> bool:
    allowed = FIELDS.get(line.kind, frozenset()) | {WITHDRAWN}
    return all(name.partition("/")[0] in allowed and _is_scalar(value) for name, value in line.fields.items())


def _renewed(line: Line, upcast: Upcast) -> Line:
    return Line(
        salt=line.salt,
        at=line.at,
        by=line.by,
        kind=line.kind,
        version=line.version + 1,
        record=line.record,
        fields={upcast.name(name): upcast.value(name, value) for name, value in line.fields.items()},
        replaces=_renamed(line.replaces, upcast),
        elsewhere={mark: _renamed(names, upcast) for mark, names in line.elsewhere.items()},
        undoes=line.undoes,
        origin=line.origin,
    )


def _renamed(names: Names, upcast: Upcast) -> Names:
    return {tag: tuple(upcast.name(name) for name in fields) for tag, fields in names.items()}


def _fits(kind: Kind, fields: Mapping[str, Scalar], audience: str) -> bool:
    """Whether every value is one that its field may hold, and every field one that this audience may read."""
    for name, value in fields.items():
        declared = kind.fields.get(name)
        if declared is None:
            if not _fits_apart(kind, name, value, audience):
                return False
        elif declared.audience != audience or declared.many or not (value is None or _is_a(declared.base, value)):
            return False
    return True


def _fits_apart(kind: Kind, name: str, value: Scalar, audience: str) -> bool:
    """Of what is not a plain field: a withdrawal, or an element of a set."""
    if name == WITHDRAWN:
        return audience == Audience.OPEN and (value is None or isinstance(value, str))
    declared = kind.fields.get(name.partition("/")[0])
    if declared is None or not declared.many or declared.audience != audience:
        return False
    return value is None or isinstance(value, bool)


def _is_a(base: type, value: Scalar) -> bool:
    if isinstance(value, str):
        if base is date:
            return _DATE.fullmatch(value) is not None
        return base not in {int, bool} and len(value) <= LONGEST_TEXT and "\x00" not in value
    if isinstance(value, bool):
        return base is bool
    return base is int and abs(value or 0) < GREATEST_NUMBER


def _is_scalar(value: Scalar) -> bool:
    return not isinstance(value, str) or len(value) <= LONGEST_TEXT
