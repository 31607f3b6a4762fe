"""The books in which hostile files are opened: made once for a file of tests, and the same after each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hostile.meeting import Before, Ended, Meeting, meeting

from caregiver_desk.store import checking


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meeting]:
    """Two paired laptops, and the honest bundles from which hostile ones are made."""
    with meeting(tmp_path_factory.mktemp("meeting")) as met:
        yield met
        assert checking.check(met.reader) == []


@pytest.fixture(scope="module")
def before(met: Meeting) -> Before:
    """What the reader's book is when a test begins, and when it ends."""
    return met.before()


@pytest.fixture(scope="module")
def honest(met: Meeting) -> dict[str, Ended]:
    """How each honest bundle ends."""
    ends = {name: met.tried(sealed) for name, sealed in met.seeds.items()}
    assert [end.code for end in ends.values()] == [""] * len(ends)
    return ends
