"""Books that are read and never merged into: a district's, of very many visits, and the one of the rehearsal.

The rows of the district are put into the projections by the ledger's own statements, without a journal behind them:
what is measured with it is reading.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from bench import shelf
from bench.programme import Birth, Programme
from bench.shelf import BOOK, Stand
from caregiver_desk import clock
from caregiver_desk.acts import load
from caregiver_desk.records.record import KINDS, Kind
from caregiver_desk.store import questions, signing, statements
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.sync.opener import Opener

AT_ONCE = 20_000
A_CAREGIVER = 700  # visits, some years of them


def district(visits: int) -> Stand:
    """So many visits, and everybody and everything that comes with them."""
    return shelf.kept(f"district-{visits}", lambda place: _make_district(place, visits))


def rehearsal() -> Stand:
    """A supervisor's book after half a year, as the fictional programme tells it today."""
    return shelf.kept(f"rehearsal-{clock.today()}", _make_rehearsal)


def _make_district(place: Path, visits: int) -> None:
    load()
    shelf.begin(place, [])
    receiver = Stand(place).opened()
    births = _births(visits)
    while some := list(islice(births, AT_ONCE)):
        with receiver.writing() as cursor:
            for name in {birth.kind for birth in some}:
                _write(cursor, KINDS[name], [birth for birth in some if birth.kind == name])
    receiver.close()


def _write(cursor: Cursor, kind: Kind, births: list[Birth]) -> None:
    cursor.executemany(statements.new_row(kind), [_row(kind, each) for each in births])
    if kind.named:
        cursor.execute("SELECT coalesce(max(n), 0) FROM named")
        (last,) = cursor.fetchone() or (0,)
        cursor.executemany(
            statements.NEW_NAMED, [(n, each.record, kind.name) for n, each in enumerate(births, last + 1)]
        )
        words = [(-n, questions.call(kind, each.fields)) for n, each in enumerate(births, last + 1)]
        cursor.executemany(statements.INDEX_WORDS, words)


def _births(visits: int) -> Iterator[Birth]:
    programme, made = Programme(signing.public_key(os.urandom(32)), 3, most=max(12, visits // A_CAREGIVER)), 0
    while made < visits:
        for birth in programme.births():
            made += birth.kind == "visit"
            yield birth


def _row(kind: Kind, birth: Birth) -> tuple[Any, ...]:
    values: dict[str, Any] = {}
    for name, value in sorted(birth.fields.items()):
        field, _, element = name.partition("/")
        values[field] = ",".join(filter(None, (values.get(field), element))) if element else value
    return (birth.record, birth.scope, "{}", "", "", 0, *(values.get(name) for name in kind.fields))


def _make_rehearsal(place: Path) -> None:
    from caregiver_desk.trainer import programme

    opener = Opener()
    books = programme.demo(place / "told", opener)
    keys = books.north.vault.keys
    books.close()
    opener.close()
    shutil.move(place / "told" / "north", place / BOOK)
    shutil.rmtree(place / "told")
    shelf.keep_keys(place, keys)


def person_of(receiver: Book) -> str:
    """Somebody of whom there is much to tell."""
    (engaged,) = questions.listing(receiver, "engagement", {"role": "caregiver"}, limit=1)
    return str(engaged["person"])
