"""A hub beside a file: one merge into each, several who merge into one hub at once, and a hub that holds much already.

The server is one of this run, waits for the disk as in earnest, and stands on the same cores as who merges. Its own
processor time is in no ratio: what is compared is how long somebody waits.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import median

from bench import merge, shelf
from bench.figures import Figure, Scale
from bench.programme import TEAM
from bench.shelf import BOOK, EMPTY, HELD, UNIFORM, Stand
from bench.workload import Laptop
from caregiver_desk.store import addresses, partners, signing, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.sync import bundle, exchange, seal, trust
from caregiver_desk.sync.opener import Opener
from tests.laws.postgres import Server, serving

BESIDE = 2.0
"""Times of a file: 1.1 to 1.6 was measured of 10,000 changes."""
GROWTH = 2.5
"""Times of an empty hub: 1.8 to 2.1 was measured at 100,000 changes held, for the pages no longer stay at hand."""
FLAT = 1.5
"""Times of what a line took when the hub held a tenth."""
AT_ONCE = (1, 2, 4, 8)


def figures(scale: Scale) -> Iterator[Figure]:
    with serving(sure=True) as server:
        yield from _growth(server, scale)
        yield from _at_once(server, scale)
        yield from _as_it_fills(server, scale)


def _growth(server: Server, scale: Scale) -> Iterator[Figure]:
    waited: dict[int, float] = {}
    for held in scale.held:
        stand = shelf.mixed(held, scale.coming)
        taken = [_both(server, stand, held) for _ in range(min(3, scale.times))]
        waited[held] = median(hub for _, hub in taken)
        ratio = median(hub / file for file, hub in taken)
        note = f"{waited[held]:.2f} s"
        yield Figure(f"merge of {scale.coming:,} into a hub of {held:,}", ratio, "x file", BESIDE, note=note)
    least, most = min(waited), max(waited)
    yield Figure(f"the same at {most:,} against {least:,}", waited[most] / waited[least], "x empty", GROWTH)


def _both(server: Server, stand: Stand, held: int) -> tuple[float, float]:
    """Seconds of waiting for the same bundle in a file and in a hub that hold the same."""
    file, hub = stand.fresh(BOOK), _hub(server, stand)
    with ExitStack() as after:
        after.callback(shelf.let_go, file)
        after.callback(shelf.let_go, hub)
        if held:
            _wait(hub, [stand.bundle(HELD)])
        return _wait(file, [stand.bundle(UNIFORM)]), _wait(hub, [stand.bundle(UNIFORM)])


def _wait(book: Book, bundles: Sequence[Path]) -> float:
    opener = merge.WarmOpener()
    begun = time.perf_counter()
    try:
        for path in bundles:
            exchange.open_bundle(book, path, opener)
        return time.perf_counter() - begun
    finally:
        opener.close()


def _hub(server: Server, stand: Stand) -> Book:
    """A new hub that knows whom the book of this stand knows, and opens what is sealed for it."""
    folder, keys = shelf.scratch() / os.urandom(4).hex(), stand.keys()
    folder.mkdir()
    addresses.keep(folder, server.database(), keys)
    opened = vault.reopen(folder, keys)
    hub = books.begin(opened, key=signing.public_key(keys.signing), role="coordinator", fictional=True)
    known = stand.fresh(EMPTY)
    for partner in partners.known(known):
        partners.keep(hub, partner)
    shelf.let_go(known)
    return hub


def _as_it_fills(server: Server, scale: Scale) -> Iterator[Figure]:
    """What a line takes when the hub is full, beside what it took when it held a tenth; bundles of many laptops."""
    number, changes = scale.carried
    each, tenth = list[float](), number // 10
    hub = _hub(server, shelf.bare())
    try:
        for drawn in range(number):
            each.append(_a_line(hub, drawn, changes))
        held = _height(hub)
    finally:
        shelf.let_go(hub)
    first, last = median(each[tenth : 2 * tenth]), median(each[-tenth:])
    note = f"{last * 1e6:.0f} µs a line, {first * 1e6:.0f} µs before"
    yield Figure(f"a line into a hub of {held:,}, beside one of a tenth", last / first, "x tenth", FLAT, note=note)


def _a_line(hub: Book, drawn: int, changes: int) -> float:
    """Seconds of waiting for each line of one more laptop's bundle."""
    laptop, path = Laptop(os.urandom(32), drawn=drawn), shelf.scratch() / f"{os.urandom(4).hex()}{bundle.SUFFIX}"
    laptop.programme.most = TEAM
    laptop.mixed(changes)
    trust.pair(hub, laptop.card())
    path.write_bytes(laptop.sealed(seal.reading_recipient(hub.vault.keys.reading)))
    before = _height(hub)
    try:
        return _wait(hub, [path]) / (_height(hub) - before)
    finally:
        path.unlink()


def _height(hub: Book) -> int:
    with hub.reading() as cursor:
        return hub.height(cursor)


def _at_once(server: Server, scale: Scale) -> Iterator[Figure]:
    number, changes = scale.batch
    stand = shelf.many(number, changes)
    one = 0.0
    for hands in AT_ONCE:
        seconds = _share_out(server, stand, hands)
        one = one or seconds
        note = f"{number * changes / seconds:,.0f} changes a second"
        what = f"{number} bundles of {changes:,}, {hands} merging at once"
        yield Figure(what, one / seconds, "x one", better="more", note=note)


def _share_out(server: Server, stand: Stand, hands: int) -> float:
    """Seconds until so many processes have merged all bundles, each its share; all stand ready before."""
    hub, bundles = _hub(server, stand), stand.bundles()
    ready = multiprocessing.get_context("spawn").Barrier(hands + 1)
    shares = [(hub.vault.folder, bundles[place::hands], ready) for place in range(hands)]
    processes = [multiprocessing.get_context("spawn").Process(target=_merge_share, args=share) for share in shares]
    try:
        for process in processes:
            process.start()
        ready.wait()
        begun = time.perf_counter()
        for process in processes:
            process.join()
        if any(process.exitcode for process in processes):
            raise AssertionError
        return time.perf_counter() - begun
    finally:
        shelf.let_go(hub)


def _merge_share(folder: Path, bundles: Sequence[Path], ready: object) -> None:
    keys = Stand(bundles[0].parent).keys()
    own = shelf.scratch() / os.urandom(4).hex()
    shutil.copytree(folder, own)
    with closing(books.resume(vault.reopen(own, keys))) as hub, closing(Opener()) as opener:
        ready.wait()  # type: ignore[attr-defined]
        for path in bundles:
            exchange.open_bundle(hub, path, opener)
    shutil.rmtree(own, ignore_errors=True)
