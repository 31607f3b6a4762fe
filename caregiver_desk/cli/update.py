"""A new version from a file: who made it is looked at first, and on Windows alone it is started from here."""

from __future__ import annotations

import argparse

from caregiver_desk.cli.session import tell
from caregiver_desk.sync import releases, replacing
from caregiver_desk.wording import say


def update(arguments: argparse.Namespace) -> int:
    """Check what the makers sealed, and say or do what is next."""
    release = releases.read(arguments.file)
    program = releases.fetch(release, arguments.file.parent)
    todo = replacing.next_step(program)
    words = say("Version {version} is from the makers of this program. {todo}", version=release.version, todo=todo)
    tell(arguments, {"version": release.version, "file": str(program)}, words)
    if replacing.installs_itself():
        replacing.begin(program)
    return 0
