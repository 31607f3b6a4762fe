"""The worlds of the model once more, through real encrypted books and real sealed bundles.

Both players carry out one script. After every step the books concerned hold the same lines and say the same as the
model's, and remember who is heard as they would read it afresh; in the end all do, and the rows of every book are what
a replay of its journal says.
`LAWS_REAL_WORLDS=300` plays more of them; a failing one is named by its seed.

Where a book was copied unnoticed, two go by one laptop id, and what is sent to the one was told by the other. Then the
model sends line by line, and the program from the first line that is lacking; so these worlds are judged by their end.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import small_worlds
from books import Book
from line import Reads
from oracle_player import OraclePlayer, in_order, label_of
from real_player import NO_HUB, RealPlayer
from worlds import Scribe, Step, World, play

from caregiver_desk.store import checking
from caregiver_desk.sync.opener import Opener

WORLDS = int(os.environ.get("LAWS_REAL_WORLDS", "4"))
FIRST = int(os.environ.get("LAWS_FIRST_WORLD", "1"))
LESSONS = (122,)  # worlds that once told the model and the books apart


def told(book: Book) -> dict[str, Any]:
    """What a book of the model shows its owner, of the scopes of which it holds anything."""
    known = frozenset(line.stream.scope for line in book.lines.values() if line.stream.scope)
    hidden = frozenset[str]().union(*(book.imports[number] for number in book.aside))
    rows = book.look(Reads(book.reads.audiences, known), hidden).state()
    return {label_of(record): _in_labels(rows[record]) for record in in_order(rows)}


def _in_labels(row: dict[str, Any]) -> dict[str, Any]:
    home = {"home": label_of(row["home"])} if "home" in row else {}
    return {**row, **home, "findings": sorted(row["findings"])}


def concerned(step: Step, player: OraclePlayer) -> Iterator[str]:
    names = {step.what.get(role) for role in ("laptop", "receiver", "second", "label")}
    yield from (label for label in player.books if label in names)


def unnoticed(world: World) -> bool:
    return any(step.verb == "copy" for step in world.steps)


def without_copies(world: World) -> World:
    return replace(world, steps=tuple(step for step in world.steps if step.verb != "copy"))


def complaints(label: str, model: OraclePlayer, real: RealPlayer) -> Iterator[str]:
    if model.held(label) != real.held(label):
        yield f"{label} does not hold the same lines"
    if real.heard(label) != real.heard_afresh(label):
        yield f"{label} remembers another hearing than it reads"
    expected = told(model.books[label])
    found = {record: {**row, "findings": sorted(row["findings"])} for record, row in real.state(label).items()}
    if expected != found:
        yield f"{label} says {found} where the model says {expected}"


def trouble(world: World, folder: Path, opener: Opener, hubs: Mapping[str, str] = NO_HUB) -> Iterator[str]:
    model, real = OraclePlayer(world), RealPlayer(world, folder, opener, hubs)
    try:
        for step, _ in zip(play(world, model), play(world, real), strict=True):
            for label in concerned(step, model):
                yield from (f"{step}: {what}" for what in complaints(label, model, real))
        for label, book in real.books.items():
            yield from complaints(label, model, real)
            with real.program(label):
                yield from (f"{label}: {what}" for what in checking.check(book))
    finally:
        for book in real.books.values():
            book.vault.close()


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("seed", sorted({*LESSONS, *range(FIRST, FIRST + WORLDS)}))
def test_real_books_say_what_the_model_says(seed: int, home: Path, opener: Opener):
    found = next(trouble(without_copies(Scribe(seed).world()), home, opener), None)

    assert found is None, f"world {seed}: {found}"


def disagreements(world: World, folder: Path, opener: Opener) -> Iterator[str]:
    """Of books whose laptop id is nobody else's, once everything has travelled."""
    real = RealPlayer(world, folder, opener)
    try:
        for _ in play(world, real):
            pass
        ids = Counter(book.laptop for book in real.books.values())
        known = [label for label, book in real.books.items() if ids[book.laptop] == 1]
        for one, other in combinations(known, 2):
            if read_by_both(real, one, other) != read_by_both(real, other, one):
                yield f"{one} and {other} do not hold the same lines"
        for label in known:
            with real.program(label):
                yield from (f"{label}: {what}" for what in checking.check(real.books[label]))
    finally:
        for book in real.books.values():
            book.vault.close()


def read_by_both(real: RealPlayer, label: str, other: str) -> set[str]:
    return {
        tag
        for stream, _, tag, _ in real.journal(label)
        if real.may_read(label, stream) and real.may_read(other, stream)
    }


@pytest.mark.parametrize("seed", [seed for seed in range(FIRST, FIRST + WORLDS) if unnoticed(Scribe(seed).world())])
def test_where_a_book_was_copied_unnoticed_all_agree_once_that_is_known(seed: int, home: Path, opener: Opener):
    found = next(disagreements(Scribe(seed).world(), home, opener), None)

    assert found is None, f"world {seed}: {found}"


SMALLEST = {name: told for name, told in vars(small_worlds).items() if isinstance(told, World)}


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("name", SMALLEST)
def test_real_books_say_what_the_model_says_in_the_smallest_worlds(name: str, home: Path, opener: Opener):
    assert next(trouble(SMALLEST[name], home, opener), None) is None
