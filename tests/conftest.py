"""The guards round every test: nothing is logged as wrong, no thread is left behind, and no screen is needed."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

PATIENCE = 10  # seconds a thread has to end by itself; waited in full only by a test that fails

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("here", settings.get_profile("default"), deadline=None, derandomize=False, print_blob=True)
settings.register_profile("ci", settings.get_profile("here"), max_examples=30)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "here"))


@pytest.fixture(autouse=True)
def nothing_is_logged_as_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that expects a warning looks at it and calls `caplog.clear()`."""
    yield
    records = [record for when in ("setup", "call", "teardown") for record in caplog.get_records(when)]
    wrong = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    if wrong:
        pytest.fail(f"logged as wrong: {wrong}")


@pytest.fixture(autouse=True)
def no_thread_is_left_behind() -> Iterator[None]:
    before = threading.enumerate()
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(PATIENCE)
    left = [thread.name for thread in started if thread.is_alive()]
    if left:
        pytest.fail(f"still running after the test: {left}")
