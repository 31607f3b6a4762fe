"""How a new version that was checked takes the place of the present one.

Only an installer for Windows is started from here: it asks for no right over the machine. Elsewhere somebody does it
with what the system has for that, and is told how.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

from caregiver_desk.errors import InstallerNotStarted
from caregiver_desk.wording import say


def installs_itself() -> bool:
    return sys.platform == "win32"


def begin(program: Path) -> None:
    """Start the installer, which waits until the desk is closed. Raises InstallerNotStarted."""
    try:
        subprocess.Popen([str(program)])  # noqa: S603 - a copy of our own that fits what its makers sealed
    except OSError:
        raise InstallerNotStarted(file=program) from None


def next_step(program: Path) -> str:
    """What is left to do, with the line to run where there is one."""
    where = shlex.quote(str(program))
    if installs_itself():
        return say("Its installer goes on once the desk is closed.")
    if program.suffix == ".deb":
        return say("Close the desk, then run: {line}", line=f"sudo dpkg -i {where}")
    if program.suffix == ".dmg":
        return say("Close the desk, open {file}, and drag the program into Applications.", file=where)
    return say("Close the desk, then unpack it in place of the present one: {line}", line=f"tar -xf {where}")
