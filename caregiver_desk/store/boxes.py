"""Boxes into which answers without a name are put: outside the journal, in no order, sealed until they are opened.

Context. A line has an author, a time and a number. Even a table keeps rows about in the order in which they came, and
whoever owns a book can read all of it, at any hour: also the one whose work is being judged.

Decision. A box is one value of the book, written whole each time, its sheets shuffled. Each sheet is sealed for a key
that was made for this box; the secret half lies beside it under a word that is known to somebody of the group and not
to the owner of the book (who seals and opens is in `acts/fairness/surveys.py`; here is only what is kept). So neither
the owner, nor a dump, nor a backup made meanwhile can tell what one person answered, nor who came first. All sheets
are of one length.

A box is opened once. What is told of six and what is told of seven would together tell of one, and the word is known
once it was said: so no backup holds a box, and none is left in a book that a backup took the place of (see `backups`
and `restoring`).

Consequences. If the word is forgotten, or a backup is brought back, the box is gone; the survey is held again. How many
sheets lie in it can be counted, as with any box. Nothing of it is undone, travels, or stands in the access log. Whoever
copies the whole folder with another program has copied the box too, and nothing here can know of it.
"""

from __future__ import annotations

import random

import msgspec

from caregiver_desk.store import notes
from caregiver_desk.store.backups import BOXES
from caregiver_desk.store.book import Book, Cursor

_shuffle = random.SystemRandom().shuffle


class Box(msgspec.Struct, frozen=True):
    """A box that stands open to be put into: for which survey and team, its public key, its secret under a word."""

    id: str
    sort: str
    version: str
    team: str
    begun: str
    recipient: str
    secret: str
    sheets: tuple[str, ...] = ()


def every(book: Book) -> list[Box]:
    """The boxes that were not opened yet, the oldest first."""
    with book.reading() as cursor:
        return sorted(_read(cursor).values(), key=lambda each: each.begun)


def find(book: Book, box: str) -> Box | None:
    with book.reading() as cursor:
        return _read(cursor).get(box)


def set_up(book: Book, box: Box) -> None:
    with book.writing() as cursor:
        _write(cursor, _read(cursor) | {box.id: box})


def put_in(book: Book, box: str, sheet: str) -> None:
    """One sheet more, somewhere among the others."""
    with book.writing() as cursor:
        boxes = _read(cursor)
        sheets = [*boxes[box].sheets, sheet]
        _shuffle(sheets)
        _write(cursor, boxes | {box: msgspec.structs.replace(boxes[box], sheets=tuple(sheets))})


def burn(book: Book, box: str) -> None:
    """Nothing of it stays."""
    with book.writing() as cursor:
        _write(cursor, {name: each for name, each in _read(cursor).items() if name != box})


def _read(cursor: Cursor) -> dict[str, Box]:
    return msgspec.json.decode(notes.OWN.read(cursor, BOXES) or "{}", type=dict[str, Box])


def _write(cursor: Cursor, boxes: dict[str, Box]) -> None:
    notes.OWN.write(cursor, BOXES, msgspec.json.encode(boxes).decode())
