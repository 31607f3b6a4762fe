"""One save, durable, beside a bare transaction of one row."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from statistics import median

from bench import limits, shelf
from bench.figures import Figure, Scale
from bench.gauge import in_turns, spending
from bench.programme import Fields
from caregiver_desk import clock
from caregiver_desk.store import ledger
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

MOST = 4.0
"""Set anew from what was measured on a quiet machine (3.1 to 3.6, not 3): the bare transaction writes one row, ours a
line of the journal, the row that is read, its place on two indexes and what undo needs. Both wait for the disk once.
"""
VISIT: Fields = {"day": "2026-03-02", "outcome": "done", "minutes": 40}


def figures(scale: Scale) -> Iterator[Figure]:
    held = sorted(scale.held)[1]
    receiver = shelf.mixed(held, scale.coming).fresh()
    bare = shelf.scratch() / os.urandom(4).hex()
    team = clock.new_scope(receiver.key)
    one, home, her = (clock.new_record(team) for _ in range(3))
    _saving(receiver, "household", team, home, {"code": "HH-1"})()
    _saving(receiver, "person", team, her, {"given_names": "Thandi"})()
    visit = {**VISIT, "household": home, "caregiver": her}
    one_row = limits.one_row(bare)
    try:
        taken = in_turns(
            scale.saves,
            {
                "new": lambda: _spent(_saving(receiver, "visit", team, clock.new_record(team), visit)),
                "edit": lambda: _spent(_saving(receiver, "visit", team, one, {"note": clock.new_salt()})),
                "bare": lambda: _spent(one_row),
            },
        )
    finally:
        shelf.let_go(receiver)
        for left in bare.parent.glob(f"{bare.name}*"):
            left.unlink()
    bare_ms = median(taken["bare"]) * 1000
    for name, what in (("new", "one new visit saved"), ("edit", "one visit changed again and again")):
        ours = median(taken[name]) * 1000
        note = f"{ours:.2f} ms ours, {bare_ms:.2f} ms bare"
        yield Figure(f"{what}, book of {held:,}", ours / bare_ms, "x bare", MOST, note=note)


def _saving(book: Book, kind: str, scope: str, record: str, fields: Fields) -> Callable[[], object]:
    return lambda: ledger.append(book, "save", [Change(kind, record, scope, fields)])


def _spent(save: Callable[[], object]) -> float:
    with spending() as spent:
        save()
    return spent.cpu
