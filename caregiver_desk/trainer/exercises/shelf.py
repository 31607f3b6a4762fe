"""The exercises there are, in the language that is in use: those that are shipped, and a site's own from a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.trainer import languages
from caregiver_desk.trainer.exercises.form import ENGLISH, SHIPPED, WORDS, Form, form_in
from caregiver_desk.trainer.exercises.text import Exercise, read
from caregiver_desk.wording import say

OWN = "own/"


def shipped() -> list[Exercise]:
    """Ours, in their order."""
    return [read(path, form=_form(path, SHIPPED)) for path in languages.texts(SHIPPED)]


def brought(folder: Path) -> Iterator[Exercise | ExerciseNotUnderstood]:
    """A site's own, in the order of their names, which are never those of ours; where one is not understood, why."""
    for path in languages.texts(folder):
        try:
            yield replace(exercise := read(path, form=_form(path, folder)), name=f"{OWN}{exercise.name}")
        except ExerciseNotUnderstood as unclear:
            yield unclear
        except (OSError, UnicodeDecodeError):
            yield ExerciseNotUnderstood(file=path.name, line=1, reason=say("it cannot be read as text"))


def forms(*folders: Path) -> dict[str, Form]:
    """Every language in which something of ours, or of these folders, can be read, by its tag; English first."""
    found = {ENGLISH.code: ENGLISH}
    for folder in (SHIPPED, *folders):
        for words in sorted(folder.glob(f"*/{WORDS}")):
            try:
                found[words.parent.name] = form_in(words.parent)
            except ExerciseNotUnderstood:
                continue  # each of its texts says so where it is read
    return found


def _form(path: Path, folder: Path) -> Form:
    """That in which a text is written: of its own language, as the site or as we call its parts."""
    if path.parent == folder:
        return ENGLISH
    own = path.parent
    return form_in(own if (own / WORDS).is_file() else SHIPPED / own.name)
