"""Copies of real books: as a backup that is brought back, and as a book that goes on in two places (see player)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from oracle_player import picked

from caregiver_desk.store import book as books
from caregiver_desk.store import partners, vault

if TYPE_CHECKING:
    from real_player import RealPlayer


def files_of(player: RealPlayer, label: str) -> Path:
    """The files of a book as they are on the disk when it is closed."""
    book = player.books[label]
    place = player.folder / f"{label}-{next(player.files)}"
    with player.program(label):
        book.close()
    shutil.copytree(book.vault.folder, place)
    reopen(player, label, book.vault.folder)
    return place


def reopen(player: RealPlayer, label: str, place: Path, *, renew: bool = False) -> None:
    with player.program(label):
        keys = player.books[label].vault.keys
        book = books.resume(vault.reopen(place, keys))
        laptop = player.books[label].laptop
        if renew:
            with book.writing() as cursor:
                books.renew(cursor, book)
        elif book.laptop != laptop:
            raise AssertionError
        known = {each.key for each in partners.known(book)}
        for other in player.books:
            if player.books[other].key not in known:
                partners.keep(book, player.partner(other))
        player.books[label] = book


def restore(player: RealPlayer, laptop: str, pick: int) -> None:
    for place, _ in picked(player.backups[laptop], pick):
        player.books[laptop].vault.close()
        again = player.folder / f"{laptop}-{next(player.files)}"
        shutil.copytree(place, again)
        reopen(player, laptop, again, renew=True)
        player.name_anew(laptop)
        player.catch_up(laptop)


def twin(player: RealPlayer, laptop: str, label: str, *, renew: bool) -> None:
    place = files_of(player, laptop)
    set_up(player, laptop, label)
    player.heedless |= {label} if laptop in player.heedless else set()
    player.leaders |= {label} if laptop in player.leaders else set()
    player.books[label] = player.books[laptop]
    reopen(player, label, place, renew=renew)


def set_up(player: RealPlayer, laptop: str, label: str) -> None:
    """Another machine for who works at this one."""
    player.machines[label] = f"machine {label}"
    shutil.copytree(player.folder / player.machines[laptop], player.folder / player.machines[label])
    player.clocks[label], player.versions[label] = player.clocks[laptop], player.versions[laptop]
    player.audiences[label], player.reads[label] = player.audiences[laptop], player.reads[laptop]
    player.saves[label] = list(player.saves[laptop])
