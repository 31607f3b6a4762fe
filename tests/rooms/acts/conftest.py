"""What tests of acts share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """A file with these lines."""

    def write(*lines: str, name: str = "sheet.csv") -> Path:
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
        return tmp_path / name

    return write
