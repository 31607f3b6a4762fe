"""What every command needs: the book it was pointed at, and one way to print."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from caregiver_desk import clock, settings
from caregiver_desk.cli.streams import put
from caregiver_desk.errors import NoBook, NoHubHere, NoTerminal, NothingTyped, NotUnderstood, SeveralBooks
from caregiver_desk.wording import composed, full_day, later, say

if TYPE_CHECKING:
    from caregiver_desk.store.book import Book

YES = later("yes")
LONGEST_LINE = 10_000  # letters that are read of a passphrase; a device may have no end


@contextmanager
def open_book(arguments: argparse.Namespace, word: str = "") -> Iterator[Book]:
    """The book, unlocked for one command and closed after it; with this passphrase, where it was asked for before."""
    from caregiver_desk.acts import opening, worded
    from caregiver_desk.practice import site_words

    book = opening.open_book(folder(arguments), word or passphrase(arguments))
    try:
        if told := opening.told_first(book):
            progress(told)
        heed_clock(arguments, book)
        site_words.speak(worded.words_of(book))
        yield book
    finally:
        site_words.speak(site_words.Spoken())
        book.close()


def heed_clock(arguments: argparse.Namespace, book: Book) -> None:
    """Where this laptop's clock is in doubt: take the day that was given, or say how to give it."""
    from caregiver_desk.store import watch

    if not clock.in_doubt():
        return
    if arguments.today:
        watch.answer(book, arguments.today)
        return
    told = clock.day_of(clock.machine())
    sentence = say(
        "This laptop’s clock says {day}, which is hard to believe. What is saved now is marked “date uncertain”. "
        "To say what day it is, add --today with a date such as 2026-03-02.",
        day=full_day(told),
    )
    progress(sentence)


def heed_room(book: Book) -> None:
    """After much was written: say it where the drive of the book is nearly full, before something fails there."""
    from caregiver_desk.store import room

    if left := room.left(book):
        told = "The drive with this book is nearly full: {megabytes} MB left. What was saved is safe. Make some space."
        progress(say(told, megabytes=left.megabytes))


def folder(arguments: argparse.Namespace) -> Path:
    """The book that was named, or the only one on this machine. Raises NoBook or SeveralBooks."""
    if (book := named(arguments)) is not None:
        return book
    known = settings.books()
    if len(known) > 1:
        raise SeveralBooks
    if not known:
        raise NoBook(place=settings.books_folder())
    return known[0].folder


def named(arguments: argparse.Namespace) -> Path | None:
    """The folder of the book that was named by it, or by its sign; nothing if none was."""
    if arguments.book is None:
        return None
    if isinstance(arguments.book, str):
        return _at_hub(arguments.book)
    book, sign = Path(arguments.book), composed(str(arguments.book)).casefold()
    signed = [each.folder for each in settings.books() if each.sign.casefold() == sign]
    return signed[0] if signed and not book.exists() else book


def _at_hub(address: str) -> Path:
    """The folder of who comes to this hub from here. Raises NoHubHere, or SeveralBooks where more than one does."""
    from caregiver_desk.store import addresses

    found = [each.folder for each in settings.books() if addresses.is_of(each.folder, address)]
    if len(found) > 1:
        raise SeveralBooks
    if not found:
        raise NoHubHere
    return found[0]


def passphrase(arguments: argparse.Namespace, prompt: str = "Passphrase: ") -> str:
    """From the file that was named, or asked for at the terminal; never an argument."""
    return first_line(arguments.passphrase_file) if arguments.passphrase_file else secret(prompt)


def secret(prompt: str, option: str = "--passphrase-file") -> str:
    """What somebody types at the terminal, unseen. Raises NoTerminal, which names the option that does without one."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except EOFError:
            raise (NothingTyped() if at_terminal() else NoTerminal(option=option)) from None
        except (getpass.GetPassWarning, OSError):
            raise NoTerminal(option=option) from None


def at_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()


def typed(prompt: str) -> str:
    """A line typed at the terminal; nothing where there is none. Standard output is kept for answers."""
    if not at_terminal():
        return ""
    print(prompt, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


def agreed(prompt: str) -> bool:
    """Whether somebody at the terminal says yes."""
    return typed(prompt).casefold() == say(YES)


def first_line(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as page:
            lines = page.readline(LONGEST_LINE).splitlines()
    except FileNotFoundError:
        raise NotUnderstood(
            field=say("Passphrase file"), reason=say("there is no file “{name}”", name=file.name)
        ) from None
    except (OSError, UnicodeDecodeError):
        raise NotUnderstood(field=say("Passphrase file"), reason=say("it cannot be read")) from None
    if not lines or not lines[0]:
        raise NotUnderstood(field=say("Passphrase file"), reason=say("its first line is empty"))
    return lines[0]


def tell(arguments: argparse.Namespace, facts: Mapping[str, Any], sentence: str = "") -> None:
    """One answer: with --json as an object, else as its sentence (or name: value)."""
    if arguments.json:
        put(as_json(facts))
    else:
        put(
            sentence
            or "  ".join(f"{name}: {_shown(value)}" for name, value in facts.items() if value not in ("", None))
        )


def as_json(facts: Mapping[str, Any]) -> str:
    try:
        return msgspec.json.encode(facts, enc_hook=_plain).decode()
    except UnicodeEncodeError:  # the name of a file whose bytes are no text: JSON can say which they are
        return json.dumps(msgspec.to_builtins(facts, enc_hook=_plain), separators=(",", ":"))


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def _shown(value: Any) -> str:
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def moment(at: int) -> str:
    """A wall-clock moment of this laptop: 3 Mar 2026 16:20."""
    if not at:
        return say("date uncertain")
    when = datetime.fromtimestamp(at, tz=UTC).astimezone()
    return f"{full_day(when)} {when:%H:%M}"


def tell_none(arguments: argparse.Namespace, sentence: str, *, told: int) -> None:
    """Where nothing was told, say so to the eye; a program reads that from no line at all."""
    if not told and not arguments.json:
        progress(sentence)


def progress(sentence: str) -> None:
    """What is going on, for the eye only."""
    print(sentence, file=sys.stderr)


def read_json(text: str) -> Any:
    """A JSON value; `-` reads standard input. Raises NotUnderstood."""
    try:
        return json.loads(sys.stdin.read() if text == "-" else text)
    except json.JSONDecodeError as trouble:
        reason = say("not JSON, line {line}", line=trouble.lineno)
    except (ValueError, RecursionError):  # bytes that are no text, a number without end, brackets in brackets
        reason = say("not JSON that can be read")
    raise NotUnderstood(field=say("Arguments"), reason=reason)
