"""What the rooms of the store share: a drive that takes no more, and a look at what stands in a folder."""

import hashlib
import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest


@contextmanager
def _no_file_beyond(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def no_file_beyond() -> Callable[[int], AbstractContextManager[None]]:
    """While it holds, the operating system refuses to write any file beyond this many bytes."""
    return _no_file_beyond


@pytest.fixture
def contents() -> Callable[[Path], dict[str, str]]:
    """Every file below a folder, by name and digest."""
    return lambda folder: {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
