"""The books in which hostile files are opened: made once for a file of tests, and the same after each.

And the servers of which mailboxes are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import bucket
import pytest
import sshserver
from carriers import CARRIERS, Carrier
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


@pytest.fixture(scope="session")
def store() -> Iterator[bucket.Store]:
    """One server that speaks S3 for all tests; each has a bucket of its own."""
    with bucket.store() as begun:
        yield begun


@pytest.fixture(scope="session")
def ssh_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The keys of a server for files, and of who comes there."""
    place = tmp_path_factory.mktemp("ssh") / "keys"
    sshserver.keys(place)
    return place


@pytest.fixture
def carrier(home: Path, request: pytest.FixtureRequest) -> Iterator[Carrier]:
    """What a mailbox is made of: the one that a test names, or a folder."""
    begin, needs = CARRIERS[getattr(request, "param", "a folder")]
    with begin(home / "drive", *map(request.getfixturevalue, needs)) as begun:
        yield begun
