"""What protects the book, taken away in one child, so that a fault there must be found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO
from unittest.mock import patch

from sqlalchemy.engine.default import DefaultDialect

from caregiver_desk.settings import BOOK, KEYS
from caregiver_desk.store import cipher, restoring, safely
from caregiver_desk.store.book import Book


@contextmanager
def _each_statement_for_itself() -> Iterator[None]:
    with patch.object(cipher, "_begin", lambda _: None):
        yield


@contextmanager
def _said_before_it_is_done() -> Iterator[None]:
    with patch.object(DefaultDialect, "do_commit", lambda *_: None):
        yield


@contextmanager
def _written_in_place() -> Iterator[None]:
    def place(path: Path, stream: BinaryIO) -> None:
        with path.open("wb", buffering=0) as file:
            for piece in iter(lambda: stream.read(1000), b""):
                file.write(piece)

    with patch.object(safely, "_place", place):
        yield


@contextmanager
def _never_synced() -> Iterator[None]:
    pragmas = tuple(each for each in cipher._PRAGMAS if not each.startswith("synchronous"))
    with patch.object(cipher, "_PRAGMAS", (*pragmas, "synchronous = OFF")):
        yield


@contextmanager
def _never_finished() -> Iterator[None]:
    with patch.object(restoring, "finish", lambda *_: None):
        yield


@contextmanager
def _one_file_after_the_other() -> Iterator[None]:
    def exchange(folder: Path, incoming: Path, *_: object, **__: object) -> None:
        for name in (KEYS, BOOK):
            safely.move(incoming / name, folder / name)

    with patch.object(restoring, "exchange", exchange):
        yield


@contextmanager
def _marked_at_the_end_only() -> Iterator[None]:
    seal = Book.seal

    def when_sure(book: Book, *, sure: bool = True) -> None:
        if sure:
            seal(book)

    with patch.object(Book, "seal", when_sure):
        yield


CONTROLS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "nothing": nullcontext,
    "transactions": _each_statement_for_itself,
    "commits": _said_before_it_is_done,
    "temporary names": _written_in_place,
    "syncing": _never_synced,
    "finishing": _never_finished,
    "one exchange": _one_file_after_the_other,
    "marks": _marked_at_the_end_only,
}
