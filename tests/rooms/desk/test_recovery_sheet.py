"""The recovery sheet on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageLayout, QPdfWriter

from caregiver_desk.desk.parts.paper import A4
from caregiver_desk.desk.safe import passphrase, recovery_sheet
from caregiver_desk.store import slots


@pytest.fixture
def identity() -> str:
    return slots.fresh_identity()


def test_the_pdf_is_one_page_and_holds_its_own_letters(identity: str) -> None:
    page = recovery_sheet.as_pdf(identity, "maize")

    assert page.startswith(b"%PDF")
    assert page.count(b"/Type /Page\n") == 1
    assert b"Inter" in page


def test_the_page_fits_on_its_paper(identity: str) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)

    bottom = recovery_sheet.paint(writer, identity, "maize")

    paper = A4.paintRect(QPageLayout.Unit.Point)
    assert 0 < bottom <= paper.height()


def test_a_second_sheet_never_overwrites_the_first(tmp_path: Path) -> None:
    first = recovery_sheet.free_place(tmp_path, "maize", ".pdf")
    first.touch()

    second = recovery_sheet.free_place(tmp_path, "maize", ".pdf")

    assert second != first
    assert "maize" in second.name


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("nomvula", "Too easy"),
        ("maize kettle window", "Too easy"),
        ("maize kettle window river", "Good"),
        ("river candle basket mountain seven", "Very good"),
    ],
)
def test_strength_is_said_as_to_a_colleague(typed: str, said: str) -> None:
    assert passphrase.strength(typed).startswith(said)
