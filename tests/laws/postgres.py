"""A PostgreSQL server of the tests' own: begun in a temporary folder, heard on a socket there, gone with them."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from certified import Certified

PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt/postgresql")
NOBODY = "postgres"  # whom Debian's package makes; PostgreSQL refuses to run as root


@dataclass
class Server:
    """One server; each test has a database of its own there."""

    folder: Path
    sure: bool = False  # waits for the disk, as a server in earnest does
    port: int = 0  # at which it is heard as well, showing its certificate
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def address(self, database: str = "postgres", user: str = NOBODY) -> str:
        at = f"&port={self.port}" if self.port else ""
        return f"postgresql://{user}@/{database}?host={self.folder}{at}"

    def database(self) -> str:
        """The address of an empty one."""
        name = f"hub{next(self._numbers)}"
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")  # type: ignore[arg-type]
        return self.address(name)

    def login(self, name: str, role: str) -> str:
        """What whoever runs the server does for a program, or for somebody who comes in."""
        with psycopg.connect(self.address(), autocommit=True) as owner:
            if not owner.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,)).fetchone():
                owner.execute(f"CREATE ROLE {name} LOGIN IN ROLE caregiver_desk_{role}")  # type: ignore[arg-type]
        return name

    def stop(self, how: str = "fast") -> None:
        _run(_binary("pg_ctl"), "-D", self.folder / "data", "-w", "-m", how, "stop")

    def start(self) -> None:
        heard = f"-h 127.0.0.1 -p {self.port}" if self.port else "-h ''"
        options = f"-k {self.folder} {heard} -c max_connections=60{'' if self.sure else ' -F'}"
        log = self.folder / "log"
        _run(_binary("pg_ctl"), "-D", self.folder / "data", "-w", "-l", log, "-o", options, "start")


@contextmanager
def serving(*, sure: bool = False, shown: Certified | None = None) -> Iterator[Server]:
    """Begin one. Fails where PostgreSQL is not installed: a run without it proves nothing.

    With a certificate it is heard at a port of this machine as well, and shows it there.
    """
    folder = Path(mkdtemp(prefix="caregiver-desk-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, NOBODY, NOBODY)
    server = Server(folder, sure, _free_port() if shown else 0)
    try:
        _run(_binary("initdb"), "-D", folder / "data", "-A", "trust", "-U", NOBODY, "-E", "UTF8", "--no-sync")
        if shown:
            _show(folder / "data", shown)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as waiting:
        return int(waiting.getsockname()[1])


def _show(data: Path, shown: Certified) -> None:
    for file, name in ((shown.certificate, "server.crt"), (shown.key, "server.key")):
        shutil.copy(file, data / name)
        (data / name).chmod(0o600)
        if os.geteuid() == 0:
            shutil.chown(data / name, NOBODY, NOBODY)
    with (data / "postgresql.conf").open("a") as told:
        told.write("ssl = on\n")


def _binary(name: str) -> Path:
    beside = [path for place in PLACES for path in sorted(Path(place).glob(f"**/bin/{name}"), reverse=True)]
    found = [*beside, *filter(None, [shutil.which(name)])]
    if not found:
        raise AssertionError(f"PostgreSQL is not installed here ({name}): apt-get install postgresql")
    return Path(found[0])


def _run(*words: object) -> None:
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False, cwd="/", **_who())
    assert done.returncode == 0, f"{words}: {done.stderr or done.stdout}"


def _who() -> dict[str, object]:
    """Nobody in particular where the tests run as root."""
    if os.geteuid() != 0:
        return {}
    who = pwd.getpwnam(NOBODY)
    groups: Sequence[int] = [who.pw_gid]
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": groups}
