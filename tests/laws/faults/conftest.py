"""One forge for all that happens here."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from faults.crew import Crew


@pytest.fixture(scope="module")
def crew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crew]:
    if os.name != "posix":
        pytest.skip("each fault meets a forked process, and this system has none")
    made = Crew(tmp_path_factory.mktemp("faults"))
    yield made
    made.close()
