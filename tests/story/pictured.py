"""Pictures and how they are compared: what nobody could tell apart is the same."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from caregiver_desk import clock

KEPT = Path(__file__).parents[1] / "samples" / "pictures"
SAME = 24  # of 255: less is not seen
DAY = datetime(2026, 3, 2, 10, tzinfo=UTC)


@contextmanager
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pictures with a day in them are of one day."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    clock.shift(timedelta(seconds=int(DAY.timestamp()) - clock.machine()))
    yield
    clock.shift(timedelta(0))
    monkeypatch.undo()
    time.tzset()


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that anybody could tell apart; all of them where the sizes differ."""
    if one.size() != other.size():
        return 1.0
    places = ((x, y) for y in range(one.height()) for x in range(one.width()))
    return sum(_seen(one.pixel(*at), other.pixel(*at)) for at in places) / (one.width() * one.height())


def _seen(one: int, other: int) -> bool:
    if one == other:
        return False
    first, second = QColor(one), QColor(other)
    parts = ((first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue()))
    return any(abs(here - there) > SAME for here, there in parts)
