"""In which language texts of the story and of its exercises are told.

Decision. A language is a folder beside the English texts, called by its tag (`af`, `zu`), with as many of them as
somebody wrote: what is not there is told in English, file by file, so a language can grow by one text at a time. As
with names there is one in use in this process, as one hall hears one story.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ENGLISH = "en"

_heard = ENGLISH


def heard() -> str:
    """The tag of the language that is in use."""
    return _heard


def hear(tag: str) -> None:
    """Read texts in this language from now on."""
    global _heard  # noqa: PLW0603 - one hall hears one story
    _heard = tag


@contextmanager
def hearing(tag: str) -> Iterator[None]:
    before = heard()
    hear(tag)
    try:
        yield
    finally:
        hear(before)


def told_in(folder: Path, name: str, tag: str) -> Path:
    """A text of this folder in a language, or in English where nobody wrote it in that one."""
    theirs = folder / tag / name
    return theirs if theirs.is_file() else folder / name


def texts(folder: Path) -> list[Path]:
    """Every text of a folder in the language that is in use, in the order of their names."""
    names = {each.name for each in (*folder.glob("*.txt"), *(folder / heard()).glob("*.txt"))}
    return [told_in(folder, name, heard()) for name in sorted(names)]
