"""An open book: its vault, whose it is, and what its statements say about who may be heard.

One `Book` is used by one lane of work at a time. What it remembers (streams, standing) is read from the store when
first asked for, and forgotten whenever a transaction fails, so that memory never says more than the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, Transaction
from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

from caregiver_desk import clock
from caregiver_desk.errors import BookDamaged, BookNewer, CannotRead, CannotWrite, DiskFull
from caregiver_desk.records.journal import Stream
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import (
    access,
    backups,
    mark,
    notes,
    organisation,
    projections,
    schema,
    statements,
    streams,
    turns,
    watch,
)
from caregiver_desk.store.access import What
from caregiver_desk.store.hearing import Hearing, hear
from caregiver_desk.store.vault import Vault, translated

__all__ = ["Book", "Cursor", "begin", "follows_declarations", "resume", "speak_with"]


@dataclass
class Book:
    """A person's open book. `site` is the scope of her site, `author` the record that her lines name as hers."""

    vault: Vault
    id: str
    key: str
    laptop: str
    author: str
    site: str
    role: str
    fictional: bool
    lost: int = 0  # lines that were in it on this machine and are not any more
    looks: set[tuple[str, str, date]] = field(default_factory=set, repr=False)  # that were noted since it was unlocked
    follows: bool = field(default=False, repr=False)  # its rows were made as this program makes them, and stay so
    _streams: dict[Stream, int] = field(default_factory=dict, repr=False)
    _hearing: Hearing | None = field(default=None, repr=False)
    _heard: int = field(default=0, repr=False)
    _missed: bool = field(default=False, repr=False)  # something came in that it has not heard yet
    _alone: bool = field(default=False, repr=False)
    _shown: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _trial: Connection | None = field(default=None, repr=False)

    @property
    def person(self) -> str:
        """Her own record as it is shown: somebody may have found that she was entered twice."""
        return self.shown(self.author)

    @property
    def shared(self) -> bool:
        """Whether it stands in a hub, where others write as well."""
        return self.vault.ground.shared

    @property
    def on_trial(self) -> bool:
        """Whether what is written now is taken back: nothing outside the book may say otherwise."""
        return self._trial is not None

    @contextmanager
    def trying(self) -> Iterator[None]:
        """Whatever is written inside is seen inside, and taken back at the end."""
        laptop = self.laptop
        with translated(), self.vault.engine.connect() as connection, connection.begin() as transaction:
            self._heed_others(connection.connection.cursor())
            self._trial = connection
            try:
                yield
            finally:
                self._trial, self.laptop = None, laptop
                self.forget()
                transaction.rollback()

    @contextmanager
    def as_shown(self, record: str, lines: frozenset[str]) -> Iterator[None]:
        """While it holds, what is written about a record is in place of what somebody was shown, and of nothing else.

        `lines` are the tags that were current then: what came meanwhile, hers does not replace.
        """
        self._shown[record] = lines
        try:
            yield
        finally:
            del self._shown[record]

    def had_before_her(self, record: str) -> frozenset[str] | None:
        """The lines of a record that the writer was shown; nothing where she writes as it stands now."""
        return self._shown.get(record)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While it holds, nobody else decides anything in this book: what an act looked at is so when it writes."""
        if self._alone or self.on_trial:
            yield
            return
        with translated(), self.vault.ground.alone():
            self._alone = True
            try:
                yield
            finally:
                self._alone = False

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """A cursor over one unchanging view of the book."""
        if self._trial is not None:
            yield self._trial.connection.cursor()
            return
        with translated(), self.vault.ground.reading() as cursor:
            self._heed_others(cursor)
            yield cursor

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[Cursor]:
        """A cursor whose work is kept wholly or not at all; with `keep` false it is only tried, and taken back."""
        with self.changing(keep=keep) as connection:
            yield connection.connection.cursor()

    @contextmanager
    def changing(self, *, keep: bool = True) -> Iterator[Connection]:
        """The same with the connection itself, for who makes tables."""
        laptop = self.laptop
        try:
            with translated(), self._transaction() as (connection, transaction):
                yield connection
                if not keep:
                    transaction.rollback()
                    self.laptop = laptop
                    self.forget()
        except BaseException:
            self.laptop = laptop
            self.forget()
            raise

    @contextmanager
    def _transaction(self) -> Iterator[tuple[Connection, Transaction]]:
        """One of its own; on trial, a part of the trial."""
        if self._trial is not None:
            with self._trial.begin_nested() as part:
                yield self._trial, part
            return
        with self.vault.engine.connect() as connection, connection.begin() as transaction:
            cursor = connection.connection.cursor()
            self._heed_others(cursor)
            yield connection, transaction
            if self.shared and transaction.is_active:
                self._heard = turns.heard(cursor)  # what it changed itself it knows

    def _heed_others(self, cursor: Cursor) -> None:
        """Where others write as well: who is heard is remembered only until one of them changed that.

        Raises BookNewer where one of them went on with a newer program.
        """
        if not self.shared:
            return
        heard = turns.heard(cursor)
        if heard != self._heard:
            self._missed = True
            if self.follows and projections.moved_on(cursor):
                raise BookNewer
        self._heard = heard

    def forget(self) -> None:
        """Read everything from the store again when next asked."""
        self._streams.clear()
        self._hearing = None

    def stream_number(self, cursor: Cursor, stream: Stream) -> int:
        if stream not in self._streams:
            self._streams[stream] = streams.number_of(cursor, stream)
        if self._hearing is not None:
            self._hearing.streams[self._streams[stream]] = stream
        return self._streams[stream]

    def new_branch(self, cursor: Cursor, stream: Stream) -> int:
        """A row for lines of a stream that lead on from others than those here (see placing)."""
        s = streams.new_branch(cursor, stream)
        self.hearing(cursor).streams[s] = stream
        return s

    def hearing(self, cursor: Cursor) -> Hearing:
        """What decides which lines count, by the statements held now."""
        if self._hearing is None or self._missed:
            before, self._hearing = self._hearing, None  # where it fails, all is read afresh
            self._hearing, self._missed = hear(cursor, self.own_coordinators(cursor), before), False
        return self._hearing

    def hear_again(self, cursor: Cursor) -> Hearing:
        """The same after more came in."""
        self._missed = True
        return self.hearing(cursor)

    def own_coordinators(self, cursor: Cursor) -> frozenset[str]:
        """The keys of coordinators who need nobody's word: this book's own, and in a hub those of all who run it."""
        if self.shared:
            return turns.coordinators(cursor)
        return frozenset({self.key} if self.role == Role.COORDINATOR else ())

    def shown(self, record: str) -> str:
        """The record under which this one is shown: itself, but where it was joined with another."""
        if self._hearing is not None and not self._missed:
            return self._hearing.joined.shown(record)
        with self.reading() as cursor:
            return self.hearing(cursor).joined.shown(record)

    def height(self, cursor: Cursor) -> int:
        """How much the journal has taken in, its own lines and others': it only grows, and the mark remembers it."""
        cursor.execute("SELECT coalesce(max(n), 0) FROM line")
        return int(cursor.fetchone()[0])  # type: ignore[index]

    def close(self) -> None:
        """Remember the time, note that it is locked, seal the mark, checkpoint, and let go of the key.

        Where a hub went on with a newer program, nothing more is noted there.
        """
        if self.vault.lock.closed:
            return
        try:
            with suppress(BookNewer):
                watch.remember(self)
                access.note(self, What.LOCKED)
                self.seal()
        finally:
            self.vault.close()

    def seal(self, *, sure: bool = True) -> None:
        """Remember outside the book how far it has come, so that an older copy, or a lost log, is noticed.

        What was saved is saved also where this cannot be remembered; it is tried again each time.
        """
        if self.on_trial:
            return
        with self.reading() as cursor:
            height = self.height(cursor)
        with suppress(CannotRead, CannotWrite, DiskFull):
            mark.write(self.laptop, height, sure=sure)


