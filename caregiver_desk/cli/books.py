"""Books as files: begin, check, back up, bring back, recover."""

from __future__ import annotations

import argparse
from pathlib import Path

from caregiver_desk import clock, settings
from caregiver_desk.acts import opening
from caregiver_desk.cli.session import folder, open_book, passphrase, progress, tell
from caregiver_desk.errors import CannotWrite, NotUnderstood
from caregiver_desk.records.people import Role
from caregiver_desk.store import backups, checking, safely, sheet
from caregiver_desk.sync.words import propose_passphrase
from caregiver_desk.wording import say


def new(arguments: argparse.Namespace) -> int:
    """Begin a book. Without a passphrase file one is asked for twice, with a proposal."""
    place = arguments.book or settings.books_folder() / clock.new_salt()
    page = arguments.sheet or place.parent / f"{place.name}-recovery-sheet.txt"
    _free_for_a_sheet(page)
    chosen = passphrase(arguments) if arguments.passphrase_file else _chosen(arguments)
    book, identity = opening.new_book(
        place,
        chosen,
        name=arguments.name,
        role=Role(arguments.role),
        site=arguments.site or say("My site"),
        team=arguments.team or say("My team"),
    )
    try:
        safely.write(page, sheet.sheet_text(identity).encode())
        sentence = say("A new book. Print {sheet} and lock the paper away; then delete the file.", sheet=page)
        tell(
            arguments, {"book": str(place), "sheet": str(page), "person": book.person, "laptop": book.laptop}, sentence
        )
    finally:
        book.close()
    return 0


def _free_for_a_sheet(page: Path) -> None:
    """Before a book is made: its sheet is shown once, so there must be a place for it."""
    if page.exists():
        raise CannotWrite(reason=say("a recovery sheet of that name is there already"))
    if not page.parent.is_dir():
        raise CannotWrite(reason=say("there is no such folder for the recovery sheet"))


def _chosen(arguments: argparse.Namespace) -> str:
    progress(
        say(
            "Choose a passphrase. Five words nobody knows together are good, such as: {words}",
            words=propose_passphrase(),
        )
    )
    first = passphrase(arguments)
    if passphrase(arguments, say("Once more: ")) != first:
        raise NotUnderstood(field=say("Passphrase"), reason=say("the two are not the same"))
    return first


def check(arguments: argparse.Namespace) -> int:
    """Whether the file is whole and its rows are what the journal says. Exit status 1 where they are not."""
    with open_book(arguments) as book:
        found = checking.check(book)
    tell(arguments, {"found": found}, say("All is well.") if not found else say("Found: {what}", what=", ".join(found)))
    return int(bool(found))


def backup(arguments: argparse.Namespace) -> int:
    with open_book(arguments) as book:
        place = backups.back_up(book.vault, clock.today())
        backups.keep(book.vault.folder, clock.today())
    tell(arguments, {"backup": str(place)}, say("Backed up and checked: {place}", place=place))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    place = folder(arguments)
    backup = arguments.backup or backups.newest(place)
    aside = backups.restore(place, backup, clock.today())
    tell(
        arguments,
        {"restored": str(backup), "aside": str(aside)},
        say("Brought back. What was replaced is in {aside}", aside=aside),
    )
    return 0


def recover(arguments: argparse.Namespace) -> int:
    """A new passphrase, for who holds the recovery sheet."""
    try:
        typed = arguments.sheet.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise NotUnderstood(field=say("Recovery sheet"), reason=say("the file cannot be read")) from None
    chosen = passphrase(arguments) if arguments.passphrase_file else _chosen(arguments)
    opening.open_by_sheet(folder(arguments), typed, passphrase=chosen).close()
    tell(arguments, {"recovered": True}, say("The new passphrase is set."))
    return 0
