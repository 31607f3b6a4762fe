"""Where the tables of a book lie: in a file on this laptop, or in a hub that several open at once.

Decision. Whoever asks or writes (`Book`) knows one ground, and not which. What a ground's own errors mean is told here
once (`means`), so that no statement, value or address of a database leaves the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from caregiver_desk.errors import Broken, NotUnderstood, Problem
from caregiver_desk.wording import say

Meaning = Callable[[BaseException], Problem]


class Ear(Protocol):
    """Hears which kinds others touched."""

    def fileno(self) -> int:
        """What becomes readable when there is something to hear."""

    def heard(self) -> frozenset[str]:
        """The kinds that others touched since it was last asked."""

    def close(self) -> None:
        """Listen no longer."""


class Ground(Protocol):
    """What a book stands on."""

    @property
    def engine(self) -> Engine:
        """Connections for whoever writes; each begins a transaction in which nobody else writes."""

    @property
    def shared(self) -> bool:
        """Whether others write here while this book is open."""

    def version(self) -> int:
        """The version of the tables; 0 where there are none."""

    def is_newer(self, known: int) -> bool:
        """Whether a newer program made the tables than one that knows this version of a file.

        It is asked before anything else, and changes no byte.
        """

    def reading(self) -> AbstractContextManager[DBAPICursor]:
        """A cursor over one unchanging view of what is kept."""

    def alone(self) -> AbstractContextManager[None]:
        """While it holds, nobody else decides anything here: what was looked at is so when it is written."""

    def ear(self) -> Ear | None:
        """What hears others write; nothing where nobody else does."""

    def bring_home(self) -> None:
        """Leave nothing of what was saved anywhere but in its place."""

    def faults(self) -> list[str]:
        """Codes of what is wrong with the ground itself: nothing, if all is well."""


def door(dialect: str, connect: Callable[[], object], begin: Callable[[Connection], None], **settings: Any) -> Engine:
    """SQLAlchemy's door to a ground: connections are made by us, and the one used last is used next."""
    engine = create_engine(
        dialect,
        creator=connect,
        poolclass=QueuePool,
        pool_size=3,
        max_overflow=2,
        pool_use_lifo=True,
        hide_parameters=True,
        **settings,
    )
    event.listen(engine, "begin", begin)
    return engine


_MEANINGS: dict[type[BaseException], Meaning] = {}


def means(error: type[BaseException], meaning: Meaning) -> None:
    """What the errors of one ground mean in our words."""
    _MEANINGS[error] = meaning


@contextmanager
def translated() -> Iterator[None]:
    """Say in our words what the database says. No statement, value or path leaves the store."""
    try:
        yield
    except OverflowError:  # a number that no column holds
        raise NotUnderstood(field=say("Number"), reason=say("it is too great")) from None
    except UnicodeEncodeError:  # bytes of a command line that are no text
        raise NotUnderstood(field=say("Words"), reason=say("they hold signs that are no letters")) from None
    except Exception as error:
        if isinstance(error, (SQLAlchemyError, *_MEANINGS)):
            raise _meaning(error) from None
        raise


def _meaning(error: BaseException) -> Problem:
    told = error.orig if isinstance(error, DBAPIError) and error.orig else error
    for kind, meaning in _MEANINGS.items():
        if isinstance(told, kind):
            return meaning(told)
    return Broken(where=type(told).__name__)
