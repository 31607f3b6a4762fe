"""A line is judged by the declarations of its own version, and read as the present one.

Context. Others' lines come from older programs, from newer ones, and from hands that no program held. Books with the
same lines must judge them alike, and one bad line must not hold up the rest.

Decision. A line of a kind or version that this program does not know waits: it is kept, passed on, and shown once the
program knows it. Any other line is sound as a whole or set aside alone: each of its fields is declared for its
audience, and each value is of the field's type, within its range and length, and one of its codes. A code that is not
in the list is no exception. The list belongs to the version, so a program with a longer list writes a higher version,
and its lines wait like anything newer. To show the bare code instead would hand every page, report and rule a value
that its declaration excludes.

Consequences. Soundness is a pure function of the line and the declarations; a line set aside is kept and passed on as
well. An older line is first brought to the present version, so an upcast must make sound what was sound then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from caregiver_desk import clock
from caregiver_desk.records.journal import TAG_LENGTH, WITHDRAWN, Audience, Line, Names, Scalar
from caregiver_desk.records.record import KINDS, Field, Upcast
from caregiver_desk.records.shapes import GREATEST_NUMBER, fits
from caregiver_desk.records.sharing.standing import FIELDS, Ground, Statement, Value, newest_version, version_of

_ID = re.compile(rf"{clock.LETTER}{{{clock.ID_LENGTH}}}")
_MARK = re.compile(rf"{clock.LETTER}{{{clock.MARK_LENGTH}}}")
_TAG = re.compile(rf"[0-9a-f]{{{TAG_LENGTH}}}")
_MARKED = (Statement.ENROLMENT, Statement.REVOCATION)  # the others speak of a record


def is_newer(line: Line) -> bool:
    """Whether only a newer program can read it: its kind or version is not known here."""
    if line.kind in FIELDS:
        return line.version > newest_version(line.kind)
    return line.kind not in KINDS or line.version > KINDS[line.kind].version


def as_now(line: Line, audience: str) -> Line | None:
    """The line in the present version of its kind; None where it cannot be understood for this audience."""
    if audience == Audience.CONTROL:
        return line if is_statement(line) else None
    kind = KINDS.get(line.kind)
    if kind is None or not _ID.fullmatch(line.record) or not 1 <= line.version <= kind.version:
        return None
    for upcast in kind.upcasts[line.version - 1 :]:
        line = _renewed(line, upcast)
    shape = kind.shapes.get(audience)
    return line if shape is not None and fits(shape, line.fields) else None


def misfit(line: Line) -> Field | None:
    """The first declared field that cannot hold what a line of the present version says of it."""
    kind = KINDS.get(line.kind)
    if kind is None:
        return None
    for name, value in line.fields.items():
        declared = kind.fields.get(name.partition("/")[0])
        if declared and not fits(kind.shapes[declared.audience], {name: value}):
            return declared
    return None


def is_statement(line: Line) -> bool:
    """Whether a control line is a statement about its subject, in values that may be believed."""
    allowed = FIELDS.get(line.kind)
    if allowed is None or line.version != version_of(line.kind, line.fields) or not _is_subject(line):
        return False
    return all(_may_be_believed(allowed, name, value) for name, value in line.fields.items())


def _is_subject(line: Line) -> bool:
    """Whether its record names its kind and a whole id or mark: a part of one would stand for many records."""
    kind, _, subject = line.record.partition("/")
    shape = _MARK if line.kind in _MARKED else _ID
    return kind == line.kind and shape.fullmatch(subject) is not None


def _may_be_believed(allowed: Mapping[str, Value], name: str, value: Scalar) -> bool:
    if name == WITHDRAWN:
        return value is None or isinstance(value, str)
    wanted = allowed.get(name.partition("/")[0])
    return wanted is not None and _BELIEVED[wanted](value)


_BELIEVED: Mapping[Value, Callable[[Scalar], bool]] = {
    Value.YES: lambda value: value is True,
    Value.YES_OR_NO: lambda value: isinstance(value, bool),
    Value.YES_NO_OR_OPEN: lambda value: value is None or isinstance(value, bool),
    Value.NUMBER: lambda value: type(value) is int and 0 <= value <= GREATEST_NUMBER,
    Value.MARK: lambda value: isinstance(value, str) and _MARK.fullmatch(value) is not None,
    Value.GROUND: lambda value: value in list(Ground),
    Value.NAME: lambda value: isinstance(value, str) and _TAG.fullmatch(value) is not None,
    Value.DAY: lambda value: isinstance(value, str) and _is_day(value),
}


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


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
