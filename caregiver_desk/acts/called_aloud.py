"""What a record is called when it is said what was done with it: others may be in the room.

Its own name, or the name of whom it is about. Neither is said where only a few may know of whom it is: what weighs on
somebody, or a step of a process, is then called by its kind alone. A home is called by its code; who lives there and
what the neighbours call it stand on the screen only where somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

KNOWN_TO_MANY = frozenset({Audience.OPEN, Audience.TEAM})


def called_aloud(book: Book, kind: Kind, values: Mapping[str, Any]) -> str:
    """`values` are what the record says now."""
    name = _own_name(kind, values) or _whose(book, kind, values)
    return say("{what} · {who}", what=say(kind.label), who=name) if name else say(kind.label)


def _own_name(kind: Kind, values: Mapping[str, Any]) -> str:
    said = {name: values.get(name) for name in kind.named if kind.audience_of(name) in KNOWN_TO_MANY}
    return questions.call(kind, said)


def _whose(book: Book, kind: Kind, values: Mapping[str, Any]) -> str:
    whom = values.get(kind.about) if kind.audience_of(kind.about) in KNOWN_TO_MANY else None
    whose = KINDS[kind.fields[kind.about].shown.refers] if whom else None
    told = questions.find_one(book, whose.name, str(whom)) if whose else None
    return _own_name(whose, told.values) if whose and told else ""
