"""A new version from a file: who made it is looked at first, and on Windows alone it is started from here."""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from pathlib import Path

from caregiver_desk.cli.session import tell
from caregiver_desk.sync import releases
from caregiver_desk.wording import say


def update(arguments: argparse.Namespace) -> int:
    """Check what the makers sealed, and say or do what is next."""
    release = releases.read(arguments.file)
    program = releases.fetch(release, arguments.file.parent)
    tell(arguments, {"version": release.version, "file": str(program)}, _next(release.version, program))
    if sys.platform == "win32":
        subprocess.Popen([str(program)])  # noqa: S603 - a copy of our own that fits what its makers sealed
    return 0


def _next(version: str, program: Path) -> str:
    where = shlex.quote(str(program))
    if sys.platform == "win32":
        return say("Version {version} is from the makers of this program. It is being installed.", version=version)
    if program.suffix == ".deb":
        todo = say("Close the desk, then run: {line}", line=f"sudo dpkg -i {where}")
    elif program.suffix == ".dmg":
        todo = say("Close the desk, open {file}, and drag the program into Applications.", file=where)
    else:
        todo = say("Close the desk, then unpack it in place of the present one: {line}", line=f"tar -xf {where}")
    return say("Version {version} is from the makers of this program. {todo}", version=version, todo=todo)
