"""How a hub proves who it is, so that nobody between reads or answers in its place.

Context. PostgreSQL's client speaks in the open with whoever answers, where an address does not say otherwise.

Decision. That is left so for what is near. With any other host the server has to show a certificate for the name in
the address (`verify-full`), from an authority that the address names (`sslrootcert`), that the client was given
(`~/.postgresql/root.crt`), or that this machine trusts. Who writes another `sslmode` has decided so.
What lies behind the name of a service is not looked up here, so it is taken for far.
"""

from __future__ import annotations

import os
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from caregiver_desk.errors import HubInTheOpen, HubNotProved, Problem
from caregiver_desk.store.hosts import is_near

_GIVEN = Path("~/.postgresql/root.crt")
_TRUSTED = "system"


def asked(address: str) -> dict[str, str]:
    """What is asked of the server at this address beside what the address says."""
    told = {name: str(value) for name, value in conninfo_to_dict(address).items()}
    if "sslmode" in told or "PGSSLMODE" in os.environ or _all_near(told):
        return {}
    root = {} if "sslrootcert" in told or _GIVEN.expanduser().exists() else {"sslrootcert": _TRUSTED}
    return {"sslmode": "verify-full", **root}


def _all_near(told: dict[str, str]) -> bool:
    return not (told.get("service") or os.environ.get("PGSERVICE")) and all(map(_is_near, _hosts(told)))


def _hosts(told: dict[str, str]) -> list[str]:
    """None where it is a socket of this machine."""
    named = told.get("hostaddr") or told.get("host") or os.environ.get("PGHOSTADDR") or os.environ.get("PGHOST", "")
    return named.split(",") if named else []


def _is_near(host: str) -> bool:
    return host.startswith(("/", "@")) or is_near(host)


def refused(told: str) -> Problem | None:
    """What is wrong where the client broke off, which it says in words only."""
    if "does not support SSL" in told:
        return HubInTheOpen()
    if "certificate" in told or "SSL error" in told:
        return HubNotProved()
    return None
