"""The state of a book as text: books that agree print the same, whatever way their lines came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Kind, scalar
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

EVERYONE = frozenset(Audience)

_encoder = msgspec.json.Encoder(order="sorted")


def state(book: Book, audiences: frozenset[Audience] = EVERYONE) -> Iterator[str]:
    """One record a line, sorted by kind and id, in canonical JSON; what is in conflict with all its values."""
    leaves = list(questions.everything(book, audiences))
    for kind, leaf in leaves:
        if leaf.values or not kind.fields:
            yield _encoder.encode(_told(book, kind, leaf)).decode()


def _told(book: Book, kind: Kind, leaf: Leaf) -> dict[str, Any]:
    told: dict[str, Any] = {
        "kind": kind.name,
        "id": leaf.id,
        "scope": leaf.scope,
        "fields": {name: _plain(value) for name, value in leaf.values.items()},
    }
    if leaf.findings:
        told["findings"] = list(leaf.findings)
    if leaf.quarrels:
        told["conflicts"] = _disputed(book, leaf)
    return told


def _disputed(book: Book, leaf: Leaf) -> dict[str, list[Any]]:
    return {
        conflict.field: sorted({_encoder.encode(option.fields[conflict.field]).decode() for option in conflict.options})
        for conflict in histories.conflicts_of(book, leaf.kind, leaf.id)
        if conflict.field in leaf.quarrels
    }


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else scalar(value)
