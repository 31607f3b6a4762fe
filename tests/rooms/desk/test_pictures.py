"""Every part of the desk looks as it did when somebody last looked at it.

The letters are our own and the screen needs no screen, so pixels come out alike everywhere. Where a part is meant to
look otherwise, look at the new picture that the failure names, and put it in the place of the old one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pictured import KEPT, differing, on_the_day
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from caregiver_desk import acts
from caregiver_desk.desk import theme
from caregiver_desk.desk.gallery import gallery
from caregiver_desk.settings import Look

WIDE = 1366
FEW = 0.0002  # of all pixels

acts.load()


@pytest.fixture(autouse=True)
def on_a_day_of_march(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with on_the_day(monkeypatch):
        yield


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
