"""What to say of a row that tells again of something known, in the book or on an earlier line.

Whatever it says otherwise waits for somebody to look at it: nothing that a sheet says is dropped without a word. Of
long words only the field is named, so that a sheet to mend does not carry the words of the book away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from caregiver_desk.records import submitted
from caregiver_desk.records.record import Field, Kind, scalar
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say


def words(line: int, differing: Sequence[str]) -> str:
    """Why such a row is here already, or waits; `line` is 0 for what the book holds."""
    fields = ", ".join(differing)
    if line and differing:
        return say("line {line} says the same but for: {fields}", line=line, fields=fields)
    if line:
        return say("line {line} says the same", line=line)
    if differing:
        return say("it is in this book with another: {fields}; change it there, or take this line out", fields=fields)
    return say("it is in this book")


def difference(label: str, field: Field | None, here: Any, there: Any) -> str:
    """A field with what the row says in it and what is known."""
    if field is None or field.shown.long or field.shown.refers:
        return say(label)
    return say("{field} (here {here}, there {there})", field=say(label), here=_told(here), there=_told(there))


def differ(kind: Kind, name: str, one: Any, other: Any) -> bool:
    """Whether two values of a field say different things; one that nobody gave says what the field says by itself."""
    default = kind.draft.model_fields[name].default
    return bool(_plain(default if one is None else one) != _plain(default if other is None else other))


def corrected(kind: Kind, told: Mapping[str, Any], leaf: Leaf | None) -> str:
    """What a corrected form says otherwise of a record, in one sentence; nothing where it says the same."""
    before: Mapping[str, Any] = leaf.values if leaf else {}
    names = [name for name in told if name != submitted.FIELD and differ(kind, name, told[name], before.get(name))]
    said = [difference(kind.fields[name].label, kind.fields[name], told[name], before.get(name)) for name in names]
    return say("the corrected form says otherwise: {fields}", fields=", ".join(said)) if said else ""


def _plain(value: Any) -> Any:
    return sorted(map(str, value)) if isinstance(value, frozenset) else str(scalar(value)) if value is not None else ""


def _told(value: Any) -> str:
    plain = ", ".join(sorted(map(str, value))) if isinstance(value, frozenset) else scalar(value)
    return say("nothing") if plain in ("", None) else str(plain)
