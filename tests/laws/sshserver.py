"""A real SFTP server (OpenSSH) behind a cable: one `sshd` for each that comes, with keys and settings of its own."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cable import Cable, cable

USER = getpass.getuser()
ROOM = Path("/run/sshd")  # which the server asks for where it runs as root
_SETTINGS = """
HostKey {place}/host
AuthorizedKeysFile {place}/own.pub
PidFile none
StrictModes no
UsePAM no
PermitRootLogin yes
Subsystem sftp internal-sftp
"""


def keys(place: Path, host: str = "host") -> None:
    """A key of the server, and one of whoever comes there; another one with a password."""
    place.mkdir(exist_ok=True)
    for name, password in ((host, ""), ("own", ""), ("sealed", "only for the tests")):
        words = ["-q", "-t", "ed25519", "-C", "", "-N", password, "-f", str(place / name)]
        subprocess.run(["ssh-keygen", *words], check=True)


def fingerprint(place: Path) -> str:
    """As `ssh-keygen` tells it to whoever runs the server."""
    told = subprocess.run(["ssh-keygen", "-l", "-f", place / "host.pub"], check=True, capture_output=True, text=True)
    return told.stdout.split()[1]


@contextmanager
def server(place: Path) -> Iterator[Cable]:
    """It lets in who has the key in this place, as whoever runs the tests."""
    settings = place / "sshd_config"
    settings.write_text(_SETTINGS.format(place=place))
    if os.geteuid() == 0:
        ROOM.mkdir(mode=0o755, exist_ok=True)
    begun: list[subprocess.Popen[bytes]] = []

    def dial() -> socket.socket:
        here, there = socket.socketpair()
        words = [_binary(), "-i", "-e", "-f", str(settings)]
        with there:
            begun.append(subprocess.Popen(words, stdin=there, stdout=there, stderr=subprocess.DEVNULL))
        return here

    try:
        with cable(dial) as made:
            yield made
    finally:
        for each in begun:
            each.wait()


def _binary() -> str:
    found = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, "OpenSSH's server is not installed here: apt-get install openssh-server"
    return found
