"""What is about the program itself, and needs no book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import add

BUNDLE = ".caredesk"


def program(commands: Any) -> None:
    desk = add(commands, "desk", "desk", "open the desk, as without a command")
    desk.add_argument("bundle", nargs="?", type=Path, metavar="FILE", help="a bundle to look at once the book is open")
    more = add(
        commands, "help", "helping:more", "what a refusal means and what to do next, by its code or by words in it"
    )
    more.add_argument(
        "words", nargs="*", metavar="CODE", help="a code such as wrong-passphrase, or words; without, all codes"
    )
    new = add(
        commands, "update", "update:update", "take a new version of this program from a file that its makers sealed"
    )
    new.add_argument("file", type=Path, metavar="FILE", help="the list of sums (.sums); what it names lies beside it")


def handed_over(given: list[str]) -> list[str]:
    """A bundle alone is what a laptop hands over when somebody opens it."""
    alone = len(given) == 1 and not given[0].startswith("-")
    return ["desk", *given] if alone and given[0].lower().endswith(BUNDLE) else given
