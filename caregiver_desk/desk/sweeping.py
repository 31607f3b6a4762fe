"""What nobody holds any more is swept up on the window's thread, and nowhere else.

Context. Python looks for circles of things that only hold each other on whichever thread makes the next thing, and that
may be the lane's. What Qt made may only go on the thread that made it: a model that goes on the lane while the window
draws it ends the program.

Decision. While a desk is open Python does not look by itself. It is asked to whenever an errand came back from the
lane, and each second while one is under way, as often as its own counting says that it is time.

Consequences. A desk at rest is never woken for it. The longest sweep waits for the end of what somebody just did.
"""

from __future__ import annotations

import gc
from weakref import WeakSet

from PySide6.QtCore import QObject

_lanes: WeakSet[QObject] = WeakSet()  # that are open


def begin(lane: QObject) -> None:
    """From now on only `sweep` sweeps."""
    _lanes.add(lane)
    gc.disable()


def end(lane: QObject) -> None:
    """This lane is closed; after the last one Python sweeps by itself again."""
    _lanes.discard(lane)
    if not _lanes:
        gc.enable()


def sweep() -> None:
    """As far as it is time to."""
    due = [age for age, (many, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if many > most]
    if due:
        gc.collect(max(due))
