"""Where things are kept on this machine.

Books and state stand apart on purpose. A book may be copied or brought back from a backup; the state of this machine
must not travel with it, for it is how a copy is noticed. One variable, `CAREGIVER_DESK_HOME`, moves both: to a stick
that carries the whole desk, or to a folder that a test throws away.

Several people may share a laptop. Their folders have random names; each book has a *sign*, a plain word that its owner
chose. It stands in the clear in the key file, so that she finds her book before it is open, and it tells nothing else.
The colours, letters and language that were worn last are remembered beside the books: who needs large letters needs
them to type her passphrase. So are the site's numbers to ring in danger: kind and number of offices, and no name.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

NAME = "Caregiver Desk"  # in every language
HOME = "CAREGIVER_DESK_HOME"
BOOK, KEYS = "book.db", "keys.json"
LONGEST_SIGN = 24
IDLE_MINUTES = 5.0  # after which the desk locks by itself, unless its owner chose otherwise
SMALLEST, LARGEST = 90, 200  # size of letters in per cent
_APP = "caregiver-desk"
_SIGN = re.compile(rf"[^\W_][\w-]{{0,{LONGEST_SIGN - 1}}}")
_HUB = re.compile(r"postgres(?:ql)?://", re.IGNORECASE)
_LARGEST = 16_384  # bytes of a key file
_WORN, _RUNG = "look.json", "numbers.json"
_MOST_RUNG = 12


class Look(NamedTuple):
    """How the desk looks and speaks.

    Colours by their name (empty: as the laptop has them), size of letters in per cent, a language by its tag (empty:
    English).
    """

    colours: str = ""
    letters: int = 100
    language: str = ""


class Shelved(NamedTuple):
    """A book on this machine: its folder, and its sign if it has one."""

    folder: Path
    sign: str = ""


def books_folder() -> Path:
    """Where books are kept, unless a path says otherwise."""
    return _home("data") / "books"


def books() -> list[Shelved]:
    """The books on this machine, by their signs. One whose key file cannot be read has none."""
    folders = {path.parent for name in (BOOK, KEYS) for path in books_folder().glob(f"*/{name}")}
    made = (shelved(folder) for folder in folders if not folder.name.startswith("."))  # else it is only being made
    return sorted(made, key=lambda book: (book.sign.casefold(), book.folder))


def shelved(folder: Path) -> Shelved:
    """The book in this folder, with the sign that its key file gives it."""
    try:
        with (folder / KEYS).open("rb") as file:
            told = json.loads(file.read(_LARGEST + 1))
    except (OSError, ValueError, RecursionError):
        return Shelved(folder)
    sign = told.get("sign") if isinstance(told, dict) else None
    return Shelved(folder, sign) if isinstance(sign, str) and is_sign(sign) else Shelved(folder)


def is_sign(word: str) -> bool:
    """Whether this is one plain word: letters, figures and hyphens, and not too many of them."""
    return _SIGN.fullmatch(word) is not None


def is_hub(words: str) -> bool:
    """Whether this is the address of a hub, and not a folder or a sign."""
    return _HUB.match(words) is not None


def words_folder() -> Path:
    """Where the words of languages are kept that somebody brought in on this machine."""
    return _home("data") / "wording"


def state_folder() -> Path:
    """Where this machine keeps what it remembers of books, outside all of them."""
    return _home("state") / "state"


def last_look() -> Look:
    """What was worn last on this machine; the usual look where nothing readable says so."""
    try:
        with (state_folder() / _WORN).open("rb") as file:
            told = json.loads(file.read(_LARGEST))
        letters = min(LARGEST, max(SMALLEST, int(told["letters"])))
        return Look(str(told["colours"]), letters, str(told.get("language", "")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return Look()


def note_look(look: Look) -> None:
    """Remember it for the unlock window."""
    remember(_WORN, look._asdict())


def last_numbers() -> list[tuple[str, str]]:
    """Whom to ring, as (kind, number), as far as anything readable says so."""
    try:
        with (state_folder() / _RUNG).open("rb") as file:
            told = json.loads(file.read(_LARGEST))
        return [(str(kind), str(number)) for kind, number in told][:_MOST_RUNG]
    except (OSError, ValueError, TypeError, RecursionError):
        return []


def note_numbers(told: Iterable[tuple[str, str]]) -> None:
    """Remember them for the unlock window: offices and their numbers, and no name."""
    remember(_RUNG, [*told][:_MOST_RUNG])


def remember(name: str, told: object) -> None:
    """Keep this beside the books, for this account alone. That it cannot be remembered harms nothing."""
    place = state_folder() / name
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = place.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(told), encoding="utf-8")
        fresh.replace(place)


def _home(what: Literal["data", "state"]) -> Path:
    if home := os.environ.get(HOME):
        return Path(home)
    import platformdirs

    kept = {"data": platformdirs.user_data_path, "state": platformdirs.user_state_path}
    return kept[what](_APP, appauthor=False)
