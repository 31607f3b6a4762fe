"""Opening a book: a new one, one that was closed, one brought back from a backup, one that lasts only for a demo."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from caregiver_desk import clock, settings
from caregiver_desk.acts.people import people
from caregiver_desk.errors import CannotRead, CannotWrite, NotAnswered, NotUnderstood
from caregiver_desk.records.people.people import ANSWERS, Role
from caregiver_desk.store import (
    access,
    backups,
    erasing,
    ledger,
    rekeying,
    restoring,
    safely,
    schema,
    signing,
    slots,
    vault,
    watch,
)
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import Cost
from caregiver_desk.store.vault import Vault
from caregiver_desk.sync import words
from caregiver_desk.wording import composed, count, say

_ANSWERING = frozenset({Role.COORDINATOR, Role.TRAINER})


class FirstPage(NamedTuple):
    """What a new book is begun with: whose it is, of which site and team, and who answers for it."""

    name: str
    role: Role
    site: str
    team: str
    answers: Mapping[str, str]


def new_book(
    folder: Path,
    passphrase: str,
    *,
    name: str,
    role: Role,
    site: str = "",
    team: str = "",
    sign: str = "",
    cost: Cost | None = None,
    **answers: str,
) -> tuple[Book, str]:
    """A new book with its first page written, and the identity for its recovery sheet. Without a sign it draws one.

    It is made beside its place and moves in when it is whole.

    `answers` says who answers for the records of the site: `organisation`, `officer` and `purposes`. A coordinator and
    a trainer name them before anything is kept; the others take them over with the contact card. Raises NotAnswered.
    """
    return begin(folder, passphrase, FirstPage(name, role, site, team, answers), sign=sign, cost=cost)


def begin(
    folder: Path, passphrase: str, first: FirstPage, *, hub: str = "", sign: str = "", cost: Cost | None = None
) -> tuple[Book, str]:
    """The same; with the address of a `hub` its records stand there, and the folder holds what opens them.

    Who comes first to a hub founds it, and says who answers for its records; whoever comes later becomes one of its
    site. Raises HubAway, HubRefused, NoHubDriver and NotAnswered.
    """
    if not (hub and vault.is_founded(hub)):
        _need_answers(first)
    first = first._replace(site=first.site or say("My site"), team=first.team or say("My team"))
    return _new(folder, partial(vault.create, passphrase=passphrase, cost=cost, hub=hub), first, sign)


def _need_answers(first: FirstPage) -> None:
    if first.role in _ANSWERING and not all(first.answers.get(each, "").strip() for each in ANSWERS):
        raise NotAnswered


def _new(folder: Path, create: Callable[..., tuple[Vault, str]], first: FirstPage, sign: str) -> tuple[Book, str]:
    vault.need_room(folder)
    building = safely.beside(folder)
    try:
        opened, identity = create(building, sign=_free_sign(composed(sign.strip())))
        with _or_closed(opened):
            _begin(opened, first).vault.close()
        vault.move_in(building, folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return resume(vault.reopen(folder, opened.keys)), identity


def _free_sign(wanted: str) -> str:
    taken = {book.sign.casefold() for book in settings.books()}
    if not wanted:
        return words.propose_sign(taken)
    if not settings.is_sign(wanted):
        raise NotUnderstood(field=say("Sign"), reason=say("one plain word, please"))
    if wanted.casefold() in taken:
        raise NotUnderstood(field=say("Sign"), reason=say("another book on this laptop has it"))
    return wanted


@contextmanager
def _or_closed(opened: Vault) -> Iterator[None]:
    """A book that does not come to its desk is closed again, so that it can be opened the next time."""
    try:
        yield
    except BaseException:
        opened.close()
        raise


def demo_book(folder: Path, *, name: str, role: Role, site: str, team: str, hub: str = "", **answers: str) -> Book:
    """A fictional book whose keys are written nowhere; with the address of a `hub`, one there."""
    opened = vault.fleeting(folder, hub)
    with _or_closed(opened):
        book = _begin(opened, FirstPage(name, role, site, team, answers), fictional=True)
        access.opened(book)
    return book


def _begin(opened: Vault, first: FirstPage, *, fictional: bool = False) -> Book:
    book = books.begin(opened, key=signing.public_key(opened.keys.signing), role=first.role, fictional=fictional)
    if not books.follows_declarations(book):
        ledger.follow(book)
    watch.look(book)
    people.introduce(book, name=first.name, site=first.site, team=first.team, **first.answers)
    book.seal()
    return book


def open_book(folder: Path, passphrase: str) -> Book:
    """The book, for who knows its passphrase. Its rows are folded anew where declarations have changed."""
    restoring.finish(folder, clock.today())
    return resume(vault.open_book(folder, passphrase, known_version=schema.newest()))


def bring_back(folder: Path, backup: Path, passphrase: str) -> Book:
    """The book as it was on the day of a backup, for who knows its passphrase; the backup is proved first."""
    backup = restoring.meant(folder, backup)
    keys, file = restoring.fitting(folder, backup, lambda file: slots.open_with_passphrase(file, passphrase))
    restoring.restore(folder, backup, keys, clock.today(), key_file=file, known_version=schema.newest())
    return open_book(folder, passphrase)


def open_by_sheet(folder: Path, typed: str, *, passphrase: str, cost: Cost | None = None) -> Book:
    """The book, for who holds its recovery sheet; from now on it opens with this passphrase."""
    restoring.finish(folder, clock.today())
    book = resume(vault.open_by_sheet(folder, typed, known_version=schema.newest()))
    with _or_closed(book.vault):  # only a book that opens gets another passphrase
        vault.set_passphrase(book.vault, passphrase, cost)
    return book


def went_back(book: Book) -> str:
    """What is said of a book that holds less than it did on this machine; nothing if it holds it all."""
    missing = count(
        "One saved change that was in this book is missing.",
        "{number} saved changes that were in this book are missing.",
        book.lost,
    )
    why = say(
        "If a backup was brought back, that is why. If not, the log beside the book was lost or damaged: look at what "
        "you did last, and record it again."
    )
    return f"{missing} {why}" if book.lost else ""


def sheet_altered(book: Book) -> str:
    """What is said where a drive altered what the recovery sheet opens; nothing while it is as it was written."""
    words = say(
        "The drive has altered the part of the key file that the recovery sheet opens, so the sheet opens nothing now. "
        "Your passphrase does, and nothing else is harmed. Print the recovery sheet anew: `Ctrl K`, or `sheet --out`."
    )
    return words if "sheet" in vault.altered(book.vault) else ""


def told_first(book: Book) -> str:
    """What somebody has to know when the book opens, if anything."""
    return " ".join(filter(None, (went_back(book), sheet_altered(book))))


def in_force(sentence: str, behind: int) -> str:
    """What is said of a new passphrase or sheet, where some backups could not be given it yet."""
    later = count(
        "One backup could not be written and still opens as before; that is tried again at each opening.",
        "{number} backups could not be written and still open as before; that is tried again at each opening.",
        behind,
    )
    return f"{sentence} {later}" if behind else sentence


def resume(opened: Vault) -> Book:
    """The book in a vault that was opened, brought up to date. Where that cannot be done it is closed again."""
    with _or_closed(opened):
        book = books.resume(opened)
        if (key := signing.public_key(opened.keys.signing)) != book.key:  # renewed, and cut off before it was noted
            books.speak_with(book, key)
        watch.look(book)
        access.opened(book)
        if not books.follows_declarations(book):
            ledger.follow(book)
        book.seal()
        erasing.settle(book)
        rekeying.settle(book)
        vault.bring_in_line(opened)
        _let_go_of_old_backups(opened)
    return book


def _let_go_of_old_backups(opened: Vault) -> None:
    """By a clock that is believed only. Those that the disk does not let go of are tried again the next time."""
    if not clock.in_doubt():
        with suppress(CannotRead, CannotWrite):
            backups.keep(opened.folder, clock.today())
