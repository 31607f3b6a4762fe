"""Files that are damaged while the desk is closed: noticed and said, or without harm; what is offered then helps."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from faults import FULL
from faults.crew import Crew
from faults.meddle import Fault
from faults.place import HERS, Place

LOG = "book.db-wal"
DAMAGES = 2000 if FULL else 30
Damage = Callable[[Path, random.Random], None]


def flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def blank(path: Path, chance: random.Random) -> None:
    """A run of bytes that a drive gives back as noughts."""
    data = bytearray(path.read_bytes())
    start = chance.randrange(len(data))
    data[start : start + 4096] = bytes(len(data[start : start + 4096]))
    path.write_bytes(data)


def cut(path: Path, chance: random.Random) -> None:
    with path.open("r+b") as file:
        file.truncate(chance.randrange(path.stat().st_size))


def remove(path: Path, _: random.Random) -> None:
    path.unlink()


HOW: Sequence[Damage] = (flip, flip, blank, cut, remove)


def killed(crew: Crew, without: str = "nothing") -> Place:
    """The same place after a kill, as the last save was to be said: it stands in the log alone."""
    place = crew.place.copied(crew.folder / f"killed without {without}")
    assert crew.work(place, "save", Fault("KILL", "sendto", 3), without=without).killed
    assert (place.folder(HERS) / "book.db-wal").stat().st_size
    return place


def told(crew: Crew, whole: Place) -> list[str]:
    with crew.copy(whole) as place:
        return list(crew.look(place, "reopen").first("looked")["told"])


def files(place: Path) -> list[Path]:
    return sorted(each for each in place.rglob("*") if each.is_file() and each.stat().st_size)


def harm(crew: Crew, whole: Place, before: list[str], wanted: Sequence[str], chance: random.Random) -> str:
    """Damage one file, and say what is wrong then; nothing where it was noticed or does no harm."""
    with crew.copy(whole) as place:
        path = chance.choice([each for each in files(place.root) if _meant(each, place, wanted)])
        how = chance.choice(HOW)
        how(path, chance)
        named = f"{how.__name__} {path.relative_to(place.root)}"
        seen = crew.look(place, "reopen")
        looked = seen.first("looked")
        if looked.get("told") == before:
            return ""
        if not looked and not seen.first("problem"):
            return f"{named}: {seen.said}"
        if looked and not (looked["found"] or looked["lost"]):
            return f"{named}: nobody noticed"
        return _not_mended(crew, place, named)


def _meant(path: Path, place: Place, wanted: Sequence[str]) -> bool:
    inside = path.is_relative_to(place.folder(HERS)) or path.is_relative_to(place.home / "state")
    return inside and (not wanted or path.name in wanted)


def _not_mended(crew: Crew, place: Place, named: str) -> str:
    """Bring the newest backup back, as she is told to."""
    told = crew.rehearse("restore")[-1]
    done, seen = crew.work(place, "restore"), crew.look(place, "reopen")
    return "" if seen.first("looked").get("told") == told else f"{named}: not mended: {done.said} {seen.said}"


def seeded() -> random.Random:
    seed = random.randrange(10**6)  # noqa: S311
    print(f"seed {seed}")  # noqa: T201
    return random.Random(seed)  # noqa: S311


def test_no_damage_to_a_closed_book_makes_it_smaller_without_a_word_and_a_backup_mends_it(crew: Crew):
    chance, before = seeded(), told(crew, crew.place)
    found = [harm(crew, crew.place, before, (), chance) for _ in range(DAMAGES)]
    assert [each for each in found if each] == []


@pytest.mark.parametrize("wanted", [(), (LOG,)], ids=["any file", "the log"])
def test_no_damage_after_a_kill_makes_a_book_smaller_without_a_word(crew: Crew, wanted: Sequence[str]):
    if not crew.holds:
        pytest.skip("no process may hold another here, so none can be killed at this very moment")
    chance, whole = seeded(), killed(crew)
    before = told(crew, whole)
    found = [harm(crew, whole, before, wanted, chance) for _ in range(DAMAGES // 5)]
    shutil.rmtree(whole.root)
    assert [each for each in found if each] == []


# --- what these would not notice, or could not: so they do look


def test_without_a_mark_of_each_save_a_lost_log_is_not_noticed(crew: Crew):
    if not crew.holds:
        pytest.skip("no process may hold another here, so none can be killed at this very moment")
    whole = killed(crew, without="marks")
    found = [harm(crew, whole, told(crew, whole), (LOG,), random.Random(each)) for each in range(6)]  # noqa: S311
    assert any("nobody noticed" in each for each in found)


def test_records_that_went_back_are_noticed_unless_the_mark_of_this_machine_is_gone(crew: Crew):
    """Who puts an earlier copy in place by hand, and takes the mark away too, has gone back in time."""
    for gone, noticed in ((False, True), (True, False)):
        with crew.copy() as place:
            (earlier,) = (place.folder(HERS) / "backups").glob("*/book.db")
            shutil.copy(earlier, place.folder(HERS) / "book.db")
            if gone:
                shutil.rmtree(place.home / "state")
            assert bool(crew.look(place, "reopen").first("looked")["lost"]) is noticed
