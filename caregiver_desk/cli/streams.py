"""Standard input, output and error, which may be closed, broken, full, or of another age.

A pipe whose reader has gone ends the program quietly, as it ends any other (128 + SIGPIPE). What goes into a file or a
pipe is UTF-8 whatever the locale says, so that a saved state is the same on every machine; a terminal that cannot show
a letter shows its number.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from caregiver_desk.errors import CannotPrint, Problem
from caregiver_desk.wording import say

READER_GONE = 141
PROGRAM = "caregiver-desk"


def started_as() -> str:
    """What somebody types to start it: a package for Windows has its console in a program of another name."""
    name = Path(sys.argv[0]).stem
    return name if name.startswith(PROGRAM) else PROGRAM


def mend() -> None:
    """Before anything is said: a stream that was closed leads nowhere, and letters have one encoding."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - as long as the program
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def put(text: str) -> None:
    """One answer, on standard output."""
    try:
        print(text)
    except BrokenPipeError:
        raise
    except OSError:
        raise CannotPrint from None


def hand_over() -> None:
    """What was answered so far goes out at once: somebody reads it while the program goes on."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        raise CannotPrint from None


def complain(problem: Problem) -> None:
    """Trouble, for the eye; where nobody can see it, the exit status must do."""
    try:
        print(problem.at_a_prompt(), file=sys.stderr, flush=True)
        if sys.stderr.isatty():
            more = say("More about this: {program} help {code}", program=started_as(), code=problem.code)
            print(more, file=sys.stderr, flush=True)
    except OSError:
        return


def finish(status: int) -> int:
    """The exit status, when all that was said has gone out."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return leave()
    except OSError:
        complain(CannotPrint())
        _lead_nowhere()
        return CannotPrint.exit_status
    return status


def leave() -> int:
    """Whoever was to read has gone: nothing more is said, also not at the very end."""
    _lead_nowhere()
    return READER_GONE


def _lead_nowhere() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
