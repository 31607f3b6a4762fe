"""What every command needs: the book it was pointed at, and one way to print."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from caregiver_desk import settings
from caregiver_desk.errors import NoBook

if TYPE_CHECKING:
    from caregiver_desk.store.book import Book


@contextmanager
def open_book(arguments: argparse.Namespace) -> Iterator[Book]:
    """The book, unlocked for one command and closed after it."""
    from caregiver_desk.acts import opening

    book = opening.open_book(folder(arguments), passphrase(arguments))
    try:
        yield book
    finally:
        book.close()


def folder(arguments: argparse.Namespace) -> Path:
    """The book that was named, or the only one on this machine. Raises NoBook."""
    if arguments.book is not None:
        return Path(arguments.book)
    known = sorted(path.parent for path in settings.books_folder().glob("*/book.db"))
    if len(known) != 1:
        raise NoBook
    return known[0]


def passphrase(arguments: argparse.Namespace, prompt: str = "Passphrase: ") -> str:
    """From the file that was named, or asked for at the terminal; never an argument."""
    if arguments.passphrase_file is not None:
        try:
            return str(arguments.passphrase_file.read_text(encoding="utf-8").splitlines()[0])
        except (OSError, IndexError, UnicodeDecodeError):
            raise NoBook from None
    return getpass.getpass(prompt)


def tell(arguments: argparse.Namespace, facts: Mapping[str, Any], sentence: str = "") -> None:
    """One answer: with --json as an object, else as its sentence (or name: value)."""
    if arguments.json:
        print(msgspec.json.encode(facts, enc_hook=_plain).decode())
    else:
        print(
            sentence
            or "  ".join(f"{name}: {_shown(value)}" for name, value in facts.items() if value not in ("", None))
        )


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def _shown(value: Any) -> str:
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def progress(sentence: str) -> None:
    """What is going on, for the eye only."""
    print(sentence, file=sys.stderr)


def read_json(text: str) -> Any:
    """A JSON value; `-` reads standard input. Raises json.JSONDecodeError."""
    return json.loads(sys.stdin.read() if text == "-" else text)
