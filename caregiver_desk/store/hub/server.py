"""A hub: the tables of one book on a PostgreSQL server, opened by many at once.

Decision. Whoever writes takes turns (`turns`): a transaction that writes holds the lock of a table from its first word
to its last. So lines come one after the other, as in a file, and no update can be lost; reading goes on beside it, each
reader in an unchanging view, and who may only read cannot take that lock. An act looks before it writes, so it holds a
second one meanwhile: what somebody else settled a moment ago is seen, and said. What a book remembers is read on when
somebody else changed who is heard, which the tables count themselves. What takes long (opening, verifying and decoding
a bundle) is done before the turn; only who looks at bundles before taking them in opens them in one, since each is
looked at as if those before it had been taken in.

Nobody waits for ever: whose turn does not come is told that the hub is busy, and who keeps a turn and says nothing, for
a laptop that fell asleep or was cut off, loses it with all that was begun.

Consequences. Writing does not grow with the number of writers; `bench hub` says how much one turn carries. A connection
that broke is thrown away, and what it had begun with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import psycopg
from sqlalchemy import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from caregiver_desk.errors import HubChanging
from caregiver_desk.store import turns
from caregiver_desk.store.ground import door, translated
from caregiver_desk.store.hub import founding, tables, tls, trouble
from caregiver_desk.store.hub.listening import Ear
from caregiver_desk.store.hub.speech import HubCursor, speak

_PATIENCE = 10  # seconds in which a server has to answer, and a table to be there for who reads
_QUEUE = 300  # seconds in which one’s turn has to come: a large bundle takes one of minutes
_SILENCE = 180  # seconds after which a turn is lost in which nothing is said: a bundle may take two minutes to open
_DECIDING = 900  # the same for who decides: all is said on another connection, as long as a merge takes
_READS = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_ALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}  # both sides notice a cut cable


@dataclass(frozen=True)
class Hub:
    """The hub at an address, as one installation stands in it."""

    address: str
    place: str  # the schema of its own
    engine: Engine
    shared: bool = True

    def version(self) -> int:
        with self._looked() as cursor:
            return founding.version(cursor)

    def is_newer(self, known: int) -> bool:  # noqa: ARG002 - what a file has come to is nothing to a hub
        with self._looked() as cursor:
            return founding.is_newer(cursor)

    @contextmanager
    def _looked(self) -> Iterator[DBAPICursor]:
        with translated(), closing(self.engine.raw_connection()) as pooled, closing(pooled.cursor()) as cursor:
            yield cursor

    @contextmanager
    def reading(self) -> Iterator[DBAPICursor]:
        with self._begun(_READS) as cursor:
            yield cursor

    @contextmanager
    def _begun(self, words: str) -> Iterator[DBAPICursor]:
        """A transaction on a connection that is thrown away where it breaks."""
        with closing(self.engine.raw_connection()) as pooled:
            try:
                with closing(pooled.cursor()) as cursor:
                    cursor.execute(words)
                    yield cursor
            except psycopg.OperationalError:
                pooled.invalidate()
                raise
            try:
                pooled.rollback()
            except psycopg.Error:  # the server ended it before us
                pooled.invalidate()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """It waits for whoever came first, and lets go whatever happens: with the connection, if it breaks."""
        with self._begun(_queued(_DECIDING)) as cursor:
            with _in_time():
                cursor.execute(turns.DECIDING)
            yield

    def ear(self) -> Ear:
        with translated():
            return Ear(_connect(self.address, self.place), self.place)

    def bring_home(self) -> None:
        """It is at home: the server keeps it."""

    def faults(self) -> list[str]:
        """What is wrong with a server is looked for by those who run it."""
        return []


def stand_in(address: str, name: str) -> Hub:
    """The hub at this address (`postgresql://…`), for the installation of this name."""
    place = f"desk_{name}"
    engine = door("postgresql+psycopg://", lambda: _connect(address, place), _take_turn, _initialize=False)
    return Hub(address, place, engine)


def _connect(address: str, place: str) -> psycopg.Connection[tuple[object, ...]]:
    """Transactions are begun by the store's own words, as in a file."""
    connection = psycopg.connect(
        address,
        autocommit=True,
        cursor_factory=HubCursor,
        connect_timeout=_PATIENCE,
        application_name="caregiver-desk",
        **{**_ALIVE, **tls.asked(address)},  # type: ignore[arg-type]
    )
    speak(connection)
    connection.execute("SELECT set_config(?, ?, FALSE)", (turns.PLACE, place))
    connection.execute(tables.OWN_FIRST.format("FALSE"))
    connection.execute(f"SET lock_timeout = '{_PATIENCE}s'; SET tcp_user_timeout = '60s'")
    for name, value in _ALIVE.items():
        connection.execute(f"SET tcp_{name} = {value}")
    return connection


def _queued(silence: int) -> str:
    """The words that begin a transaction which waits for others, and for which others wait."""
    return f"BEGIN; SET LOCAL lock_timeout = '{_QUEUE}s'; SET LOCAL idle_in_transaction_session_timeout = '{silence}s'"


@contextmanager
def _in_time() -> Iterator[None]:
    try:
        yield
    except psycopg.errors.LockNotAvailable:
        raise trouble.busy() from None


def _take_turn(connection: Connection) -> None:
    cursor = connection.connection.cursor()
    mine = turns.MINE if _is_open(cursor) else turns.FOUNDING
    cursor.execute(_queued(_SILENCE))
    with _in_time():
        cursor.execute(mine)


def _is_open(cursor: DBAPICursor) -> bool:
    """No where there is nothing yet that could be locked. Raises HubChanging."""
    try:
        cursor.execute(turns.OPEN)
    except psycopg.errors.LockNotAvailable:
        raise HubChanging from None
    except psycopg.errors.UndefinedTable:
        cursor.execute("ROLLBACK")
        return False
    return True
