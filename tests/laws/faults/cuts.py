"""Power that is cut: from what a job did to the disk, the disks are rebuilt that it can leave behind.

What was made sure of before the cut is there. Of the rest, any of the writes may have reached the disk, whole or in
sectors, in any order; of the changes of names, those up to some moment. A file is sure when it was synced after its
last write; a name when the folders it stands in were.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from faults.crew import Outcome
from faults.recorded import Event

SECTOR = 512
_NAMES = {"make", "rename", "remove", "mkdir"}


@dataclass
class Deed:
    """An event, the file it is done to (its number, for names change), and when it was sure."""

    event: Event
    file: int = 0
    sure: float = float("inf")


class Disk:
    """What stood there before, and all that was done since."""

    def __init__(self, before: Path, events: Sequence[Event]) -> None:
        self._before = before
        every = sorted(each for each in before.rglob("*") if not each.name.endswith("-shm"))
        self._names = {str(each.relative_to(before)): number for number, each in enumerate(every)}
        self._bytes = {self._names[str(each.relative_to(before))]: each for each in every if each.is_file()}
        self.deeds = list(self._deeds(events))

    def _deeds(self, events: Sequence[Event]) -> Iterator[Deed]:
        names, done, fresh = dict(self._names), list[Deed](), len(self._names)
        for moment, event in enumerate(events):
            if event.what == "sync":
                _make_sure(event.path, names.get(event.path), done, moment)
            deed = Deed(event, names.get(event.path, fresh))
            if event.what == "make" and event.path in names:
                deed.event = Event("nothing")
            fresh += deed.file == fresh
            _rename(names, deed)
            done.append(deed)
            yield deed

    def after(self, moment: int, place: Path, chance: random.Random) -> Outcome:
        """Build what a cut at this moment can leave, and say what had been said by then."""
        done = self.deeds[:moment]
        names, until = dict(self._names), chance.randrange(moment + 1)
        for number, deed in enumerate(done):
            if deed.sure < moment or number < until:
                _rename(names, deed)
        place.mkdir()
        for path, file in sorted(names.items()):
            self._put(place / path, file, [each for each in done if each.file == file], moment, chance)
        told = [json.loads(each.event.data) for each in done if each.event.what == "said"]
        return Outcome(told, killed=True)

    def _put(self, path: Path, file: int, deeds: Sequence[Deed], moment: int, chance: random.Random) -> None:
        if not path.parent.is_dir():
            return  # its folder went with the power
        if file not in self._bytes and not any(each.event.what == "make" for each in deeds):
            path.mkdir()
            return
        held = bytearray(self._bytes[file].read_bytes() if file in self._bytes else b"")
        for deed in deeds:
            _write(held, deed.event, None if deed.sure < moment else chance)
        path.write_bytes(held)


def _make_sure(path: str, file: int | None, done: Sequence[Deed], moment: int) -> None:
    """A file that is synced is sure in its bytes, a folder in its names."""
    for deed in done:
        name = deed.event.what in _NAMES
        if path == str(Path(deed.event.to or deed.event.path).parent) if name else deed.file == file:
            deed.sure = min(deed.sure, moment)


def _rename(names: dict[str, int], deed: Deed) -> None:
    event = deed.event
    if event.what in {"make", "mkdir"}:
        names.setdefault(event.path, deed.file)
    if event.what == "remove":
        names.pop(event.path, None)
    if event.what == "rename" and event.path in names:
        for path in [each for each in names if each == event.path or each.startswith(f"{event.path}/")]:
            names[event.to + path[len(event.path) :]] = names.pop(path)


def _write(held: bytearray, event: Event, chance: random.Random | None) -> None:
    """One write; where it is left to chance, all of it, some of its sectors, or nothing."""
    if event.what not in {"write", "cut"}:
        return
    kept = chance.choice(("all", "some", "nothing")) if chance else "all"
    if event.what == "cut":
        if kept != "nothing":
            _resize(held, event.at)
        return
    for start in range(0, len(event.data), SECTOR):
        if kept == "all" or (chance and kept == "some" and chance.random() < 0.5):
            piece = event.data[start : start + SECTOR]
            _resize(held, max(len(held), event.at + start + len(piece)))
            held[event.at + start : event.at + start + len(piece)] = piece


def _resize(held: bytearray, size: int) -> None:
    del held[size:]
    held.extend(bytes(size - len(held)))
