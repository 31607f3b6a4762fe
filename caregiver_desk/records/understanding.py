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
from collections.abc import Mapping

from caregiver_desk.records.journal import WITHDRAWN, Audience, Line, Names, Scalar
from caregiver_desk.records.record import KINDS, Field, Upcast
from caregiver_desk.records.shapes import GREATEST_NUMBER, fits
from caregiver_desk.records.standing import FIELDS, Ground

LONGEST_MARK = 64
_TAG = re.compile(r"[0-9a-f]{26}")
_ID = re.compile(r"[0-9A-Za-z_~]{22}")


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
        return type(value) is int and 0 <= value <= GREATEST_NUMBER
    if wanted is Ground:
        return value in list(Ground)
    return wanted is str and isinstance(value, str) and len(value) <= LONGEST_MARK


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
