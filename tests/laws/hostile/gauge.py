"""How much memory an opening took, over what both processes held before it: read from Linux, not timed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from caregiver_desk.sync.opener import Opener

FORGET_THE_PEAK = "5"


def held(process: int | str, what: str) -> int:
    """A figure of a process in bytes: `VmRSS` now, `VmHWM` the most since it was last forgotten."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition(f"{what}:")[2].split()[0]) * 1024


def forget_the_peak(process: int | str) -> None:
    Path(f"/proc/{process}/clear_refs").write_text(FORGET_THE_PEAK, encoding="ascii")


class WatchedOpener(Opener):
    """An opener that looks at its worker once more before it lets it go."""

    peak = 0

    def close(self) -> None:
        self.look()
        super().close()

    def look(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self.peak = max(self.peak, held(self._process.pid, "VmHWM"))

    def begin(self) -> int:
        """A worker that stands ready; what it holds."""
        process = self._start()
        forget_the_peak(process.pid)
        self.peak = 0
        return held(process.pid, "VmRSS")


@dataclass
class Gauge:
    """What both processes held at the start of an opening; afterwards, how much more they took."""

    opener: WatchedOpener

    def __post_init__(self) -> None:
        self._worker = self.opener.begin()
        forget_the_peak("self")
        self._desk = held("self", "VmRSS")

    def taken(self) -> tuple[int, int]:
        """How many bytes more the worker took at its most, and the process of the book."""
        self.opener.look()
        return max(self.opener.peak - self._worker, 0), held("self", "VmHWM") - self._desk
