"""Earlier states of the book, kept beside it and as secret as it is.

Decision. A backup is itself a book folder, `backups/2026-03-02/`, with the records as they were, copied by SQLite
itself while work goes on, and the key file, which a new passphrase or sheet brings up to date (see `vault`). It is
built under a name that says nothing, opened, checked and compared with the book, and only then given its date; a second
one on a day becomes `2026-03-02-2`. How one is brought back stands in `restoring`.

Before a newer program changes the tables, the book is kept as `2026-03-02-before-update`, apart from those of the day.

Boxes that wait to be opened are in no backup (see `boxes`): what two openings of one box tell would be one answer.

A clock can leap ahead while the book is open. So backups age by today only where today is near the backup before it;
else by the day of that one. After months in a drawer the old ones go a day later, when a second backup agrees.

Consequences. Of the last day five are kept, so that what stood before each import is there; of earlier ones the last,
for seven days and four weeks, and nothing beyond 35 days but the newest. An erasure makes a new one
(see `erasing`), so an erased word is gone from everywhere within 35 days. A failed backup leaves no trace and harms
none before it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import sqlcipher3.dbapi2 as sqlcipher

from caregiver_desk.errors import BookDamaged, CannotWrite, KeptByTheHub, NoBackup
from caregiver_desk.store import cipher, safely
from caregiver_desk.store.ground import translated
from caregiver_desk.store.slots import Keys
from caregiver_desk.store.vault import BACKUPS, BOOK, KEYS, Vault
from caregiver_desk.wording import say

DAYS, WEEKS = 7, 4
OF_THE_LAST_DAY = 5
OLDEST = timedelta(days=35)
LEAP = timedelta(days=120)  # from one backup to the next; what is further alone is not believed (see `watch`)
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?:-(\d+))?")
_REPLACED, _BEFORE_UPDATE = "-replaced", "-before-update"
_COPY = "backup-"
BOXES, OPEN = "boxes", "desk open"  # names in `about` of what stands in the book alone
_PAGES = 4096  # that are copied at once: 16 MB
Told: TypeAlias = Callable[[int, int], object]


def back_up(vault: Vault, today: date) -> Path:
    """Keep the book as it is now. Returns the folder of the backup, which was opened and checked."""
    return _back_up(vault, today.isoformat())


def back_up_before_update(vault: Vault, today: date) -> Path:
    """Keep the book as the program before this one left it, apart from the backups of the day."""
    return _back_up(vault, f"{today.isoformat()}{_BEFORE_UPDATE}")


def _back_up(vault: Vault, name: str) -> Path:
    if vault.ground.shared:
        raise KeptByTheHub
    shelf = vault.folder / BACKUPS
    safely.folder(shelf)
    building = safely.beside(shelf / BOOK)
    try:
        build(vault, building, vault.keys)
        take_boxes_out(building / BOOK, vault.keys)
        if (vault.folder / KEYS).exists():
            safely.copy(vault.folder / KEYS, building / KEYS)
        place = _next(shelf / name)
        safely.move(building, place)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return place


def backups(folder: Path) -> list[Path]:
    """The backups of the book in this folder, newest first."""
    return sorted((place for place in _dated(folder) if _NAME.fullmatch(place.name)), key=_order, reverse=True)


def newest(folder: Path) -> Path:
    """The newest backup of the book in this folder."""
    for place in backups(folder):
        return place
    raise NoBackup(place=folder)


def inside(place: Path) -> list[Path]:
    """The backups that stand in this folder, beside a book or copied to a stick, newest first."""
    with safely.reading():
        named = [each for each in place.glob("*") if _NAME.fullmatch(each.name.removeprefix(_COPY))]
        return sorted((each for each in named if (each / BOOK).is_file()), key=_order, reverse=True)


def ask_for(place: Path) -> None:
    """Raises CannotWrite: a stick that is not in would be mistaken for one that holds the copy."""
    with safely.writing():
        there = place.is_dir()
    if not there:
        raise CannotWrite(reason=say("there is no such folder"))


def put_elsewhere(backup: Path, place: Path) -> Path:
    """A copy of a backup on a stick, in a folder that says nothing of anyone. Raises DiskFull or CannotWrite."""
    ask_for(place)
    copying, copied = safely.beside(place / BOOK), _free(place / f"{_COPY}{backup.name}")
    try:
        safely.folder(copying)
        for name in (BOOK, KEYS):
            if (backup / name).exists():
                safely.copy(backup / name, copying / name)
        safely.move(copying, copied)
    except BaseException:
        shutil.rmtree(copying, ignore_errors=True)
        raise
    return copied


def keep(folder: Path, today: date) -> list[Path]:
    """Let go of the backups that are no longer kept, and of what was set aside too long ago. Returns what is left."""
    dated = _dated(folder)
    today = _believed(today, map(day_of, dated))
    kept = _kept(backups(folder), today)
    safely.sweep(folder)
    safely.sweep(folder / BACKUPS)
    for place in dated:
        if place not in kept and not _still_aside(place, today):
            with safely.writing():
                shutil.rmtree(place)
    return sorted(kept, key=_order, reverse=True)


def build(vault: Vault, building: Path, keys: Keys, told: Told = lambda *_: None) -> None:
    """A copy of the records as they are now, under these keys, compared with what it was made from.

    SQLite copies page by page, decrypted by the one key and encrypted by the other. `told` hears how many pages there
    are left, of how many.
    """
    safely.folder(building)
    with safely.writing():
        (building / BOOK).touch(mode=0o600, exist_ok=False)
    with translated(), closing(vault.engine.raw_connection()) as pooled:
        source: Any = pooled.driver_connection
        with closing(cipher.unlock(building / BOOK, keys.store)) as target:
            target.execute("PRAGMA fullfsync = ON")
            source.backup(target, pages=_PAGES, progress=lambda _, left, of: told(left, of))
        with closing(cipher.unlock(building / BOOK, keys.store)) as target:
            _compare(source, target)


def take_boxes_out(records: Path, keys: Keys) -> None:
    """No box is left in these records, nor anything of one in a page that is free, nor that a desk is open on them."""
    with translated(), closing(cipher.unlock(records, keys.store)) as connection:
        for pragma in ("fullfsync = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone():
            connection.execute("DELETE FROM about WHERE name IN (?, ?)", (BOXES, OPEN))


def holds_a_box(records: Path, keys: Keys) -> bool:
    """Whether a box waits in these records; they and their log stay as they are."""
    with translated(), closing(cipher.unlock(records, keys.store, mode=cipher.untouched(records))) as connection:
        tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone()
        return bool(tables and connection.execute("SELECT 1 FROM about WHERE name = ?", (BOXES,)).fetchone())


def let_go(place: Path) -> None:
    """Remove a backup; what a power cut leaves of it bears no date any more."""
    going = safely.beside(place)
    safely.move(place, going)
    with safely.writing():
        shutil.rmtree(going)


def everything(folder: Path) -> list[Path]:
    """All that stands among the backups of this book, also what was set aside."""
    return _dated(folder)


def _compare(source: sqlcipher.Connection, target: sqlcipher.Connection) -> None:
    (said,) = target.execute("PRAGMA quick_check").fetchone()
    if said != "ok" or _shape(source) != _shape(target):
        raise BookDamaged


def _shape(connection: sqlcipher.Connection) -> tuple[int, int]:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return tables, version


def _kept(places: Iterable[Path], today: date) -> set[Path]:
    """Of backups, newest first: some of the last day, the last of seven days and four weeks, none too old but one.

    Some that a wrong clock dated in the future stay as well, and take no place of the others.
    """
    every, future = list(places), []
    while every and day_of(every[0]) > today:
        future.append(every.pop(0))
    last = [place for place in every if day_of(place) == day_of(every[0])][:OF_THE_LAST_DAY]
    days: dict[date, Path] = {}
    weeks: dict[tuple[int, int], Path] = {}
    for place in every:
        day = day_of(place)
        if not days or today - day <= OLDEST:
            days.setdefault(day, place)
            weeks.setdefault(day.isocalendar()[:2], place)
    return {*future[:OF_THE_LAST_DAY], *last, *list(days.values())[:DAYS], *list(weeks.values())[:WEEKS]}


def _believed(today: date, days: Iterable[date]) -> date:
    """The day by which backups age."""
    before = max((day for day in days if day < today), default=today)
    return today if today - before <= LEAP else before


def _still_aside(place: Path, today: date) -> bool:
    apart = _REPLACED in place.name or _BEFORE_UPDATE in place.name
    return apart and today - day_of(place) <= OLDEST


def place_aside(folder: Path, today: date) -> Path:
    """A free name among the backups for what is replaced today."""
    return _free(folder / BACKUPS / f"{today.isoformat()}{_REPLACED}")


def _next(place: Path) -> Path:
    """The name after all of this day: the number of one that was let go would make the newest an old one."""
    numbers = [_order(each)[1] for each in _dated(place.parent.parent) if _order(each)[0] == place.name]
    return place.with_name(f"{place.name}-{max(numbers) + 1}") if numbers else _free(place)


def _free(place: Path) -> Path:
    if not place.exists():
        return place
    return next(other for n in count(2) if not (other := place.with_name(f"{place.name}-{n}")).exists())


def _dated(folder: Path) -> list[Path]:
    with safely.reading():
        return [place for place in (folder / BACKUPS).glob("*") if _NAME.match(place.name)]


def _order(place: Path) -> tuple[str, int]:
    found = _NAME.fullmatch(place.name.removeprefix(_COPY))
    return (found[1], int(found[2] or 1)) if found else ("", 0)


def day_in(place: Path) -> date | None:
    """The day of a backup that lies anywhere, by whatever name; None where that says none."""
    found = _NAME.search(place.name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def day_of(place: Path) -> date:
    """The day whose name a backup bears."""
    return date.fromisoformat(place.name[:10])
