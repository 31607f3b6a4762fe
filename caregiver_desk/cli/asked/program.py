"""What is about the program itself, and needs no book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import add

BUNDLE = ".caredesk"
OPENED = (BUNDLE, ".card", ".trust", ".csv", ".tsv", ".xlsx")  # what a laptop hands over: no command is called so


def program(commands: Any) -> None:
    desk = add(commands, "desk", "desk", "open the desk, as without a command")
    about = "bundles, cards or spreadsheets to look at once the book is open"
    desk.add_argument("files", nargs="*", type=Path, metavar="FILE", help=about)
    more = add(
        commands, "help", "helping:more", "what a refusal means and what to do next, by its code or by words in it"
    )
    more.add_argument(
        "words", nargs="*", metavar="CODE", help="a code such as wrong-passphrase, or words; without, all codes"
    )
    add(commands, "problem", "problem:report", "what went wrong in this program, to read and then to send or not")
    new = add(
        commands, "update", "update:update", "take a new version of this program from a file that its makers sealed"
    )
    new.add_argument("file", type=Path, metavar="FILE", help="the list of sums (.sums); what it names lies beside it")


def handed_over(given: list[str]) -> list[str]:
    """Files alone are what a laptop hands over when somebody opens them."""
    alone = all(each.lower().endswith(OPENED) and not each.startswith("-") for each in given)
    return ["desk", *given] if given and alone else given
