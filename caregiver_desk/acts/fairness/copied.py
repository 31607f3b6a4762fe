"""What is copied into a process from records outside it: written apart, so that it goes when its record is erased."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store.ledger import Change


def in_two(change: Change, taken: Collection[str] = ()) -> Iterator[Change]:
    """What is said in a record, and what was taken from another, each as a line of its own."""
    kind = KINDS[change.kind]
    apart = {*(taken or (kind.copies, *kind.copied))} & change.fields.keys()
    stays = {name: each for name, each in change.fields.items() if name not in apart}
    yield replace(change, fields=stays)
    if apart:
        yield replace(change, fields={name: change.fields[name] for name in apart})
