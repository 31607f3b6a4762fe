"""Files that would be large, slow or deep take little memory, and their end is the one that was promised.

What both processes take is read from Linux; the worker's own limits of memory and time do the rest.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest
from hostile import bombs
from hostile.case import Case, complaints
from hostile.gauge import Gauge, WatchedOpener
from hostile.meeting import Before, Ended, Meeting

from caregiver_desk.errors import TookTooLong
from caregiver_desk.sync import exchange, opener
from caregiver_desk.sync.opener import Opener

MOST = 200_000_000  # bytes over what was held before, in both processes together
CASES = bombs.cases()
UNBOUNDED = """
from caregiver_desk.sync import limits, worker
limits.SIGNATURE = 2**40
worker.main()"""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


@pytest.fixture
def watched(met: Meeting) -> Iterator[WatchedOpener]:
    """The worker under a gauge."""
    usual, met.opener = met.opener, WatchedOpener()
    yield met.opener
    met.opener.close()
    met.opener = usual


def opened(case: Case, met: Meeting, watched: WatchedOpener) -> tuple[Ended, int]:
    """How a bomb ends, and what it took."""
    path = met.put(case.make(met))
    met.tried_at(met.put(met.seeds["later"], "warm.caredesk"))  # what every opening takes is taken before
    gc.collect()
    gauge = Gauge(watched)
    ended = met.tried_at(path)
    path.unlink()
    return ended, sum(gauge.taken())


def test_there_are_a_dozen_bombs_and_more():
    assert len({case.name for case in CASES}) == len(CASES) >= 12


@pytest.mark.in_turns(4)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bomb_takes_little_memory_and_harms_nothing(
    case: Case, met: Meeting, before: Before, honest: dict[str, Ended], watched: WatchedOpener
):
    ended, taken = opened(case, met, watched)

    assert list(complaints(case, ended, before, honest["later"])) == []
    assert taken <= MOST
    assert met.before() == before


def test_without_one_limit_a_bomb_is_noticed_by_the_gauge(
    met: Meeting, watched: WatchedOpener, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opener, "COMMAND", (sys.executable, "-c", UNBOUNDED))
    bomb = next(case for case in CASES if case.name == "line ends without number for a signature")

    assert opened(bomb, met, watched)[1] > MOST


def test_a_file_that_takes_longer_than_the_worker_has_is_stopped_by_the_workers_own_clock(met: Meeting, before: Before):
    hasty = Opener(seconds=0.05)
    bomb = next(case for case in CASES if case.name == "as many tips as may be, with the last one forged")
    try:
        with pytest.raises(TookTooLong):
            exchange.open_bundle(met.reader, met.put(bomb.make(met)), hasty)
    finally:
        hasty.close()
    assert met.before() == before
