"""What stands on the disk after a fault, as the program finds it when it begins again."""

from __future__ import annotations

import re
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from caregiver_desk.errors import BookDamaged, KeyFileDamaged, Problem, WrongPassphrase
from caregiver_desk.settings import KEYS
from caregiver_desk.store import agreement, backups, checking, partners, slots, vault
from caregiver_desk.store.book import Book
from caregiver_desk.sync import stick
from caregiver_desk.sync.opener import Opener
from faults.place import FRESH, NEW, OTHERS, PASSPHRASE, Place

_ID = re.compile(r"[0-9A-Za-z_~]{22}")


def blind(book: Book) -> list[str]:
    """The state of a book without its ids, which are others in every run, and with whom it exchanges bundles."""
    known = [f"{each.name}, compared {each.compared}" for each in partners.known(book)]
    return sorted([*(_ID.sub("·", line) for line in agreement.state(book)), *known])


def told(place: Place, whose: str) -> list[str]:
    with closing(place.opened(whose)) as book:
        return blind(book)


def look(place: Place, whose: str) -> dict[str, Any]:
    """All that can be seen of a book: what it says, whether it is sound, what lies beside it and on the stick."""
    with closing(place.opened(whose)) as book:
        lost = book.lost
        found, says, keys = checking.check(book), blind(book), book.vault.keys
        shelf = backups.backups(book.vault.folder)
        passphrase = _opened_by((book.vault.folder / KEYS).read_bytes())
        unsound = [each.name for each in [*shelf, *backups.inside(place.out)] if not _is_sound(each, keys)]
    unfit = [each.name for each in _bundles(place) if not _fits(place, each)]
    told = {"found": found, "told": says, "kept": len(shelf), "half": unsound + unfit + _begun(place), "lost": lost}
    return {**told, "passphrase": passphrase, "files": _files(place)}


def _is_sound(backup: Path, keys: slots.Keys) -> bool:
    """Whether it opens by its own key file, and is whole."""
    if not (backup / KEYS).exists() or _opened_by((backup / KEYS).read_bytes()) is None:
        return False
    try:
        with closing(vault.reopen(backup, keys)) as opened:
            return vault.check(opened) == []
    except BookDamaged:
        return False


def _opened_by(key_file: bytes) -> str | None:
    for passphrase in (PASSPHRASE, NEW):
        with suppress(WrongPassphrase, KeyFileDamaged):
            slots.open_with_passphrase(key_file, passphrase)
            return passphrase
    return None


def _found(place: Place, whose: str) -> list[str]:
    with closing(place.opened(whose)) as book:
        return checking.check(book)


def _begun(place: Place) -> list[str]:
    """A book that stands in its place and cannot be opened."""
    if not place.folder(FRESH).exists():
        return []
    try:
        return [FRESH] if _found(place, FRESH) else []
    except Problem:
        return [FRESH]


def _bundles(place: Place) -> list[Path]:
    return [each for each in place.out.iterdir() if each.suffix == ".caredesk" and not each.name.startswith(".")]


def _fits(place: Place, bundle: Path) -> bool:
    with closing(place.opened(OTHERS)) as other, closing(Opener()) as opener:
        (one,) = stick._each(other, [bundle], opener, stick.nobody)
        return one.refused is None


def _files(place: Place) -> list[str]:
    return sorted(str(each.relative_to(place.root)) for each in place.root.rglob("*") if each.is_file())
