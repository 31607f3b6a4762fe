"""Writing visits into a spreadsheet, against the bare writer of the standard library and the same rows.

The rows are put into the projections as they are for the lists: what is measured is reading from the encrypted store
and writing. The bare writer is given ready rows in memory, guards nothing, and waits for no disk.
"""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench import shelf
from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio, spending
from bench.lists import fill
from bench.programme import Programme
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.reports.tables.asked import Asked
from caregiver_desk.reports.tables.rows import tables
from caregiver_desk.reports.tables.taking_out import take_out
from caregiver_desk.store import signing
from caregiver_desk.store.book import Book

TEXT, WORKBOOK = 8.0, 60.0  # times the bare writer


def figures(scale: Scale) -> Iterator[Figure]:
    rows = scale.listed[0]
    book = shelf.mixed(0, scale.coming).fresh()
    try:
        fill(book, Programme(signing.public_key(os.urandom(32)), 3), rows)
        with tempfile.TemporaryDirectory() as place:
            yield from _written(book, Path(place), scale.times, rows)
    finally:
        shelf.let_go(book)


def _written(book: Book, place: Path, times: int, rows: int) -> Iterator[Figure]:
    asked = Asked((KINDS["visit"],))
    (table,) = tables(book, asked)
    ready: list[list[object]] = [list(row) for row in table.rows]
    runs = {
        "bare": partial(_bare, place / "bare.csv", ready),
        "csv": partial(_ours, book, asked, place / "ours.csv"),
        "xlsx": partial(_ours, book, asked, place / "ours.xlsx"),
    }
    taken = in_turns(times, runs)
    for name, floor in (("csv", TEXT), ("xlsx", WORKBOOK)):
        ratio = middle_ratio(taken[name], taken["bare"])
        seconds = min(taken[name])
        yield Figure(f"{rows:,} visits as {name}, to a bare writer", ratio, "×", floor, note=f"{seconds:.1f} s")


def _bare(path: Path, rows: list[list[object]]) -> float:
    with spending() as spent, path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return spent.cpu


def _ours(book: Book, asked: Asked, path: Path) -> float:
    path.unlink(missing_ok=True)
    with spending() as spent:
        take_out(book, asked, path)
    return spent.cpu
