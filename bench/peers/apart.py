"""Peers that run in an environment of their own: each makes what another instance sends, and takes it in.

A peer's program stands in the folder beside this file that bears its name. It is called with `make` and with `take`,
reads the records from `records.json` in the place it is given, and answers with one line of JSON.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.peers import environments
from bench.peers.environments import PROGRAMS, LeftOut
from bench.peers.records import Table

Taking = Callable[[], float]


def taking(name: str, tables: list[Table], place: Path) -> Taking:
    """What lets this peer take the records into an empty instance, and says how long that took. Raises LeftOut."""
    before, after = COMMANDS[name]()
    place.mkdir()
    (place / "records.json").write_text(json.dumps([table._asdict() for table in tables]))
    wanted = sum(len(table.rows) for table in tables)

    def do(verb: str) -> dict[str, Any]:
        told = _told(name, [*before, verb, str(place), *after])
        if told["records"] != wanted:
            raise LeftOut(f"{name} is left out: it took {told['records']:,} of {wanted:,} records.")
        return told

    do("make")
    return lambda: float(do("take")["seconds"])


def _told(name: str, command: list[str]) -> dict[str, Any]:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        said = ended.stderr.strip().splitlines() or ["nothing"]
        raise LeftOut(f"{name} is left out: it stopped and said: {said[-1][:200]}")
    return dict(json.loads(ended.stdout))


def _python(peer: str, *after: str) -> tuple[list[str], list[str]]:
    return [str(environments.python(peer)), "-I", str(PROGRAMS / peer / "main.py")], list(after)


def _node(peer: str) -> tuple[list[str], list[str]]:
    return ["node", str(PROGRAMS / peer / "main.js")], [str(environments.node(peer))]


COMMANDS = {
    "morango": lambda: _python("morango"),
    "pouchdb": lambda: _node("pouchdb"),
    "loro": lambda: _python("crdt", "loro"),
    "pycrdt": lambda: _python("crdt", "pycrdt"),
}
