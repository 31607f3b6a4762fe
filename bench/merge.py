"""One merge, from the sealed file to the committed rows."""

from __future__ import annotations

from pathlib import Path

import msgspec

from bench import shelf
from bench.gauge import cpu_of, spending
from bench.shelf import Prepared
from caregiver_desk.errors import NotABundle
from caregiver_desk.store.book import Book
from caregiver_desk.sync import exchange
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.worker import Request


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
        except NotABundle:
            self.start = cpu_of(self.pid)


def merge(receiver: Book, *bundles: Path) -> tuple[float, float]:
    """Seconds of both processes to open these bundles one after the other, and those of the worker's start."""
    opener = WarmOpener()
    try:
        with spending(opener.pid) as spent:
            for path in bundles:
                exchange.open_bundle(receiver, path, opener)
    finally:
        opener.close()
    return spent.cpu, opener.start


def into_copy(stand: Prepared, *names: str) -> list[float]:
    """Seconds to open these bundles, each in its turn, in one fresh copy of the book."""
    receiver = stand.fresh_book()
    try:
        return [merge(receiver, stand.bundle(name))[0] for name in names]
    finally:
        shelf.let_go(receiver)
