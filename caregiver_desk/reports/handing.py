"""A paper and what goes beside it, as two files. Their names say nothing about anyone, and there are both or none."""

from __future__ import annotations

from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.errors import Problem
from caregiver_desk.store import safely


def put(folder: Path, pdf: bytes, told: bytes, suffix: str = ".json") -> tuple[Path, Path]:
    """Write the two files into a folder that is there. Raises DiskFull or CannotWrite."""
    name = clock.new_salt()
    paper, data = folder / f"{name}.pdf", folder / f"{name}{suffix}"
    safely.write(paper, pdf)
    try:
        safely.write(data, told)
    except Problem:
        paper.unlink(missing_ok=True)
        raise
    return paper, data
