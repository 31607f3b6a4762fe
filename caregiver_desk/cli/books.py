"""Books as files: begin, check, back up, bring back, recover; their passphrase and their recovery sheet."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import cache
from pathlib import Path

from caregiver_desk import clock, settings
from caregiver_desk.acts import opening, trial
from caregiver_desk.acts.sharing import replacing
from caregiver_desk.cli.session import (
    first_line,
    folder,
    heed_clock,
    heed_room,
    open_book,
    passphrase,
    progress,
    secret,
    tell,
)
from caregiver_desk.errors import CannotWrite, NotUnderstood, Problem
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import (
    addresses,
    backups,
    checking,
    rekeying,
    restoring,
    safely,
    schema,
    sheet,
    slots,
    upkeep,
    vault,
)
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import Keys
from caregiver_desk.sync.words import propose_passphrase
from caregiver_desk.wording import full_day, say

LONGEST_SHEET = 10_000  # letters
LARGE = 10_000  # pages, of which one waits for a second


def new(arguments: argparse.Namespace) -> int:
    """Begin a book. Without a passphrase file one is asked for twice, with a proposal."""
    hub = _address(arguments)
    place = settings.books_folder() / clock.new_salt() if hub or not arguments.book else arguments.book
    page = arguments.sheet or place.parent / f"{place.name}-recovery-sheet.txt"
    safely.folder(place.parent)
    vault.need_room(place)
    _free_for_a_sheet(page)
    chosen = passphrase(arguments) if arguments.passphrase_file else _chosen("--passphrase-file")
    book, identity = _begun(arguments, place, chosen, hub)
    try:
        heed_clock(arguments, book)
        sign = settings.shelved(place).sign
        safely.write(page, sheet.sheet_text(identity, sign).encode())
        sentence = say(
            "A new book, with the sign “{sign}”. Print {sheet} and lock the paper away; then delete the file.",
            sign=sign,
            sheet=page,
        )
        facts = {"book": str(place), "sign": sign, "sheet": str(page), "person": book.person, "laptop": book.laptop}
        tell(arguments, facts, sentence)
    except Problem:  # without its sheet it would be half a book
        book.vault.close()
        vault.discard(place)
        raise
    book.close()
    return 0


def _address(arguments: argparse.Namespace) -> str:
    """Of a hub, with the password of the login there; nothing for a book of one's own."""
    if not isinstance(arguments.book, str):
        return ""
    if here := [book.sign for book in settings.books() if addresses.is_of(book.folder, arguments.book)]:
        told = "This laptop opens that hub already, as “{signs}”: this is one more who runs it, not another way in."
        progress(say(told, signs=", ".join(here)))
    word = first_line(arguments.password_file) if arguments.password_file else ""
    return addresses.with_password(arguments.book, word)


def _begun(arguments: argparse.Namespace, place: Path, chosen: str, hub: str) -> tuple[Book, str]:
    """A book of one's own, or a place in the hub."""
    answers = {"organisation": arguments.organisation, "officer": arguments.officer, "purposes": arguments.purposes}
    first = opening.FirstPage(arguments.name, Role(arguments.role), arguments.site, arguments.team, answers)
    return opening.begin(place, chosen, first, hub=hub, sign=arguments.sign)


def _free_for_a_sheet(page: Path) -> None:
    """Before a book is made: its sheet is shown once, so there must be a place for it."""
    with safely.writing():
        there, has_folder = page.exists(), page.parent.is_dir()
    if there:
        raise CannotWrite(reason=say("a recovery sheet of that name is there already"))
    if not has_folder:
        raise CannotWrite(reason=say("there is no such folder for the recovery sheet"))


def _chosen(option: str) -> str:
    """A new passphrase, typed twice; `option` does the same without a terminal."""
    progress(
        say(
            "Choose a passphrase. Five words nobody knows together are good, such as: {words}",
            words=propose_passphrase(),
        )
    )
    first = secret(say("New passphrase: "), option)
    if secret(say("Once more: "), option) != first:
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
        place = upkeep.back_up(book, clock.today(), to=arguments.to)
        heed_room(book)
    tell(arguments, {"backup": str(place)}, say("Backed up and checked: {place}", place=place))
    return 0


def _brought_back(backup: Path, aside: Path | None) -> str:
    day = backups.day_in(backup)
    told = say("Brought back the backup of {day}.", day=full_day(day)) if day else say("Brought back.")
    return f"{told} {say('What was replaced is in {aside}', aside=aside)}" if aside else told


def restore(arguments: argparse.Namespace) -> int:
    if arguments.trial:
        return _try(arguments)
    place = folder(arguments)
    backup = restoring.meant(place, arguments.backup) if arguments.backup else backups.newest(place)
    keys, file = restoring.fitting(place, backup, _opening(arguments))
    aside = restoring.restore(place, backup, keys, clock.today(), key_file=file, known_version=schema.newest())
    tell(
        arguments,
        {"restored": str(backup), "aside": str(aside or "")},
        _brought_back(backup, aside),
    )
    return 0


