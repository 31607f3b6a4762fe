"""One command line carried out, and the one way in which trouble is told. What may be typed stands in `asked/`."""

from __future__ import annotations

import argparse
import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from caregiver_desk import __version__, faults
from caregiver_desk.cli import streams
from caregiver_desk.cli.asked import books, insight, leaving, program, records, rights, sharing, training, windows
from caregiver_desk.cli.asked.typed import BOOK, everywhere, place
from caregiver_desk.errors import Broken, Interrupted, Problem

Command = Callable[[argparse.Namespace], int]


def run(given: Sequence[str], opens: Mapping[str, Command]) -> int:
    """Carry out one command line and say its exit status. `opens` are the commands that open a window."""
    defaults = argparse.Namespace(book=_default(BOOK), passphrase_file=None, json=False, today=None, files=())
    arguments = parser().parse_args(program.handed_over([*given]), defaults)
    try:
        return int((opens.get(arguments.does) or _command(arguments.does))(arguments))
    except Problem as problem:
        streams.complain(problem)
        return problem.exit_status
    except KeyboardInterrupt:
        streams.complain(Interrupted())
        return Interrupted.exit_status
    except BrokenPipeError:
        return streams.leave()
    except Exception as fault:
        if os.environ.get(faults.TRACEBACK):
            raise
        streams.complain(Broken(where=faults.note(fault)))
        return Broken.exit_status


def _command(place: str) -> Command:
    """The function a command names as `module:function`; imported only now."""
    module, _, function = place.partition(":")
    with _nothing_to_tidy():
        return getattr(import_module(f"caregiver_desk.cli.{module}"), function)  # type: ignore[no-any-return]


@contextmanager
def _nothing_to_tidy() -> Iterator[None]:
    """What is imported stays: looking through it for what could go is a fifth of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def parser(*, acts: Sequence[str] | None = None, kinds: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The whole command line; the names of acts and kinds are only given where a shell is to complete them."""
    whole = argparse.ArgumentParser(
        prog=streams.started_as(),
        description="An offline, encrypted record book for supervisors of community caregivers."
        " Without a command it opens the desk.",
        parents=[everywhere()],
    )
    whole.add_argument("--version", action="version", version=f"caregiver-desk {__version__}")
    whole.set_defaults(does="desk")
    commands = whole.add_subparsers(metavar="COMMAND")
    for add in (
        windows.windows, books.books, sharing.exchange, sharing.mailboxes, sharing.returns, insight.insight,
        rights.rights, rights.questionnaires, leaving.leaving, leaving.neighbours, training.training, training.shells,
        program.program,
    ):  # fmt: skip
        add(commands)
    records.records(commands, acts, kinds)
    return whole


def _default(variable: str) -> Path | str | None:
    value = os.environ.get(variable)
    return place(value) if value else None
