"""One merge, from the sealed file to the committed rows, beside the bare table; and the same bundle again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import msgspec

from bench import shelf
from bench.figures import Figure, Scale
from bench.gauge import cpu_of, middle_ratio, spending, spread
from bench.shelf import AGAIN, BOOK, RECENT, UNIFORM, Stand
from caregiver_desk.errors import NoSuchFile
from caregiver_desk.store.book import Book
from caregiver_desk.sync import exchange
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.worker import Request

LEAST = {UNIFORM: {0: 0.08, 1_000_000: 0.15}, RECENT: {0: 0.07}}
"""Set anew from what was measured (0.12 empty, 0.19 at a million): the bare table writes one nameless row a change. Of
recent edits it touches few pages, while ours come in 2,200 runs, each with its tip: 0.1 empty, 0.09 at a million.

A merge checks two hashes and a signed chain a line, writes 2.4 changes a line because each audience has its own, keeps
each line findable by record and by number, reads every value against its declaration, folds what does not simply lead,
and commits it all durably. Journal and commit alone take as long as the whole bare table, so 0.25 is a ceiling.
"""
REPEATED = 0.35
"""The same lines in another file are decrypted and hashed again, and hashing is a third of a first merge."""


class WarmOpener(Opener):
    """An opener whose worker stands ready, so that its start can be counted apart."""

    def __init__(self) -> None:
        super().__init__()
        process = self._start()
        self.pid = process.pid
        if process.stdin:
            process.stdin.write(msgspec.json.encode(Request("", "")) + b"\n")
            process.stdin.flush()
        try:
            self.read()
        except NoSuchFile:
            self.started = cpu_of(self.pid)


def merge(receiver: Book, bundles: list[Path], starts: list[float] | None = None) -> float:
    """Seconds of both processes to open these bundles one after the other."""
    opener = WarmOpener()
    try:
        with spending(opener.pid) as spent:
            for path in bundles:
                exchange.open_bundle(receiver, path, opener)
    finally:
        opener.close()
    if starts is not None:
        starts.append(opener.started)
    return spent.cpu


def into_copy(stand: Stand, *names: str, begun: str = BOOK, starts: list[float] | None = None) -> list[float]:
    """Seconds to open these bundles, each in its turn, in one fresh copy of the book."""
    receiver = stand.fresh(begun)
    try:
        return [merge(receiver, [stand.bundle(name)], starts) for name in names]
    finally:
        shelf.let_go(receiver)


def _least(held: int, name: str) -> float:
    return LEAST[name][max(size for size in LEAST[name] if size <= held)]


def figures(scale: Scale) -> Iterator[Figure]:
    for held in scale.held:
        yield from _at(scale, shelf.mixed(held, scale.coming), held)


def _at(scale: Scale, stand: Stand, held: int) -> Iterator[Figure]:
    taken: dict[str, list[float]] = {name: [] for name in (UNIFORM, "repeat", AGAIN, RECENT)}
    bare: dict[str, list[float]] = {UNIFORM: [], RECENT: []}
    starts: list[float] = []
    for _ in range(scale.times):
        seconds = into_copy(stand, UNIFORM, UNIFORM, AGAIN, RECENT, starts=starts)
        for name, each in zip(taken, seconds, strict=True):
            taken[name].append(each)
        for name, under in bare.items():
            under.append(stand.bare_seconds(name))
    for name, under in bare.items():
        note = f"{spread(under, taken[name])}; {median(under):.2f} s bare, {median(taken[name]):.2f} s ours"
        ratio = middle_ratio(under, taken[name])
        yield Figure(
            f"merge of {scale.coming:,} into {held:,}, {name} edits", ratio, "x bare", _least(held, name), "more", note
        )
    for name, what in (("repeat", "the same file again"), (AGAIN, "the same lines in another file")):
        ratio = middle_ratio(taken[name], taken[UNIFORM])
        yield Figure(f"{what}, book of {held:,}", ratio, "x first", REPEATED)
    yield Figure(f"start of the worker, book of {held:,}", median(starts) * 1000, "ms", note="counted apart")