def begin(vault: Vault, *, key: str, role: str, fictional: bool = False) -> Book:
    """Make the tables of a new book for the holder of `key`, who founds a site of her own.

    Who comes into a hub that is there already becomes one of its site.
    """
    with translated(), vault.engine.begin() as connection:
        schema.migrate(connection)
        cursor = connection.connection.cursor()
        there = turns.site(cursor) if vault.ground.shared else ""
        site = there or clock.new_scope(key)
        book = Book(vault, clock.new_salt(), key, clock.new_laptop(key), clock.new_record(site), site, role, fictional)
        _write_about(cursor, book)
        if vault.ground.shared:
            turns.enter(cursor, key=key, role=role, site=site)
        if there:
            projections.claim_if_other(connection)
        else:
            projections.make(connection)
    return book


def resume(vault: Vault) -> Book:
    """The book in an opened vault. A copied or restored one goes on under a new laptop id: numbers never fork."""
    if vault.keeps_backups and vault.version() < schema.newest():
        backups.back_up_before_update(vault, clock.today())
    with translated(), vault.engine.begin() as connection:
        schema.migrate(connection)
        cursor = connection.connection.cursor()
        cursor.execute("SELECT name, value FROM about")
        about = dict(cursor.fetchall())
        if "id" not in about:  # the making of it was cut off
            raise BookDamaged
        book = Book(
            vault,
            about["id"],
            about["key"],
            about["laptop"],
            about["person"],
            about["site"],
            about["role"],
            about["fictional"] == "1",
        )
        height = book.height(cursor)
        book.lost = mark.lost(book.laptop, height)
        if mark.moved(book.laptop, height):
            renew(cursor, book)
            access.enter(book, cursor, What.WENT_BACK)
    return book


def renew(cursor: Cursor, book: Book) -> None:
    """Go on under a new laptop id and the same key: numbers that were already given are never given again."""
    book.laptop = clock.new_laptop(book.key)
    _write_about(cursor, book)
    book.forget()


def speak_with(book: Book, key: str) -> None:
    """Go on with another key, under a laptop id that fits it; what was written with the old one stays."""
    book.key = key
    with book.writing() as cursor:
        organisation.forget_certificates(cursor)
        renew(cursor, book)


def follows_declarations(book: Book) -> bool:
    """Whether its rows were made by the declarations of this program."""
    with book.reading() as cursor:
        book.follows = projections.follow(cursor)
    return book.follows


def _write_about(cursor: Cursor, book: Book) -> None:
    told = {
        "id": book.id,
        "key": book.key,
        "laptop": book.laptop,
        "person": book.author,
        "site": book.site,
        "role": book.role,
        "fictional": str(int(book.fictional)),
    }
    cursor.executemany(notes.OWN.writing, list(told.items()))
    cursor.execute(statements.NEW_LAPTOP, (book.laptop, book.key))
