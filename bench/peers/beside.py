"""Our merge of new records beside every peer that is installed."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from bench import shelf
from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio, spread
from bench.peers import documents, session
from bench.peers.records import our_seconds, tables

FLOORS = {"session": 30.0, "loro": 6.0, "pycrdt": 3.0}
"""The peers keep no signatures, no history and no key, and apply rows in C or Rust: 23, 5 and 2 were measured."""


def figures(scale: Scale) -> Iterator[Figure]:
    stand = shelf.created(scale.records)
    records = tables(stand)
    changeset = session.made(records)
    takers = {name: make(records) for name, make in documents.there_are().items()}
    runs = {"ours": lambda: our_seconds(stand), "session": lambda: session.seconds(records, changeset), **takers}
    taken = in_turns(min(3, scale.times), runs)
    for name in ("session", *takers):
        note = f"{spread(taken['ours'], taken[name])}; {median(taken['ours']):.2f} s ours, {median(taken[name]):.2f} s"
        ratio = middle_ratio(taken["ours"], taken[name])
        yield Figure(f"{scale.records:,} new records beside {name}", ratio, "x peer", FLOORS[name], note=note)
