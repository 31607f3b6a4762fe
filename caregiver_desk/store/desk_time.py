"""How many minutes a book lay open at the desk, month by month: for its owner's eyes, in no bundle and no figure.

Context. Paper can eat the time that is meant for people. Only the two beside each other show it, and whoever watches
others by the minute loses what they would have said.

Decision. It is counted of the owner's own book alone, kept in it and never in the journal, so nothing can travel. A
month says how many minutes, and neither which ones nor what was done in them; months that are past a year are let go.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from caregiver_desk.store import notes
from caregiver_desk.store.book import Book

_NAME = "minutes at the desk"
KEPT = 12  # months


def add(book: Book, day: date, minutes: int) -> None:
    with book.writing() as cursor:
        told = dict(_read(cursor))
        month = _month(day)
        told[month] = told.get(month, 0) + minutes
        kept = dict(sorted(told.items())[-KEPT:])
        notes.OWN.write(cursor, _NAME, json.dumps(kept))


def of_month(book: Book, day: date) -> int:
    with book.reading() as cursor:
        return _read(cursor).get(_month(day), 0)


def _read(cursor: Any) -> Mapping[str, int]:
    return dict(json.loads(notes.OWN.read(cursor, _NAME) or "{}"))


def _month(day: date) -> str:
    return day.isoformat()[:7]
