"""How a word on the command line is understood, and what may stand with every command."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from caregiver_desk import settings

BOOK = "CAREGIVER_DESK_BOOK"
LEAST_PART = 64  # KB: what every part holds beside its lines must fit


def everywhere() -> argparse.ArgumentParser:
    """What may stand before the command or after it."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--book", type=place, metavar="BOOK", help=f"the book’s folder or sign, or postgresql://… of a hub (or ${BOOK})"
    )
    shared.add_argument("--passphrase-file", type=Path, metavar="FILE", help="read the passphrase from its first line")
    shared.add_argument("--json", action="store_true", help="one JSON object a line on standard output")
    shared.add_argument(
        "--today", type=day, metavar="DATE", help="what day it is, where this laptop’s clock is in doubt"
    )
    return shared


def add(commands: Any, name: str, does: str, about: str, *, helps: bool = True) -> argparse.ArgumentParser:
    """A command; without `helps` it answers `--help` itself."""
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=about, parents=[everywhere()], add_help=helps
    )
    command.set_defaults(does=does)
    return command


def place(text: str) -> Path | str:
    """A folder or a sign; the address of a hub as it stands."""
    return text if settings.is_hub(text) else Path(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2026-03-02") from None


def month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no month such as 2026-02") from None


def span(text: str) -> Any:
    from caregiver_desk.practice.spans import span

    try:
        return span(text)
    except ValueError as trouble:
        raise argparse.ArgumentTypeError(str(trouble)) from None


def period(text: str) -> Any:
    from caregiver_desk.reports.neighbours.dhis2.periods import period

    try:
        return period(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no period such as 2026-02, 2026Q1 or 2026") from None


def role(text: str) -> str:
    """A role as people write it: `protection` and `protection-lead` are the same one."""
    words = text.replace("-", " ").replace("_", " ").casefold()
    return "protection lead" if words == "protection" else words


def week(text: str) -> int:
    if text not in {str(week) for week in range(1, 27)}:
        raise argparse.ArgumentTypeError(f"“{text}” is no week of the story: there are 26")
    return int(text)


def number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is no number; `open` says it, and so does `open --json`")
    return int(text)


def size(text: str) -> int:
    if not (text.isdecimal() and int(text) >= LEAST_PART):
        raise argparse.ArgumentTypeError(f"“{text}” is no size: write how many KB, {LEAST_PART} or more")
    return int(text)


def above_none(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number above 0")
    return int(text)
