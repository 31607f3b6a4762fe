"""The test's end of the forge."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from faults.meddle import Fault, recording
from faults.place import Place

ROOT = Path(__file__).parents[3]


class Outcome(NamedTuple):
    """What a child said, and whether it was killed."""

    said: list[dict[str, Any]]
    killed: bool

    @property
    def steps(self) -> list[str]:
        return [each["step"] for each in self.said if each["what"] == "done"]

    def first(self, what: str) -> dict[str, Any]:
        """What it said of this sort; nothing if it said nothing."""
        return next((each for each in self.said if each["what"] == what), {})


class Crew:
    """A forge, and copies of one prepared place that come and go."""

    def __init__(self, folder: Path) -> None:
        paths = os.pathsep.join([str(ROOT), str(ROOT / "tests" / "laws")])
        environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
        self._forge = subprocess.Popen(
            [sys.executable, "-m", "faults.forge"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self.folder, self._number, self.place = folder, 0, Place(folder / "prepared")
        self._ask("prepare", self.place)
        with self.copy() as place:
            self.holds = not self.work(place, "reopen", **recording()).first("not held")

    def _ask(self, do: str, place: Place, **given: Any) -> Any:
        assert self._forge.stdin
        assert self._forge.stdout
        self._forge.stdin.write(json.dumps({"do": do, "place": str(place.root), **given}).encode() + b"\n")
        self._forge.stdin.flush()
        answer = self._forge.stdout.readline()
        assert answer, "the forge fell silent: its reason stands above"
        return json.loads(answer)

    @contextmanager
    def copy(self, of: Place | None = None) -> Iterator[Place]:
        self._number += 1
        copy = (of or self.place).copied(self.folder / str(self._number))
        yield copy
        shutil.rmtree(copy.root)

    def work(self, place: Place, job: str, meets: Fault | None = None, **given: Any) -> Outcome:
        return Outcome(**self._ask("work", place, job=job, **(meets.asked() if meets else {}), **given))

    def look(self, place: Place, job: str, *, without: str = "nothing") -> Outcome:
        """What stands there, as the program finds it with which this job is done."""
        return Outcome(**self._ask("look", place, job=job, without=without))

    def rehearse(self, job: str) -> list[list[str]]:
        """What the book says before this job and after each of its steps."""
        with self.copy() as place:
            return list(self._ask("rehearse", place, job=job))

    def close(self) -> None:
        self._forge.communicate()
