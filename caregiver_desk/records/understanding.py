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
LONGEST_GROUND = 64
_TAG = re.compile(r"[0-9a-f]{26}")
_ID = re.compile(r"[0-9A-Za-z_~]{22}")
_ELEMENT = re.compile(r"[^,/]+/[^,/]+")
_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


def is_newer(line: Line) -> bool:
    """Whether only a newer program can read it: its kind or version is not known here."""
    kind = KINDS.get(line.kind)
    return line.kind not in FIELDS if kind is None else line.version > kind.version


def as_now(line: Line, audience: str) -> Line | None:
    """The line in the present version of its kind; None where it cannot be understood for this audience."""
    if audience == Audience.CONTROL:
        return line if is_statement(line) else None
    if not _well_named(line):
        return None
    kind = KINDS.get(line.kind)
    if kind is None or not 1 <= line.version <= kind.version:
        return None
    for upcast in kind.upcasts[line.version - 1 :]:
        line = _renewed(line, upcast)
    return line if _fits(kind, line.fields, audience) else None


def is_statement(line: Line) -> bool:
    """Whether a control line is a statement about its subject, in values that may be believed."""
    allowed = FIELDS.get(line.kind)
    if allowed is None or not line.record.startswith(f"{line.kind}/") or not _tags_fit(line):
        return False
    return all(_may_be_believed(allowed, name, value) for name, value in line.fields.items())


def _may_be_believed(allowed: Mapping[str, type], name: str, value: Scalar) -> bool:
    if name == WITHDRAWN:
        return value is None or isinstance(value, str)
    wanted = allowed.get(name.partition("/")[0])
    if wanted is bool:
        return value is True
    if wanted is int:
        return type(value) is int and 0 <= value < GREATEST_NUMBER
    return wanted is str and isinstance(value, str) and len(value) <= LONGEST_GROUND


def _well_named(line: Line) -> bool:
    """Whether its record and the lines it names look as ids and tags do."""
    return _ID.fullmatch(line.record) is not None and _tags_fit(line)


def _tags_fit(line: Line) -> bool:
    named = (line.replaces, *line.elsewhere.values()) if line.elsewhere else (line.replaces,)
    return all(_TAG.fullmatch(tag) for names in named for tag in names)


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
    if declared is None or not declared.many or declared.audience != audience or not _ELEMENT.fullmatch(name):
        return False
    return value is None or isinstance(value, bool)


def _is_a(base: type, value: Scalar) -> bool:
    if isinstance(value, str):
        if base is date:
            return _is_date(value)
        return base not in {int, bool} and len(value) <= LONGEST_TEXT and "\x00" not in value
    if isinstance(value, bool):
        return base is bool
    return base is int and abs(value or 0) < GREATEST_NUMBER


def _is_date(value: str) -> bool:
    if _DATE.fullmatch(value) is None:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
