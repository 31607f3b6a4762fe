"""One desk for one account: what is taken over the local socket, and what is not."""

from __future__ import annotations

import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtGui import QFileOpenEvent
from pytestqt.qtbot import QtBot

from caregiver_desk import settings
from caregiver_desk.desk.door import one_desk
from caregiver_desk.desk.door.one_desk import LONGEST, OneDesk


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The state of this machine at a short path, as a socket needs it."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with TemporaryDirectory(prefix="cd-") as place:
        monkeypatch.setenv(settings.HOME, place)
        yield Path(place) / "state"


@pytest.fixture
def desks(here: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[list[OneDesk]]:  # noqa: ARG001
    """Two starts of the program, one after the other; neither is the desk yet."""
    monkeypatch.setattr(one_desk, "PATIENCE", 300)
    started = [OneDesk(), OneDesk()]
    yield started
    for each in started:
        each.close()


@pytest.fixture
def heard(desks: list[OneDesk]) -> list[Path | None]:
    """What the first one hears, once it is the desk."""
    told: list[Path | None] = []
    desks[0].came.connect(told.append)
    assert not desks[0].takes(None)
    desks[0].listen()
    return told


def speak(here: Path, said: bytes) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.connect(str(here / "desk.socket"))
    line.sendall(said)
    return line


AGAIN = """
import sys
from pathlib import Path
from caregiver_desk.desk.door.one_desk import OneDesk
print([OneDesk().takes(Path(each) if each else None) for each in sys.argv[1:]])
"""


def test_who_starts_it_again_hands_over_and_is_no_desk(heard: list[Path | None], qtbot: QtBot) -> None:
    files = ["", "ünï\nfrom Fhatuwani.caredesk", "/" + "x/" * 4000 + "a.csv"]

    with subprocess.Popen([sys.executable, "-c", AGAIN, *files], stdout=subprocess.PIPE, text=True) as again:
        qtbot.waitUntil(lambda: again.poll() is not None)
        assert again.stdout
        took = again.stdout.read()

    assert took.strip() == "[True, True, True]"
    assert heard == [None, Path(files[1]).absolute(), Path(files[2])]


def test_what_is_no_path_is_not_heard_and_the_line_is_cut(here: Path, heard: list[Path | None], qtbot: QtBot) -> None:
    hostile = (b"relative.caredesk\0\2", b"/one\0/two\0\2", b"/" + b"x" * (LONGEST + 9), b"\0\0\2", b"\xff\xfe\0\2")
    lines = [speak(here, each) for each in hostile]
    slow = speak(here, b"/never ends")

    for line in (*lines, slow):
        line.setblocking(False)
        qtbot.waitUntil(lambda line=line: _is_cut(line))
        line.close()

    assert heard == []


def _is_cut(line: socket.socket) -> bool:
    try:
        return line.recv(9) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_only_this_account_comes_near(here: Path, heard: list[Path | None]) -> None:  # noqa: ARG001 - it listens
    for place in (here, here / "desk.socket", here / "desk.lock"):
        assert not place.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def test_a_runtime_folder_of_others_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    tmp_path.chmod(0o755)
    open_to_all = one_desk._place()
    tmp_path.chmod(0o700)

    assert not open_to_all.startswith(str(tmp_path))
    assert one_desk._place().startswith(str(tmp_path))


def test_a_socket_that_a_killed_one_left_keeps_nobody_out(here: Path, desks: list[OneDesk], qtbot: QtBot) -> None:
    here.mkdir()
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(here / "desk.socket"))
    dead.close()

    assert not desks[0].takes(None)
    desks[0].listen()

    with qtbot.waitSignal(desks[0].came):
        line = speak(here, b"\0\2")
    line.close()


def test_who_gets_no_answer_is_a_desk_by_itself_and_leaves_the_other_as_it_is(
    here: Path, desks: list[OneDesk], heard: list[Path | None], qtbot: QtBot
) -> None:
    assert not desks[1].takes(Path("a.csv"))  # nobody reads here meanwhile: the first is stuck
    with qtbot.waitSignal(desks[0].came):
        speak(here, b"/next\0\2").close()

    desks[1].listen()
    desks[1].close()

    assert heard == [Path("/next")], "what the second shows itself is not shown once more"
    assert (here / "desk.socket").exists()


def test_once_it_made_room_the_next_is_the_desk(desks: list[OneDesk], heard: list[Path | None]) -> None:  # noqa: ARG001
    desks[0].close()

    assert not desks[1].takes(None)
    assert desks[1].claim()


def test_what_one_took_before_it_ended_is_not_shown_once_more(
    desks: list[OneDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, left, after = Path("/taken"), Path("/left"), Path("/after")
    answers = {taken: True, left: False}  # nobody is asked about what comes after
    monkeypatch.setattr(desks[1], "takes", lambda file: answers[file])

    assert desks[1].left_of([taken, left, after]) == [left, after]
    assert desks[1].left_of([taken]) == []


def test_where_no_lock_can_stand_it_is_a_desk_all_the_same(here: Path, desks: list[OneDesk]) -> None:
    here.write_bytes(b"in the way")

    assert not desks[0].takes(None)
    desks[0].listen()

    assert here.read_bytes() == b"in the way"


def test_on_a_mac_the_system_hands_files_to_the_program_that_runs(desks: list[OneDesk]) -> None:
    told: list[Path] = []
    desks[0].came.connect(told.append)

    assert desks[0].eventFilter(desks[0], QFileOpenEvent("/Users/nomvula/from Fhatuwani.caredesk"))
    assert told == [Path("/Users/nomvula/from Fhatuwani.caredesk")]
