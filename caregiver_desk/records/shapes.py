"""What the lines of a kind may hold: one shape for each audience, made once from the declarations.

Context. Every value of another laptop's line is held against its declaration: its type, its range, its length, its list
of codes. A merge asks this a hundred thousand times.

Decision. A shape is a `msgspec` struct with one place for each journal field of an audience; a set has one for each of
its codes. Reading a line's fields into it is the whole check. It takes a tenth of the time of asking field by field.

Consequence. How many elements a set holds is not asked: two laptops that add one each are both right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from caregiver_desk.records.journal import WITHDRAWN, Audience, Scalar

if TYPE_CHECKING:
    from caregiver_desk.records.record import Field

LONGEST_TEXT = 20_000
GREATEST_NUMBER = 2**53 - 1
Shape = type[msgspec.Struct]


def shapes_of(fields: Iterable[Field], widest: Audience) -> dict[str, Shape]:
    """The shape of each audience that may read one of these fields."""
    apart: dict[str, dict[str, Any]] = {audience: {WITHDRAWN: str} for audience in (Audience.OPEN, widest)}
    for declared in fields:
        apart.setdefault(declared.audience, {}).update(_places(declared))
    return {audience: _shape(places) for audience, places in apart.items()}


def _places(declared: Field) -> Iterator[tuple[str, Any]]:
    if declared.many:
        yield from ((f"{declared.name}/{code}", bool) for code in declared.choices or ())
    else:
        yield declared.name, _scalar(declared)


def _scalar(declared: Field) -> Any:
    """What one value of this field may be."""
    if declared.choices:
        return Literal[tuple(map(str, declared.choices))]
    if declared.base is int:
        least = -GREATEST_NUMBER if declared.least is None else declared.least
        most = GREATEST_NUMBER if declared.most is None else declared.most
        return Annotated[int, msgspec.Meta(ge=least, le=most)]
    if declared.base in {bool, date}:
        return declared.base
    return Annotated[str, msgspec.Meta(max_length=declared.most or LONGEST_TEXT)]


def _shape(places: Mapping[str, Any]) -> Shape:
    """Every place may be left out or be null: a line names only what it changes, and null clears a field."""
    numbered = {f"place_{number}": name for number, name in enumerate(places)}
    fields = [(place, places[name] | None, None) for place, name in numbered.items()]
    return msgspec.defstruct("Fields", fields, rename=numbered, forbid_unknown_fields=True, gc=False)


def fits(shape: Shape, fields: Mapping[str, Scalar]) -> bool:
    """Whether each of these fields has its place in the shape, and a value that may stand there."""
    for value in fields.values():
        if type(value) is str and "\x00" in value:
            return False
    try:
        msgspec.convert(fields, shape)
    except msgspec.ValidationError:
        return False
    return True
