"""What an old laptop asks of the desk: one processor, a gigabyte of memory, and a battery that nobody's rest empties.

Decision. The kernel holds each process to one processor and to a gigabyte: by a control group, or where none can be
made by a limit on its data. Times are seconds of that processor, of all threads of the desk together: what somebody
waits for on a laptop that does nothing else. What wakes an idle desk is counted over a minute in which a caret stands
in a line: every time that one of its threads slept and was woken, in the desk and in the worker that opens bundles.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench import district, shelf, start
from bench.figures import Figure, Scale
from bench.shelf import Stand

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bench.desk import Sitting

MEGABYTES = 1024
WINDOW, TODAY, FIRST, AGAIN, LETTER, HELD, MERGED = 1.0, 1.0, 1.0, 0.5, 0.5, 320, 400
"""Today within three seconds of the passphrase is what the practice asks for (J1), and a laptop of ten years is about
three times slower than where these were set; memory is what `desk` and `memory` hold, and a fifth more.
"""
REST, MINUTE, WAKES, SPENT = 15, 60, 12, 60
"""Two clocks tick once a minute: the lock looks at the time, and the minute is noted for its owner, for which the lane
wakes and waits for the disk. Nothing else does. 120 a minute were a blinking caret, six the look of the lock.
"""
GROUPS = {Path("/sys/fs/cgroup"): "memory.max", Path("/sys/fs/cgroup/memory"): "memory.limit_in_bytes"}


def figures(scale: Scale) -> Iterator[Figure]:
    stand, visits = district.district(min(scale.listed)), f"{min(scale.listed):,} visits"
    with confined() as (enter, how):
        with tempfile.TemporaryDirectory() as home:
            start.shelve(Path(home))
            shown, _ = _run(enter, "-c", start.UNLOCK_WINDOW, CAREGIVER_DESK_HOME=home).split()
            yield Figure("from the command to the unlock window", float(shown), "s", WINDOW, note=how)
        today, first, again, letter, held = _told(enter, "sit", stand)
        yield Figure(f"Today after the key, {visits}", today, "s", TODAY)
        yield Figure(f"the slowest page, seen first, {visits}", first, "s", FIRST)
        yield Figure(f"the slowest page, seen again, {visits}", again, "s", AGAIN)
        yield Figure(f"a letter in the list of homes, {visits}", letter, "s", LETTER)
        yield Figure(f"memory at its most, every page seen, {visits}", held, "MB", HELD)
        merged = shelf.mixed(scale.held[1], scale.coming)
        ours, worker = map(float, _run(enter, "-m", "bench.memory", str(merged.folder)).split())
        yield Figure(f"memory, merge of {scale.held[1]:,} changes, both processes", ours + worker, "MB", MERGED)
        wakes, spent = _told(enter, "idle", district.rehearsal())
        yield Figure("an idle minute: woken", wakes, "times", WAKES)
        yield Figure("an idle minute: processor", spent, "ms", SPENT)


@contextmanager
def confined() -> Iterator[tuple[Callable[[], None], str]]:
    """What a process does to enter the narrow room, and how the room is made."""
    one = {min(os.sched_getaffinity(0))}
    group = _group()

    def enter() -> None:
        os.sched_setaffinity(0, one)
        if group:
            (group / "cgroup.procs").write_text("0")
        else:
            resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES << 20, MEGABYTES << 20))

    try:
        yield enter, f"one processor, {MEGABYTES} MB by {'a control group' if group else 'a limit on data'}"
    finally:
        if group:
            group.rmdir()


def _group() -> Path | None:
    for above, limit in GROUPS.items():
        group = above / f"caregiver-desk-bench-{os.getpid()}"
        try:
            group.mkdir()
        except OSError:
            continue
        if (group / limit).exists():
            (group / limit).write_text(str(MEGABYTES << 20))
            return group
        group.rmdir()
    return None


def _told(enter: Callable[[], None], what: str, stand: Stand) -> list[float]:
    return [float(each) for each in _run(enter, "-m", __name__, what, str(stand.folder)).split()]


def _run(enter: Callable[[], None], *arguments: str, **environment: str) -> str:
    return subprocess.run(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
        preexec_fn=enter,
    ).stdout


def _sit(stand: Stand) -> Iterator[float]:
    """Today, then every page twice, then a letter; and the most memory that this took."""
    from PySide6.QtTest import QTest

    from bench.desk import Sitting

    sitting = Sitting(stand)
    sitting.rest()
    yield time.process_time() - sitting.begun

    def seconds(does: Callable[[], object]) -> float:
        begun = time.process_time()
        does()
        sitting.rest()
        return time.process_time() - begun

    for _ in range(2):
        yield max(seconds(partial(sitting.window.go, each)) for each in sitting.window.pages)
    line = _begin_to_look(sitting, "households")
    yield seconds(partial(QTest.keyClicks, line, "b"))
    yield resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _idle(stand: Stand) -> Iterator[float]:
    """Somebody looked for a caregiver, and went away: how often the desk wakes in a minute, and what that spends."""
    from bench.desk import Sitting
    from caregiver_desk.desk.safe.locking import Watch

    sitting = Sitting(stand)
    watch = Watch(sitting.window)  # as every desk has it that is not fictional
    _begin_to_look(sitting, "people")
    _wait(REST)
    woken, spent = _woken(), time.process_time()
    _wait(MINUTE)
    yield _woken() - woken
    yield (time.process_time() - spent) * 1000
    watch.stop()


def _begin_to_look(sitting: Sitting, subject: str) -> QWidget:
    """On this page, with the keys in the line that narrows its list."""
    sitting.window.activateWindow()
    sitting.window.go(subject)
    sitting.rest()
    sitting.window.page().filter_list()
    return sitting.window.focusWidget()


def _wait(seconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _woken() -> int:
    """Of all threads of this process and of those that it began."""
    children = [each.read_text().split() for each in Path("/proc/self/task").glob("*/children")]
    processes = ["self", *(each for some in children for each in some)]
    told = [each.read_text() for name in processes for each in Path(f"/proc/{name}/task").glob("*/status")]
    return sum(int(each.partition("\nvoluntary_ctxt_switches:")[2].split()[0]) for each in told)


if __name__ == "__main__":
    print(*{"sit": _sit, "idle": _idle}[sys.argv[1]](Stand(Path(sys.argv[2]))), flush=True)
    os._exit(0)
