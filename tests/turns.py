"""What takes long is asked in turns: of its cases an even part in one run, and another part in the next.

`@pytest.mark.in_turns(3)` stands above a test of many cases. Nothing is left out where CAREGIVER_DESK_FULL is set, or
where a test was asked for by its name. TESTS_TURN=its number has one run again.
"""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

TURN = "TESTS_TURN"


def pytest_configure(config: pytest.Config) -> None:
    """The number is drawn once: the workers that share a run inherit it."""
    config.addinivalue_line("markers", "in_turns(of): one of so many cases in each run, another one in the next")
    os.environ.setdefault(TURN, str(random.randrange(60)))  # noqa: S311 - 60 can be shared out evenly in many ways


def pytest_report_header() -> str:
    return f"what takes long is asked in turns: {TURN}={os.environ[TURN]}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    named = config.option.keyword or any("::" in each for each in config.args)
    if named or os.environ.get("CAREGIVER_DESK_FULL"):
        return
    turn, met = int(os.environ[TURN]), Counter[str]()
    kept, left = list[pytest.Item](), list[pytest.Item]()
    for item in items:
        (kept if _has_its_turn(item, turn, met) else left).append(item)
    config.hook.pytest_deselected(items=left)
    items[:] = kept


def _has_its_turn(item: pytest.Item, turn: int, met: Counter[str]) -> bool:
    marked = item.get_closest_marker("in_turns")
    if marked is None:
        return True
    test = item.nodeid.partition("[")[0]
    met[test] += 1
    return (met[test] + turn) % int(marked.args[0]) == 0
