"""Hearing at once what others changed in a hub.

Each save says into the hub which kinds it touched, and nothing else: no record, no name. Whoever has an ear there hears
it when the save is sure, and never hears itself. What is said while an ear is away is not kept for it, so who listens
again asks for everything anew.
"""

from __future__ import annotations

import json

import psycopg

from caregiver_desk.store.ground import translated
from caregiver_desk.store.turns import CHANNEL


class Ear:
    """A connection that only listens. It belongs to one thread."""

    def __init__(self, connection: psycopg.Connection[tuple[object, ...]], place: str) -> None:
        self._connection, self._place = connection, place
        connection.execute(f"LISTEN {CHANNEL}")

    def fileno(self) -> int:
        """What becomes readable when something was said."""
        return self._connection.fileno()

    def heard(self) -> frozenset[str]:
        """The kinds that others touched since it was last asked. It waits for nothing. Raises HubAway."""
        with translated():
            said = [json.loads(each.payload) for each in self._connection.notifies(timeout=0)]
        return frozenset(kind for each in said if each["by"] != self._place for kind in each["kinds"])

    def close(self) -> None:
        self._connection.close()
