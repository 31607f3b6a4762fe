"""The most memory that both processes held while a bundle was merged, as Linux remembers it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import shelf
from bench.figures import Figure, Scale
from bench.merge import WarmOpener
from bench.shelf import EMPTY, HELD, Stand
from caregiver_desk.sync import exchange

MOST = 320
"""70 MB of program, 64 of decrypted pages, 98 of the worker, which holds the sealed and the open file for a moment, and
ten thousand lines at a time: 308 was measured, not 220. Five thousand lines at a time would take 20 less, and 8 % more
time.
"""


def figures(scale: Scale) -> Iterator[Figure]:
    held = max(scale.held)
    folder = shelf.mixed(held, scale.coming).folder
    told = subprocess.run([sys.executable, "-m", __name__, folder], capture_output=True, text=True, check=True)
    ours, worker = map(float, told.stdout.split())
    note = f"{ours:.0f} the book's process, {worker:.0f} the worker"
    yield Figure(f"peak memory, merge of {held:,} changes", ours + worker, "MB", MOST, note=note)


def _alone(folder: str) -> None:
    """In a process of its own: one merge into an empty book, then both peaks in megabytes."""
    stand, opener = Stand(Path(folder)), WarmOpener()
    receiver = stand.fresh(EMPTY)
    exchange.open_bundle(receiver, stand.bundle(HELD), opener)
    print(_peak("self"), _peak(str(opener.pid)))
    opener.close()
    shelf.let_go(receiver)


def _peak(process: str) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    _alone(sys.argv[1])
