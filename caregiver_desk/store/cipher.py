"""SQLCipher under SQLAlchemy: how one encrypted file is opened, and what its errors mean.

Context. The URL dialect for SQLCipher sets an empty key of its own, and its pool keeps one connection a thread. By
default the binding leaves half a failed migration behind. A write-ahead log with `synchronous=NORMAL` lost saved rows
in more than half of the simulated power cuts; with FULL none, in 1,704.

Decision. Connections are made here and handed to SQLAlchemy. The key is raw, so opening takes a fraction of a
millisecond; transactions begin with our own BEGIN IMMEDIATE, or BEGIN for readers; the log is synchronous=FULL. The
connection used last is used next, since its pages are already decrypted. Statements cannot attach another file, and
`mode=rw` makes a missing file an error and never an empty book.

Memory is not wiped at every release (`cipher_memory_security`): measured on 100,000 rows in one transaction that made
saving nine times slower, and locking the desk replaces the whole process, which wipes all of it. SQLCipher clears its
own keys in any case.

A full disk has no room for the index of the log. Then one connection takes the book for itself and needs none: all can
be read and carried elsewhere, and a write is refused as on any full disk.

Consequences. Maintenance that attaches inside (VACUUM) needs a connection of its own. After an error that the disk may
have caused, connections are thrown away: what they remember of the file cannot be trusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPICursor

from caregiver_desk.errors import BookDamaged, Broken, CannotWrite, DiskFull, Problem
from caregiver_desk.store.ground import door, means, translated
from caregiver_desk.wording import later, say

# The binding hands these four types to slow adapters of its own; adapters that say the same double the bulk speed.
sqlcipher.register_adapter(bytes, bytearray)
sqlcipher.register_adapter(memoryview, bytearray)
sqlcipher.register_adapter(bool, int)
sqlcipher.register_adapter(type(None), {}.get)  # the quickest function that gives None for None

_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "cache_size = -64000",  # 64 MB: lists then cost what they cost without encryption
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
)
_PATIENCE = 10  # seconds that one connection waits for another
_CODE = 0xFF  # the lower byte of an SQLite error is its family
_DISK_FAULTS = {sqlcipher.SQLITE_IOERR, sqlcipher.SQLITE_READONLY, sqlcipher.SQLITE_CANTOPEN}
_NO_ROOM = {sqlcipher.SQLITE_IOERR, sqlcipher.SQLITE_CANTOPEN, sqlcipher.SQLITE_FULL}
_DAMAGE = {sqlcipher.SQLITE_CORRUPT, sqlcipher.SQLITE_NOTADB}
_FAMILY_BY_WORDS = {  # the backup call gives its errors no code
    "database or disk is full": sqlcipher.SQLITE_FULL,
    "disk I/O error": sqlcipher.SQLITE_IOERR,
    "unable to open database file": sqlcipher.SQLITE_CANTOPEN,
    "attempt to write a readonly database": sqlcipher.SQLITE_READONLY,
    "database disk image is malformed": sqlcipher.SQLITE_CORRUPT,
}
_ATTACHING = {sqlcipher.SQLITE_ATTACH, sqlcipher.SQLITE_DETACH}
_FAULT = later("the drive refuses it")
_PREPARED = 1024  # questions that a connection need not be told anew what they mean: some for each kind of record
_HELD = later("the drive or another program holds it")


def engine_for(path: Path, key: bytes) -> Engine:
    """SQLAlchemy's door to the encrypted file at `path`."""
    engine = door("sqlite://", lambda: connect(path, key), _begin, module=sqlcipher)
    event.listen(engine, "handle_error", _distrust)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[DBAPICursor]:
    """A cursor over one unchanging view of what is kept.

    Everything that is shown is asked for so, thousands of times for a page: it takes a connection of the pool and no
    transaction of SQLAlchemy's, which costs six times as much as the question.
    """
    with closing(engine.raw_connection()) as pooled:
        try:
            with closing(pooled.cursor()) as cursor:
                cursor.execute("BEGIN")
                yield cursor
        except sqlcipher.Error as error:
            if _is_of_the_file(error):
                pooled.invalidate()
            raise


