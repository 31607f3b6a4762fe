"""What the rooms of the store share: a look at what stands in a folder."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def contents() -> Callable[[Path], dict[str, str]]:
    """Every file below a folder, by name and digest."""
    return lambda folder: {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
