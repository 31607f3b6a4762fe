"""What Qt made goes on the window's thread, whatever the lane does meanwhile."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QThread
from pytestqt.qtbot import QtBot

from caregiver_desk.desk import sweeping
from caregiver_desk.desk.work import Lane

MANY = 20_000  # things, far more than Python makes before it looks for circles


class Circle(QObject):
    """Held by nobody but itself."""

    def __init__(self, gone_on: list[QThread]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: gone_on.append(QThread.currentThread()), Qt.ConnectionType.DirectConnection)


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane()
    yield made
    made.close()


def test_while_the_lane_makes_many_things_a_circle_goes_on_the_windows_thread(qtbot: QtBot, lane: Lane) -> None:
    gone_on: list[QThread] = []
    kept: list[object] = []  # what goes again at once is nothing to look through
    here = QThread.currentThread()
    for _ in range(3):
        Circle(gone_on)
        lane.run(lambda: [[] for _ in range(MANY)], then=kept.append, owner=lane)
    qtbot.waitUntil(lambda: len(gone_on) == 3)

    assert all(thread is here for thread in gone_on)


@pytest.mark.usefixtures("qapp")
def test_python_sweeps_by_itself_again_when_the_last_lane_is_closed() -> None:
    first, second = Lane(), Lane()
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()


def test_while_little_was_made_nothing_is_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[int] = []
    gc.collect()
    monkeypatch.setattr(gc, "collect", swept.append)
    sweeping.sweep()
    assert swept == []


def test_a_desk_at_rest_is_not_woken_to_sweep(qtbot: QtBot, lane: Lane) -> None:
    lane.run(lambda: None, then=lambda _: None, owner=lane)
    assert lane._sweeps.isActive()
    qtbot.waitUntil(lambda: not lane.busy)
    assert not lane._sweeps.isActive()
