"""Which declared field something on a page asks for, whatever it looks like: so that F1 can say why."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field, Kind

FIELD = "declared field"
W = TypeVar("W", bound=QWidget)


class Held(NamedTuple):
    """What has the keys: what it is called here, its kind of record and its field."""

    words: str
    kind: Kind
    field: Field


def asks_for(part: W, kind: str, field: str, words: str = "") -> W:
    """The same, known as what asks for this field; what it is called, if not as it is declared."""
    part.setProperty(FIELD, [kind, field, words])
    return part


def in_hand() -> Held | None:
    """The field that has the keys, if one has."""
    above = QApplication.focusWidget()
    while above is not None and not above.property(FIELD):
        above = above.parentWidget()
    if above is None:
        return None
    kind, field, words = above.property(FIELD)
    return Held(words, KINDS[kind], KINDS[kind].fields[field])