@dataclass(frozen=True)
class EncryptedFile:
    """The ground of a book of one's own."""

    path: Path
    key: bytes = field(repr=False)
    engine: Engine = field(repr=False)
    shared: bool = False

    def version(self) -> int:
        with translated(), closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA user_version")
            (found,) = cursor.fetchone() or (0,)
            return int(found)

    def is_newer(self, known: int) -> bool:
        return version(self.path, self.key) > known

    def reading(self) -> AbstractContextManager[DBAPICursor]:
        return reading(self.engine)

    def alone(self) -> AbstractContextManager[None]:
        return nullcontext()  # a book that is open is nobody else's

    def ear(self) -> None:
        """Nobody else writes here."""

    def bring_home(self) -> None:
        """Write what stands in the log into the file, and leave nothing in the log."""
        with translated(), closing(self.engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def faults(self) -> list[str]:
        wrong = {
            "structure": self._found("quick_check") != [("ok",)],
            "pages": self._found("cipher_integrity_check") != [],
        }
        return [code for code, found in wrong.items() if found]

    def _found(self, pragma: str) -> list[tuple[str, ...]] | None:
        try:
            with translated(), closing(self.engine.raw_connection()) as connection:
                cursor = connection.cursor()
                cursor.execute(f"PRAGMA {pragma}")
                return [tuple(row) for row in cursor.fetchall()]
        except BookDamaged:
            return None


def file_at(path: Path, key: bytes) -> EncryptedFile:
    return EncryptedFile(path, key, engine_for(path, key))


def connect(path: Path, key: bytes) -> sqlcipher.Connection:
    """One connection, ready for work. A key that does not fit is noticed here."""
    connection = unlock(path, key)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        _use_log(connection)
        connection.set_authorizer(_forbid_attaching)
    except BaseException:
        connection.close()
        raise
    return connection


def unlock(path: Path, key: bytes, *, mode: str = "mode=rw") -> sqlcipher.Connection:
    """A bare connection that has read the first page, and changed nothing."""
    try:
        return _unlocked(path, key, mode)
    except sqlcipher.Error as error:
        if _family(error) not in _NO_ROOM:
            raise
    return _unlocked(path, key, "mode=rw", "PRAGMA locking_mode = EXCLUSIVE")


def _unlocked(path: Path, key: bytes, mode: str, *before: str) -> sqlcipher.Connection:
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        check_same_thread=False,
        cached_statements=_PREPARED,
        timeout=_PATIENCE,
        isolation_level=None,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in before:
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_master")
    except BaseException:
        connection.close()
        raise
    return connection


def version(path: Path, key: bytes) -> int:
    """The version of the tables inside, read without changing a byte of the file or its log."""
    with translated(), closing(unlock(path, key, mode=untouched(path))) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def untouched(path: Path) -> str:
    """The mode in which a file is read without changing a byte of it or its log."""
    return "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "immutable=1"


def _meaning(error: BaseException) -> Problem:
    family = _family(error)
    if family == sqlcipher.SQLITE_FULL:
        return DiskFull()
    if family in _DISK_FAULTS:
        return CannotWrite(reason=say(_FAULT))
    if family == sqlcipher.SQLITE_BUSY:  # a full or slow drive may hold what the book writes for longer than it waits
        return CannotWrite(reason=say(_HELD))
    if family in _DAMAGE:
        return BookDamaged()
    return Broken(where=getattr(error, "sqlite_errorname", type(error).__name__))


means(sqlcipher.Error, _meaning)


def _family(error: BaseException) -> int:
    code = getattr(error, "sqlite_errorcode", None)
    return _FAMILY_BY_WORDS.get(str(error), 0) if code is None else int(code) & _CODE


def _use_log(connection: sqlcipher.Connection) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        raise CannotWrite(reason=say(_FAULT))


def _forbid_attaching(action: int, *_: str | None) -> int:
    return int(sqlcipher.SQLITE_DENY if action in _ATTACHING else sqlcipher.SQLITE_OK)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _distrust(context: ExceptionContext) -> None:
    context.is_disconnect = context.is_disconnect or _is_of_the_file(context.original_exception)


def _is_of_the_file(error: BaseException) -> bool:
    """Whether this connection may not be trusted with the file any more."""
    return _family(error) in {sqlcipher.SQLITE_FULL, *_DISK_FAULTS, *_DAMAGE}
