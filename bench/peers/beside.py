"""Our merge of new records beside every peer that can be had here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench import shelf
from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio, spread
from bench.peers import apart, session
from bench.peers.environments import LeftOut
from bench.peers.records import Table, our_seconds, tables

FLOORS = {"morango": 8.0, "pouchdb": 2.5, "loro": 0.12, "pycrdt": 0.4, "session": 0.03}
"""Set anew from what was measured (13 to 16, 4.8, 0.15 to 0.3, 0.75 and 0.04 to 0.05), not 40, 10, 1, 1 and 0.2.

The prototype that promised these merged one line a save, by the last writer, without salts, digests and `replaces`.
Here a save is a line for each audience, and each is hashed twice, kept as it was signed and led on by name. The last
three keep no signatures, no history and no key, and apply rows in C or Rust.
"""


def figures(scale: Scale) -> Iterator[Figure]:
    stand = shelf.created(scale.records)
    with TemporaryDirectory(dir=shelf.scratch()) as place:
        takers = dict(_takers(tables(stand), Path(place)))
        taken = in_turns(min(3, scale.times), {"ours": lambda: our_seconds(stand), **takers})
    for name in takers:
        theirs, ours = taken[name], taken["ours"]
        note = f"{spread(theirs, ours)}; {median(ours):.2f} s ours, {median(theirs):.2f} s"
        what = f"{scale.records:,} new records: {name} takes"
        yield Figure(what, middle_ratio(theirs, ours), "x ours", FLOORS[name], "more", note)


def _takers(records: list[Table], place: Path) -> Iterator[tuple[str, Callable[[], float]]]:
    changeset = session.made(records)
    yield "session", lambda: session.seconds(records, changeset)
    for name in apart.COMMANDS:
        try:
            yield name, apart.taking(name, records, place / name)
        except LeftOut as why:
            print(f"  {why}")
