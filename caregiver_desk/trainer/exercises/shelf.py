"""The exercises there are: those that are shipped, and a site's own from a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.trainer.exercises.text import Exercise, read
from caregiver_desk.wording import RESOURCES

SHIPPED = RESOURCES / "trainer" / "exercises"
OWN = "own/"


def shipped() -> list[Exercise]:
    """Ours, in their order."""
    return [read(path) for path in sorted(SHIPPED.glob("*.txt"))]


def brought(folder: Path) -> Iterator[Exercise | ExerciseNotUnderstood]:
    """A site's own, in the order of their names, which are never those of ours; where one is not understood, why."""
    for path in sorted(folder.glob("*.txt")):
        try:
            yield replace(exercise := read(path), name=f"{OWN}{exercise.name}")
        except ExerciseNotUnderstood as unclear:
            yield unclear
        except (OSError, UnicodeDecodeError):
            yield ExerciseNotUnderstood(file=path.name, line=1, reason="it cannot be read as text")
