"""A rehearsal: the fictional programme told once, and again as it was told whenever somebody asks.

Context. Twenty learners click whatever they like, type their own story, let weeks go by, lose a stick. Ten minutes
later the next twenty sit down.

Decision. The programme is told into three books, which are closed and kept as they are. What somebody sits at is a
copy, opened with the keys that stand nowhere but in this process. Reset throws the copy away and makes another, with
the day on which it began: whatever was typed in is gone, from the disk as well. Days go by on the program's own clock,
which nothing else on the machine hears of, and only forward.

Consequences. Reset costs the copying of some megabytes. The keys go with the process, so a copy that a power cut leaves
behind can be read by nobody.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.acts import opening
from caregiver_desk.errors import Broken
from caregiver_desk.store import mark, safely, upkeep, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import Keys
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer import languages, names
from caregiver_desk.trainer.calendar import LAST
from caregiver_desk.trainer.programme import SEED, Heard, demo, nobody
from caregiver_desk.trainer.story import LAPTOPS, Books


@dataclass(frozen=True)
class _Kept:
    """One book as it was told: its keys, and how far it had come."""

    keys: Keys
    laptop: str
    height: int


@dataclass(frozen=True)
class _Told:
    """The programme as it was told: where it is kept, and what opens it."""

    folder: Path
    week: int
    books: dict[str, _Kept]


@dataclass
class Rehearsal:
    """The programme, `seed` deciding what the dice decide, in a folder that is thrown away afterwards."""

    place: Path
    opener: Opener
    weeks: int = LAST  # whose visits and talks are told
    seed: int = SEED
    days: int = field(default=0, init=False)  # that went by since it was told
    books: Books | None = field(default=None, init=False)
    _told: _Told | None = field(default=None, init=False)
    _folders: int = field(default=0, init=False)
    _called: int = field(default_factory=names.worn, init=False)  # the names that were worn before
    _heard: str = field(default_factory=languages.heard, init=False)  # the language that was heard before

    @property
    def week(self) -> int:
        """Of the story, in which it began."""
        return self._told.week if self._told else 0

    def tell(self, week: int = LAST, heard: Heard = nobody) -> Books:
        """Tell the programme up to this week, and sit down at it. Who stops it has what there was before."""
        folder = self._folder("told")
        clock.shift(timedelta(0))  # the story ends today, whatever day it is in this rehearsal
        try:
            told = _tell(folder, self, week, heard)
            books = self._sit_down(told)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            clock.shift(timedelta(self.days))
            raise
        if self._told:
            _forget(self._told)
        self._told = told
        return books

    def reset(self) -> Books:
        """As it was told, on the day on which it was told. Whatever was written since is gone."""
        if not self._told:
            raise Broken(where="no rehearsal")
        return self._sit_down(self._told)

    def _sit_down(self, told: _Told) -> Books:
        """At copies of the books that were told. What cannot be copied leaves whoever sits here where they sat."""
        here = self._folder("here")
        try:
            books = _copied(here, told)
        except BaseException:
            shutil.rmtree(here, ignore_errors=True)
            raise
        self.get_up()
        self.books = books
        for other in self.place.glob("here-*"):
            if other != here:
                shutil.rmtree(other, ignore_errors=True)
        return books

    def _folder(self, name: str) -> Path:
        self._folders += 1
        return self.place / f"{name}-{self._folders}"

    def rename(self, heard: Heard = nobody) -> Books:
        """Tell the same anew with everybody called otherwise. Who stops it has what there was before."""
        before = names.worn()
        names.wear(before + 1)
        try:
            return self.tell(self.week, heard)
        except BaseException:
            names.wear(before)
            raise

    def step(self, days: int) -> None:
        """Let so many days go by, for every book of this rehearsal and for nothing else."""
        self.days += days
        clock.shift(timedelta(self.days))

    def laptop(self, name: str) -> Book:
        """The book on the laptop of the north, the south or the coordinator. Raises Broken where nobody sits at it."""
        if not self.books:
            raise Broken(where="no rehearsal")
        return self.books.of(name)

    def close(self) -> None:
        """Close the books, if any are open. Nothing of it is left: no day, name or language, no mark of a laptop."""
        try:
            self.get_up()
        finally:
            names.wear(self._called)
            languages.hear(self._heard)
            if self._told:
                _forget(self._told)
                self._told = None

    def get_up(self) -> None:
        """The books are closed, and the program's clock says again what the machine's does."""
        books, self.books, self.days = self.books, None, 0
        clock.shift(timedelta(0))
        if books:
            books.close()


def _tell(folder: Path, rehearsal: Rehearsal, week: int, heard: Heard) -> _Told:
    books = demo(folder, rehearsal.opener, week=week, weeks=rehearsal.weeks, seed=rehearsal.seed, heard=heard)
    try:
        return _Told(folder, week, {name: _keep(book) for name, book in zip(LAPTOPS, books.each(), strict=True)})
    finally:
        books.close()


def _keep(book: Book) -> _Kept:
    """As it was told a moment ago, so nobody who sits down at a copy has to look first whether it is whole."""
    upkeep.note_check(book, clock.today())
    with book.reading() as cursor:
        return _Kept(book.vault.keys, book.laptop, book.height(cursor))


def _copied(here: Path, told: _Told) -> Books:
    """Copies of the books that were told, open."""
    with safely.writing():
        for name in told.books:
            shutil.copytree(told.folder / name, here / name)
    with ExitStack() as opened:
        books = {name: opened.enter_context(closing(_open(here / name, each))) for name, each in told.books.items()}
        opened.pop_all()
    return Books(**books)


def _forget(told: _Told) -> None:
    """A telling that is over, and what this machine remembers of its laptops."""
    shutil.rmtree(told.folder, ignore_errors=True)
    for each in told.books.values():
        mark.forget(each.laptop)


def _open(folder: Path, kept: _Kept) -> Book:
    """This machine takes it for the book that was told, and not for one that went back."""
    mark.write(kept.laptop, kept.height, sure=False)
    return opening.resume(vault.reopen(folder, kept.keys))
