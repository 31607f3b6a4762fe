"""Every part of the desk looks as it did when somebody last looked at it.

The letters are our own and the screen needs no screen, so pixels come out alike everywhere. Where a part is meant to
look otherwise, look at the new picture that the failure names, and put it in the place of the old one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from caregiver_desk import acts, clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.gallery import gallery
from caregiver_desk.settings import Look

KEPT = Path(__file__).parents[2] / "samples" / "pictures"
WIDE = 1366
SAME = 24  # of 255: less is not seen
FEW = 0.0002  # of all pixels
DAY = datetime(2026, 3, 2, 10, tzinfo=UTC)

acts.load()


@pytest.fixture(autouse=True)
def on_a_day_of_march(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pictures with a day in them are of one day."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    clock.shift(timedelta(seconds=int(DAY.timestamp()) - clock.machine()))
    yield
    clock.shift(timedelta(0))
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("look", ["light", "dark", "sunlight"])
def test_the_gallery_looks_as_it_did(dressed: QApplication, tmp_path: Path, look: str) -> None:
    theme.wear(dressed, Look(look))
    taken = picture()

    new = tmp_path / f"gallery-{look}.png"
    taken.save(str(new))

    assert differing(taken, QImage(str(KEPT / new.name))) < FEW, f"look at {new}"


def test_a_button_of_another_colour_is_noticed(dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.wear(dressed)
    monkeypatch.setattr(theme, "_tokens", theme.LIGHT._replace(leaf="#0B4E63"))

    assert differing(picture(), QImage(str(KEPT / "gallery-light.png"))) > FEW


def picture() -> QImage:
    shown = gallery()
    shown.setFixedWidth(WIDE)
    shown.resize(WIDE, max(shown.heightForWidth(WIDE), shown.sizeHint().height()))
    taken = shown.grab().toImage()
    shown.deleteLater()
    return taken


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
