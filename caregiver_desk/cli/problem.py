"""What went wrong on this laptop, for those who make the program: read here before it goes anywhere."""

from __future__ import annotations

import argparse

from caregiver_desk import faults
from caregiver_desk.cli.session import tell
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.problem import problem


def report(arguments: argparse.Namespace) -> int:
    """No book is opened for it."""
    told = as_text(problem())
    tell(arguments, {"faults": [each._asdict() for each in faults.remembered()], "report": told}, told.rstrip())
    return 0