def _try(arguments: argparse.Namespace) -> int:
    """The book is opened too: what is newer there is told. The passphrase is asked for once."""
    word = passphrase(arguments)
    with open_book(arguments, word) as book:
        place = arguments.backup or backups.newest(book.vault.folder)
        found = trial.try_backup(book, place, _opening(arguments, word))
    facts = {"day": found.day, "records": found.records, "newer": found.newer, "alike": found.alike}
    tell(arguments, facts, trial.told(found))
    return 0


def _opening(arguments: argparse.Namespace, word: str = "") -> Callable[[bytes], Keys]:
    """What opens a key file: the passphrase, asked for once, or, where she has forgotten it, the recovery sheet."""
    words = cache(lambda: _typed(arguments.sheet) if arguments.sheet else word or passphrase(arguments))
    opens = slots.open_with_sheet if arguments.sheet else slots.open_with_passphrase
    return lambda file: opens(file, words())


def recover(arguments: argparse.Namespace) -> int:
    """A new passphrase, for who holds the recovery sheet."""
    typed = _typed(arguments.sheet)
    chosen = passphrase(arguments) if arguments.passphrase_file else _chosen("--passphrase-file")
    opening.open_by_sheet(folder(arguments), typed, passphrase=chosen).close()
    tell(arguments, {"recovered": True}, say("The new passphrase is set."))
    return 0


def _typed(page: Path) -> str:
    """What stands on a recovery sheet that was kept as text."""
    try:
        with page.open(encoding="utf-8") as file:
            return file.read(LONGEST_SHEET)
    except (OSError, UnicodeDecodeError):
        raise NotUnderstood(field=say("Recovery sheet"), reason=say("the file cannot be read")) from None


def change_passphrase(arguments: argparse.Namespace) -> int:
    """Another passphrase, for who knows the present one. The recovery sheet stays good."""
    file = arguments.new_passphrase_file
    with open_book(arguments) as book:
        chosen = first_line(file) if file else _chosen("--new-passphrase-file")
        behind = vault.set_passphrase(book.vault, chosen)
    told = say("The new passphrase is set, for the backups beside the book too. A copy elsewhere has the old one.")
    tell(arguments, {"changed": True, "backups_behind": behind}, opening.in_force(told, behind))
    return 0


def renew_sheet(arguments: argparse.Namespace) -> int:
    """Another recovery sheet. It is written first and comes into force after that, so that one always opens."""
    _free_for_a_sheet(arguments.out)
    with open_book(arguments) as book:
        identity = slots.fresh_identity()
        safely.write(arguments.out, sheet.sheet_text(identity, settings.shelved(book.vault.folder).sign).encode())
        behind = vault.set_sheet(book.vault, identity)
    sentence = say(
        "A new recovery sheet. Print {sheet} and lock the paper away; then delete the file. The old sheet is void.",
        sheet=arguments.out,
    )
    tell(arguments, {"sheet": str(arguments.out), "backups_behind": behind}, opening.in_force(sentence, behind))
    return 0


def renew_keys(arguments: argparse.Namespace) -> int:
    """New keys after a theft, under the present passphrase. The new sheet is written before they are in force."""
    _free_for_a_sheet(arguments.sheet)
    with open_book(arguments) as book:
        sign, identity = settings.shelved(book.vault.folder).sign, slots.fresh_identity()
        rekeying.need_room(book.vault)
        safely.write(arguments.sheet, sheet.sheet_text(identity, sign).encode())
        replacing.renew_keys(book, passphrase(arguments), identity, told=_copying())
        kept = replacing.backups_said(book)
        facts = {"sheet": str(arguments.sheet), "laptop": book.laptop}
    sentence = say(
        "This book speaks with new keys now. Print {sheet}, and give your new card to your coordinator.",
        sheet=arguments.sheet,
    )
    tell(arguments, facts, f"{sentence} {kept}")
    return 0


def change_key(arguments: argparse.Namespace) -> int:
    """Another key for the records, with another passphrase and sheet, for who fears that somebody has seen them."""
    _free_for_a_sheet(arguments.sheet)
    file = arguments.new_passphrase_file
    with open_book(arguments) as book:
        rekeying.need_room(book.vault)
        chosen = first_line(file) if file else _chosen("--new-passphrase-file")
        sign, identity = settings.shelved(book.vault.folder).sign, slots.fresh_identity()
        safely.write(arguments.sheet, sheet.sheet_text(identity, sign).encode())
        said = replacing.change_key(book, passphrase(arguments), chosen, identity, told=_copying()).sentence
        facts = {"changed": True, "sheet": str(arguments.sheet), "backups_behind": bool(rekeying.owed(book))}
    tell(arguments, facts, f"{said} {say('Print {sheet}, then delete the file.', sheet=arguments.sheet)}")
    return 0


def _copying() -> Callable[[int, int], None]:
    """Says how far a large book has been copied, a tenth at a time."""
    said = [0]

    def tell_tenth(left: int, of: int) -> None:
        tenth = 10 * (of - left) // max(of, 1)
        if tenth > said[0] and of > LARGE:
            said[0] = tenth
            progress(
                say("Copied: {percent} %. To stop it: Ctrl C; then nothing has changed.", percent=10 * tenth)
                if left
                else say("Copied. It is checked now, and a backup is written.")
            )

    return tell_tenth
