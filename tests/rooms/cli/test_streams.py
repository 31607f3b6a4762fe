"""Standard output, error and input that are closed, broken, full or of another age; a screen that cannot be painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots

PROGRAM = [sys.executable, "-m", "caregiver_desk"]
BOOK = ["--book", "b", "--passphrase-file", "passphrase"]
Shell = Callable[..., "subprocess.CompletedProcess[str]"]
Once = Callable[[Callable[[], object]], None]


@pytest.fixture
def shell(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Runs a line of bash in a folder of its own, with `desk` as the program on a book that is there."""
    monkeypatch.chdir(home)
    Path("passphrase").write_text("river candle basket mountain seven\n")
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    once(lambda: run([*BOOK, "new", "--name", "Thérèse Mudaṱi"], {}))

    def carry_out(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
        desk = f'desk() {{ {" ".join([*PROGRAM, *BOOK])} "$@"; }}; {line}'
        return subprocess.run(
            ["bash", "-c", desk],
            env=os.environ | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    return carry_out


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("given", [["do", "--list"], [*BOOK, "state"], ["completion", "bash"]])
def test_a_pipe_whose_reader_has_gone_ends_quietly_as_other_tools_do(shell: Shell, given: list[str]):  # noqa: ARG001
    with subprocess.Popen([*PROGRAM, *given], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        said = program.stderr.read()

    assert (program.returncode, said) == (141, b"")


def test_a_full_disk_behind_the_answer_is_said(shell: Shell):
    done = shell("desk state > /dev/full")

    assert done.returncode == 3
    assert done.stderr.startswith("Not all could be printed")


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-", "2>/dev/full"])
def test_a_stream_that_is_closed_stops_nothing(shell: Shell, closed: str):
    assert shell(f"desk check {closed}").returncode == 0
    assert shell(f"desk show dragon {closed}").returncode == 1


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_what_goes_into_a_file_is_utf8_whatever_the_locale(shell: Shell, encoding: str):
    done = shell("desk show person --json", PYTHONIOENCODING=encoding)

    assert (json.loads(done.stdout)["surname"], done.stderr) == ("Mudaṱi", "")


def test_a_state_is_the_same_in_every_locale(shell: Shell):
    said = {
        shell("desk state", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").stdout
        for locale in ("C", "C.UTF-8")
    }

    assert "Mudaṱi" in said.pop()
    assert not said


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("given", ["check", "new --name Mpho", "restore", "state", "recover b-recovery-sheet.txt"])
def test_a_file_in_the_place_of_a_book_is_no_book_and_stays_as_it_was(shell: Shell, given: str):
    Path("letter").write_text("Dear Nomvula")
    done = shell(f"desk {given} --book letter")

    assert done.returncode == 3
    assert Path("letter").read_text() == "Dear Nomvula"


def test_a_library_that_is_lacking_is_named_and_every_other_command_works(shell: Shell, home: Path):
    (home / "broken").mkdir()
    (home / "broken" / "libEGL.so.1").touch()

    for line in ("desk", "desk demo"):
        done = shell(line, LD_LIBRARY_PATH="broken", QT_QPA_PLATFORM="offscreen")
        assert (done.returncode, "libEGL.so.1" in done.stderr) == (3, True)
    assert shell("desk check", LD_LIBRARY_PATH="broken").returncode == 0


@pytest.mark.parametrize("folder", ["passphrase", "passphrase/pictures", "/proc/self/pictures"])
def test_a_tour_that_cannot_be_written_is_refused_before_the_story_is_told(shell: Shell, folder: str):
    done = shell(f"desk demo --tour {folder}", QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 3
    assert done.stderr.startswith("Nothing can be written there")
