"""What a job did to the disk, read from what strace wrote down: each write with its bytes, each `fsync`, each name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_OF_NAMES = {
    "openat": "make", "rename": "rename", "mkdir": "mkdir", "unlink": "remove", "unlinkat": "remove", "rmdir": "remove",
}  # fmt: skip
_OF_BYTES = {"write": "write", "pwrite64": "write", "ftruncate": "cut", "fsync": "sync", "fdatasync": "sync"}
CALLS = ",".join([*_OF_NAMES, *_OF_BYTES, "lseek", "sendto"])
_LAST = re.compile(r", (\d+)$")
_CALL = re.compile(r"(\w+)\((.*)\) += (\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"(\w+)<((?:\\x[0-9a-f]{2})+)>(?!\(deleted)")


class Event(NamedTuple):
    """One thing that was done: to the bytes of a file, to names, or a word that was said. Paths are below the place."""

    what: str
    path: str = ""
    to: str = ""
    at: int = 0
    data: bytes = b""


def recording() -> dict[str, list[str]]:
    """What a forge is asked for, so that all of this is written down."""
    return {"fault": ["-e", f"trace={CALLS}", "-xx", "-y", "-s", "10000000"]}


def events(log: Path, root: Path) -> list[Event]:
    """What was done below this folder and what was said, in order."""
    places: dict[str, int] = {}
    found = filter(None, map(_CALL.match, log.read_text().splitlines()))
    told = (event for each in found for event in _events(each[1], each[2], int(each[3]), places))
    return [each for event in told for each in _below(event, root)]


def _below(event: Event, root: Path) -> Iterator[Event]:
    if event.what == "said":
        yield event
    elif event.path.startswith(f"{root}/"):
        yield event._replace(path=event.path[len(str(root)) + 1 :], to=event.to[len(str(root)) + 1 :])


def _events(call: str, told: str, result: int, places: dict[str, int]) -> Iterator[Event]:
    """What one call did. `places` is how far each open file has been written."""
    texts = [_plain(each) for each in _TEXT.findall(told)]
    opened = _FILE.match(told)
    number, path = (opened[1], _plain(opened[2]).decode()) if opened else ("", "")
    last = int(found[1]) if (found := _LAST.search(told)) else 0
    if call == "sendto":
        yield Event("said", data=texts[0])
    elif call in _OF_NAMES:
        names = [str(Path(path) / each.decode()) for each in texts]
        if call != "openat" or "O_CREAT" in told:
            yield Event(_OF_NAMES[call], *names)
    elif call in _OF_BYTES:
        at = places.get(number, 0) if call == "write" else last
        yield Event(_OF_BYTES[call], path, at=at, data=texts[0] if texts else b"")
    _move(call, number, result, places)


def _move(call: str, number: str, result: int, places: dict[str, int]) -> None:
    """Where the next write of this file will go."""
    if call == "openat":
        places[str(result)] = 0
    if call == "lseek":
        places[number] = result
    if call == "write":
        places[number] = places.get(number, 0) + result


def _plain(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))
