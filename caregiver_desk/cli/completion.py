"""Shell completion: the words of the command line, with the acts and kinds that it knows only when asked."""

from __future__ import annotations

import argparse

from caregiver_desk import acts
from caregiver_desk.acts.act import ACTS
from caregiver_desk.cli import commands
from caregiver_desk.cli.streams import put
from caregiver_desk.records.kinds import KINDS


def script(arguments: argparse.Namespace) -> int:
    """Print what a shell reads once to complete this program."""
    import shtab

    acts.load()
    put(shtab.complete(commands.parser(acts=sorted(ACTS), kinds=sorted(KINDS)), shell=arguments.shell))
    return 0
