"""What broke is remembered by its place, and never by its words."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from caregiver_desk import faults, settings, wording

SECRET = "Nomvula’s own words"
CRASHES = """
import faulthandler, resource
from caregiver_desk import faults, wording
faults.leave_no_memory_behind()
faults.watch_for_crashes()
print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)
wording.fold = lambda words: faulthandler._sigsegv()
wording.tag_of("a language")
"""


@pytest.fixture(autouse=True)
def state(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:  # noqa: ARG001 - where it is remembered
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    return settings.state_folder()


def broken() -> BaseException:
    try:
        wording.say(SECRET, **{SECRET: 1}).missing  # type: ignore[attr-defined]  # noqa: B018
    except AttributeError as fault:
        return fault
    raise AssertionError


def in_ours() -> BaseException:
    try:
        wording.full_day(SECRET)  # type: ignore[arg-type]
    except AttributeError as fault:
        return fault
    raise AssertionError


def test_the_deepest_line_of_ours_is_named_and_no_word_path_or_value(state: Path):
    where = faults.note(in_ours())

    assert where.startswith("AttributeError wording.py:")
    (fault,) = faults.remembered()
    assert fault.where == where
    kept = (state / faults.FILE).read_text()
    assert SECRET.split(maxsplit=1)[0] not in kept
    assert str(Path.home()) not in kept


def test_in_a_packed_program_the_line_is_named_as_well():
    """Its files bear no folder of a machine."""
    packed = compile("\n\nint('')", "caregiver_desk/acts/packed.py", "exec")

    with pytest.raises(ValueError, match="invalid") as broke:
        exec(packed)  # noqa: S102 - ours

    assert faults.note(broke.value) == "ValueError acts/packed.py:3"


def test_the_last_ones_are_kept_the_newest_first():
    for _ in range(faults.MOST + 2):
        faults.note(broken())
    last = faults.note(in_ours())

    assert len(faults.remembered()) == faults.MOST
    assert faults.remembered()[0].where == last


@pytest.mark.parametrize(
    "kept", [b"", b"{", b"[1]", b'["one", "two"]', b"\xff", b"[" * 9000, b'[{"day": "a", "why": "b"}]']
)
def test_what_cannot_be_read_tells_of_nothing_and_stands_in_nobodys_way(state: Path, kept: bytes):
    state.mkdir(parents=True)
    (state / faults.FILE).write_bytes(kept)

    assert faults.remembered() == []
    faults.note(broken())
    assert len(faults.remembered()) == 1


def test_what_nobody_caught_is_told_by_its_place_alone(capsys: pytest.CaptureFixture[str]):
    told: list[str] = []
    faults.listen(told.append)

    sys.excepthook(AttributeError, in_ours(), None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    thread = threading.Thread(target=wording.full_day, args=(SECRET,))
    thread.start()
    thread.join()
    sys.unraisablehook(SimpleNamespace(exc_value=in_ours()))  # type: ignore[arg-type]

    assert [each.split(":")[0] for each in told] == ["AttributeError wording.py"] * 3
    assert SECRET not in capsys.readouterr().err


def test_a_crash_below_python_is_known_at_the_next_start(state: Path):
    died = subprocess.run([sys.executable, "-c", CRASHES], check=False, capture_output=True, text=True)
    assert died.stdout == "(0, 0)\n"
    assert (state / faults.CRASHED).read_text()

    subprocess.run([sys.executable, "-c", "from caregiver_desk import faults; faults.watch_for_crashes()"], check=True)

    (fault,) = faults.remembered()
    assert fault.where.startswith("crash wording.py:")
    assert json.loads((state / faults.FILE).read_text())[0]["where"] == fault.where
