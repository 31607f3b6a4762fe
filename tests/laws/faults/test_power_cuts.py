"""The power is cut at any moment of what a person does: the disk keeps what it was made sure of, and little else."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from faults import FULL
from faults.crew import Crew
from faults.cuts import Disk
from faults.place import Place
from faults.recorded import events, recording
from faults.verdict import wrong

JOBS = (
    "save",
    "bring in",
    "export",
    "back up",
    "back up elsewhere",
    "restore",
    "passphrase",
    "rekey",
    "update",
    "erase",
)
CUTS, CONTROLS = (1000, 1000) if FULL else (5, 30)


@pytest.fixture
def chance() -> random.Random:
    """Another one in every run; said, so that a run can be had again."""
    seed = random.randrange(10**6)  # noqa: S311
    print(f"seed {seed}")  # noqa: T201
    return random.Random(seed)  # noqa: S311


def disk_of(crew: Crew, job: str, without: str = "nothing") -> Disk:
    if not crew.holds:
        pytest.skip("no process may hold another here, so nobody can write down what it does to the disk")
    before, log = crew.folder / "before", crew.folder / "recorded"
    shutil.rmtree(before, ignore_errors=True)
    with crew.copy() as place:
        crew.work(place, job, **recording(), log=str(log), keep=str(before), without=without)
        return Disk(before, events(log, place.root))


def found_by(crew: Crew, job: str, disk: Disk, cuts: int, chance: random.Random) -> Counter[str]:
    """What was wrong after as many cuts, at any moments."""
    told, found = crew.rehearse(job), Counter[str]()
    for _ in range(cuts):
        place = Place(crew.folder / "rebuilt")
        done = disk.after(chance.randrange(len(disk.deeds) + 1), place.root, chance)
        found.update(wrong(told, done, crew.look(place, job)))
        shutil.rmtree(place.root)
    return found


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("job", JOBS)
def test_a_power_cut_loses_nothing_that_was_saved_and_leaves_nothing_half_done(
    crew: Crew, chance: random.Random, job: str
):
    assert found_by(crew, job, disk_of(crew, job), CUTS, chance) == {}


@pytest.mark.in_turns(2)
@pytest.mark.parametrize(("job", "without"), [("save", "syncing"), ("export", "temporary names")])
def test_what_is_not_made_sure_of_is_lost_in_power_cuts(crew: Crew, chance: random.Random, job: str, without: str):
    assert found_by(crew, job, disk_of(crew, job, without), CONTROLS, chance)


def test_a_disk_is_rebuilt_as_it_was_written_where_the_power_stays(crew: Crew, tmp_path: Path):
    disk = disk_of(crew, "bring in")
    for deed in disk.deeds:
        deed.sure = 0
    disk.after(len(disk.deeds), tmp_path / "whole", random.Random(0))  # noqa: S311
    assert crew.look(Place(tmp_path / "whole"), "bring in").first("looked")["told"] == crew.rehearse("bring in")[-1]
