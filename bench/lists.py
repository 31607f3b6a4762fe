"""A keystroke in the search for names, and a page of a list, in books with very many rows.

The rows are put into the projections by the ledger's own statements, without a journal behind them: what is measured is
reading. As many household members are named as there are visits.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from random import Random
from statistics import median
from typing import Any

from bench import shelf
from bench.figures import Figure, Scale
from bench.gauge import percentile, spending
from bench.programme import Programme
from caregiver_desk import clock
from caregiver_desk.records.record import KINDS
from caregiver_desk.store import questions, signing, statements
from caregiver_desk.store.book import Book

KEYSTROKE, PAGE = 4.0, 8.0
TRIES = 300
AT_ONCE = 20_000


def figures(scale: Scale) -> Iterator[Figure]:
    for rows in scale.listed:
        receiver = shelf.mixed(0, scale.coming).fresh()
        programme = Programme(signing.public_key(os.urandom(32)), 3)
        try:
            fill(receiver, programme, rows)
            yield from _typed(receiver, programme, rows)
            yield from _paged(receiver, programme.random, rows)
        finally:
            shelf.let_go(receiver)


def fill(receiver: Book, programme: Programme, rows: int) -> None:
    visit, member = KINDS["visit"], KINDS["member"]
    caregivers = [clock.new_record(programme.site) for _ in range(max(12, rows // 700))]
    numbers = iter(range(1, rows + 1))
    while some := list(islice(numbers, AT_ONCE)):
        visits, members, named, words = [], [], [], []
        for number in some:
            name = programme.words(2).title()
            values = {"caregiver": programme.one(*caregivers), "day": programme.day(), "outcome": "done"}
            visits.append(row(visit.fields, clock.new_record("s"), values))
            members.append(row(member.fields, clock.new_record("s"), {"first_name": name}))
            named.append((number, members[-1][0], "member"))
            words.append((-number, name))
        with receiver.writing() as cursor:
            cursor.executemany(statements.new_row(visit), visits)
            cursor.executemany(statements.new_row(member), members)
            cursor.executemany(statements.NEW_NAMED, named)
            cursor.executemany(statements.INDEX_WORDS, words)


def row(fields: Any, record: str, values: dict[str, str]) -> tuple[Any, ...]:
    return (record, "s", "{}", "", "", 0, *(values.get(name) for name in fields))


def _typed(receiver: Book, programme: Programme, rows: int) -> Iterator[Figure]:
    typed = [word[:length] for word in programme.words(TRIES // 4).split() for length in range(1, len(word) + 1)]
    times = [_milliseconds(partial(questions.find, receiver, word)) for word in typed]
    yield _figure(f"a keystroke among {rows:,} names", times, KEYSTROKE)


def _paged(receiver: Book, random: Random, rows: int) -> Iterator[Figure]:
    some = questions.listing(receiver, "visit", limit=1)[0]
    starts = [(f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}", some.id) for _ in range(TRIES)]
    first = _milliseconds(lambda: questions.listing(receiver, "visit"))
    times = [_milliseconds(partial(questions.listing, receiver, "visit", before=at)) for at in starts]
    whose = {"caregiver": some["caregiver"]}
    hers = [_milliseconds(lambda: questions.listing(receiver, "visit", whose)) for _ in range(TRIES)]
    yield _figure(f"a page of {rows:,} visits", times, PAGE, f"; first {first:.1f}")
    yield _figure(f"one caregiver's visits among {rows:,}", hers, PAGE)


def _figure(what: str, times: list[float], floor: float, more: str = "") -> Figure:
    return Figure(what, percentile(times, 0.99), "ms p99", floor, note=f"middle {median(times):.2f}{more}")


def _milliseconds(ask: Callable[[], object]) -> float:
    with spending() as spent:
        ask()
    return spent.cpu * 1000
