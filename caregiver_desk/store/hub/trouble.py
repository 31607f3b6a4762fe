"""What the errors of a server mean in our words.

Decision. They are told by their numbers, which every language has. Where no connection came about there is none: what
the server answered is told by its words then, and in another language than English it counts as no answer.
"""

from __future__ import annotations

from collections.abc import Callable

import psycopg

from caregiver_desk.errors import Broken, CannotWrite, DiskFull, HubAway, HubChanging, HubRefused, Problem
from caregiver_desk.store.ground import means
from caregiver_desk.store.hub import tls
from caregiver_desk.wording import say


def busy() -> Problem:
    return CannotWrite(reason=say("the hub is busy"))


_MEANT: tuple[tuple[tuple[str, ...], Callable[[], Problem]], ...] = (
    (("53300",), busy),  # too many are connected
    (("53", "54"), DiskFull),
    (("42501", "28"), HubRefused),
    (("08", "57", "25P03"), HubAway),  # the last: it was silent too long
    (("55P03",), HubChanging),  # a table was not to be had in time
    (("40", "55"), busy),
)


_NOT_LET_IN = ("authentication failed", "does not exist", "no pg_hba.conf entry", "not permitted to log in", "password")
_FULL = ("too many c", "connection slots")  # too many clients already, too many connections for a role


def _at_the_door(told: str) -> Problem:
    """What is wrong where no connection came about: that has no number, so it is told by the server's words."""
    answered = "FATAL:" in told
    if answered and any(words in told for words in _FULL):
        return busy()
    if (answered and any(words in told for words in _NOT_LET_IN)) or "no password supplied" in told:
        return HubRefused()
    return HubAway()


def _meaning(error: BaseException) -> Problem:
    state = getattr(error, "sqlstate", None) or ""
    known = next((meant for states, meant in _MEANT if state.startswith(states)), None)
    if known is not None:
        return known()
    if isinstance(error, psycopg.OperationalError):
        return tls.refused(str(error)) or _at_the_door(str(error))
    return Broken(where=state or type(error).__name__)


means(psycopg.Error, _meaning)
