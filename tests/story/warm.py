"""The program, warm: a process that has loaded all of it and forks a child for each command that is given.

A script of seventy commands would else wait seventy times until the program is loaded. Each command is still a process
of its own, with its own words, folder and streams, from `main` to its exit status; what a start by itself may meet is
asked in `rooms/cli`, where it is started in earnest. One passphrase is stretched beforehand, and one salt is drawn.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

MOST = 1 << 17  # bytes at once


@contextlib.contextmanager
def program(environment: dict[str, str], passphrase: str) -> Iterator[str]:
    """While it holds, what is given out is the program on a command line."""
    place = tempfile.mkdtemp()  # the path of a door may have some hundred letters only
    itself, door = str(Path(__file__)), f"{place}/door"
    begun = [sys.executable, "-P", itself, "serve", door, passphrase]
    with subprocess.Popen(begun, env=environment, stdout=subprocess.PIPE) as warm:
        assert warm.stdout
        assert warm.stdout.readline() == b"ready\n"
        try:
            yield f"{sys.executable} -ES {itself} ask {door}"
        finally:
            warm.terminate()
            shutil.rmtree(place)


def ask(door: str, *words: str) -> int:
    """Have a command carried out here and now, and give its exit status."""
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(door)
        socket.send_fds(line, [b"\0".join(map(os.fsencode, [Path.cwd(), *words]))], [0, 1, 2])
        line.shutdown(socket.SHUT_WR)
        status = line.recv(1)
    return status[0] if status else 128 + signal.SIGKILL


def serve(place: str, passphrase: str) -> None:
    _load(passphrase)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a child: it says how it ended
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(place)
        door.listen()
        print("ready", flush=True)  # noqa: T201
        while True:
            line, _ = door.accept()
            told, streams, *_ = socket.recv_fds(line, MOST, 3)
            while more := line.recv(MOST):
                told += more
            if not os.fork():
                _carry_out([os.fsdecode(each) for each in told.split(b"\0")], streams, line)
            for each in (*streams, line.detach()):
                os.close(each)


def _load(passphrase: str) -> None:
    from functools import cache
    from importlib import import_module
    from pkgutil import walk_packages

    import caregiver_desk
    from caregiver_desk.store import slots

    for each in walk_packages(caregiver_desk.__path__, "caregiver_desk."):
        if not each.name.startswith("caregiver_desk.desk"):
            import_module(each.name)
    slots.fitting_cost = lambda: slots.FLOOR
    slots._stretch, slots._fresh_salt = cache(slots._stretch), cache(slots._fresh_salt)
    slots._stretch(passphrase, slots._fresh_salt(), slots.FLOOR)


def _carry_out(told: Sequence[str], streams: Sequence[int], line: socket.socket) -> None:
    from caregiver_desk.__main__ import main

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    status = 1
    try:
        os.chdir(told[0])
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(each, "w" if each else "r", 1, "utf-8") for each in range(3))
        sys.argv[1:] = told[1:]
        status = main()
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - as Python ends by itself
        sys.excepthook(*sys.exc_info())
    finally:
        line.send(bytes([status]))
        os._exit(status)


if __name__ == "__main__":
    verb, *given = sys.argv[1:]
    sys.exit({"ask": ask, "serve": serve}[verb](*given))
